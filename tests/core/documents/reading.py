"""What is read from a file, in short: the text of its blocks, or why it is refused."""

import pytest

from giaoban.documents import read
from giaoban.model import Document, Refused


def said(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def refused(data: bytes, name: str) -> str:
    """The code with which a file is refused; a failure where it is not."""
    with pytest.raises(Refused) as why:
        read(data, name)
    return why.value.code
