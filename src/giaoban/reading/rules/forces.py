"""How firmly a directive is put: the last word of asking before it that still governs it.

yêu cầu, giao, chỉ đạo, phải    order      cần phải, yêu cầu … cần: order
đề nghị, lưu ý, cần, nên        request    đề nghị … phải: request
sẽ, phấn đấu, tập trung         plan       where nobody asks anybody
"""

from functools import cache

from giaoban.model import Force, Span
from giaoban.reading.engine import Page
from giaoban.reading.rules.clauses import Clause
from giaoban.reading.rules.speech import Speech
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, wording

ASKED = {"order": Force.ORDER, "request": Force.REQUEST}
MODALS = ((BIT["order"], Force.ORDER), (BIT["request"], Force.REQUEST), (BIT["plan"], Force.PLAN))
ANY = BIT["order"] | BIT["request"] | BIT["plan"]
WINDOW = 60
"""Syllables before the action in which its modal stands."""


def force_of(page: Page, clause: Clause, reached: int) -> Force | None:
    """The force said in the sentence of a directive, before it; None where nothing is.

    reached  where the directive before it ended: a verb of asking inside that one asks nothing here
    """
    line, first = clause.line, clause.first
    start = line.starts[first]
    modal, together = _modal(line, first, reached)
    if together:
        return Force.ORDER
    asked = (
        [each.what.manner for each in page.within(Speech, Span(max(line.starts[0], reached), start))]
        if max(line.starts[0], reached) < start
        else []
    )
    forces = [ASKED[manner] for manner in asked if manner in ASKED]
    return forces[-1] if forces else modal


def _modal(line: Syllables, first: int, reached: int) -> tuple[Force | None, bool]:
    """The nearest modal before syllable `first`, after the directive before; whether it is "cần phải"."""
    floor = max(0, first - WINDOW + 1)
    if _modals().isdisjoint(line.words[floor:first]):
        return None, False
    phrases = wording()
    for at in range(first - 1, floor - 1, -1):
        if line.starts[at] < reached:
            break
        if found := phrases.get(line.words[at], 0) & ANY:
            force = next(force for bit, force in MODALS if found & bit)
            return force, line.words[at] == "phải" and at > 0 and line.words[at - 1] == "cần"
    return None, False


@cache
def _modals() -> frozenset[str]:
    return frozenset(phrase for phrase, kinds in wording().items() if kinds & ANY)
