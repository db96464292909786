"""What the rows of a table are about: their names, of parts also that of the whole, their places and their units.

    1  Tổng thu ngân sách           "Tổng thu ngân sách"
    -  Trong đó: Thuế               "Thuế thu nhập" speaks for itself; "Thóc" under "Sản lượng lương thực" does not

How deep a row stands is told by its number, letter or dash, in a column of its own or before its name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from giaoban.model import Period
from giaoban.reading.rules.figures.tables import units
from giaoban.reading.rules.figures.tables.grid import Row, is_figure
from giaoban.reading.rules.figures.tables.headings import FIGURED, Column, Holds, is_whole, period_of
from giaoban.reference.folding import fold

MARKER = re.compile(
    r"(?P<roman>[IVX]{1,5})(?=[.)/\s]|$)|(?P<letter>[A-HĐ])(?=[.)/\s]|$)|(?P<number>\(?\d{1,3}(?:\.\d{1,2}){0,3})(?=[.)\s]|$)"
    r"|(?P<small>\(?[a-hđ])(?=[.)]|$)|(?P<dash>[-–—])|(?P<plus>\+)|(?P<star>[*•])"
)
DEPTH = {"letter": 0, "roman": 1, "number": 2, "small": 5, "dash": 6, "plus": 7, "star": 8}
TOP, PART = DEPTH["number"], DEPTH["dash"]
SIGNS, CLOSING = frozenset({"dash", "plus", "star"}), (".", ")", "/")
AFTER_MARKER = re.compile(r"[.)/]?\s*")
OF_WHICH = re.compile(r"[Tt]rong đó(?:\s*,?\s*(?:có|gồm))?\s*:?\s*")
FOOTNOTE = re.compile(r"\s*(?:\(\d{1,2}\)|\(\*{1,3}\)|\*{1,3}|[¹²³⁴⁵])$")
_STANDING = (
    "thu|chi|thue|phi|le phi|tong|so|ty le|ty trong|dien tich|san luong|gia tri|nang suat|doanh thu|von|kim ngach|toc do|tang truong|muc"
    "|he so|chi so|giai ngan|co cau|grdp|gdp|luong|khoi luong|thu nhap|dan so|du no|huy dong|luot khach|xuat khau|nhap khau|do che phu"
)
STANDING = re.compile(rf"(?P<head>{_STANDING})\b")
"""How names begin that say themselves what is measured."""
_LIGHT = "so ty le tong muc trong tren dia ban cac va cua theo duoc"
LIGHT = frozenset(_LIGHT.split())
"""Words that two names may share by chance."""
COUNTS = frozenset({"so", "ty le", "ty trong", "tong", "muc"})
"""Beginnings that need more than one word after them."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a row says of its figures; empty where it does not say it. `total`: it is of all places or things of the table."""

    name: str = ""
    unit: str = ""
    place: str = ""
    period: Period | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    depth: int
    name: str
    unit: str
    figures: bool


