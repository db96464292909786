"""The ruled tables of a page: where its drawn lines make rows and columns."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from giaoban.documents.pdf.runs import upright

MOST_SHAPES = 5_000
"""A page with more drawn shapes is a map or a chart."""
THIN, SHORTEST = 3.0, 6.0
"""A shape no thicker than the first and longer than the second is a line, in points."""
MOST_LINES = 400
NEAR = 2.5
"""Lines closer than this, in points, are one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line at `at`, from `start` to `end`: upright ones by their distance from the left, level ones by that from the top, in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the places of its lines from left to right and from top to bottom, and what is ruled.

    walls   (row, column) where a line stands on the left of that cell
    floors  (row, column) where a line lies above that cell
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    walls: frozenset[tuple[int, int]]
    floors: frozenset[tuple[int, int]]

    @property
    def top(self) -> float:
        return self.rows[0]

    @property
    def bottom(self) -> float:
        return self.rows[-1]


def grids(page: Any, turn: int) -> list[Grid]:
    """The tables of a page of pypdfium2 from top to bottom; `turn` as the letters of the page stand."""
    uprights: list[Rule] = []
    levels: list[Rule] = []
    for left, top, right, bottom in _boxes(page, turn):
        if right - left <= THIN and bottom - top > SHORTEST:
            uprights.append(Rule((left + right) / 2, top, bottom))
        elif bottom - top <= THIN and right - left > SHORTEST:
            levels.append(Rule((top + bottom) / 2, left, right))
        elif bottom - top > SHORTEST and right - left > SHORTEST:
            uprights += [Rule(left, top, bottom), Rule(right, top, bottom)]
            levels += [Rule(top, left, right), Rule(bottom, left, right)]
    return [grid for band in _bands(uprights) if (grid := _grid(band, levels)) is not None]


def _boxes(page: Any, turn: int) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each drawn line, and of each rectangle that has an outline."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    if pdfium.FPDFPage_CountObjects(page.raw) > MOST_SHAPES:
        return
    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2):
        left, bottom, right, top = shape.get_bounds()
        (ax, ay), (bx, by) = upright(left, bottom, turn), upright(right, top, turn)
        box = min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
        if min(box[2] - box[0], box[3] - box[1]) <= THIN or _is_outlined(shape):
            yield box


def _is_outlined(shape: Any) -> bool:
    import ctypes

    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape.raw, fill, stroke)
    return bool(stroke.value) and pdfium.FPDFPath_CountSegments(shape.raw) in (4, 5)


def _bands(uprights: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Upright lines that stand side by side or follow upon one another."""
    band: list[Rule] = []
    end = 0.0
    for rule in sorted(uprights, key=lambda rule: rule.start):
        if band and rule.start > end + NEAR:
            yield band
            band = []
        end = max(end, rule.end) if band else rule.end
        band.append(rule)
    if band:
        yield band


def _grid(uprights: Sequence[Rule], levels: Sequence[Rule]) -> Grid | None:
    top, bottom = min(rule.start for rule in uprights), max(rule.end for rule in uprights)
    within = [rule for rule in levels if top - NEAR <= rule.at <= bottom + NEAR]
    columns, rows = _places(uprights), _places(within)
    if not 3 <= len(columns) <= MOST_LINES or not 2 <= len(rows) <= MOST_LINES:
        return None
    walls = {(row, column) for column, row in _ruled(uprights, columns, rows)}
    return Grid(columns, rows, frozenset(walls), frozenset(_ruled(within, rows, columns)))


def _places(rules: Sequence[Rule]) -> tuple[float, ...]:
    places: list[float] = []
    for place in sorted(rule.at for rule in rules):
        if not places or place > places[-1] + NEAR:
            places.append(place)
    return tuple(places)


def _ruled(rules: Sequence[Rule], places: Sequence[float], across: Sequence[float]) -> Iterator[tuple[int, int]]:
    """For each line: which of the places it is at, and which of the stretches across it covers by their middle."""
    middles = [(start + end) / 2 for start, end in pairwise(across)]
    for rule in rules:
        place = max(0, bisect_right(places, rule.at + NEAR) - 1)
        for stretch in range(bisect_left(middles, rule.start - NEAR), bisect_right(middles, rule.end + NEAR)):
            yield place, stretch
