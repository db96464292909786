"""A whole rich text: what each of its words does."""

import codecs

from giaoban.documents.pieces import Contents
from giaoban.documents.rtf import words
from giaoban.documents.rtf.fonts import DEFAULT, Font
from giaoban.documents.rtf.state import Row
from giaoban.documents.rtf.tokens import Tokens
from giaoban.documents.rtf.walk import Do, Walk
from giaoban.documents.rtf.words import Part

BEGIN = b"{\\rtf"


def read(data: bytes) -> Contents:
    """The contents of an RTF; refuses one that is cut off, nested or laden beyond measure."""
    known = {*words.PARTS, *words.SIGNS, *words.ENDS, *WORDS, "u"}
    return Walk(Tokens(data, max(0, data.find(BEGIN)), known), WORDS).contents()


def _numbered(walk: Walk, number: int | None) -> None:
    """The font that holds; in the table of fonts, the one that is told of."""
    if walk.state.part is Part.FONTS:
        walk.named = number or 0
    else:
        walk.state.font = number or 0


def _styled(walk: Walk, number: int | None) -> None:
    walk.named = walk.state.style = number or 0


def _unnamed(walk: Walk, number: int | None) -> None:
    """A style of runs or tables: no paragraph is named by it."""
    if walk.state.part is Part.STYLES:
        walk.named = -1


def _characters(walk: Walk, number: int | None) -> None:
    walk.fonts[walk.named] = Font(walk.fonts.get(walk.named, Font()).name, number)


def _page(walk: Walk, number: int | None) -> None:
    try:
        walk.page = codecs.lookup(f"cp{number}").name if number != 65001 else "utf-8"
    except LookupError:
        walk.page = DEFAULT


def _default(walk: Walk, number: int | None) -> None:
    walk.default = walk.state.font = number or 0


def _begin_row(walk: Walk, number: int | None) -> None:
    walk.row = Row()


def _deep(walk: Walk) -> int:
    return max(2, walk.state.deep or 0)


def _switch(name: str) -> Do:
    return lambda walk, number: setattr(walk.state, name, number != 0)


def _set(name: str, value: object) -> Do:
    return lambda walk, number: setattr(walk.state, name, value)


def _of_row(name: str) -> Do:
    return lambda walk, number: setattr(walk.row, name, number or 0 if name == "left" else True)


WORDS: dict[str, Do] = {
    "f": _numbered,
    "fcharset": _characters,
    "deff": _default,
    "ansicpg": _page,
    "mac": lambda walk, number: setattr(walk, "page", "mac-roman"),
    "pc": lambda walk, number: setattr(walk, "page", "cp437"),
    "pca": lambda walk, number: setattr(walk, "page", "cp850"),
    "plain": lambda walk, number: walk.state.plain(walk.default),
    "pard": lambda walk, number: walk.state.paragraph(),
    "s": _styled,
    "cs": _unnamed,
    "ts": _unnamed,
    "ds": _unnamed,
    "outlinelevel": lambda walk, number: walk.outline(number),
    "super": _switch("raised"),
    "sub": _set("raised", False),
    "nosupersub": _set("raised", False),
    "v": _switch("hidden"),
    "deleted": _switch("deleted"),
    "uc": lambda walk, number: setattr(walk.state, "instead", max(0, min(number or 0, 9))),
    "ls": _switch("listed"),
    "intbl": _set("in_table", True),
    "itap": lambda walk, number: setattr(walk.state, "deep", max(0, number or 0)),
    "trowd": _begin_row,
    "trleft": _of_row("left"),
    "clmrg": _of_row("next_joined"),
    "clvmrg": _of_row("next_continues"),
    "cellx": lambda walk, number: walk.row.cell(number or 0),
    "cell": lambda walk, number: walk.end_cell(1),
    "nestcell": lambda walk, number: walk.end_cell(_deep(walk)),
    "row": lambda walk, number: walk.end_row(1),
    "nestrow": lambda walk, number: walk.end_row(_deep(walk)),
}
"""What each word does that changes what holds, or ends something."""
