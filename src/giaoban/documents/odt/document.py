"""A whole OpenDocument text, in the order in which it is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import ZipFile

from giaoban.documents import about, archive, rows
from giaoban.documents.odt.names import (
    APART,
    CELL,
    COVERED,
    DESCRIBED,
    DRAW,
    HEADING,
    LIST,
    LIST_HEADER,
    NOT_TEXT,
    OFFICE,
    PARAGRAPHS,
    ROW,
    SAID,
    SECTION,
    TABLE,
    TEXT,
)
from giaoban.documents.pieces import MAX_TEXT, Contents, Piece
from giaoban.model import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from giaoban.documents.odt.lists import Lists
    from giaoban.documents.odt.paragraphs import Paragraphs

CONTENT, STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
WITHIN = re.compile(r"[^/]+/content\.xml")
"""The text of a drawing or chart that is a document of its own."""
LOCKED = b"encryption-data"
TAGS = re.compile(rb"<[^>]*+>")


@dataclass(frozen=True, slots=True)
class Listed:
    """Where a paragraph stands in a list; `counts` is false where it has no number of its own."""

    counted: str
    style: str
    level: int
    counts: bool = True


def read(data: bytes) -> Contents:
    """The contents of an ODT; refuses one that is broken, locked, declares entities, or would swell beyond measure."""
    container = archive.opened(data)
    names = set(container.namelist())
    if MANIFEST in names and LOCKED in archive.unpacked(container, MANIFEST):
        raise Refused("encrypted")
    # The manifest of older programs names the type of its document, and nobody makes a tree of it.
    archive.refuse_laden(container, unread=frozenset({MANIFEST}))
    markup = archive.unpacked(container, CONTENT)
    if len(markup) > MAX_TEXT and len(TAGS.sub(b"", markup).decode("utf-8", "replace")) > MAX_TEXT:
        raise Refused("too-long", limit=MAX_TEXT)
    content, styles = _parsed(markup), _parsed(archive.unpacked(container, STYLES)) if STYLES in names else None
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Refused("odt-broken")
    walk = _walk([content] if styles is None else [styles, content])
    pieces = [piece for element in body for piece in walk.pieces(element)]
    pages = [walk.taken(), *_apart(body, walk), *([] if styles is None else _apart(styles, _walk([styles])))]
    said = [words for root in (content, styles) if root is not None for words in _said(root)]
    return Contents(pieces, [*pages, *about.lines([*_told(container, names), *(("drawn", words) for words in said)])], "utf-8")


def _parsed(markup: bytes) -> "Element":
    from lxml import etree

    try:
        return etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True))
    except etree.LxmlError as error:
        raise Refused("nested" if "depth" in str(error) else "odt-broken") from error
    except ValueError as error:
        raise Refused("odt-broken") from error


def _walk(roots: "list[Element]") -> "_Walk":
    from giaoban.documents.odt.lists import Lists
    from giaoban.documents.odt.paragraphs import Paragraphs
    from giaoban.documents.odt.styles import Styles

    return _Walk(Paragraphs(Styles(roots)), Lists(roots))


def _apart(root: "Element", walk: "_Walk") -> Iterator[list[str]]:
    """The lines of each header and footer, of the notes and comments."""
    for element in root.iter(*APART):
        for child in element:
            list(walk.pieces(child))
        yield walk.taken()


def _told(container: ZipFile, names: set[str]) -> Iterator[tuple[str, str]]:
    """What the document says of itself, and the words of drawings that are documents of their own."""
    from lxml import etree

    for name in names & {META}:
        for element in archive.elements(archive.unpacked(container, name)):
            yield etree.QName(element).localname, element.text or ""
    for name in filter(WITHIN.fullmatch, sorted(names)):
        for element in archive.elements(archive.unpacked(container, name)):
            if element.tag in PARAGRAPHS:
                yield "drawn", "".join(map(str, element.itertext()))


def _said(root: "Element") -> Iterator[str]:
    """What is said of a picture to those who do not see it, and what the fields of a form show."""
    for element in root.iter(*DESCRIBED):
        yield "".join(map(str, element.itertext()))
    for form in root.iter(f"{OFFICE}forms"):
        for element in form.iter("*"):
            yield from filter(None, map(element.get, SAID))


class _Walk:
    """Goes through a text in order: the numbers of lists count on from one to the next."""

    def __init__(self, paragraphs: "Paragraphs", lists: "Lists") -> None:
        self._paragraphs = paragraphs
        self._lists = lists

    def taken(self) -> list[str]:
        """Every line that was read since this was asked last, shown or hidden."""
        lines, self._paragraphs.lines = self._paragraphs.lines, []
        return lines

    def pieces(self, element: "Element", listed: Listed | None = None) -> Iterator[Piece]:
        if element.tag in PARAGRAPHS:
            yield from self._paragraph(element, listed)
        elif element.tag == LIST:
            yield from self._list(element, listed)
        elif element.tag == f"{TABLE}table":
            within: list[Piece] = []
            for row in _rows(element):
                yield from rows.row(list(self._cells(row)), within)
            yield from within
        elif element.tag == SECTION and element.get(f"{TEXT}display") == "none":
            list(self._inside(element))
        elif element.tag not in NOT_TEXT:
            yield from self._inside(element)

    def _inside(self, element: "Element") -> Iterator[Piece]:
        for child in element:
            yield from self.pieces(child)

    def _paragraph(self, paragraph: "Element", listed: Listed | None) -> Iterator[Piece]:
        text = self._paragraphs.said(paragraph)
        label = self._label(paragraph, listed) if text.strip() else ""
        yield from self._paragraphs.pieces(paragraph, text, label, listed is not None and listed.counts)
        for box in _boxes(paragraph):
            yield from self._inside(box)

    def _label(self, paragraph: "Element", listed: Listed | None) -> str:
        if listed is not None:
            style = listed.style or self._paragraphs.styles.of(paragraph, "paragraph").numbered
            return self._lists.label(listed.counted, style, listed.level) if listed.counts else ""
        heads = paragraph.tag == HEADING and paragraph.get(f"{TEXT}is-list-header") != "true"
        return self._lists.outlined(paragraph) if heads else ""

    def _list(self, element: "Element", outer: Listed | None) -> Iterator[Piece]:
        style = element.get(f"{TEXT}style-name", "") or (outer.style if outer else "")
        here = Listed(outer.counted if outer else self._lists.begun(element, style), style, outer.level + 1 if outer else 0)
        for item in element:
            self._lists.item(item, here.counted, here.level)
            counts = item.tag != LIST_HEADER
            for child in item:
                yield from self.pieces(child, here if child.tag == LIST else Listed(here.counted, style, here.level, counts))
                counts = counts and child.tag not in PARAGRAPHS

    def _cells(self, row: "Element") -> Iterator[rows.Cell]:
        """The cells of a row; one that another reaches over from its left is none."""
        from giaoban.documents.odt.styles import number

        hidden = 0
        for cell in row:
            if cell.tag == COVERED and hidden:
                hidden -= 1
            elif cell.tag in (CELL, COVERED):
                wide = number(cell.get(f"{TABLE}number-columns-spanned"), 1)
                hidden = wide - 1
                made = rows.Cell(list(self._inside(cell)), wide, cell.tag == COVERED)
                again = max(1, number(cell.get(f"{TABLE}number-columns-repeated"), 1))
                yield from [made] * min(again, rows.MAX_SPAN)


def _rows(table: "Element") -> Iterator["Element"]:
    for child in table:
        if child.tag == ROW:
            yield child
        elif child.tag != f"{TABLE}table" and child.tag not in NOT_TEXT:
            yield from _rows(child)


def _boxes(element: "Element") -> Iterator["Element"]:
    """Text boxes and shapes with words that hang on the paragraph itself."""
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(DRAW):
            yield child
        elif child.tag not in NOT_TEXT:
            yield from _boxes(child)
