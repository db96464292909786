"""A scanned page whose words are told with their places is read as a page with a text layer is, and knows which digits are unsure."""

from pathlib import Path

import pytest

from giaoban.documents import read
from giaoban.documents.mending import mended
from giaoban.documents.ocr import SeenWord, Sight
from tests.core.documents.made import scan
from tests.tables import table

HIGH, STEP, BLANK = 34, 15, 14
"""Dots: the height of a word, the width of a letter, the width of a blank."""


def line(words, left, base, askew=0.0, sure=None):
    """The words of a line that begins so many dots from the left; `sure` has what is not sure at all."""
    seen = []
    for word in words.split():
        right = left + STEP * len(word)
        low = round(base + askew * left)
        seen.append(SeenWord(word, left, low - HIGH, right, low, (sure or {}).get(word, 0.97)))
        left = right + BLANK
    return tuple(seen)


def said(*pages):
    document = read(scan(len(pages)), "quet.pdf", lambda png, page, _pages: Sight(tuple(pages[page - 1])))
    return [block.span.of(document.text) for block in document.blocks], document


BODY = "Các phòng, ban của huyện báo cáo kết quả công tác tháng, nêu việc chưa làm được và"


@pytest.mark.parametrize("askew", [0.0, 0.012, -0.012])
def test_the_two_sides_of_a_letterhead_are_read_one_after_the_other_however_the_page_lies(askew):
    page = [
        line("ỦY BAN NHÂN DÂN CỘNG HÒA", 260, 200, askew)[:4] + line("CỘNG HÒA XÃ HỘI", 760, 200, askew),
        line("HUYỆN THANH LÂM", 270, 250, askew) + line("Độc lập - Tự do", 770, 250, askew),
        *(line(BODY, 230, 400 + 46 * row, askew) for row in range(6)),
    ]
    texts, _ = said(page)
    assert texts[:4] == ["ỦY BAN NHÂN DÂN", "HUYỆN THANH LÂM", "CỘNG HÒA XÃ HỘI", "Độc lập - Tự do"]
    assert texts[4].count(BODY) == 6


def test_two_columns_are_read_one_after_the_other():
    left, right = "Phòng Nội vụ rà soát biên chế của các xã", "Phòng Văn hóa lập danh mục lễ hội của huyện"
    page = [line(left, 150, 300 + 46 * row) + line(right, 900, 300 + 46 * row) for row in range(12)]
    texts, _ = said(page)
    assert " ".join(texts) == " ".join([left] * 12 + [right] * 12)


def test_the_number_of_the_page_and_a_line_of_dirt_are_no_text():
    dirt = (SeenWord("—===", 500, 500, 700, 510, 0.2),)
    page = [line("1", 820, 80), *(line(BODY, 230, 300 + 46 * row) for row in range(4)), dirt]
    assert said(page)[0] == [" ".join([BODY] * 4)]


def test_an_unsure_dash_that_begins_an_item_stays_and_one_within_it_goes():
    assert said([line("- Thu – ngân sách đạt", 230, 300, sure={"-": 0.3, "–": 0.3})])[1].text == "- Thu ngân sách đạt"


@pytest.mark.parametrize("word", ["318,4", "(96%),", "5%;", "12/20"])
def test_a_number_that_was_not_read_surely_is_known_where_it_stands(word):
    body = f"tổng thu ngân sách của huyện đạt {word} trong chín tháng, các xã đều vượt kế hoạch"
    page = [line(BODY, 230, 300), line(body, 230, 346, sure={word: 0.5}), line(BODY, 230, 392)]
    texts, document = said([line(BODY, 230, 300)], page)
    assert [span.of(document.text) for span in document.unsure] == [word]
    assert len(texts) == 1


def test_numbers_that_were_read_surely_and_unsure_words_without_digits_are_not_held_against():
    page = [line("thu đạt 318,4 tỷ đồng, vượt kế hoạch", 230, 300, sure={"vượt": 0.1})]
    assert said(page)[1].unsure == ()


def test_the_place_of_an_unsure_number_is_exact_after_a_torn_word_and_a_divided_one():
    page = [
        line("Đoàn công tác của Trung ương hội Nông dân tri ển khai mô hình lúa tại xã và phát trans-", 230, 300),
        line("port với 42,7 ha lúa", 230, 346, sure={"42,7": 0.3}),
    ]
    _, document = said(page)
    assert [span.of(document.text) for span in document.unsure] == ["42,7"]
    assert "triển khai" in document.text


def test_a_number_whose_letter_was_mended_is_never_sure():
    _, document = said([line("thu đạt 37,B% kế hoạch", 230, 300)])
    assert document.text == "thu đạt 37,8% kế hoạch"
    assert [span.of(document.text) for span in document.unsure] == ["37,8%"]


@pytest.mark.parametrize("case", table("misread.tsv"), ids=lambda case: case["read"])
def test_what_is_known_to_be_misread_is_mended_and_nothing_else(case):
    (words,) = mended([line(case["read"], 100, 100)])
    assert " ".join(word.text for word in words) == case["printed"]


ROOT = Path(__file__).parents[3]
CLEAN = (
    "corpus/meeting_records/*.txt",
    "corpus/annotated/written/learned/**/*.txt",
    "corpus/annotated/written/worked_from/**/*.txt",
    "corpus/passages.tsv",
    "corpus/asked_before.tsv",
    "src/giaoban_web/demo/records/*.txt",
)


MISPRINTS = {("1l2/TB-UBND", "112/TB-UBND"), ("2O08", "2008"), ("chinh", "chỉnh")}
"""What is mended in them: misprints that were made for them, or that their authors left."""


def test_text_that_was_never_scanned_stays_as_it_was_written():
    lines = {text for form in CLEAN for path in ROOT.glob(form) for text in path.read_text("utf-8").splitlines() if text.strip()}
    assert len(lines) > 1000
    assert {change for text in lines for change in _changes(line(text, 100, 100))} == MISPRINTS


def _changes(words):
    return {(was.text, now.text) for was, now in zip(words, mended([words])[0], strict=True) if was.text != now.text}


def test_words_of_two_lines_are_no_pair_and_a_mended_per_mille_is_unsure():
    (above, below) = mended([line("giao cho tố", 100, 100), line("chức danh mới", 100, 200)])
    assert (above[-1].text, below[0].text) == ("tố", "chức")
    ((rate,),) = mended([line("11,4%o", 100, 100)])
    assert (rate.text, rate.sure) == ("11,4‰", 0.0)
