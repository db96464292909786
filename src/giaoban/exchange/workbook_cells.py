"""What the cells of a workbook say: by their elements, and by their bare markup where that is plain."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from lxml import etree
from openpyxl.styles.numbers import is_date_format  # type: ignore[import-untyped]
from openpyxl.utils.datetime import from_excel  # type: ignore[import-untyped]

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
VALUE, TEXT, INLINE = (f"{MAIN}{name}" for name in ("v", "t", "is"))
GENERAL = "General"
PLAIN = re.compile(
    rb'(?: s="(\d+)")?(?: t="([a-zA-Z]+)")?(?:/>|>(?:'
    rb"(?:<f>[^<>&]*</f>)?(?:<v>([^<>&\x00-\x08\x0b-\x1f]*)</v>|<v ?/>)|"
    rb'<is><t(?: xml:space="preserve")?>([^<>\x00-\x08\x0b-\x1f]*)</t></is>'
    rb")?</c>)\s*"
)
"""A cell after its address as most programs write it: its style, its kind, its value, its text."""
Print = Callable[[Any, str], str]


class Cells:
    """The cells of one workbook, for what they share: its strings, and the number formats of its styles."""

    def __init__(self, shared: Sequence[str], formats: Sequence[str], print_cell: Print) -> None:
        self._shared = shared
        self._styles = [(shown, bool(is_date_format(shown))) for shown in formats]
        self._print = print_cell

    def of_element(self, cell: Any) -> str:
        """The text of a cell, given its element `c`; "" for an empty one."""
        if not len(cell):
            return ""
        kind, first = cell.get("t") or "n", cell[0]
        if kind == "inlineStr":
            return (first[0].text or "") if len(first) == 1 and first[0].tag == TEXT else joined(cell.find(INLINE))
        value = first if first.tag == VALUE else cell.find(VALUE)
        return self._said(value.text if value is not None else None, kind, cell.get("s"))

    def of_markup(self, rest: bytes) -> str | None:
        """What a cell says, by what stands after its address to its end; None where only a parser can tell."""
        plain = PLAIN.fullmatch(rest)
        if plain is None:
            return None
        style, kind, value, text = plain.groups()
        if kind == b"inlineStr":
            return "" if text is None else _text(text)
        if text is not None:
            return None
        return self._said((value or b"").decode(), (kind or b"n").decode(), style)

    def _said(self, text: str | None, kind: str, style: str | bytes | None) -> str:
        if not text:
            return ""
        if kind == "n":
            value: Any = float(text) if "." in text or "E" in text or "e" in text else int(text)
            shown, dated = self._styles[int(style or 0)]
            return self._print(_dated(value) if dated else value, shown)
        if kind == "s":
            return self._shared[int(text)]
        return str(text == "1") if kind == "b" else text


def joined(told: Any) -> str:
    """The text of a string, its differently dressed runs put together; what is only read aloud left out."""
    if told is None:
        return ""
    runs = (each for each in told.iter(TEXT) if not each.getparent().tag.endswith("}rPh"))
    return "".join(each.text or "" for each in runs)


def let_go(read: Any) -> None:
    """Free an element that was read, and those before it."""
    read.clear()
    above = read.getparent()
    while len(above) > 1 and above[0] is not read:
        del above[0]


def _text(markup: bytes) -> str | None:
    """The text of an element without elements; None where it names an entity of its document."""
    if b"&" not in markup:
        return markup.decode()
    try:
        return etree.fromstring(b"<t>" + markup + b"</t>").text
    except etree.XMLSyntaxError:
        return None


def _dated(value: float) -> str | datetime | date | time | timedelta:
    try:
        told: datetime | date | time | timedelta = from_excel(value)
    except (OverflowError, ValueError):
        return str(value)
    return told
