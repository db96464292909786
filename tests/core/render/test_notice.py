"""The notice as a document: measures, styles, numbering and page numbers of its layout; any words come out as words."""

import io
from dataclasses import replace
from datetime import date
from itertools import pairwise

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.brief.notice import Heading, Item, Notice, Section
from giaoban.model import Span
from giaoban.render.docx_parts import FONT
from giaoban.render.layouts import NAMES, layout
from giaoban.render.notice_docx import docx_of
from giaoban.render.notice_pdf import pdf_of

SECTIONS = (
    Section("Đánh giá chung", sections=(Section("Kết quả đạt được", (Item("Thu ngân sách vượt.", Span(3, 20)),)),)),
    Section("Nhiệm vụ", sections=(Section("Môi trường", (Item("Thu gom nước thải.", Span(30, 48)), Item("Trồng rừng.", Span(50, 60)))),)),
)


def notice(text="Ngày 12/03/2020, hai bên họp.", number="5"):
    heading = Heading(
        "TỈNH UỶ HẠ LĨNH", "", number, "TB/TU", "Hạ Lĩnh", date(2020, 2, 3), ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"), "Lê An", ("Các sở",)
    )
    return Notice(heading, "kết luận tại cuộc họp", (Item(text),), SECTIONS, "Trên đây là kết luận")


def opened(name, **changes):
    return docx.Document(io.BytesIO(docx_of(notice(**changes), layout(name))))


def pdf_text(name, **changes):
    pages = pypdfium2.PdfDocument(pdf_of(notice(**changes), layout(name)))
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


@pytest.mark.parametrize("name", NAMES)
def test_a_docx_has_the_margins_the_font_and_the_sizes_of_its_layout(name):
    document, wanted = opened(name), layout(name)
    section = document.sections[0]
    margins = {side: round(getattr(section, f"{side}_margin").mm) for side in ("top", "bottom", "left", "right")}
    assert margins == wanted.margins
    assert document.styles["Normal"].font.name == FONT
    assert document.styles["GB Tên loại"].font.size.pt == wanted.sizes["kind"]
    assert document.styles["GB Địa danh ngày tháng"].font.italic


