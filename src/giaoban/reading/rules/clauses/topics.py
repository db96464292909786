"""What clauses are about, from their own words and from what stands around (`reading.theming`).

"đẩy nhanh tiến độ giải phóng mặt bằng"     land
"làm tốt hơn nữa" among clauses on schools   education
"""

from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Found, Topic
from giaoban.reading.engine import Page, rule
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.task_tables import TaskTable, in_task_tables
from giaoban.reading.senses import senses
from giaoban.reading.syllables import Syllables
from giaoban.reading.theming import Told, meant, seen
from giaoban.reading.theming import themes as weights


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Themed:
    """A clause with its topic."""

    clause: Clause
    topic: Topic


@rule(makes=Themed, needs=(Clause, Syllables, TaskTable), version=3)
def themes(page: Page) -> Iterator[Found[Themed]]:
    """Each clause with the topic that the weights choose for it."""
    found = [each for each in page.all(Clause) if not in_task_tables(page, each.span)]
    if not found:
        return
    known = weights(page.weights)
    told = [Told(each.what.words, each.what.line.words) for each in found]
    whole = [word for each in page.all(Syllables) for word in each.what.words]
    topics = known.topics(told, seen(told, whole), meant(told, whole, senses(page.weights)))
    for each, topic in zip(found, topics, strict=True):
        yield Found(Themed(each.what, topic), each.span, confidence=each.confidence)
