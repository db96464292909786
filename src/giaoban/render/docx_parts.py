"""What the documents of an office have in common as DOCX: A4, one font, named styles, page numbers that count themselves."""

import re
from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FONT = "Times New Roman"
UNHELD = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}


def plain(text: str) -> str:
    """The text without what XML cannot hold."""
    return UNHELD.sub("", text)


def page(document: Document, margins: Mapping[str, float], language: str = "vi") -> None:
    """A4 with these margins (top, bottom, left, right, in millimetres), in that language: spelling is checked and read aloud in it."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(margins["top"]), Mm(margins["bottom"])
    section.left_margin, section.right_margin = Mm(margins["left"]), Mm(margins["right"])
    document.core_properties.language = LANGUAGES[language]
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), LANGUAGES[language])


def normal(document: Document, size: float) -> None:
    """The font of everything, in points."""
    its: Any = document.styles["Normal"]
    its.font.name, its.font.size = FONT, Pt(size)
    its.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)


def style(document: Document, name: str, size: float, alignment: Any, *, bold: bool, italic: bool) -> Any:
    """A new paragraph style without space around it, on the list of styles that an office picks from."""
    made: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.font.size, made.font.bold, made.font.italic = Pt(size), bold, italic
    made.paragraph_format.alignment = alignment
    made.paragraph_format.space_before = made.paragraph_format.space_after = Pt(0)
    made.quick_style = True
    return made


def outline(holder: Any, level: int) -> None:
    """Make a style or paragraph a heading of that level (0 the highest): it stands in the navigation of Word and is read aloud as one."""
    made: Any = OxmlElement("w:outlineLvl")
    made.set(qn("w:val"), str(level))
    holder._element.get_or_add_pPr().append(made)


def page_number(paragraph: Paragraph, size: float) -> None:
    """The number of the page, in points, as a field."""
    for run in field(paragraph, "PAGE"):
        run.font.name, run.font.size = FONT, Pt(size)


def field(paragraph: Paragraph, instruction: str, shown: str = "") -> list[Run]:
    """A field at the end of a paragraph, as the runs it is made of; `shown` is what stands there until it is counted anew."""
    runs = [_part(paragraph, "w:fldChar", kind="begin"), _part(paragraph, "w:instrText", text=instruction)]
    if shown:
        runs += [_part(paragraph, "w:fldChar", kind="separate"), paragraph.add_run(shown)]
    return [*runs, _part(paragraph, "w:fldChar", kind="end")]


def _part(paragraph: Paragraph, name: str, *, kind: str = "", text: str = "") -> Run:
    run = paragraph.add_run()
    element: Any = OxmlElement(name)
    if kind:
        element.set(qn("w:fldCharType"), kind)
    else:
        element.text = text
    run._r.append(element)
    return run


def bookmark(name: str, number: int, around: Any) -> None:
    """A bookmark around one run."""
    start: Any = OxmlElement("w:bookmarkStart")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end: Any = OxmlElement("w:bookmarkEnd")
    end.set(qn("w:id"), str(number))
    around._r.addprevious(start)
    around._r.addnext(end)