@pytest.mark.parametrize("name", NAMES)
def test_a_docx_is_spelt_and_read_aloud_in_vietnamese(name):
    spoken = [each.get(qn("w:val")) for each in opened(name).styles.element.iter(qn("w:lang"))]
    assert spoken and set(spoken) == {"vi-VN"}


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_counted_by_the_list_and_never_typed(name):
    document = opened(name)
    levels = {
        each.text: each._p.pPr.numPr.ilvl.val for each in document.paragraphs if each._p.pPr is not None and each._p.pPr.numPr is not None
    }
    assert levels == {
        "Đánh giá chung": 0, "Kết quả đạt được": 1, "Thu ngân sách vượt.": 2,
        "Nhiệm vụ": 0, "Môi trường": 1, "Thu gom nước thải.": 2, "Trồng rừng.": 2,
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_headings_of_a_docx_are_headings_of_their_level_by_their_style(name):
    def level(paragraph):
        found = paragraph.style.element.xpath("./w:pPr/w:outlineLvl/@w:val")
        return int(found[0]) if found else None

    told = {each.text: level(each) for each in opened(name).paragraphs}
    assert (told["Đánh giá chung"], told["Kết quả đạt được"], told["Thu ngân sách vượt."]) == (0, 1, None)


def test_every_paragraph_carries_a_hidden_bookmark_of_its_own_and_one_from_the_record_its_span():
    marks = [each.get(qn("w:name")) for each in opened("party").element.iter(qn("w:bookmarkStart"))]
    assert {"_gb_abstract", "_gb_3_20", "_gb_30_48", "_gb_50_60", "_gb_closing"} <= set(marks)
    assert len(marks) == len(set(marks)) == 10
    numbers = [each.get(qn("w:id")) for each in opened("party").element.iter(qn("w:bookmarkStart"))]
    assert len(numbers) == len(set(numbers))


def test_page_numbers_begin_on_the_second_page():
    section = opened("state").sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


NUMBERS = [("party", "5", "Số 05-TB/TU"), ("state", "12", "Số: 12/TB-TU"), ("party", "", "Số         -TB/TU")]


@pytest.mark.parametrize(("name", "number", "written"), NUMBERS)
def test_the_number_is_written_as_its_layout_writes_it(name, number, written):
    cells = [cell.text for table in opened(name, number=number).tables for row in table.rows for cell in row.cells]
    assert any(written in cell for cell in cells)


@pytest.mark.parametrize(
    ("name", "heading", "ending"), [("party", "ĐẢNG CỘNG SẢN VIỆT NAM", "kết luận."), ("state", "CỘNG HÒA XÃ HỘI", "kết luận./.")]
)
def test_the_pdf_says_what_the_docx_says(name, heading, ending):
    told = " ".join(pdf_text(name).split())
    for words in (heading, "THÔNG BÁO", "ngày 03 tháng 02 năm 2020", "I. Đánh giá chung", "1.1. Thu ngân sách vượt.", "Lê An", ending):
        assert words in told


@pytest.mark.parametrize("name", NAMES)
def test_the_place_of_the_issuing_body_stands_on_one_line_of_the_pdf(name):
    made = notice()
    told = replace(made, heading=replace(made.heading, body="ỦY BAN NHÂN DÂN THỊ XÃ VÂN HẠ"))
    lines = pypdfium2.PdfDocument(pdf_of(told, layout(name)))[0].get_textpage().get_text_range().splitlines()
    assert next(line.split()[-4:] for line in lines if "XÃ" in line.split()) == ["THỊ", "XÃ", "VÂN", "HẠ"]


@pytest.mark.parametrize("name", NAMES)
def test_the_body_above_is_not_broken_within_its_place(name):
    made = notice()
    told = replace(made, heading=replace(made.heading, upper="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", body="BAN QUẢN LÝ KHU KINH TẾ"))
    lines = pypdfium2.PdfDocument(pdf_of(told, layout(name)))[0].get_textpage().get_text_range().splitlines()
    assert next(line.split()[-3:] for line in lines if "LẠNG" in line.split()) == ["TỈNH", "LẠNG", "SƠN"]
    cell = docx.Document(io.BytesIO(docx_of(told, layout(name)))).tables[0].cell(0, 0)
    assert cell.paragraphs[0].text == "ỦY\xa0BAN NHÂN\xa0DÂN TỈNH\xa0LẠNG\xa0SƠN"


@pytest.mark.parametrize("name", NAMES)
def test_a_number_is_bold_only_where_its_paragraph_is(name):
    numbering = docx.Document(io.BytesIO(docx_of(notice(), layout(name)))).part.numbering_part.element
    mine = next(each for each in numbering.iter(qn("w:abstractNum")) if each.get(qn("w:abstractNumId")) == "77")
    assert list(mine.iter(qn("w:b"))) == []


def test_the_pdf_is_an_archive_copy_tagged_in_vietnamese():
    data = pdf_of(notice(), layout("party"))
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"/MarkInfo" in data
    assert b"(vi" in data


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from("#$*_`@<>\\/[]{}\"'= ạềộ%&~^"), min_size=1, max_size=12))
def test_any_words_come_out_as_words(words):
    told = f"đầu {words} cuối"
    assert told in [paragraph.text for paragraph in opened("party", text=told).paragraphs]
    assert "".join("".join(told.split())) in "".join(pdf_text("party", text=told).split())


def test_a_layout_says_by_which_instrument_it_is_and_what_nobody_could_verify():
    for name in NAMES:
        assert layout(name).id.startswith(name)
        assert layout(name).unsure


