"""A notice as DOCX: named styles, real numbering, page numbers from the second page, so that an office can go on editing it."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from giaoban.brief import Item, Notice, Section
from giaoban.render import numbering
from giaoban.render.layouts import Layout

FONT = "Times New Roman"
CENTRE, JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
STYLES = {
    "heading": ("GB Tiêu đề cơ quan", CENTRE),
    "motto": ("GB Tiêu ngữ", CENTRE),
    "upper": ("GB Cơ quan cấp trên", CENTRE),
    "body": ("GB Cơ quan ban hành", CENTRE),
    "number": ("GB Số ký hiệu", CENTRE),
    "place_date": ("GB Địa danh ngày tháng", CENTRE),
    "kind": ("GB Tên loại", CENTRE),
    "abstract": ("GB Trích yếu", CENTRE),
    "authority": ("GB Quyền hạn chức vụ", CENTRE),
    "office": ("GB Chức vụ", CENTRE),
    "signer": ("GB Họ tên người ký", CENTRE),
    "recipients_label": ("GB Nơi nhận", LEFT),
    "recipients": ("GB Danh sách nơi nhận", LEFT),
}
TEXT, CHAPTER = "GB Nội dung", "GB Mục"
LEFT_WIDTH = 58.0
"""Of the block with the issuing body, in millimetres: the name of the state needs the rest."""


def docx_of(notice: Notice, layout: Layout) -> bytes:
    """The bytes of the document. Every paragraph that came from the record carries a bookmark "gb_START_END" with its span."""
    document = docx.Document()
    _page(document, layout)
    _styles(document, layout)
    list_number = numbering.add(document, (True, True, False), layout.indent)
    _head(document, notice, layout)
    for item in notice.opening:
        _paragraph(document, item, TEXT)
    for section in notice.sections:
        _section(document, section, list_number, 0)
    _paragraph(document, Item(f"{notice.closing}{layout.words['end']}"), TEXT).paragraph_format.keep_with_next = True
    _foot(document, notice, layout)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: Document, layout: Layout) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(layout.margins["top"]), Mm(layout.margins["bottom"])
    section.left_margin, section.right_margin = Mm(layout.margins["left"]), Mm(layout.margins["right"])
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.alignment = CENTRE
    _page_number(header, layout.sizes["page_number"])
    document.core_properties.language = "vi-VN"
    document.core_properties.comments = layout.id


def _page_number(paragraph: Paragraph, size: float) -> None:
    run = paragraph.add_run()
    run.font.name, run.font.size = FONT, Pt(size)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _styles(document: Document, layout: Layout) -> None:
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(layout.sizes["text"])
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for part, (name, alignment) in STYLES.items():
        if part in layout.sizes:
            _style(document, name, layout.sizes[part], alignment, bold=part in layout.bold, italic=part in layout.italic)
    for name, bold in ((TEXT, False), (CHAPTER, True)):
        style = _style(document, name, layout.sizes["text"], JUSTIFY, bold=bold, italic=False)
        style.paragraph_format.first_line_indent = Mm(layout.indent)
        style.paragraph_format.space_after = Pt(layout.space_after)
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        style.paragraph_format.line_spacing = Pt(layout.line_spacing)
    document.styles[CHAPTER].paragraph_format.keep_with_next = True


def _style(document: Document, name: str, size: float, alignment: Any, *, bold: bool, italic: bool) -> Any:
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    style.paragraph_format.alignment = alignment
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.quick_style = True
    return style


def _head(document: Document, notice: Notice, layout: Layout) -> None:
    heading = notice.heading
    left, right = _two_cells(document, (LEFT_WIDTH, _text_width(layout) - LEFT_WIDTH))
    upper = [("upper", heading.upper)] if heading.upper else []
    _fill(left, [*upper, ("body", heading.body)], ruled=not layout.words["under_body"])
    under = layout.words["under_body"]
    _fill(left, [*([("upper", under)] if under else []), ("number", layout.number(heading.number, heading.symbol))])
    motto = layout.words["motto"]
    _fill(right, [("heading", layout.words["heading"]), *([("motto", motto)] if motto else [])], ruled=True)
    _fill(right, [("place_date", place_date(notice))])
    document.add_paragraph()
    document.add_paragraph(notice.kind, STYLES["kind"][0])
    document.add_paragraph(raised_abstract(notice, layout), STYLES["abstract"][0])
    if layout.words["under_abstract"]:
        document.add_paragraph(layout.words["under_abstract"], STYLES["upper"][0])
    else:
        _rule_below(document, 62)


def raised_abstract(notice: Notice, layout: Layout) -> str:
    """The party's abstract begins small, the state's with a capital."""
    return notice.abstract if layout.words["under_abstract"] else notice.abstract[:1].upper() + notice.abstract[1:]


def signing(notice: Notice) -> list[tuple[str, str]]:
    """The lines above who signs, each with its part of the layout: whose authority it is, then the office."""
    return [("office" if number else "authority", line) for number, line in enumerate(notice.heading.authority)]


def place_date(notice: Notice) -> str:
    """Where and when, as the paper writes it; gaps for what is not settled."""
    on = notice.heading.on
    if on is None:
        return f"{notice.heading.place}, ngày     tháng     năm      "
    month = f"{on.month:02}" if on.month < 3 else str(on.month)
    return f"{notice.heading.place}, ngày {on.day:02} tháng {month} năm {on.year}"


def _text_width(layout: Layout) -> float:
    return 210 - layout.margins["left"] - layout.margins["right"]


def _two_cells(document: Document, widths: Sequence[float]) -> list[Any]:
    """Two cells side by side without borders; widths in millimetres."""
    table: Any = document.add_table(rows=1, cols=2)
    table.autofit = False
    _without_padding(table)
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for column, cell, width in zip(table.columns, row.cells, widths, strict=True):
        column.width = cell.width = Mm(width)
    return list(row.cells)


def _without_padding(table: Any) -> None:
    margins: Any = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge: Any = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


def _fill(cell: Any, lines: Sequence[tuple[str, str]], *, ruled: bool = False) -> None:
    for part, text in lines:
        first = cell.paragraphs[0]
        paragraph = first if not first.text and first.style.name == "Normal" else cell.add_paragraph()
        paragraph.style = STYLES[part][0]
        paragraph.add_run(text)
    if ruled:
        _rule_below(cell)


def _rule_below(holder: Any, indent: float = 14) -> None:
    """A short solid line under the words: the lower border of a paragraph too small to be seen; `indent` on both sides in millimetres."""
    paragraph: Paragraph = holder.add_paragraph()
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(indent)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(3)
    paragraph.add_run().font.size = Pt(1)
    properties: Any = paragraph._p.get_or_add_pPr()
    borders: Any = OxmlElement("w:pBdr")
    bottom: Any = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties.append(borders)


def _section(document: Document, section: Section, list_number: int, level: int) -> None:
    heading = document.add_paragraph(section.heading, CHAPTER if level == 0 else TEXT)
    heading.paragraph_format.keep_with_next = True
    heading.runs[0].bold = True
    numbering.apply(heading, list_number, level)
    for item in section.items:
        numbering.apply(_paragraph(document, item, TEXT), list_number, level + 1)
    for each in section.sections:
        _section(document, each, list_number, level + 1)


def _paragraph(document: Document, item: Item, style: str) -> Paragraph:
    paragraph = document.add_paragraph(item.text, style)
    if item.span:
        _bookmark(paragraph, f"gb_{item.span.start}_{item.span.end}", item.span.start)
    return paragraph


def _bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    start: Any = OxmlElement("w:bookmarkStart")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end: Any = OxmlElement("w:bookmarkEnd")
    end.set(qn("w:id"), str(number))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def _foot(document: Document, notice: Notice, layout: Layout) -> None:
    document.add_paragraph().paragraph_format.keep_with_next = True
    left, right = _two_cells(document, (_text_width(layout) / 2, _text_width(layout) / 2))
    listed = [("recipients", f"- {each};") for each in notice.heading.recipients]
    _fill(left, [("recipients_label", layout.words["recipients"]), *listed, ("recipients", f"- {layout.words['archive']}")])
    if "recipients_label" not in layout.bold:
        left.paragraphs[0].runs[0].underline = True
    _fill(right, [*signing(notice), *[("authority", "")] * 4, ("signer", notice.heading.signer)])
