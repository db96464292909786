"""Why a find was read, and why a sentence has none."""

from string import Formatter

import pytest

from giaoban.cli import main
from giaoban.documents import from_text
from giaoban.messages import LANGUAGES
from giaoban.reading import read
from giaoban.reading.explaining import explain
from giaoban.reading.rules.figures.confidence import WEIGHTS
from giaoban.reading.rules.figures.placing.forms import FORMS
from giaoban.reading.rules.figures.placing.placed import COUNTRY, NEAREST, NOWHERE, SPOKEN, WEIGHED
from giaoban.reading.weights import SHIPPED
from giaoban.reference.wording import KINDS
from giaoban.render.explained import lines
from giaoban.render.naming import phrases
from tests.core.reading.written import news
from tests.tables import table as cases

LEAD = "Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban tháng 2 với các xã. "
TOLD = (
    "Thu ngân sách của xã Mỹ Thuận năm 2019 đạt 2.572 triệu đồng, tăng 20,2% so với cùng kỳ. "
    "Bí thư Huyện ủy yêu cầu UBND xã Mỹ Thuận khẩn trương hoàn thành hồ sơ trước ngày 30/6. "
    "Tuy nhiên, tiến độ giải phóng mặt bằng còn chậm"
)


def of(text, document):
    """The explanation of the sentence that begins with `text`."""
    return next(each for each in explain(document) if each.span.of(document.text).startswith(text[:40]))


def test_every_find_is_explained_once_with_its_reasons():
    document = news(LEAD + TOLD)
    explained = [(find.span, reasons) for each in explain(document) for find, reasons in each.finds]
    assert sorted(span for span, _ in explained) == sorted(find.span for find in read(document).finds())
    assert all(reasons for _, reasons in explained)


def test_every_sentence_has_a_find_or_says_why_not_or_lies_inside_one():
    document = news(LEAD + TOLD + ". Trời hôm nay đẹp")
    for each in explain(document):
        inside = any(find.span.overlaps(each.span) for find in read(document).finds())
        assert bool(each.why_not) != inside


def test_the_rules_that_marked_a_sentence_are_named():
    document = news(LEAD + TOLD)
    marked = {mark.span.of(document.text): mark.rule for mark in of("Thu ngân sách", document).marks}
    assert marked["xã Mỹ Thuận"].split("@", maxsplit=1)[0] in {"places", "bodies"}
    assert marked["năm 2019"].startswith("periods@")


@pytest.mark.parametrize("case", cases("unread.tsv"), ids=lambda case: case["text"])
def test_a_sentence_without_a_find_says_why_as_the_corpus_says(case):
    document = from_text(case["text"] + ".") if case["alone"] else news(f"{LEAD}{case['text']}")
    codes = {reason.code for reason in of(case["text"], document).why_not}
    assert set(case["why not"].split(", ")) <= codes


def test_a_sentence_that_only_tells_a_change_says_so():
    document = news(f"{LEAD}Trong tháng xảy ra 12 vụ tai nạn giao thông. So với cùng kỳ năm trước giảm 3 vụ")
    assert "compares-before" in {reason.code for reason in of("So với cùng kỳ", document).why_not}


def test_a_caption_said_twice_is_read_once_and_says_so():
    caption = "Bí thư Huyện ủy Lê Văn Hùng phát biểu kết luận buổi làm việc với xã Mỹ Thuận."
    document = from_text(f"Tin\n\n{LEAD}\n\n{caption}\n{caption}\n\n{TOLD}.\n")
    assert [reason.code for each in explain(document) for reason in each.why_not if reason.code == "block-repeated"] == ["block-repeated"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_is_said_in_either_language(language):
    document = news(LEAD + TOLD)
    said = "\n".join(lines(document, explain(document), language))
    assert {"vi": "đọc được: nhiệm vụ", "en": "read: directive"}[language] in said
    assert "observations@" in said


def test_a_figure_says_by_which_form_of_words_it_has_its_place():
    document = news(f"{LEAD}Tại xã Phú Lâm, dịch làm chết 320 con lợn. Trạm Y tế xã Mỹ Thuận khám 1.900 lượt")
    told = [reason for each in explain(document) for find, reasons in each.finds for reason in reasons if reason.code.startswith("placed-")]
    assert [(reason.code, reason.values["place"]) for reason in told] == [
        ("placed-opens-sentence", "xã Phú Lâm"),
        ("placed-begins-clause", "Trạm Y tế xã Mỹ Thuận"),
    ]


def test_every_way_to_tell_a_place_has_a_name_for_people():
    assert {f"placed-{name}" for name in (*(name for name, _ in FORMS), NEAREST, WEIGHED, SPOKEN, COUNTRY, NOWHERE)} <= set(phrases())


def test_what_is_weighed_has_a_name_for_people():
    traits = {line.partition("\t")[0] for line in SHIPPED.text("clauses.tsv").splitlines() if not line.startswith(("#", "("))}
    kinds = {trait.partition("=")[0] for trait in traits if "=" in trait}
    named = {name.removeprefix("trait ") for name in phrases() if name.startswith("trait ")}
    assert len(kinds - named) <= len(kinds) // 3
    assert {f"kind {kind}" for kind in KINDS if kind != "plain"} <= set(phrases())
    assert sum(f"reason {name}" in phrases() or " " in name for name in WEIGHTS) == len(WEIGHTS)


def test_every_phrase_is_said_in_both_languages_and_names_the_same_things():
    for code, said in phrases().items():
        named = [{name for _, name, _, _ in Formatter().parse(said[language])} for language in LANGUAGES]
        assert named[0] == named[1], code
    assert all(set(said) == set(LANGUAGES) for said in phrases().values())


def test_a_file_is_explained_on_the_command_line(tmp_path, capsys):
    path = tmp_path / "r.txt"
    path.write_text(f"{LEAD}{TOLD}.\n", "utf-8")
    assert main(["read", "--explain", str(path)]) == 0
    assert "đọc được" in capsys.readouterr().out
    assert main(["read", "--explain", "--lang", "en", str(path)]) == 0
    assert "read: directive" in capsys.readouterr().out
