"""What clauses are about by their own words and those of all clauses of the text, without trained weights: topics for `--fast`.

"đẩy nhanh tiến độ giải phóng mặt bằng"     land
"làm tốt hơn nữa" among clauses on schools   education

What must and must not be read: corpus/topics.tsv.
"""

from collections.abc import Iterator

from giaoban.model import Found, Topic
from giaoban.reading.engine import Page, rule
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.task_tables import TaskTable, in_task_tables
from giaoban.reading.rules.clauses.topics import Themed
from giaoban.reference.topics import weighed

WHOLE = 8.0
"""What the share of a topic in all clauses of the text counts against a word in the clause."""


@rule(makes=Themed, needs=(Clause, TaskTable))
def cued_themes(page: Page) -> Iterator[Found[Themed]]:
    """Each clause with the topic that most of its words, and those of all clauses, speak for."""
    found = [each for each in page.all(Clause) if not in_task_tables(page, each.span)]
    said = [weighed([word for word in each.what.words if word[0].isalnum()]) for each in found]
    whole = {topic: WHOLE * share for topic, share in _shares(said).items()}
    ranked = sorted(((weight, topic) for topic, weight in whole.items()), reverse=True)
    for each, own in zip(found, said, strict=True):
        sums = [(weight + whole[topic], topic) for topic, weight in own.items()]
        sums += next(([other] for other in ranked if other[1] not in own), [])
        yield Found(Themed(each.what, max(sums)[1] if sums else Topic.OTHER), each.span, confidence=each.confidence)


def _shares(said: list[dict[Topic, float]]) -> dict[Topic, float]:
    sums: dict[Topic, float] = {}
    for each in said:
        for topic, weight in each.items():
            sums[topic] = sums.get(topic, 0.0) + weight
    total = sum(sums.values()) or 1.0
    return {topic: weight / total for topic, weight in sums.items()}
