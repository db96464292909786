"""Names that tell things apart by a number, where the next figure is of another number: it takes over all but that.

    "tiêm vắc xin mũi 3: 265 liều; mũi 4: │ 147 liều"      tiêm vắc xin mũi 4
    "mũi 1 đạt 95%, mũi 2 của trẻ em đạt │ 41%"             a name of its own, not that of mũi 1

What must and must not be read: corpus/wordings.tsv.
"""

from giaoban.reading.cues import NO_FIGURE
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import Spot

CLAUSE, PARTS = 12, frozenset(",;:.")
"""Items of a clause at whose start the number is looked for, and the marks that part clauses."""
LED_WITHIN = 3
"""Items from the start of a figure's words in which its number stands: lũy kế │ mũi 3."""


def other_number(row: list[Item], spot: Spot, previous: str) -> tuple[str, int]:
    """The name of the figure before with this figure's own number, as it is where more is said than that, empty where none is said;
    and the item at which the number's label stands.

    previous  the name of the figure before
    """
    lowered, first = previous.lower(), spot.floor
    while first > max(0, spot.floor - CLAUSE) and row[first - 1].text not in PARTS:
        first -= 1
    for at in range(first, min(first + LED_WITHIN, spot.zone - 1)):
        label, number = row[at].text, row[at + 1]
        if number.is_numeral and NO_FIGURE in row[at].means:
            begins = f" {lowered}".find(f" {label} ")
            told = lowered[begins + len(label) + 1 :].split(" ", 1)[0] if begins >= 0 else ""
            if not told.isdigit() or told == number.text:
                break
            end = begins + len(label) + 1
            return previous[:end] + number.text + previous[end + len(told) :] if at + 2 == spot.zone else previous, at
    return "", -1
