"""A whole Word document, in the order in which it is read."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from giaoban.documents import about, archive, rows
from giaoban.documents.pieces import MAX_TEXT, Contents, Piece
from giaoban.documents.word.about import told
from giaoban.documents.word.drawn import apart, drawn
from giaoban.documents.word.names import CELL, FALLBACK, NOT_TEXT, PARAGRAPH, ROW, TABLE, TEXT_BOX, W
from giaoban.documents.word.styles import number, value
from giaoban.model import Refused

if TYPE_CHECKING:
    from zipfile import ZipFile

    from docx.document import Document
    from lxml.etree import _Element as Element

    from giaoban.documents.word.paragraphs import Paragraphs

BODY, TAGS = "word/document.xml", re.compile(rb"<[^>]*+>")
EDGES = ("header", "footer", "footnotes", "endnotes", "comments")
"""Parts that are no running text but may bear a mark."""


def read(data: bytes) -> Contents:
    """The contents of a DOCX; refuses one that is broken, declares entities, or would swell beyond measure."""
    container = archive.opened(data)
    archive.refuse_laden(container)
    _refuse_too_long(container)
    document = _opened(data)
    body = document.element.body
    paragraphs = _paragraphs(document)
    pieces = [piece for element in body for piece in _pieces(element, paragraphs)]
    seen = [body, *(root for kind, root in _related(document) if kind in EDGES)]
    pictured = [*(words for root in seen for words in drawn(root)), *apart(container)]
    beside = about.lines([*told(container), *(("drawn", words) for words in pictured)])
    return Contents(pieces, [paragraphs.lines, *_edges(document), *beside], "utf-8")


def _refuse_too_long(container: "ZipFile") -> None:
    """Refuse by its markup what has more words than a document may have."""
    markup = archive.unpacked(container, BODY)
    if len(markup) > MAX_TEXT and len(TAGS.sub(b"", markup).decode("utf-8", "replace")) > MAX_TEXT:
        raise Refused("too-long", limit=MAX_TEXT)


def _opened(data: bytes) -> "Document":
    import docx
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(BytesIO(data))
        if document.element.body is None:
            raise Refused("docx-broken")
    except LxmlError as error:
        raise Refused("nested" if "depth" in str(error) else "docx-broken") from error
    except (PythonDocxError, OpcError, AttributeError, TypeError, IndexError, AssertionError, *archive.BROKEN) as error:
        raise Refused("docx-broken") from error
    return document


def _paragraphs(document: "Document") -> "Paragraphs":
    from giaoban.documents.word.numbering import Numbering
    from giaoban.documents.word.paragraphs import Paragraphs
    from giaoban.documents.word.styles import Styles

    roots = dict(_related(document))
    styles, numbering = roots.get("styles"), roots.get("numbering")
    return Paragraphs(Styles(styles), Numbering(numbering))


def _pieces(element: "Element", paragraphs: "Paragraphs") -> Iterator[Piece]:
    if element.tag == PARAGRAPH:
        yield from paragraphs.pieces(element)
        for box in _boxes(element):
            yield from _inside(box, paragraphs)
    elif element.tag == TABLE:
        within: list[Piece] = []
        for row in _rows(element):
            yield from _row(row, paragraphs, within)
        yield from within
    elif element.tag not in NOT_TEXT:
        yield from _inside(element, paragraphs)


def _inside(element: "Element", paragraphs: "Paragraphs") -> Iterator[Piece]:
    for child in element:
        yield from _pieces(child, paragraphs)


def _boxes(paragraph: "Element") -> Iterator["Element"]:
    """Text boxes that hang on the paragraph itself; of a box that is written twice for older programs, the first."""
    for box in paragraph.iter(TEXT_BOX):
        if next(box.iterancestors(PARAGRAPH)) is paragraph and next(box.iterancestors(FALLBACK), None) is None:
            yield box


def _rows(table: "Element") -> Iterator["Element"]:
    for child in table:
        if child.tag == ROW:
            yield child
        elif child.tag not in NOT_TEXT and child.tag != TABLE:
            yield from _rows(child)


def _row(row: "Element", paragraphs: "Paragraphs", within: list[Piece]) -> Iterator[Piece]:
    """One row; rows of tables in its cells are put `within`."""
    cells = [child for child in row.iter(CELL) if next(child.iterancestors(ROW)) is row]
    around = [_span(row.find(f"{W}trPr"), name, 0) for name in ("gridBefore", "gridAfter")]
    yield from rows.row([_cell(cell, paragraphs) for cell in cells], within, *around)


def _cell(cell: "Element", paragraphs: "Paragraphs") -> rows.Cell:
    properties = cell.find(f"{W}tcPr")
    return rows.Cell(list(_inside(cell, paragraphs)), _span(properties, "gridSpan", 1), _continues(properties))


def _continues(properties: "Element | None") -> bool:
    """Whether the cell only goes on with the one above it."""
    merge = None if properties is None else properties.find(f"{W}vMerge")
    return merge is not None and value(properties, "vMerge") in (None, "continue")


def _span(properties: "Element | None", name: str, default: int) -> int:
    columns = number(value(properties, name))
    return default if columns is None else min(columns, rows.MAX_SPAN)


def _edges(document: "Document") -> Iterator[list[str]]:
    """The lines of each header and footer, of the notes and of the comments."""
    for kind, root in _related(document):
        if kind in EDGES:
            paragraphs = _paragraphs(document)
            for element in root:
                list(_pieces(element, paragraphs))
            yield paragraphs.lines


def _related(document: "Document") -> Iterator[tuple[str, "Element"]]:
    """The parts of markup that go with the text, by what they are to it."""
    for relation in document.part.rels.values():
        if relation.reltype and not relation.is_external:
            kind, part = relation.reltype.rpartition("/")[2], relation.target_part
            root = getattr(part, "element", None)
            if root is None and kind in EDGES:
                root = _parsed(part.blob)
            if root is not None:
                yield kind, root


def _parsed(markup: bytes) -> "Element":
    from docx.oxml import parse_xml
    from lxml.etree import LxmlError

    try:
        return parse_xml(markup)
    except LxmlError as error:
        raise Refused("docx-broken") from error
