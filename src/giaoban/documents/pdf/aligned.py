"""Tables without lines: rows of numbers whose cells stand one below the other, clear of the columns beside them.

Only what is plain is taken for a table; of anything in doubt the lines stay as they are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from giaoban.documents.pdf.columned import cells, columns_of, heads
from giaoban.documents.pdf.glyphs import Word
from giaoban.documents.pdf.lines import Line, Part, part, rows

APART = 0.8
"""A gap this wide, in font sizes, divides cells; between words it is a third of that."""
NEAR = 3.4
"""Lines of one table are no further from one another, in font sizes."""
FEWEST = 3
"""So many rows of numbers show where the columns are."""
NUMBER = re.compile(r"[-–+(]?\d[\d.,]*\)?%?")
ROOMY = 1.6
"""Lines of one cell are never so many font sizes apart."""
SPACED = 1.25
"""Rows so many times as far from one another as lines can be are told from the lines of one cell."""
ORDINAL = re.compile(r"[IVX]+\.?|[A-HĐ]\.?|\d{1,2}\.?")
"""The number of a row that names a section."""
SECTIONS = 3
"""So many rows without a number may stand between the headings and the first number."""
HEADED = 0.4
"""A line of headings has at least so many of the columns, a title has not."""
MOST_LINES = 1_000
Parts = Sequence[Part]


def with_aligned(found: Sequence[Line], words: Sequence[Word]) -> list[Line]:
    """The lines of a page, those of a table without lines put together to its rows; `words` are all those of the page."""
    free = [line for line in found if not line.tabled]
    if sum(1 for line in free if len(line.parts) > 1) < FEWEST or len(found) > MOST_LINES:
        return list(found)
    parted = {number: _parted(row) for number, row in enumerate(rows(words), start=1)}
    kept = list(found)
    for region in _regions(free, parted):
        made, used = _table(region, parted)
        if made:
            kept = [line for line in kept if line.tabled or line.number not in used]
            kept = sorted([*kept, *made], key=lambda line: line.number)
    return kept


def _parted(row: Sequence[Word]) -> list[Part]:
    groups = [[row[0]]]
    for before, word in pairwise(row):
        if word.left - before.right > APART * max(word.size, before.size):
            groups.append([])
        groups[-1].append(word)
    return [part(group) for group in groups]


def _regions(lines: Sequence[Line], parted: Mapping[int, Parts]) -> Iterator[list[Line]]:
    """Lines that follow closely, with enough rows of numbers among them."""
    region: list[Line] = []
    for line in lines:
        if region and (line.number != region[-1].number + 1 or line.base - region[-1].base > NEAR * line.size):
            yield from _worth(region, parted)
            region = []
        region.append(line)
    yield from _worth(region, parted)


def _worth(region: list[Line], parted: Mapping[int, Parts]) -> Iterator[list[Line]]:
    if sum(1 for line in region if _gives_numbers(parted[line.number])) >= FEWEST:
        yield region


def _gives_numbers(row: Parts) -> bool:
    return len(row) > 1 and any(NUMBER.fullmatch(each.text) for each in row[1:])


def _table(region: Sequence[Line], parted: Mapping[int, Parts]) -> tuple[list[Line], set[int]]:
    """The rows of the table in a region, and the numbers of the lines that they are made of; nothing where anything is in doubt."""
    columns = columns_of([row for line in region if _gives_numbers(row := parted[line.number])])
    groups, doubtful = _groups(region, parted)
    numbered = [at for at, group in enumerate(groups) if any(_gives_numbers(parted[line.number]) for line in group)]
    if columns is None or not numbered:
        return [], set()
    first, last = numbered[0], numbered[-1]
    if doubtful and any(at not in numbered and not _is_section(groups[at], parted) for at in range(first, last)):
        return [], set()
    top = _headed(groups[:first], parted, len(columns))
    sections = next((at for at in range(first, top, -1) if _width(groups[at - 1], parted) > HEADED * len(columns)), first)
    headings = heads([[parted[line.number] for line in group] for group in groups[top:sections]], columns)
    body = [(group, cells([each for line in group for each in parted[line.number]], columns)) for group in groups[sections : last + 1]]
    if not headings or any(row is None for _, row in body):
        return [], set()
    page, start = region[0].page, groups[top][0].number
    made = [Line(page, start + at, row, tabled=True) for at, row in enumerate(headings)]
    made += [Line(page, group[0].number, row, tabled=True) for group, row in body if row]
    return made, {line.number for group in groups[top : last + 1] for line in group}


def _is_section(group: Sequence[Line], parted: Mapping[int, Parts]) -> bool:
    return ORDINAL.fullmatch(parted[group[0].number][0].text) is not None


def _groups(region: Sequence[Line], parted: Mapping[int, Parts]) -> tuple[list[list[Line]], bool]:
    """The lines of each row, and whether that is in doubt.

    Where rows are as close as lines, only a line that goes on in lower case surely belongs to the one before.
    """
    steps = [(low.base - high.base, high, low) for high, low in pairwise(region)]
    closest = min(step for step, _, _ in steps)
    apart = min((step for step, *both in steps if all(_gives_numbers(parted[line.number]) for line in both)), default=0.0)
    spaced, roomy = apart >= SPACED * closest, closest >= ROOMY * region[0].size
    groups = [[region[0]]]
    for step, _, line in steps:
        goes_on = not _gives_numbers(parted[line.number]) and parted[line.number][0].text[0].islower()
        if roomy or not (step < (apart + closest) / 2 if spaced else goes_on):
            groups.append([])
        groups[-1].append(line)
    return groups, not (spaced or roomy)


def _width(group: Sequence[Line], parted: Mapping[int, Parts]) -> int:
    return sum(len(parted[line.number]) for line in group)


def _headed(above: Sequence[Sequence[Line]], parted: Mapping[int, Parts], columns: int) -> int:
    """Where the headings begin, of the rows above the first number: the rows of sections right above it are skipped, a title ends them."""
    at = len(above)
    while at and len(above) - at < SECTIONS and _width(above[at - 1], parted) <= HEADED * columns:
        at -= 1
    while at and _width(above[at - 1], parted) > HEADED * columns:
        at -= 1
    return at