@pytest.mark.parametrize("name", NAMES)
def test_lines_of_the_pdf_stand_as_far_apart_as_the_layout_says(name):
    pages = pypdfium2.PdfDocument(pdf_of(notice(text="nnn nnn " * 60), layout(name)))
    told = pages[0].get_textpage()
    text = told.get_text_range()
    start = text.index("nnn nnn")
    feet = sorted({round(told.get_charbox(at)[1], 1) for at in range(start, start + 400) if text[at] == "n"})
    apart = {round(above - below, 1) for below, above in pairwise(feet)}
    assert max(abs(each - layout(name).line_spacing) for each in apart) < 0.3


@pytest.mark.parametrize(
    ("named", "lines"),
    [
        ((), ["- Lưu: VT."]),
        (("Các phường",), ["- Các phường;", "- Lưu: VT."]),
        (("Các phường", "Lưu: VT, TH"), ["- Các phường;", "- Lưu: VT, TH."]),
    ],
)
def test_the_line_for_the_archive_is_there_once(named, lines):
    assert layout("state").recipients(named) == lines


@pytest.mark.parametrize(
    ("named", "lines"),
    [
        (("- Như trên;", "- Các phường, xã;", "- Lưu: VT."), ["- Như trên;", "- Các phường, xã;", "- Lưu: VT."]),
        (("– Như trên ;;", "Lưu: VT, TH.;"), ["- Như trên;", "- Lưu: VT, TH."]),
        (("Nơi nhận:", "• Các sở,", "-", " ; "), ["- Các sở;", "- Lưu: VT."]),
    ],
)
def test_recipients_typed_as_a_paper_has_them_get_no_second_dash_stop_or_archive(named, lines):
    assert layout("state").recipients(named) == lines


@pytest.mark.parametrize("name", NAMES)
def test_what_is_unsure_of_a_layout_is_told_in_both_languages(name):
    vietnamese, english = (layout(name).doubts(language) for language in ("vi", "en"))
    assert vietnamese and all(any(letter in each for letter in "ảếộợụữ") for each in vietnamese)
    assert len(english) == len(vietnamese) and all(each.replace("NĐ", "").isascii() or "“" in each for each in english)


def to_many(count):
    return replace(
        notice(), heading=replace(notice().heading, recipients=tuple(f"Tổ dân phố số {number}" for number in range(1, count + 1)))
    )


@pytest.mark.parametrize("name", NAMES)
def test_many_recipients_stand_on_the_pages_of_the_pdf_and_begin_where_who_signs_stands(name):
    pages = [page.get_textpage().get_text_bounded(0, 40, 595, 842) for page in pypdfium2.PdfDocument(pdf_of(to_many(90), layout(name)))]
    assert [f"số {number};" in "".join(pages) for number in range(1, 91)] == [True] * 90
    assert all(words in pages[0] for words in ("Trồng rừng", "Trên đây", "Lê An", "số 1;"))


@pytest.mark.parametrize("name", NAMES)
def test_many_recipients_of_a_docx_may_be_parted_by_a_page_and_who_signs_may_not(name):
    (*_head, foot) = docx.Document(io.BytesIO(docx_of(to_many(40), layout(name)))).tables
    first, rest = ([each.get(qn("w:val"), "1") for each in row._tr.iter(qn("w:cantSplit"))] for row in foot.rows)
    assert (first, rest) == (["1"], ["0"])
    assert [each.text for row in foot.rows for each in row.cells[0].paragraphs][1:-1] == [
        f"- Tổ dân phố số {number};" for number in range(1, 41)
    ]
    assert len(docx.Document(io.BytesIO(docx_of(to_many(12), layout(name)))).tables[-1].rows) == 1


def test_the_day_in_the_abstract_of_a_docx_is_not_torn_from_its_word():
    told = replace(notice(), abstract="kết luận tại cuộc họp ngày 12/03/2020")
    (abstract,) = (
        each.text for each in docx.Document(io.BytesIO(docx_of(told, layout("party")))).paragraphs if "kết luận tại" in each.text
    )
    assert abstract == "kết luận tại cuộc họp ngày\u00a012/03/2020"
