"""Directives: what somebody asks, tells or advises somebody to do from now on, with who asks, who acts, by when.

    "Bí thư Tỉnh ủy yêu cầu TX Đông Triều giữ vững …"    order of Bí thư Tỉnh ủy to TX Đông Triều
    "…; đồng thời cần rà soát …"                          request; issuer and assignee carried over
    "Năm 2021, Cục Hải quan sẽ tập trung …"               plan of the body itself
"""

from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Directive, Force, Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention, PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.assignees import named_before
from giaoban.reading.rules.clauses import Clause
from giaoban.reading.rules.deadlines import deadline
from giaoban.reading.rules.forces import force_of
from giaoban.reading.rules.persons import Holder
from giaoban.reading.rules.speech import Speech
from giaoban.reading.rules.topics import with_topics

SPEAKS_FOR = 3000
"""Code points over which the last speaker is still the one who asks."""


@dataclass(slots=True)
class _Told:
    issuer: str | None = None
    assignee: str | None = None
    force: Force = Force.REQUEST
    at: int = 0


@rule(makes=Directive, needs=(Clause, Speech, BodyMention, Holder, PlaceMention, PeriodMention, TimeAnchor))
def directives(page: Page) -> Iterator[Found[Directive]]:
    told = _Told()
    heard = page.all(Speech)
    next_heard = 0
    for found, topic in with_topics(page, page.all(Clause)):
        if found.what.polarity:
            continue
        line, span = found.what.line, found.span
        begins = line.starts[0]
        fresh = told.at < begins
        while next_heard < len(heard) and heard[next_heard].span.start < span.start:
            if heard[next_heard].what.speaker:
                told.issuer = heard[next_heard].what.speaker
            next_heard += 1
        quoted = _speaker_after(page, heard, next_heard, Span(begins, line.ends[-1])) if fresh else None
        told.issuer = quoted or told.issuer
        told.force = force_of(page, found, told.force, told.at)
        told.assignee = named_before(page, found.what) or told.assignee
        told.at = span.end
        issuer = told.issuer or (told.assignee if told.force is Force.PLAN else None)
        yield Found(Directive(issuer, told.force, told.assignee, deadline(page, span, begins), topic), span, confidence=found.confidence)


def _speaker_after(page: Page, heard: list[Found[Speech]], at: int, sentence: Span) -> str | None:
    """Who is named after the words he said: "…”, ông Nam đề nghị"."""
    for each in heard[at : at + 6]:
        if each.span.start >= sentence.end:
            return None
        said = page.text[max(sentence.start, each.span.start - 80) : each.span.start]
        if each.what.speaker and ("”" in said or '",' in said):
            return each.what.speaker
    return None
