"""Digits that a scan was not read surely at: kept with the record, shown beside the find and in the text, never confirmed in a stroke."""

import pytest
from django.urls import reverse

from giaoban.documents.ocr import SeenWord, Sight
from giaoban_web.records import actions, confirming
from giaoban_web.records.annotated import document_of
from giaoban_web.records.models import Kind
from giaoban_web.records.remarks import remarks
from tests.core.documents.made import scan

LINES = ("Năm 2019, thu ngân sách của thị xã đạt 2.572 tỷ đồng.", "Năm 2019, chi ngân sách của thị xã đạt 1.284 tỷ đồng.")
DOUBTED = "2.572"


def seen(png, page, pages):
    lines = []
    for row, text in enumerate(LINES):
        left, line, low = 100, [], 200 + 90 * row
        for word in text.split():
            sure = 0.5 if word == DOUBTED else 0.96
            line.append(SeenWord(word, left, low - 34, left + 15 * len(word), low, sure))
            left += 15 * len(word) + 14
        lines.append(tuple(line))
    return Sight(tuple(lines))


@pytest.fixture
def record(clerk, town):
    return actions.put_in(data=scan(), name="quet.pdf", place=town, by=clerk, ocr=seen)


@pytest.fixture
def figures(record):
    return {find.fields["value"]: find for find in record.finds.filter(kind="observation")}


@pytest.fixture
def screen(clerks_browser, clerk, record):
    def look(language="vi"):
        clerk.language = language
        clerk.save(update_fields=["language"])
        return clerks_browser.get(reverse("records:confirm", args=[record.pk])).content.decode()

    return look


def test_the_record_keeps_where_they_stand(record):
    assert [record.text[start:end] for start, end in record.unsure] == [DOUBTED]
    assert [span.of(record.text) for span in document_of(record).unsure] == [DOUBTED]


def test_such_a_figure_is_below_what_any_stroke_confirms_and_the_one_beside_it_is_as_ever(figures):
    assert figures[2572].confidence < min(confirming.THRESHOLDS)
    assert figures[1284].confidence > figures[2572].confidence


def test_a_judgement_around_such_a_figure_is_not_doubted(record, figures):
    find = figures[2572]
    for kind, codes in ((Kind.OBSERVATION, ["digits-unsure"]), (Kind.SHORTCOMING, [])):
        told = remarks(record, [find], {find.pk: actions.Change(kind, find.start, find.end, find.fields)})
        assert [each.said.code for each in told.get(find.pk, ()) if each.said.code == "digits-unsure"] == codes


def test_its_card_says_so_in_both_languages_and_the_text_marks_the_word(screen):
    for language, words in (("vi", "đọc chưa chắc: “2.572”"), ("en", "not read surely here: “2.572”")):
        page = screen(language)
        assert page.count(words) == 1
        assert page.count('class="unsure"') == 1
        assert f">{DOUBTED}</span>" in page


def test_whoever_has_decided_is_not_asked_again(screen, figures, clerk):
    actions.decide(find=figures[2572], verdict="confirmed", seen=0, by=clerk)
    assert "“2.572”" not in screen()
