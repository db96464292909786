"""A whole web page: the pieces of its article, and every line it shows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giaoban.documents import about, encodings
from giaoban.documents.page.article import article
from giaoban.documents.page.cells import laid_out
from giaoban.documents.page.tree import parsed
from giaoban.documents.page.whole import shown
from giaoban.documents.pieces import Contents
from giaoban.model import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORDED, WORDS = ("img", "area", "input"), ("alt", "title", "value")
"""Elements that have their words in attributes, and which."""
APART = ("text", "textarea", "noscript", "button")
"""Elements whose words are shown and are no part of the article."""
MAX_LAID_OUT = 300_000
"""Elements of a page, cells counted in every row and column that they reach over."""


def read(data: bytes) -> Contents:
    """The contents of a web page; refuses one that is nested beyond measure, or whose cells reach over more than a page has."""
    text, encoding = encodings.decoded(data)
    root = parsed(text)
    if laid_out(root) > MAX_LAID_OUT:
        raise Refused("too-many-tags", limit=MAX_LAID_OUT)
    lines = [block.text for block in shown(root, lines=True)]
    pieces = [block.piece for block in article(list(shown(root)), root)]
    return Contents(pieces, [lines, *about.lines(_beside(root))], encoding)


def _beside(root: "Element") -> Iterator[tuple[str, str]]:
    """What the page says that is no text of it, and may bear a mark: its title, words for a picture, drawn ones, fields of forms."""
    for element in root.iter("title", *WORDED, *APART):
        yield str(element.tag), " ".join([*map(str, element.itertext()), *filter(None, map(element.get, WORDS))])
