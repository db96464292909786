"""Numbers as people type them into cells: 19.200,5 · trên 120 · 85,7% · (12,5) · and the signs that say there is none."""

import re
from dataclasses import dataclass
from decimal import Decimal

from giaoban.model import Bound
from giaoban.reading.rules.figures.amounts.numbers import numeral
from giaoban.reference.folding import fold

NONE = frozenset({"-", "–", "—", "…", "...", "x", "n/a", "na", "khong co", "chua co", "ko", ".."})
"""What stands in a cell of which there is no figure; folded."""
BOUNDS = {
    "tren": Bound.OVER, "hon": Bound.OVER, ">": Bound.OVER, "it nhat": Bound.AT_LEAST, ">=": Bound.AT_LEAST, "≥": Bound.AT_LEAST,
    "duoi": Bound.UNDER, "gan": Bound.UNDER, "<": Bound.UNDER, "khong qua": Bound.AT_MOST, "<=": Bound.AT_MOST, "≤": Bound.AT_MOST,
    "khoang": Bound.ABOUT, "uoc": Bound.ABOUT, "~": Bound.ABOUT, "≈": Bound.ABOUT,
}  # fmt: skip
FIRMNESS = "|".join(sorted(map(re.escape, BOUNDS), key=len, reverse=True))
WRITTEN = re.compile(rf"(?P<bound>{FIRMNESS})?\s*(?P<number>[-−+(]?\s*\d[\d., \u00a0]*\)?)\s*(?P<percent>%)?")
NOTE = re.compile(r"\s*(?:\(\*{1,3}\)|\*{1,3})$")
"""Points to a note under the table: 8 (*), 12,5*."""
GROUPS = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Told:
    """What a cell tells: its number with the digits typed, how firmly, and whether it bears a percent sign."""

    value: Decimal
    bound: Bound = Bound.EXACT
    percent: bool = False


def told(text: str, whole: bool = False) -> Told | None:
    """The number in a cell; None where it says that there is none. ValueError for anything else.

    whole   what is counted comes in wholes (people, cases): a comma before three digits then groups thousands

    >>> told("19.200,5").value, told("(12,5)").value
    (Decimal('19200.5'), Decimal('-12.5'))
    """
    folded = NOTE.sub("", fold(text).strip())
    if not folded or folded in NONE:
        return None
    match = WRITTEN.fullmatch(folded)
    if match is None:
        raise ValueError(text)
    return Told(_signed(match["number"], whole), BOUNDS.get(match["bound"] or "", Bound.EXACT), bool(match["percent"]))


def _signed(written: str, whole: bool) -> Decimal:
    bare = GROUPS.sub("", written).strip("-−+() \u00a0")
    value = numeral(bare, whole)
    if value is None or (written.startswith("(") != written.endswith(")")):
        raise ValueError(written)
    return -value if written[0] in "-−(" else value
