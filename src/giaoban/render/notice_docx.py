"""A notice as DOCX: named styles, real numbering, page numbers from the second page, so that an office can go on editing it."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from giaoban.brief import Item, Notice, Section
from giaoban.brief.notice_paragraphs import named
from giaoban.render import docx_parts, numbering
from giaoban.render.issuer import issuing
from giaoban.render.layouts import BLANK, Layout

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
DAY = re.compile(r"\bngày (?=\d)")
"""In the heading no line ends between them."""
TEXT, HEADINGS = "GB Nội dung", ("GB Mục", "GB Mục nhỏ")
"""Of paragraphs, and of headings by their level: what stands deeper has the last."""
BOOKMARK = "_gb_"
"""Word hides bookmarks whose names begin with a low line."""
ABOVE_NUMBER, ABOVE_KIND, BELOW_ABSTRACT = 5.0, 14.0, 10.0
"""Space above the number and day, and around the kind and abstract, in points."""
HEADING_INDENT, MOTTO_INDENT, ABSTRACT_INDENT = 17.0, 21.0, 62.0
"""On both sides of a line, in millimetres: under the heading it is as long as the words, under the abstract short."""
MOST_BESIDE, FIRST_BESIDE = 18, 10
"""Recipients that stay beside who signs: so many where there are no more, else the first few."""
LEFT_WIDTH = 58.0
"""Of the block with the issuing body, in millimetres: the name of the state needs the rest."""


def docx_of(notice: Notice, layout: Layout) -> bytes:
    """The bytes of the document. Every paragraph carries a hidden bookmark with its mark, so that it is known again when it comes back."""
    notice = named(notice)
    document = docx.Document()
    _page(document, layout)
    document.core_properties.author, document.core_properties.title = notice.heading.body, f"{notice.kind} {notice.abstract}"[:255]
    _styles(document, layout)
    list_number = numbering.add(document, layout.indent)
    _head(document, notice, layout)
    for item in notice.opening:
        _paragraph(document, item, TEXT)
    for section in notice.sections:
        _section(document, section, list_number, 0)
    closing = _paragraph(document, Item(f"{notice.closing}{layout.words['end']}", mark="closing"), TEXT)
    closing.paragraph_format.keep_with_next = True
    _foot(document, notice, layout)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: Document, layout: Layout) -> None:
    docx_parts.page(document, layout.margins)
    section = document.sections[0]
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.alignment = CENTRE
    docx_parts.page_number(header, layout.sizes["page_number"])
    document.core_properties.comments = layout.id


def _styles(document: Document, layout: Layout) -> None:
    docx_parts.normal(document, layout.sizes["text"])
    for part, (name, alignment) in STYLES.items():
        if part in layout.sizes:
            docx_parts.style(document, name, layout.sizes[part], alignment, bold=part in layout.bold, italic=part in layout.italic)
    for name in (TEXT, *HEADINGS):
        style = docx_parts.style(document, name, layout.sizes["text"], JUSTIFY, bold=name in HEADINGS, italic=False)
        style.paragraph_format.first_line_indent = Mm(layout.indent)
        style.paragraph_format.space_after = Pt(layout.space_after)
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        style.paragraph_format.line_spacing = Pt(layout.line_spacing)
    for level, name in enumerate(HEADINGS):
        document.styles[name].paragraph_format.keep_with_next = True
        docx_parts.outline(document.styles[name], level)


def _head(document: Document, notice: Notice, layout: Layout) -> None:
    heading, words = notice.heading, layout.words
    (left, right), (number, date) = _cells(document, (LEFT_WIDTH, _text_width(layout) - LEFT_WIDTH), rows=2)
    upper = [("upper", issuing(heading.upper))] if heading.upper else []
    star = [("upper", words["under_body"])] if words["under_body"] else []
    _fill(left, [*upper, ("body", issuing(heading.body)), *star], ruled=not star)
    motto = [("motto", words["motto"])] if words["motto"] else []
    _fill(right, [("heading", words["heading"]), *motto], ruled=True, indent=MOTTO_INDENT if motto else HEADING_INDENT)
    _fill(number, [("number", layout.number(heading.number, heading.symbol))])
    _fill(date, [("place_date", place_date(notice))])
    for cell in (number, date):
        cell.paragraphs[0].paragraph_format.space_before = Pt(ABOVE_NUMBER)
    kind = document.add_paragraph(notice.kind, STYLES["kind"][0])
    kind.paragraph_format.space_before = Pt(ABOVE_KIND)
    abstract = DAY.sub("ngày\u00a0", raised(notice.abstract, layout))
    _bookmarked(document.add_paragraph(abstract, STYLES["abstract"][0]), "abstract")
    under = words["under_abstract"]
    rule = document.add_paragraph(under, STYLES["upper"][0]) if under else _rule_below(document, ABSTRACT_INDENT)
    rule.paragraph_format.space_after = Pt(BELOW_ABSTRACT)


def raised(abstract: str, layout: Layout) -> str:
    """The party's abstract begins small, the state's with a capital."""
    return abstract if layout.words["under_abstract"] else abstract[:1].upper() + abstract[1:]


def signing(notice: Notice, layout: Layout) -> list[tuple[str, str]]:
    """The lines above who signs, each with its part of the layout: whose authority it is, then the office."""
    return [("office" if number else "authority", layout.authority(line)) for number, line in enumerate(notice.heading.authority)]


def place_date(notice: Notice) -> str:
    """Where and when, as the paper writes it; room to write by hand for what is not settled."""
    on = notice.heading.on
    if on is None:
        return f"{notice.heading.place}, ngày{BLANK}tháng{BLANK}năm{BLANK}"
    month = f"{on.month:02}" if on.month < 3 else str(on.month)
    return f"{notice.heading.place}, ngày {on.day:02} tháng {month} năm {on.year}"


def _text_width(layout: Layout) -> float:
    return 210 - layout.margins["left"] - layout.margins["right"]


def _cells(document: Document, widths: Sequence[float], rows: int = 1) -> list[list[Any]]:
    """Rows of two cells side by side without borders; widths in millimetres."""
    table: Any = document.add_table(rows=rows, cols=2)
    table.autofit = False
    _without_padding(table)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for column, cell, width in zip(table.columns, row.cells, widths, strict=True):
            column.width = cell.width = Mm(width)
    return [list(row.cells) for row in table.rows]


def _without_padding(table: Any) -> None:
    margins: Any = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge: Any = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


def _fill(cell: Any, lines: Sequence[tuple[str, str]], *, ruled: bool = False, indent: float = 14) -> None:
    for part, text in lines:
        first = cell.paragraphs[0]
        paragraph = first if not first.text and first.style.name == "Normal" else cell.add_paragraph()
        paragraph.style = STYLES[part][0]
        paragraph.add_run(text)
    if ruled:
        _rule_below(cell, indent)


def _rule_below(holder: Any, indent: float) -> Paragraph:
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
    return paragraph


def _section(document: Document, section: Section, list_number: int, level: int) -> None:
    heading = _bookmarked(document.add_paragraph(section.heading, HEADINGS[min(level, len(HEADINGS) - 1)]), section.mark)
    if level >= len(HEADINGS):
        docx_parts.outline(heading, level)
    numbering.apply(heading, list_number, level)
    for item in section.items:
        numbering.apply(_paragraph(document, item, TEXT), list_number, level + 1)
    for each in section.sections:
        _section(document, each, list_number, level + 1)


def _paragraph(document: Document, item: Item, style: str) -> Paragraph:
    return _bookmarked(document.add_paragraph(item.text, style), item.mark)


def _bookmarked(paragraph: Paragraph, mark: str) -> Paragraph:
    """A hidden bookmark around the whole paragraph; its number is one that no other in the document has."""
    body: Any = paragraph._p.getparent()
    number = str(sum(1 for _each in body.iter(qn("w:bookmarkStart"))))
    start: Any = OxmlElement("w:bookmarkStart")
    start.set(qn("w:id"), number)
    start.set(qn("w:name"), f"{BOOKMARK}{mark}")
    end: Any = OxmlElement("w:bookmarkEnd")
    end.set(qn("w:id"), number)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)
    return paragraph


def _foot(document: Document, notice: Notice, layout: Layout) -> None:
    """Who gets it, beside who signs. A long list goes on below in a row of its own, which may be parted by the end of a page."""
    document.add_paragraph().paragraph_format.keep_with_next = True
    listed = [("recipients", each) for each in layout.recipients(notice.heading.recipients)]
    beside = len(listed) if len(listed) <= MOST_BESIDE else FIRST_BESIDE
    widths = (_text_width(layout) / 2, _text_width(layout) / 2)
    ((left, right), *below) = _cells(document, widths, rows=1 if beside == len(listed) else 2)
    _fill(left, [("recipients_label", layout.words["recipients"]), *listed[:beside]])
    if "recipients_label" not in layout.bold:
        left.paragraphs[0].runs[0].underline = True
    _fill(right, [*signing(notice, layout), *[("authority", "")] * 4, ("signer", notice.heading.signer)])
    for rest, _empty in below:
        _fill(rest, listed[beside:])
        for kept in rest._tc.getparent().iter(qn("w:cantSplit")):
            kept.set(qn("w:val"), "0")
