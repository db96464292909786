"""Papers as an office sets them in Word, for what reads the other forms in which Word and its kind save them.

Made into .doc, .rtf and .odt by LibreOffice 7.4 and kept in `saved/`:

    python -m tests.core.documents.papers FOLDER
    soffice --headless --convert-to doc --outdir tests/core/documents/saved FOLDER/*.docx    (and rtf, odt)
"""

import sys
from collections.abc import Callable
from pathlib import Path

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from tests.core.documents.made import encoded, word

FORMS = ("doc", "rtf", "odt")
SAVED = Path(__file__).parent / "saved"
TABLE = (
    ("TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch năm 2021", "Thực hiện 9 tháng năm 2021"),
    ("1", "Thu ngân sách nhà nước", "tỷ đồng", "2.500", "2.572,5"),
    ("2", "Số doanh nghiệp thành lập mới", "doanh nghiệp", "150", "140"),
    ("3", "Tỷ lệ hộ nghèo", "%", "", "0,12"),
)
LETTER = (
    "Kính gửi: Chủ tịch UBND các xã, phường.",
    "Sáng ngày 14/10/2021, đồng chí Phạm Văn Hòa, Chủ tịch UBND thị xã Hạ Lĩnh chủ trì họp giao ban công tác tháng 9.",
    "Thu ngân sách 9 tháng đạt 1.040,5 tỷ đồng, tăng 6,3% so với cùng kỳ; giải ngân vốn đầu tư công đạt 58,2% kế hoạch.",
    "Tiến độ giải phóng mặt bằng khu công nghiệp Phú Vân còn chậm.",
    "Giao Phòng Tài nguyên và Môi trường hoàn thành đo đạc trước ngày 30/11/2021, báo cáo UBND thị xã.",
)


def report(document) -> None:
    """Headings, a letterhead without lines, a table, a header and a footer."""
    filled(
        document.add_table(2, 2),
        [("UBND THỊ XÃ HẠ LĨNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("Số: 45/BC-UBND", "Hạ Lĩnh, ngày 12 tháng 10 năm 2021")],
    )
    document.add_paragraph("BÁO CÁO", style="Title")
    document.add_paragraph("Kết quả 9 tháng năm 2021")
    document.add_paragraph("Kết quả đạt được", style="Heading 1")
    for line in LETTER[1:4]:
        document.add_paragraph(line)
    filled(document.add_table(4, 5), TABLE)
    document.add_paragraph("Nhiệm vụ quý IV", style="Heading 2")
    document.add_paragraph(LETTER[4])
    document.sections[0].header.paragraphs[0].text = "Ủy ban nhân dân thị xã Hạ Lĩnh"
    document.sections[0].footer.paragraphs[0].text = "Lưu: VT, TH"


def lists(document) -> None:
    """Lists that number themselves, two of them, one going on after a paragraph; bullets; lines broken by hand."""
    document.add_paragraph("UBND thị xã yêu cầu:")
    for line in ("Phòng Kinh tế rà soát 12 dự án chậm tiến độ;", "Công an thị xã xử lý 35 vụ vi phạm;"):
        document.add_paragraph(line, style="List Number")
    document.add_paragraph("Các phường báo cáo trước ngày 25/12/2021.")
    document.add_paragraph("Phòng Nội vụ thẩm định hồ sơ trong quý IV/2021.", style="List Number")
    document.add_paragraph("Thu gom 92,5% rác thải sinh hoạt.", style="List Bullet")
    document.add_paragraph("Kết luận của\nChủ tịch UBND thị xã")
    document.add_paragraph("Giao nhiệm vụ:\n- Phòng Y tế tiêm chủng cho 3.200 trẻ;\n- Phòng Giáo dục bố trí 45 giáo viên.")


def levels(document) -> None:
    """A list of several levels: 1., 1.1., a)."""
    numbering = document.part.numbering_part.element
    drawn = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)")))
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{drawn}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    lines = (
        (0, "Kết quả thực hiện"),
        (1, "Về kinh tế"),
        (2, "Thu ngân sách đạt 512 tỷ đồng, bằng 81% dự toán."),
        (2, "Trồng mới 320 ha rừng, tăng 4,5% so với cùng kỳ."),
        (1, "Về xã hội"),
        (2, "Tỷ lệ hộ nghèo giảm còn 1,8%."),
        (3, "Riêng xã Phú Vân còn 3,2%;"),
        (3, "Xã An Lập còn 2,4%."),
        (0, "Nhiệm vụ"),
        (1, "Phòng Kinh tế tham mưu kế hoạch trước ngày 15/11/2021."),
    )
    for level, line in lines:
        properties = document.add_paragraph(line)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))


