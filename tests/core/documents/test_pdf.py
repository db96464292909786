import io
import unicodedata

import pypdfium2
import pytest

from giaoban.documents import read
from giaoban.documents.split import rejoined
from giaoban.model import BlockKind, Refused
from tests.core.documents.made import REPORT, Pages, pdf, picture, scan, two_columns
from tests.core.documents.reading import said
from tests.tables import table

UNITS = ("Kinh tế", "Quản lý đô thị", "Tài chính", "Nội vụ", "Tư pháp", "Thanh tra", "Y tế", "Giáo dục", "Văn hóa", "Dân tộc", "Môi trường")
LONG = tuple(
    f"{number}. {line} Phòng {UNITS[number % len(UNITS)]} phối hợp với phòng {UNITS[number % 7]} theo dõi và báo cáo kết quả hằng tháng."
    for number, line in enumerate(REPORT * 12, 1)
)


def drawn(draw) -> bytes:
    document = Pages()
    document.add_page()
    draw(document)
    return bytes(document.output())


def test_the_text_layer_is_read_in_paragraphs_with_page_and_line():
    document = read(pdf(), "a.pdf")
    assert said(document) == list(REPORT)
    assert [(block.page, block.line) for block in document.blocks] == [(1, 1), (1, 2), (1, 4), (1, 5)]
    assert (document.media_type, document.encoding) == ("application/pdf", "pdf")


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    document = read(pdf(LONG), "a.pdf")
    assert said(document) == list(LONG)
    assert max(block.page for block in document.blocks) > 1


def test_running_headers_and_page_numbers_are_no_part_of_the_text():
    document = read(pdf(LONG, running="Văn phòng Ủy ban nhân dân thị xã"), "a.pdf")
    assert said(document) == list(LONG)


def test_two_columns_are_read_one_after_the_other():
    left, right = LONG[:4], LONG[4:8]
    above = "Bản tin giao ban của Ủy ban nhân dân thị xã Đông Triều trong quý đầu của năm hai nghìn không trăm hai mươi"
    document = read(two_columns(left, right, above), "a.pdf")
    assert said(document) == [above, *left, *right]


@pytest.mark.parametrize("lower", [2.0, 3.0, 4.0])
def test_columns_that_do_not_keep_to_the_same_lines_are_read_one_after_the_other(lower):
    left, right = LONG[:4], LONG[4:8]
    above = "Bản tin giao ban của Ủy ban nhân dân thị xã Đông Triều trong quý đầu của năm hai nghìn không trăm hai mươi"
    assert said(read(two_columns(left, right, above, lower), "a.pdf")) == [above, *left, *right]