@dataclass(slots=True)
class Labels:
    """Goes down the rows of a table and remembers which stand above which."""

    columns: Sequence[Column]
    year: str
    _steps: list[_Step] = field(default_factory=list)
    _above: dict[int, str] = field(default_factory=dict)
    _parts: bool = False
    _heads: bool = False
    _last_unit: str = ""

    def of(self, row: Row) -> Label:
        """What the row says; an empty name where it says none."""
        words = dict(self._words(row))
        period = next(
            (period_of(self.columns[at].whole, text, self.year) for at, text in words.items() if self._is(at, Holds.PERIODS)), None
        )
        place = next((text for at, text in words.items() if self._is(at, Holds.PLACES)), "")
        _mark, place = _taken(place)
        named = [text for at, text in words.items() if self._is(at, Holds.NAMES)]
        unit = next((row.cells[at] for at, column in enumerate(self.columns) if column.holds is Holds.UNITS), "")
        if not named:
            return Label("", "", "" if is_whole(place) else place, period, is_whole(place))
        return self._named(" - ".join(named), row, unit, place, period)

    def _is(self, at: int, holds: Holds) -> bool:
        return self.columns[at].holds is holds

    def _words(self, row: Row) -> Iterator[tuple[int, str]]:
        """The cells that name the row; one that a cell above reaches down to says the same, where another one is its own."""
        columns = [at for at, each in enumerate(self.columns) if each.holds in (Holds.NAMES, Holds.PLACES, Holds.PERIODS)]
        own = any(row.cells[at] for at in columns)
        for at in columns:
            text = row.cells[at]
            if text:
                self._above[at] = text
            elif own:
                text = self._above.get(at, "")
            if text and (at == columns[0] or row.begins(at)):
                yield at, text

    def _named(self, said: str, row: Row, unit: str, place: str, period: Period | None) -> Label:
        serial = next((row.cells[at] for at, column in enumerate(self.columns) if column.holds is Holds.SERIAL), "")
        numbered = any(column.holds is Holds.SERIAL for column in self.columns)
        depth, said = self._depth(serial, said, numbered)
        name, within = units.parted(FOOTNOTE.sub("", said).strip(" :;."))
        figures = any(is_figure(cell) for cell, column in zip(row.cells, self.columns, strict=True) if column.holds in FIGURED)
        while self._steps and self._steps[-1].depth >= depth:
            self._steps.pop()
        whole = self._whole(depth)
        self._heads = (self._heads and depth == PART) or (depth == TOP and not figures and stands_alone(name))
        if unit.strip().lower() in units.DITTO:
            unit = self._last_unit
        full = self._full(name, whole, depth)
        own = units.spelled(unit) or within or (whole.unit if whole and depth >= PART else "")
        self._last_unit = own or self._last_unit
        if name:
            self._steps.append(_Step(depth, full if figures or depth > 1 else name, own, figures))
        return Label(full, own, "" if is_whole(place) else place, period, is_whole(name))

    def _depth(self, serial: str, said: str, numbered: bool) -> tuple[int, str]:
        """How deep a row stands, and its name without what tells so."""
        marked = MARKER.fullmatch(serial.strip(".)( /")) or MARKER.match(serial)
        own, said = _taken(said)
        mark = own or marked
        within = numbered or self._parts or (self._heads and not stands_alone(said))
        depth = _deep(mark) if mark else PART if within else TOP
        self._parts = self._parts and mark is None
        if found := OF_WHICH.match(said):
            said = said[found.end() :]
            depth = max(PART, depth)
            self._parts = self._parts or not said
        return depth, said

    def _whole(self, depth: int) -> _Step | None:
        """The row that a row is a part of; headings over whole sections name nothing."""
        step = self._steps[-1] if self._steps else None
        if step is None or (not step.figures and (step.depth < TOP or depth <= TOP)):
            return None
        return step

    def _full(self, name: str, whole: _Step | None, depth: int) -> str:
        """The name of a part with that of the whole, unless it says itself what is measured, and of the same."""
        if not whole or not name or (stands_alone(name) and not (whole.depth < PART <= depth and _of_another(name, whole.name))):
            return name
        return f"{whole.name}: {name}"


def stands_alone(name: str) -> bool:
    """Whether a name says itself what is measured: "Thuế thu nhập cá nhân" does, "Nam" or "Lúa" does not."""
    found = STANDING.match(fold(name))
    rest = len(fold(name)[found.end() :].split()) if found else 0
    return bool(found) and rest > (1 if found and found["head"] in COUNTS else 0)


def names_measure(name: str) -> bool:
    """Whether a name is that of a measure and no more: "Diện tích" or "Đã giải ngân", of which a row says the rest."""
    found = STANDING.fullmatch(fold(name).removeprefix("da "))
    return found is not None and found["head"] not in COUNTS


def _of_another(name: str, whole: str) -> bool:
    """Whether a name counts something, and shares no word with that of the whole: "Số người chết" of "Tai nạn giao thông"."""
    found = STANDING.match(fold(name))
    return found is not None and found["head"] in COUNTS and not set(fold(name).split()) & set(fold(whole).split()) - LIGHT


def _deep(mark: re.Match[str]) -> int:
    kind = mark.lastgroup or "number"
    return DEPTH[kind] + (mark[0].count(".") if kind == "number" else 0)


def _taken(said: str) -> tuple[re.Match[str] | None, str]:
    """The marker before a name, and the name; one that only begins like a marker (6 tháng, A Lưới) stays whole."""
    own = MARKER.match(said)
    if own and (own.lastgroup in SIGNS or "." in own[0] or said[own.end() : own.end() + 1] in CLOSING):
        return own, AFTER_MARKER.sub("", said[own.end() :], count=1)
    return None, said
