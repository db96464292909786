"""How firmly a directive is put: the last word of asking before it that still governs it.

    yêu cầu, giao, chỉ đạo, phải    order      cần phải, yêu cầu … cần: order
    đề nghị, lưu ý, cần, nên        request    đề nghị … phải: request
    sẽ, phấn đấu, tập trung         plan       where nobody asks anybody
"""

from giaoban.model import Force, Found
from giaoban.reading.engine import Page
from giaoban.reading.rules.clauses import Clause
from giaoban.reading.rules.speech import Speech
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, wording

MODALS = ((BIT["order"], Force.ORDER), (BIT["request"], Force.REQUEST), (BIT["plan"], Force.PLAN))
ANY = BIT["order"] | BIT["request"] | BIT["plan"]


def force_of(page: Page, found: Found[Clause], last: Force, reached: int) -> Force:
    """The force of a directive.

    last     the force of the directive before it, which holds on where nothing new is said
    reached  where that one ended
    """
    line, first = found.what.line, found.what.first
    asked = [each.what.manner for each in page.within(Speech, found.span.__class__(line.starts[0], found.span.start)) if each.what.manner in ("order", "request")] if first else []
    modal = _modal(line, first, reached)
    if asked:
        return Force.ORDER if asked[-1] == "order" else Force.REQUEST
    return modal or (last if reached else Force.PLAN)


def _modal(line: Syllables, first: int, reached: int) -> Force | None:
    """The nearest modal before syllable `first` in the sentence, after the directive before."""
    phrases = wording()
    for at in range(first - 1, max(-1, first - 60), -1):
        if line.starts[at] < reached:
            return None
        found = phrases.get(line.words[at], 0) & ANY
        if found:
            if line.words[at] == "phải" and at and line.words[at - 1] == "cần":
                return Force.ORDER
            return next(force for bit, force in MODALS if found & bit)
    return None
