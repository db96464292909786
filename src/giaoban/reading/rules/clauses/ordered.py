"""Orders that the weights heard as judgements, behind a judgement in one sentence.

    "phê bình hai xã thu thấp; yêu cầu Chi cục Thuế phân loại nợ, kiên quyết cưỡng chế"     two directives

Whatever begins with a verb of asking and the body that is asked is asked, and so is each action that goes on with it.
What must and must not be read: corpus/directives.tsv.
"""

from collections.abc import Iterable, Iterator

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.rules.clauses.begins import ASKS
from giaoban.reading.segments import Segment
from giaoban.reference.wording import BIT, does

JUDGED = frozenset(BIT[name] for name in ("past", "now", "contrast"))
"""What a clause says that tells how things are."""
OPENING = 4
"""Syllables in which an action is named that goes on with one asked."""
DIRECTIVE = "D"


def as_asked(page: Page, told: Iterable[tuple[Paragraph, Segment]]) -> Iterator[tuple[Paragraph, Segment]]:
    """The stretches that count, those as directives that are asked in so many words."""
    asked = -1
    for paragraph, each in told:
        part = paragraph.parts[each.first]
        line = paragraph.lines[paragraph.within[each.first]]
        if each.kind != DIRECTIVE and (_asks(page, paragraph, each) or (asked == line.starts[0] and _goes_on(paragraph, each))):
            asked = line.starts[0]
            yield paragraph, each._replace(kind=DIRECTIVE)
            continue
        asked = line.starts[0] if each.kind == DIRECTIVE and asked == line.starts[0] and part.first else -1
        yield paragraph, each


def _asks(page: Page, paragraph: Paragraph, found: Segment) -> bool:
    """Whether a stretch begins with a verb of asking and the body that is asked."""
    line, first = paragraph.lines[paragraph.within[found.first]], paragraph.parts[found.first].first
    if tuple(line.words[first : first + 2]) not in ASKS or first + 2 >= len(line.starts):
        return False
    at = line.starts[first + 2]
    return any(each.span.start == at for each in page.within(BodyMention, Span(at, at + 1)))


def _goes_on(paragraph: Paragraph, found: Segment) -> bool:
    """Whether a stretch opens with an action, and tells nothing of how things are."""
    words = [word for part in paragraph.parts[found.first : found.last] for word in part.words]
    return bool(does(words[:OPENING], BIT["action"])) and not any(does(words, bit) for bit in JUDGED)