def test_the_two_sides_of_a_letterhead_are_read_apart():
    def draw(page):
        for y, left, right in (
            (30, "UBND THỊ XÃ ĐÔNG TRIỀU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            (37, "Số: 15/TB-UBND", "Đông Triều, ngày 12 tháng 3 năm 2020"),
        ):
            page.text(22, y, left)
            page.text(110, y, right)
        page.set_xy(25, 50)
        page.cell(0, 6, "THÔNG BÁO", align="C", new_x="LMARGIN", new_y="NEXT")
        page.cell(0, 6, "Kết luận cuộc họp giao ban quý I", align="C", new_x="LMARGIN", new_y="NEXT")
        page.multi_cell(0, 6, " ".join(REPORT))

    document = read(drawn(draw), "a.pdf")
    assert said(document) == [
        "UBND THỊ XÃ ĐÔNG TRIỀU",
        "Số: 15/TB-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Đông Triều, ngày 12 tháng 3 năm 2020",
        "THÔNG BÁO",
        "Kết luận cuộc họp giao ban quý I",
        " ".join(REPORT),
    ]
    assert [block.kind.value for block in document.blocks][3:6] == ["dateline", "paragraph", "title"]


def test_the_rows_of_a_table_keep_their_cells():
    def draw(page):
        for number, row in enumerate(
            (("Chỉ tiêu", "Kế hoạch", "Thực hiện"), ("Thu ngân sách", "2.500", "2.572"), ("Hộ nghèo", "0,15%", "0,12%"))
        ):
            for x, cell in zip((25, 95, 140), row, strict=True):
                page.text(x, 40 + 8 * number, cell)

    document = read(drawn(draw), "a.pdf")
    assert {block.kind for block in document.blocks} == {BlockKind.ROW}
    assert [cell.of(document.text) for cell in document.blocks[1].cells] == ["Thu ngân sách", "2.500", "2.572"]


def test_justified_columns_are_parted_where_words_stand_as_far_apart_as_the_columns():
    sides = {
        "left": "nghiêng ngả nghiêm nghị nghiền nghiêng nghiêng nghiêm",
        "right": "thường xuyên phương hướng nguyên trạng chương trình",
    }
    document = Pages()
    document.set_font("BeVietnamPro", size=14)
    document.add_page()
    for x, words in ((25, sides["left"]), (105, sides["right"])):
        document.set_xy(x, 30)
        document.multi_cell(72, 7, f"{words} {words[:30]} " * 8, align="J")
    text = read(bytes(document.output()), "a.pdf").text
    assert text.rindex("nghiêng") < text.index("phương") and "|" not in text


def test_a_column_may_end_in_a_word_as_short_as_the_number_of_a_list():
    left = (*LONG[:3], "Các phòng, ban báo cáo kết quả về Ủy ban nhân dân trước ngày 30/9.", LONG[3])
    for cut in range(1, 5):
        document = read(
            two_columns((LONG[cut], *left), LONG[4:8], "Bản tin giao ban của Ủy ban nhân dân thị xã Đông Triều trong quý đầu năm"), "a.pdf"
        )
        assert said(document)[1:] == [LONG[cut], *left, *LONG[4:8]]


def test_a_header_that_comes_back_on_the_second_of_two_pages_is_no_part_of_the_text():
    document = read(pdf(LONG[:22], running="HUYỆN ỦY HOA LƯ - Văn phòng"), "a.pdf")
    assert {block.page for block in document.blocks} == {1, 2}
    assert said(document) == list(LONG[:22])


def test_a_ruled_table_keeps_its_rows_and_columns_though_cells_have_many_lines():
    rows = (
        ("TT", "Chỉ tiêu", "Đơn vị", "Thực hiện"),
        ("1", "Tổng thu ngân sách nhà nước trên địa bàn thị xã, không kể thu tiền sử dụng đất", "tỷ đồng", "2.572"),
        ("2", "Doanh nghiệp thành lập mới", "", "140"),
    )

    def draw(page):
        page.multi_cell(0, 6, REPORT[0], new_x="LMARGIN", new_y="NEXT")
        with page.table(col_widths=(10, 40, 20, 20), first_row_as_headings=False) as table:
            for row in rows:
                table.row(row)
        page.ln(6)
        page.multi_cell(0, 6, REPORT[3], new_x="LMARGIN", new_y="NEXT")

    document = read(drawn(draw), "a.pdf")
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, *[BlockKind.ROW] * 3, BlockKind.PARAGRAPH]
    read_rows = [tuple(cell.of(document.text).strip() for cell in block.cells) for block in document.blocks[1:4]]
    assert read_rows == list(rows)


def test_a_cell_over_several_columns_stands_in_each_and_one_over_several_rows_in_the_first():
    def draw(page):
        with page.table(first_row_as_headings=False, col_widths=(40, 30, 30)) as table:
            first = table.row()
            first.cell("Chỉ tiêu", rowspan=2)
            first.cell("Năm 2020", colspan=2)
            table.row(("Kế hoạch", "Thực hiện"))
            table.row(("Thu ngân sách", "2.500", "2.572"))

    document = read(drawn(draw), "a.pdf")
    assert [[cell.of(document.text).strip() for cell in block.cells] for block in document.blocks] == [
        ["Chỉ tiêu", "Năm 2020", "Năm 2020"],
        ["", "Kế hoạch", "Thực hiện"],
        ["Thu ngân sách", "2.500", "2.572"],
    ]


def test_a_frame_around_running_text_is_no_table():
    def draw(page):
        page.rect(20, 20, 170, 60)
        page.multi_cell(0, 6, " ".join(REPORT), new_x="LMARGIN", new_y="NEXT")

    document = read(drawn(draw), "a.pdf")
    assert said(document) == [" ".join(REPORT)]


def test_glyphs_that_touch_are_one_word_and_those_apart_are_two():
    def draw(page):
        page.text(25, 40, "kinh t")
        page.text(25 + page.get_string_width("kinh t"), 40, "ế xã hội")
        page.text(25, 50, "thu")
        page.text(25 + page.get_string_width("thu "), 50, "ngân sách nhà nước")

    assert said(read(drawn(draw), "a.pdf"))[0].split("  ")[0] == "kinh tế xã hội thu ngân sách nhà nước"


