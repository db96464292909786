"""Every visible block of a page, in order: of these the article is made, and the marks may stand outside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from giaoban.documents.page.cells import Tables
from giaoban.documents.page.tree import INLINE, TOLD, UNSEEN, points_to_note
from giaoban.documents.pieces import Piece
from giaoban.documents.wrapping import by_hand
from giaoban.model import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FURNITURE = frozenset(("nav", "footer", "aside", "menu"))
NOTICE = re.compile(r"(?i)(?:^|[\s_-])(?:ads?|adv|advert\w*|quang-?cao|sponsor\w*|cookies?)(?:$|[\s_-])")
"""What class or name an element bears that advertises or asks for cookies, within or without the article."""
NOTICE_LENGTH, NOTICE_SHARE = 400, 5
"""Code points of such an element at most, and how many times as much its page has: one may say of its whole body that it has ads."""
KINDS = {
    "h1": BlockKind.TITLE, "h2": BlockKind.HEADING, "h3": BlockKind.HEADING, "h4": BlockKind.HEADING, "h5": BlockKind.HEADING,
    "h6": BlockKind.HEADING, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION, "li": BlockKind.LIST_ITEM,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of a page; `linked` is the share of its text that leads elsewhere, `apart` whether it stands in a menu or footer."""

    piece: Piece
    linked: float = 0.0
    apart: bool = False

    @property
    def text(self) -> str:
        return self.piece.text or " ".join(filter(None, self.piece.cells))


def shown(root: "Element", lines: bool = False) -> Iterator[Shown]:
    """The blocks of visible text; with `lines`, every line by itself, also those of a table's cell."""
    return _Walk(lines).blocks(root)


class _Walk:
    """Goes through the elements once and gathers the text between two block elements."""

    def __init__(self, lines: bool) -> None:
        self._lines = lines
        self._tables = Tables()
        self._text: list[str] = []
        self._linked = 0
        self._links = 0
        self._apart = 0
        self._most = 0
        self._open: list[tuple[Element | None, BlockKind | None]] = [(None, None)]

    def blocks(self, root: "Element") -> Iterator[Shown]:
        from lxml import etree

        self._most = _length(root, NOTICE_LENGTH * NOTICE_SHARE) // NOTICE_SHARE
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                yield from self._leave(element)
            elif element.tag in UNSEEN or not isinstance(element.tag, str):
                walk.skip_subtree()
                self._add(" ")
            elif points_to_note(element, "".join(self._text[-TOLD:])):
                walk.skip_subtree()
            elif not self._lines and element.tag == "tr" and (row := self._tables.row(element)):
                yield from self._flush()
                yield Shown(row, apart=self._apart > 0)
                walk.skip_subtree()
            else:
                yield from self._enter(element)

    def _enter(self, element: "Element") -> Iterator[Shown]:
        if element.tag == "br":
            self._add("\n")
        elif element.tag not in INLINE:
            yield from self._flush()
            self._open.append((element, KINDS.get(str(element.tag), self._open[-1][1])))
        self._links += element.tag == "a"
        self._apart += self._is_apart(element)
        self._add(_flat(element.text))

    def _leave(self, element: "Element") -> Iterator[Shown]:
        if self._open[-1][0] is element:
            yield from self._flush()
            self._open.pop()
        self._links -= element.tag == "a"
        self._apart -= self._is_apart(element)
        self._add(_flat(element.tail))

    def _is_apart(self, element: "Element") -> bool:
        named = f"{element.get('class', '')} {element.get('id', '')}"
        return element.tag in FURNITURE or (NOTICE.search(named) is not None and _length(element, self._most) < self._most)

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._linked += len(text) if self._links else 0

    def _flush(self) -> Iterator[Shown]:
        text, linked = "".join(self._text), self._linked
        self._text.clear()
        self._linked = 0
        if text.strip():
            for part in text.split("\n") if self._lines else by_hand(text):
                yield Shown(Piece(part, self._open[-1][1]), min(1.0, linked / len(text)), self._apart > 0)


def _length(element: "Element", most: int) -> int:
    """Code points of the text of an element; counted no further than to `most`."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length >= most:
            return most
    return length


def _flat(text: str | None) -> str:
    """Text with its blanks made one, also at its ends."""
    return " ".join(f".{text}.".split())[1:-1] if text else ""
