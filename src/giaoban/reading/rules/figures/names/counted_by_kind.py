"""Things that are counted by a word that says only that they are counted: what has so many of them is their name.

    "Camera an ninh có │ 96 mắt", "Tàu xa bờ (90 CV trở lên) có │ 37 chiếc"    Camera an ninh · Tàu xa bờ (90 CV trở lên)
    "lực lượng dân quân toàn huyện có │ 1.238 đồng chí"                         lực lượng dân quân
    "huyện có │ 37 chiếc xe", "Đội có │ 12 đồng chí"                            none

What must and must not be read: corpus/named.tsv.
"""

from giaoban.reading.cues import HAS
from giaoban.reading.items import Item
from giaoban.reading.names import ACTORS, DOERS
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.indicators import Name, trimmed
from giaoban.reading.rules.figures.names.no_name import KINDS, is_only_who

WORDS = frozenset(listed("chiếc, cái, mắt, quả, tấm, cuốn, bức"))
"""Words that things are counted by."""
PERSONS, FORCES = frozenset(("đồng chí", "người", "quân nhân")), ("lực lượng ", "đội ngũ ", "quân số ", "tổng quân số", "biên chế ")
"""Words that persons are counted by, and how it begins what they make."""
ENDS = frozenset(",;.()")
LONGEST, FEWEST = 14, 2


def counted_by_kind(line: Line, draft: Draft) -> Name:
    """What has so many; empty where that is a body or place, or it is said behind the word of what they are."""
    row, amount = line.row, draft.amount
    unit = amount.unit.text.lower()
    if (unit not in WORDS and unit not in PERSONS) or HAS not in row[amount.first - 1].means or amount.first < FEWEST:
        return Name(0, -1)
    if amount.last + 1 < len(row) and row[amount.last + 1].text not in ENDS:
        return Name(0, -1)
    name = trimmed(row, Name(_begins(row, amount.first - 1), amount.first - 2))
    while name and (row[name.last].place or row[name.last].period or row[name.last].text == "toàn"):
        name.last -= 1
    if name.last - name.first + 1 < FEWEST or is_only_who(line, name) or row[name.last].means & {HAS}:
        return Name(0, -1)
    said = " ".join([item.text for item in row[name.first : name.last + 1]])
    if unit in PERSONS:
        return name if said.startswith(FORCES) else Name(0, -1)
    return Name(0, -1) if row[name.first].text in BODIES or any(item.text == "có" for item in row[name.first : name.last]) else name


BODIES = KINDS | DOERS | ACTORS


def _begins(row: list[Item], end: int) -> int:
    """The item at which the clause begins, over a bracket."""
    at, depth = end, 0
    while at > max(0, end - LONGEST):
        text = row[at - 1].text
        depth += (text == ")") - (text == "(")
        if not depth and (text in ",;.:" or depth < 0):
            break
        at -= 1
    return at