def old_letters(document) -> None:
    """TCVN3 and VNI by the fonts of runs, of a style and of cells; signs of today beside them."""
    for line in LETTER[1:4]:
        document.add_paragraph().add_run(encoded(line, "tcvn3").decode("latin-1")).font.name = ".VnTime"
    style = document.styles.add_style("Cũ", WD_STYLE_TYPE.PARAGRAPH)
    style.font.name = "VNI-Times"
    document.add_paragraph(encoded(LETTER[4], "vni").decode("latin-1"), style=style)
    paragraph = document.add_paragraph("Thị xã ")
    paragraph.add_run("®¹t 2.572 tû").font.name = ".VnTime"
    paragraph.add_run(" thu ng©n s¸ch").font.name = ".VnTimeH"
    table = document.add_table(4, 5)
    for row, texts in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(encoded(text, "tcvn3").decode("latin-1")).font.name = ".VnArial"


def merged(document) -> None:
    """A table with cells merged across and downwards, and one with a table in a cell."""
    table = document.add_table(4, 4)
    filled(
        table,
        [
            ("Chỉ tiêu", "Năm 2020", "", "Ghi chú"),
            ("", "Kế hoạch", "Thực hiện", ""),
            ("Thu ngân sách (tỷ đồng)", "155", "162,5", "vượt"),
            ("Diện tích lúa (ha)", "3.200", "3.150", "đạt 98,4%"),
        ],
    )
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    document.add_paragraph("Số liệu theo xã như sau:")
    outer = filled(document.add_table(2, 2), [("Nội dung", "Chi tiết"), ("Hộ nghèo", "theo xã:")])
    filled(outer.cell(1, 1).add_table(2, 2), [("Xã", "Hộ nghèo (hộ)"), ("An Lập", "32")])
    document.add_paragraph("Hết.")


def beside(document) -> None:
    """What is no running text or only seems to be: notes, deleted and hidden words, a field, a text box, raised signs, a table that
    arranges the page."""
    paragraph = document.add_paragraph("Thu ngân sách năm 2021 đạt 4.125")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" tỷ đồng; trồng 32 ha cây trên đất 15.000 m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(".")
    paragraph.add_run(" Ghi chú ẩn: 45 tỷ đồng.").font.hidden = True
    deleted = '<w:del w:id="1" w:author="A" w:date="2021-01-01T00:00:00Z"><w:r><w:delText>bỏ đi 9 tỷ đồng</w:delText></w:r></w:del>'
    inserted = '<w:ins w:id="2" w:author="A" w:date="2021-01-01T00:00:00Z"><w:r><w:t>thêm 7 tỷ đồng.</w:t></w:r></w:ins>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://vanban.example.vn" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Nghị quyết 45</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    for inside in (
        f'<w:p><w:r><w:t xml:space="preserve">Giữ lại </w:t></w:r>{deleted}{inserted}</w:p>',
        f'<w:p><w:r><w:t xml:space="preserve">Theo </w:t></w:r>{field}<w:r><w:t xml:space="preserve"> của thị xã.</w:t></w:r></w:p>',
    ):
        document.element.body.insert(-1, parse_xml(inside.replace(">", f" {nsdecls('w')}>", 1)))
    table = document.add_table(1, 2)
    for cell in table.rows[0].cells:
        cell.width = Cm(8)
    for line in LETTER * 2:
        table.rows[0].cells[0].add_paragraph(line)


def boxed(document) -> None:
    """A text box that hangs on a paragraph."""
    shape = (
        '<v:shape id="b" type="#_x0000_t202" style="position:absolute;margin-left:20pt;margin-top:5pt;width:200pt;height:60pt">'
        "<v:textbox><w:txbxContent><w:p><w:r><w:t>Trong khung có 12 dự án.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    )
    names = f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"'
    document.element.body.insert(
        -1, parse_xml(f"<w:p {names}><w:r><w:t>Bên ngoài khung.</w:t></w:r><w:r><w:pict>{shape}</w:pict></w:r></w:p>")
    )
    document.add_paragraph("Sau khung.")


LOST = frozenset({("boxed", "rtf")})
"""LibreOffice leaves the words of the box out."""


def filled(table, rows):
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


PAPERS: dict[str, Callable[[object], None]] = {each.__name__: each for each in (report, lists, levels, old_letters, merged, beside, boxed)}


def paper(name: str) -> bytes:
    return word(PAPERS[name], ())


def saved(name: str, form: str) -> bytes:
    """The paper as LibreOffice saved it in that form."""
    return (SAVED / f"{name}.{form}").read_bytes()


def all_saved():
    """The names of the papers with the forms in which they were saved."""
    return [(name, form) for name in PAPERS for form in FORMS if (name, form) not in LOST]


if __name__ == "__main__":
    for each in PAPERS:
        (Path(sys.argv[1]) / f"{each}.docx").write_bytes(paper(each))
