"""Units that the items of a list above a bare number counted by, under the same words.

    "- Thị xã: nhận 1.240 hồ sơ, giải quyết 1.105 hồ sơ;  - Gò Tranh: nhận │ 860, giải quyết │ 792"    hồ sơ

What must and must not be read: corpus/lent_units.tsv.
"""

from dataclasses import replace

from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.amounts.units import Unit
from giaoban.reading.rules.figures.drafts import Draft, Line, Spot
from giaoban.reading.rules.figures.names.whose import labelled_who
from giaoban.reference.units import Kind

LABEL, LISTED = 3, 14
"""Items of the longest words before a number, and those at the start of an item of a list in which its label ends."""
MOST = 24
"""Units that a list lends."""
COLON = ":"
MARKS = frozenset(",;:.()")


def of_item_above(line: Line, spot: Spot) -> Unit | None:
    """The unit of the number that stands behind the same words in an item above; None where none does, or this is no item."""
    if not line.lent or not listed(line.row):
        return None
    words = _label(line.row, spot.amount)
    return line.lent.get(words) if words != COLON or labelled_who(line) else None


def lend(line: Line, drafts: list[Draft]) -> dict[str, Unit]:
    """The units that an item lends those below it: its own, and what it was lent itself; none of what is no item."""
    if not listed(line.row):
        return {}
    lent = dict(line.lent)
    for draft in drafts:
        unit, words = draft.amount.unit, _label(line.row, draft.amount)
        if words == COLON and not labelled_who(line):
            continue
        if words and unit.kind is Kind.THING and unit.text and not unit.power and len(lent) < MOST:
            lent[words] = replace(unit)
    return lent


def listed(row: list[Item]) -> bool:
    """Whether a sentence is an item of a list that tells by a label whose its figures are: - Chi nhánh Gò Tranh: nhận 860, …"""
    return COLON in [item.text for item in row[:LISTED]]


def only_numbers(row: list[Item]) -> bool:
    """Whether a sentence is only the number of an item: 2."""
    return bool(row) and all(item.is_mark or item.is_numeral for item in row)


def _label(row: list[Item], amount: Amount) -> str:
    """The words between a mark and a number; empty where there are none, or too many."""
    first = amount.first
    while first > 0 and amount.first - first <= LABEL and row[first - 1].text not in MARKS and not row[first - 1].is_numeral:
        first -= 1
    words = row[first : amount.first]
    if not words:
        return COLON if first and row[first - 1].text == COLON else ""
    return " ".join([item.text for item in words]) if len(words) <= LABEL else ""
