"""Numbering of a DOCX as Word keeps it: levels of a list, so that an office can move a paragraph and the numbers follow."""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."))
"""The third level is 1.1., as the instruction on party papers has it itself: Word cannot count a, b, c, d, đ."""
TWIPS = 567
"""In a centimetre."""


def add(document: Document, indent: float) -> int:
    """Define a list of `LEVELS`; gives its number for `apply`. `indent` in millimetres. A number is set as its paragraph is."""
    part: Any = document.part.numbering_part.element
    abstract = _element("w:abstractNum", **{"w:abstractNumId": "77"})
    abstract.append(_element("w:multiLevelType", **{"w:val": "multilevel"}))
    for level, (form, text) in enumerate(LEVELS):
        abstract.append(_level(level, form, text, indent))
    part.insert(0, abstract)
    number = _element("w:num", **{"w:numId": "77"})
    number.append(_element("w:abstractNumId", **{"w:val": "77"}))
    part.append(number)
    return 77


def apply(paragraph: Paragraph, number: int, level: int) -> None:
    """Make a paragraph an item of the list at that level."""
    properties: Any = paragraph._p.get_or_add_pPr()
    numbered = _element("w:numPr")
    numbered.append(_element("w:ilvl", **{"w:val": str(level)}))
    numbered.append(_element("w:numId", **{"w:val": str(number)}))
    properties.append(numbered)


def _level(level: int, form: str, text: str, indent: float) -> Any:
    made = _element("w:lvl", **{"w:ilvl": str(level)})
    for name, value in (("w:start", "1"), ("w:numFmt", form), ("w:suff", "space"), ("w:lvlText", text), ("w:lvlJc", "left")):
        made.append(_element(name, **{"w:val": value}))
    paragraph = _element("w:pPr")
    paragraph.append(_element("w:ind", **{"w:left": "0", "w:firstLine": str(round(indent / 10 * TWIPS))}))
    made.append(paragraph)
    return made


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element
