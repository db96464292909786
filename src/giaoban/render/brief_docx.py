"""A brief as DOCX: named styles, lists that count themselves, footnotes for sources, headings of tables that repeat on every page."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from giaoban.brief.brief import Brief
from giaoban.render import docx_parts
from giaoban.render.brief_annexes import paper
from giaoban.render.brief_paper import Section, Table, Words
from giaoban.render.footnotes import Footnotes

MARGINS = {"top": 17.0, "bottom": 17.0, "left": 22.0, "right": 18.0}
WIDTH = 210 - MARGINS["left"] - MARGINS["right"]
"""Of the text, in millimetres."""
TEXT_SIZE, CELL_SIZE, NOTE_SIZE = 11, 9.5, 8
TITLE, PART = "Title", "Heading 1"
BELOW, CELL, HEAD, MORE = "GB Dưới tiêu đề", "GB Ô bảng", "GB Đầu cột", "GB Còn nữa"
LISTS = {True: "List Number", False: "List Bullet"}


def docx_of(brief: Brief, language: str = "vi") -> bytes:
    """The bytes of the document."""
    made = paper(brief, language)
    document = docx.Document()
    docx_parts.page(document, MARGINS, language)
    _styles(document)
    notes = Footnotes(document, made.notes, NOTE_SIZE)
    document.core_properties.title = docx_parts.plain(f"{made.title} · {made.subtitle[0]}"[:255])
    document.add_paragraph(made.title, TITLE)
    for number, each in enumerate(made.subtitle):
        document.add_paragraph(docx_parts.plain(each), BELOW).runs[0].bold = number == 0
    for part in made.first:
        _section(document, part, notes)
    for number, part in enumerate(made.annexes):
        _section(document, part, notes).paragraph_format.page_break_before = number == 0
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    docx_parts.page_number(footer, NOTE_SIZE + 1)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _styles(document: Document) -> None:
    docx_parts.normal(document, TEXT_SIZE)
    for name, size, before in ((TITLE, 17, 0), (PART, 12.5, 9)):
        _dressed(document.styles[name], size, before)
    for name in LISTS.values():
        document.styles[name].paragraph_format.space_after = Pt(3)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    left = WD_ALIGN_PARAGRAPH.LEFT
    for name, bold, italic in ((BELOW, False, False), (CELL, False, False), (HEAD, True, False), (MORE, False, True)):
        docx_parts.style(document, name, CELL_SIZE if name in {CELL, HEAD} else TEXT_SIZE, left, bold=bold, italic=italic)


def _dressed(style: Any, size: float, before: float) -> None:
    """One of Word's own styles in the font of the paper, black and without its line below."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = docx_parts.FONT, Pt(size), True, False
    style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        style.element.rPr.rFonts.attrib.pop(qn(name), None)
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(3)


def _section(document: Document, section: Section, notes: Footnotes) -> Paragraph:
    """Writes it; gives its heading."""
    heading = document.add_paragraph(section.heading, PART)
    for each in section.lead:
        _words(document.add_paragraph(), each, notes)
    for item in section.items:
        _words(document.add_paragraph(style=LISTS[section.ordered]), item, notes)
    if section.table:
        _table(document, section.table, notes)
    if section.more:
        document.add_paragraph(section.more, MORE)
    return heading


def _words(paragraph: Paragraph, words: Words, notes: Footnotes) -> None:
    strong, text = docx_parts.plain(words.strong), docx_parts.plain(words.text)
    if strong:
        paragraph.add_run(strong).bold = True
    paragraph.add_run(f" {text}" if strong and text else text)
    for at, number in enumerate(dict.fromkeys(ref.number for ref in words.refs)):
        if at:
            paragraph.add_run(",").font.superscript = True
        notes.cite(paragraph, number)


def _table(document: Document, table: Table, notes: Footnotes) -> None:
    drawn: Any = document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    drawn.autofit = False
    widths = [Mm(WIDTH * share / sum(table.widths)) for share in table.widths]
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    head, cell = (document.styles[name].style_id for name in (HEAD, CELL))
    _row(drawn.rows[0], "w:tblHeader", head, [Words(head) for head in table.heads], widths, notes)
    for words in table.rows:
        _row(drawn.add_row(), "w:cantSplit", cell, words, widths, notes)


def _row(row: Any, mark: str, style: str, words: Sequence[Words], widths: Sequence[int], notes: Footnotes) -> None:
    """`w:tblHeader` has it stand on every page of the table, `w:cantSplit` stay on one page.

    Written into the elements themselves: by their names python-docx would look through all styles and cells for each.
    """
    row._tr.get_or_add_trPr().append(OxmlElement(mark))
    for cell, its, width in zip(row._tr.tc_lst, words, widths, strict=True):
        cell.width = width
        cell.p_lst[0].style = style
        _words(Paragraph(cell.p_lst[0], row), its, notes)
