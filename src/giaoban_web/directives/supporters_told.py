"""Who is to help with a task of a table: the names that its row has below a heading such as “Đơn vị phối hợp”."""

import re
from collections.abc import Iterator

from giaoban.reference.folding import fold

MOST = 12
"""Bodies that a task may name as helping."""
BETWEEN = " | "
"""What stands between the cells of a row in the text of a record."""
HELPS = re.compile(r"(?:\S+ ){0,6}phoi hop(?: \S+){0,3}")
"""The heading over those who help, folded."""
PARTS = re.compile(r"\s*[,;]\s*(?:và\s+)?")
FURTHEST = 40_000
"""Code points above a row in which its headings are looked for."""


def supporters(text: str, start: int) -> list[str]:
    """The cell of those who help, and behind it the names in it, of the row around `start`; nothing where there is no such row."""
    cells = _cells(_line(text, start))
    if len(cells) < 2:
        return []
    for above in _rows_above(text, start):
        heads = _cells(above)
        at = next((at for at, head in enumerate(heads) if HELPS.fullmatch(fold(head))), None)
        if at is not None and len(heads) == len(cells):
            told = cells[at].strip(" .-–•")
            return list(dict.fromkeys(each for each in (told, *PARTS.split(told)) if each))
    return []


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _rows_above(text: str, start: int) -> Iterator[str]:
    """The rows of the table above that one, the nearest first."""
    top = text.rfind("\n", 0, start)
    for line in reversed(text[max(0, top - FURTHEST) : max(0, top)].split("\n")):
        if line.strip() and BETWEEN not in line:
            return
        if line.strip():
            yield line


def _cells(line: str) -> list[str]:
    return [each.strip() for each in f"{line} ".split(BETWEEN)]
