"""A whole web page: the pieces of its article, and every line it shows."""

from giaoban.documents import encodings
from giaoban.documents.page.article import article
from giaoban.documents.page.tree import parsed
from giaoban.documents.page.whole import shown
from giaoban.documents.pieces import Contents


def read(data: bytes) -> Contents:
    """The contents of a web page; refuses one that is nested beyond measure."""
    text, encoding = encodings.decoded(data)
    root = parsed(text)
    lines = [block.text for block in shown(root, lines=True)]
    pieces = [block.piece for block in article(list(shown(root)), root)]
    return Contents(pieces, [lines], encoding)
