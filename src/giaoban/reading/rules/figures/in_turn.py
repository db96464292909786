"""Periods that are told in turn of as many figures.

    "Tỷ lệ che phủ rừng các năm 2021, 2022, 2023 lần lượt là 42,1%, 42,6% và │ 43,0%"    2023

What must and must not be read: corpus/period_forms.tsv.
"""

import re

from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import REACH, Draft, Line
from giaoban.reading.syllables import last_of, sign

IN_TURN = "lần lượt"
TURNS = sign(words=last_of((IN_TURN,)))
JOINED_BY = frozenset((",", "và", ";"))
FAR = 14
"""Items between the periods and the word that tells their turn."""
YEAR = 4
YEARS = range(1945, 2101)
HAS_YEAR = re.compile(r"\d{4}")


def told_in_turn(line: Line, drafts: list[Draft], weighed: list[dict[str, int]]) -> list[dict[str, int]]:
    """What the period of each figure may be: of those that have their turn only its own, of others what is given."""
    if not line.signs & TURNS:
        return weighed
    row = line.row
    said = next((at for at in range(min(len(row), REACH)) if row[at].text.startswith(IN_TURN)), -1)
    periods = _before(row, said)
    first = next((at for at, draft in enumerate(drafts) if draft.amount.first > said), len(drafts))
    return [*weighed[:first], *({period: 0} for period in periods)] if 1 < len(periods) == len(drafts) - first else weighed


def _before(row: list[Item], said: int) -> list[str]:
    """The periods of the last list of them before an item, in exchange form: quý I và quý II/2022 are both of 2022."""
    last = next((at for at in range(said - 1, max(-1, said - FAR), -1) if _period(row[at])), -1)
    found: list[str] = []
    at, year = last, _period(row[last])[:YEAR] if last >= 0 else ""
    while at >= 0 and (period := _period(row[at])):
        found.append(period if HAS_YEAR.search(row[at].text) else year + period[YEAR:])
        if at < 2 or row[at - 1].text not in JOINED_BY:
            break
        at -= 2
    return found[::-1]


def _period(item: Item) -> str:
    if item.period is not None and item.period.period is not None:
        return item.period.period.text
    return item.text if len(item.text) == YEAR and item.text.isdecimal() and int(item.text) in YEARS else ""
