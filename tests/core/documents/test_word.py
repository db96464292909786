import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from giaoban.documents import read
from giaoban.model import BlockKind, Refused
from tests.core.documents.made import REPORT, encoded, part, rezipped, word
from tests.core.documents.reading import said


def cells(document, index):
    return [cell.of(document.text).strip() for cell in document.blocks[index].cells]


def test_paragraphs_and_tables_come_in_the_order_of_the_document():
    def build(document):
        table = document.add_table(2, 3)
        for row, texts in zip(table.rows, (("Chỉ tiêu", "Kế hoạch", "Thực hiện"), ("Thu ngân sách", "2.500", "2.572")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("Các phường báo cáo trước ngày 30/6.")

    document = read(word(build), "a.docx")
    assert said(document) == [
        *REPORT,
        "Chỉ tiêu | Kế hoạch | Thực hiện",
        "Thu ngân sách | 2.500 | 2.572",
        "Các phường báo cáo trước ngày 30/6.",
    ]
    assert [block.kind for block in document.blocks[4:6]] == [BlockKind.ROW] * 2
    assert cells(document, 5) == ["Thu ngân sách", "2.500", "2.572"]
    assert [block.paragraph for block in document.blocks] == [1, 2, 3, 4, 5, 6, 7]


def test_a_merged_cell_stands_in_each_of_its_columns_and_an_empty_one_keeps_its_own():
    def build(document):
        table = document.add_table(2, 4)
        table.cell(0, 1).merge(table.cell(0, 2)).text = "Năm 2020"
        table.cell(0, 0).merge(table.cell(1, 0)).text = "Chỉ tiêu"
        table.cell(1, 1).text, table.cell(1, 2).text, table.cell(1, 3).text = "Kế hoạch", "Thực hiện", "So sánh"

    document = read(word(build, ()), "a.docx")
    assert cells(document, 0) == ["Chỉ tiêu", "Năm 2020", "Năm 2020", ""]
    assert said(document)[0].split(" | ")[:2] == ["Chỉ tiêu", "Năm 2020"]
    assert cells(document, 1) == ["", "Kế hoạch", "Thực hiện", "So sánh"]


def test_a_table_that_only_arranges_the_page_is_read_as_paragraphs():
    def build(document):
        cell = document.add_table(1, 2).rows[0].cells[0]
        for line in REPORT * 3:
            cell.add_paragraph(line)

    document = read(word(build, ("Mở đầu hội nghị.",)), "a.docx")
    assert len(document.blocks) == 1 + 3 * len(REPORT)
    assert BlockKind.ROW not in {block.kind for block in document.blocks}


def _filled(table, rows):
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def test_a_table_in_a_cell_stands_behind_the_table_of_the_cell_with_rows_of_its_own():
    def build(document):
        outer = _filled(
            document.add_table(3, 3), [("Chỉ tiêu", "5 tháng", "Ghi chú"), ("Thu ngân sách", "155", "theo xã:"), ("Ngô", "32", "")]
        )
        _filled(outer.cell(1, 2).add_table(2, 2), [("Xã", "Thu"), ("An Lập", "3,2")])
        document.add_paragraph("Hết.")

    document = read(word(build, []), "a.docx")
    assert [block.span.of(document.text).strip() for block in document.blocks] == [
        "Chỉ tiêu | 5 tháng | Ghi chú",
        "Thu ngân sách | 155 | theo xã:",
        "Ngô | 32 |",
        "Xã | Thu",
        "An Lập | 3,2",
        "Hết.",
    ]


def test_tables_side_by_side_in_the_cells_of_another_keep_their_rows():
    def build(document):
        outer = document.add_table(1, 2)
        _filled(outer.cell(0, 0).add_table(2, 2), [("Xã", "Hộ nghèo"), ("An Lập", "32")])
        _filled(outer.cell(0, 1).add_table(2, 2), [("Thôn", "Hộ nghèo"), ("Đồi Mây", "7")])

    document = read(word(build, []), "a.docx")
    assert [block.span.of(document.text) for block in document.blocks] == ["Xã | Hộ nghèo", "An Lập | 32", "Thôn | Hộ nghèo", "Đồi Mây | 7"]


def test_styles_tell_titles_headings_and_captions():
    def build(document):
        document.add_paragraph("Báo cáo giao ban quý I", style="Title")
        document.add_paragraph("Kết quả", style="Heading 1")
        document.add_paragraph("Hội nghị tại trụ sở", style="Caption")
        document.add_paragraph("Cấp nước sạch cho bốn xã", style="List Bullet")

    document = read(word(build, ()), "a.docx")
    assert [block.kind.value for block in document.blocks] == ["title", "heading", "caption", "list_item"]


def test_the_numbers_that_word_draws_are_part_of_the_text():
    def build(document):
        for text in ("Rà soát các dự án;", "Kiểm tra tiến độ;"):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("Thu gom rác thải.", style="List Bullet")

    document = read(word(build, ()), "a.docx")
    assert said(document) == ["1. Rà soát các dự án;", "2. Kiểm tra tiến độ;", "- Thu gom rác thải."]
    assert {block.kind for block in document.blocks} == {BlockKind.LIST_ITEM}


def test_lists_that_look_the_same_count_on_but_where_one_says_with_what_it_begins():
    def build(document):
        numbering = document.part.numbering_part.element
        level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="88">{level}</w:abstractNum>'))
        begins = {88: "", 89: 1, 90: 5}
        for number, start in begins.items():
            anew = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
            numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="88"/>{anew}</w:num>'))
        for number in (88, 88, 89, 89, 90, 88):
            properties = document.add_paragraph("Việc.")._p.get_or_add_pPr()
            properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))

    assert [text.split()[0] for text in said(read(word(build, ()), "a.docx"))] == ["1.", "2.", "1.", "2.", "5.", "6."]


