"""Words that a Word document has as drawings: watermarks, WordArt, diagrams, and what is said of a picture to those who do not see it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from giaoban.documents import archive, legacy
from giaoban.documents.word.names import TEXT_PATH

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PARTS = re.compile(r"word/(?:diagrams|charts|drawings)/.+\.xml", re.IGNORECASE)
SAID = ("alt", "descr", "title")
"""Attributes that say what a picture shows."""
FONT = re.compile(r"font-family:\s*[\"']?([^\"';]+)")


def drawn(root: "Element") -> Iterator[str]:
    """The words of all drawings in a part of the document."""
    for path in root.iter(TEXT_PATH):
        yield _unicode(path.get("string", ""), path.get("style", ""))
    for paragraph in root.iter(f"{DRAWN}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{DRAWN}t"))
    for element in root.iter("*"):
        yield from filter(None, map(element.get, SAID))


def apart(container: ZipFile) -> Iterator[str]:
    """The words of drawings that are parts of their own."""
    for name in filter(PARTS.fullmatch, container.namelist()):
        root = next(archive.elements(archive.unpacked(container, name)), None)
        yield from () if root is None else drawn(root)


def _unicode(text: str, style: str) -> str:
    font = FONT.search(style)
    encoding = legacy.of_font(font[1]) if font else None
    return legacy.converted(text, encoding, font[1]) if font and encoding else text
