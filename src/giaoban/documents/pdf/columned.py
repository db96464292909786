"""Cells and headings of a table without lines, put into its columns; None where one stands in no column, or two in one."""

from collections.abc import Sequence
from dataclasses import replace

from giaoban.documents.pdf.lines import Part
from giaoban.documents.unsure import united

Parts = Sequence[Part]
Columns = Sequence[tuple[float, float]]
"""Where the cells of each column begin and end, from left to right, in points."""
LEVEL = 0.3
"""Headings stand on one line when their base lines differ by less, in font sizes."""


def columns_of(figures: Sequence[Parts]) -> Columns | None:
    """The stretches from left to right that the cells of the rows of numbers cover; None unless each row has one cell at most in each."""
    covered: list[tuple[float, float]] = []
    for each in sorted((each for row in figures for each in row), key=lambda each: each.left):
        if covered and each.left < covered[-1][1]:
            covered[-1] = covered[-1][0], max(covered[-1][1], each.right)
        else:
            covered.append((each.left, each.right))
    plain = all(len({_over(each, covered) for each in row}) == len(row) for row in figures)
    return covered if plain and len(covered) > 1 else None


def cells(parts: Parts, columns: Columns) -> tuple[Part, ...] | None:
    """The cells of one row in their columns; a single one may reach over several."""
    placed: list[list[Part]] = [[] for _ in columns]
    for each in parts:
        over = _over(each, columns)
        if len(over) != 1 and len(parts) > 1:
            return None
        placed[over[0]].append(each)
    return tuple(_cell(inside, column, parts) for inside, column in zip(placed, columns, strict=True))


def heads(groups: Sequence[Sequence[Parts]], columns: Columns) -> list[tuple[Part, ...]] | None:
    """The rows of headings: one, or two where headings stand over several columns that those below them divide."""
    found: list[tuple[Part, ...]] = []
    over: list[Part] = []
    for group in groups:
        parts = [*over, *(each for row in group for each in row)]
        wide = [each for each in parts if len(_over(each, columns)) > 1]
        if wide and not over and not _below(parts, wide, columns):
            over = parts
            continue
        over = []
        rows = _divided(parts, wide, columns) if wide else _plain(parts, columns)
        if rows is None:
            return None
        found += rows
    return None if over else found


def _plain(parts: Parts, columns: Columns) -> list[tuple[Part, ...]] | None:
    """One row of headings; None where some seem to stand below others, since nobody can tell over which columns those reach."""
    row = cells(parts, columns)
    bases: list[set[float]] = [{each.base for each in parts if _over(each, columns) == (at,)} for at in range(len(columns))]
    last = max(each.base for each in parts)
    single = [min(base) for base in bases if len(base) == 1]
    at_foot = [abs(base - last) < LEVEL * parts[0].size for base in single]
    layered = any(len(base) > 1 for base in bases) and any(at_foot) and not all(at_foot)
    return None if row is None or layered else [row]


def _divided(parts: Parts, wide: Parts, columns: Columns) -> list[tuple[Part, ...]] | None:
    """The row of the headings that are divided, with those that are not, and the row of what divides them.

    None where one that is not stands on the line of those that divide: it may be divided from a heading that begins further left.
    """
    inside = {at: each for each in wide for at in _over(each, columns)}
    narrow = [each for each in parts if each not in wide]
    below = _below(parts, wide, columns)
    if sum(len(_over(each, columns)) for each in wide) != len(inside):
        return None
    if any(each.base <= inside[_over(each, columns)[0]].base for each in below) or {_over(each, columns)[0] for each in below} != set(
        inside
    ):
        return None
    beside = [each for each in narrow if each not in below]
    if any(abs(each.base - low.base) < LEVEL * each.size for each in beside for low in below):
        return None
    top = cells(beside, columns)
    under = cells(below, columns)
    if top is None or under is None:
        return None
    reached: list[Part] = []
    for at, cell in enumerate(top):
        whole = inside.get(at)
        if whole is None:
            reached.append(cell)
        elif at - 1 not in inside or inside[at - 1] is not whole:
            reached.append(replace(whole, columns=len(_over(whole, columns))))
    return [tuple(reached), under]


def _below(parts: Parts, wide: Parts, columns: Columns) -> list[Part]:
    """The headings that stand in the columns of the divided ones."""
    inside = {at for each in wide for at in _over(each, columns)}
    return [each for each in parts if each not in wide and _over(each, columns)[0] in inside]


def _over(each: Part, columns: Columns) -> tuple[int, ...]:
    """The columns that a part stands over; between two columns, both."""
    met = tuple(at for at, (left, right) in enumerate(columns) if each.left < right and each.right > left)
    if met:
        return met
    after = next((at for at, (left, _) in enumerate(columns) if left >= each.right), len(columns))
    return tuple(at for at in (after - 1, after) if 0 <= at < len(columns))


def _cell(inside: Parts, column: tuple[float, float], row: Parts) -> Part:
    held = sorted(inside, key=lambda each: (each.base, each.left))
    unsure = united((each.text, each.unsure) for each in held)
    return Part(" ".join(each.text for each in held), column[0], column[1], min(each.base for each in row), row[0].size, unsure=unsure)