def test_text_of_boxes_links_and_content_controls_is_read_and_deleted_text_is_not():
    def build(document):
        box = "<w:txbxContent><w:p><w:r><w:t>Trong khung.</w:t></w:r></w:p></w:txbxContent>"
        deleted, inserted = "<w:del><w:r><w:delText>bỏ đi</w:delText></w:r></w:del>", "<w:ins><w:r><w:t>thêm vào.</w:t></w:r></w:ins>"
        for inside in (
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>Trong ô nội dung.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            f'<w:p><w:r><w:t xml:space="preserve">Giữ lại </w:t></w:r>{deleted}{inserted}</w:p>',
            f"<w:p><w:r><w:t>Bên ngoài khung.</w:t></w:r><w:r><w:pict>{box}</w:pict></w:r></w:p>",
        ):
            document.element.body.insert(-1, parse_xml(inside.replace(">", f" {nsdecls('w')}>", 1)))

    document = read(word(build, ()), "a.docx")
    assert said(document) == ["Trong ô nội dung.", "Giữ lại thêm vào.", "Bên ngoài khung.", "Trong khung."]


def test_runs_in_old_fonts_are_read_beside_runs_of_today():
    def build(document):
        paragraph = document.add_paragraph()
        paragraph.add_run("Thị xã ")
        for run, text in ((".VnTime", "®¹t 2.572 tû"), ("VNI-Times", " ñoàng"), (".VnTimeH", " thu ng©n s¸ch")):
            paragraph.add_run(text).font.name = run

    assert said(read(word(build, ()), "a.docx")) == ["Thị xã đạt 2.572 tỷ đồng THU NGÂN SÁCH"]


def test_an_old_font_that_only_a_style_names_is_known():
    def build(document):
        style = document.styles.add_style("Cũ", WD_STYLE_TYPE.PARAGRAPH)
        style.font.name = ".VnTime"
        document.add_paragraph("Tæng thu ng©n s¸ch", style=style)

    assert said(read(word(build, ()), "a.docx")) == ["Tổng thu ngân sách"]


def test_an_old_encoding_that_no_font_names_is_told_by_its_words():
    old = [encoded(line, "tcvn3").decode("latin-1") for line in REPORT]
    document = read(word(paragraphs=[*old, "Một dòng đã là Unicode về kinh tế."]), "a.docx")
    assert said(document) == [*REPORT, "Một dòng đã là Unicode về kinh tế."]
    assert document.encoding == "utf-8, tcvn3"


def test_lines_broken_by_hand_make_one_paragraph_unless_they_are_a_list():
    def build(document):
        document.add_paragraph("Kết luận của\nChủ tịch Ủy ban nhân dân")
        document.add_paragraph("Giao nhiệm vụ:\n- Phòng Kinh tế;\n- Phòng Quản lý đô thị.")

    assert said(read(word(build, ()), "a.docx")) == [
        "Kết luận của Chủ tịch Ủy ban nhân dân",
        "Giao nhiệm vụ:",
        "- Phòng Kinh tế;",
        "- Phòng Quản lý đô thị.",
    ]


def test_the_header_and_footer_are_no_part_of_the_text():
    def build(document):
        document.sections[0].header.paragraphs[0].text = "Ủy ban nhân dân thị xã"
        document.sections[0].footer.paragraphs[0].text = "Trang 1"

    assert said(read(word(build), "a.docx")) == list(REPORT)


@pytest.mark.parametrize("place", ["word/styles.xml", "word/numbering.xml"])
def test_a_document_with_a_broken_part_is_refused_as_damaged(place):
    data = word()
    broken = rezipped(data, {place: part(data, place)[:200]})
    with pytest.raises(Refused) as refused:
        read(broken, "a.docx")
    assert refused.value.code == "docx-broken"


def test_hidden_words_are_no_part_of_the_text_but_are_looked_at_for_marks():
    def build(words):
        def add(document):
            paragraph = document.add_paragraph("Thu ngân sách đạt 5 tỷ đồng.")
            paragraph.add_run(words).font.hidden = True
            paragraph.add_run(" Hết.").font.hidden = False

        return add

    assert said(read(word(build(" Ghi chú: 45 tỷ đồng."), ()), "a.docx")) == ["Thu ngân sách đạt 5 tỷ đồng. Hết."]
    with pytest.raises(Refused) as refused:
        read(word(build("TỐI MẬT"), ()), "a.docx")
    assert refused.value.code == "state-secret"