def test_a_word_divided_at_the_end_of_a_line_is_whole():
    def draw(page):
        for y, line in (
            (40, "Các đơn vị truy cập vào mạng diện rộng của tỉnh để báo cáo qua Inter-"),
            (46, "net hằng tháng, riêng khối kinh tế-"),
            (52, "xã hội báo cáo hằng quý."),
        ):
            page.text(25, y, line)

    document = read(drawn(draw), "a.pdf")
    assert " ".join(said(document)) == (
        "Các đơn vị truy cập vào mạng diện rộng của tỉnh để báo cáo qua Internet hằng tháng, riêng khối kinh tế-xã hội báo cáo hằng quý."
    )


def test_letters_that_a_pdf_writes_with_separate_marks_become_one():
    decomposed = unicodedata.normalize("NFD", REPORT[0])
    assert said(read(pdf((decomposed,)), "a.pdf")) == [REPORT[0]]


def test_a_syllable_torn_by_a_gap_is_put_together():
    def draw(page):
        page.text(25, 40, "Thị xã Đông T")
        page.text(25.8 + page.get_string_width("Thị xã Đông T"), 40, "riều phát tri")
        page.text(26.6 + page.get_string_width("Thị xã Đông Triều phát tri"), 40, "ển")

    assert said(read(drawn(draw), "a.pdf")) == ["Thị xã Đông Triều phát triển"]


@pytest.mark.parametrize("case", table("split_syllables.tsv"), ids=lambda case: case["torn"])
def test_torn_syllables_are_joined_as_the_corpus_says(case):
    assert rejoined(case["torn"]) == case["whole"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_all_the_same(turn):
    document = pypdfium2.PdfDocument(pdf())
    document[0].set_rotation(turn)
    file = io.BytesIO()
    document.save(file)
    assert said(read(file.getvalue(), "a.pdf")) == list(REPORT)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_text_that_was_drawn_at_an_angle_is_read_from_its_own_left_to_right(turn):
    def draw(page):
        with page.rotation(turn, 105, 148):
            page.text(40, 140, REPORT[0])
            page.text(40, 150, "Các phường báo cáo kết quả.")

    assert said(read(drawn(draw), "a.pdf")) == [REPORT[0], "Các phường báo cáo kết quả."]


def test_a_scan_is_read_page_by_page_with_progress():
    asked = []

    def ocr(png, page, pages):
        asked.append((png[:4], page, pages))
        return f"Trang có chữ số {page}.\n\n- Giao phường {page} báo cáo kết quả.\n\n{page}\n"

    document = read(scan(3), "a.pdf", ocr)
    assert asked == [(b"\x89PNG", page, 3) for page in (1, 2, 3)]
    assert said(document)[:2] == ["Trang có chữ số 1.", "- Giao phường 1 báo cáo kết quả."]
    assert [(block.page, block.line) for block in document.blocks[2:4]] == [(2, 1), (2, 3)]
    assert document.encoding == "ocr"


def test_a_sentence_that_a_scan_breaks_at_lines_and_pages_is_whole():
    lines = "Thị xã giao phòng Tài nguyên và Môi trường chủ trì, phối hợp với các xã,", "phường rà soát diện tích đất và báo cáo kết quả"
    pages = ["\n".join((*lines, "", "1", "")), "trước ngày 30 tháng 6 năm 2020."]
    document = read(scan(2), "a.pdf", lambda png, page, pages_: pages[page - 1])
    assert said(document) == [" ".join((*lines, pages[1]))]


def test_pages_with_text_and_scanned_pages_are_read_in_their_order():
    def draw(page):
        page.multi_cell(0, 6, REPORT[0])
        page.add_page()
        page.image(io.BytesIO(picture()), 0, 0, 210, 297)
        page.add_page()
        page.multi_cell(0, 6, REPORT[1])

    document = read(drawn(draw), "a.pdf", lambda png, page, pages: "Trang giữa là bản quét.")
    assert said(document) == [REPORT[0], "Trang giữa là bản quét.", REPORT[1]]
    assert document.encoding == "pdf, ocr"


def test_a_scan_without_ocr_is_refused_and_says_what_to_install():
    from giaoban import messages

    with pytest.raises(Refused) as refused:
        read(scan(2), "a.pdf")
    assert refused.value.code == "scan-needs-ocr"
    for language in messages.LANGUAGES:
        said_ = messages.say(refused.value, language)
        assert "tesseract-ocr" in said_
        assert "tesseract-ocr-vie" in said_


@pytest.mark.parametrize("font", ["Helvetica", "Courier", "Times"])
def test_digits_with_narrow_ink_are_one_number_in_any_font(font):
    line = "Thu 111 xu, 211.311 con, 11,1% nam 2011; III; ill. Ngay 11/11/2011"

    def draw(page):
        page.set_font(font, size=12)
        page.text(25, 40, line)

    assert said(read(drawn(draw), "a.pdf")) == [line]
