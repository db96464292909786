"""Why a finding or directive was read: the named traits that weighed most for it, worked out again on demand."""

from giaoban.model import Directive, Document, Finding, Found, Polarity
from giaoban.reading.engine import Pipeline
from giaoban.reading.judging import LABELS, judge
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.clauses import kind_of_text
from giaoban.reading.signals import Signals
from giaoban.reading.traits import Paragraph, paragraphs

READY = Pipeline(MEETING)
BEGINS = {Polarity.STRENGTH: LABELS.index("BS"), Polarity.SHORTCOMING: LABELS.index("BH"), None: LABELS.index("BD")}


def why(document: Document, found: Found[Finding] | Found[Directive]) -> list[tuple[str, float]]:
    """The traits that spoke for (positive) and against (negative) a find against nothing, in logarithms of odds, heaviest first.

    Empty for a find that the judgement on clauses did not make.
    """
    page = READY.run(document)
    about = kind_of_text(page)
    if about is None:
        return []
    polarity = found.what.polarity if isinstance(found.what, Finding) else None
    for paragraph in paragraphs((each.what for each in page.all(Signals)), about, len(document.blocks)):
        inside = [at for at in range(len(paragraph.parts)) if found.span.start <= _start(paragraph, at) < found.span.end]
        if inside:
            return judge().reasons(paragraph, inside[0], inside[-1] + 1, BEGINS[polarity])
    return []


def _start(paragraph: Paragraph, at: int) -> int:
    return paragraph.lines[paragraph.within[at]].starts[paragraph.parts[at].first]
