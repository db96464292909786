"""Directives: what somebody asks, tells or advises somebody to do from now on, with who asks, who acts, by when.

"Bí thư Tỉnh ủy yêu cầu TX Đông Triều giữ vững …"    order of Bí thư Tỉnh ủy to TX Đông Triều
"…; đồng thời cần rà soát …"                          request; issuer and assignee carried over
"Năm 2021, Cục Hải quan sẽ tập trung …"               plan of the body itself
"""

from collections.abc import Iterator

from giaoban.model import Directive, Force, Found, Meeting, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention, PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.assignees import named_before
from giaoban.reading.rules.deadlines import deadline
from giaoban.reading.rules.forces import force_of
from giaoban.reading.rules.frames import Event, Frame, events, move
from giaoban.reading.rules.persons import Holder
from giaoban.reading.rules.speech import Speech
from giaoban.reading.rules.topics import Themed

CLOSED = 80
"""Code points between the end of quoted words and the verb that says whose they are."""


@rule(makes=Directive, needs=(Themed, Meeting, Speech, BodyMention, Holder, PlaceMention, PeriodMention, TimeAnchor))
def directives(page: Page) -> Iterator[Found[Directive]]:
    frame, reached, inside = Frame(), 0, 0
    chair = _chair(page)
    coming = events(page)
    passed = 0
    for found in page.all(Themed):
        clause, span = found.what.clause, found.span
        while passed < len(coming) and coming[passed].at < span.start:
            if coming[passed].at >= inside:
                move(frame, coming[passed])
            passed += 1
        inside = span.end
        if clause.polarity:
            continue
        begins, ends = clause.line.starts[0], clause.line.ends[-1]
        if reached < begins:
            frame.issuer = _speaker_after(page, coming, passed, Span(begins, max(ends, span.end))) or frame.issuer
        frame.force = force_of(page, clause, reached) or frame.force
        named = named_before(page, clause)
        frame.assignee = named or frame.assignee
        own = frame.force is Force.PLAN
        if own and named and not any(each.what.speaker for each in page.within(Speech, Span(begins, span.start))):
            frame.issuer = named
        reached = span.end
        by = deadline(page, span, begins) or (frame.period if own else None)
        issuer = frame.issuer or (frame.assignee if own else chair)
        yield Found(Directive(issuer, frame.force, frame.assignee, by, found.what.topic), span, confidence=found.confidence)


def _chair(page: Page) -> str | None:
    """The office of the chair, who asks where nobody is said to."""
    meeting = next(iter(page.all(Meeting)), None)
    chair = meeting and meeting.what.chair
    return (chair.offices[0] if chair.offices else chair.name) if chair else None


def _speaker_after(page: Page, coming: list[Event], passed: int, sentence: Span) -> str | None:
    """Who is named after the words he said: "…”, ông Nam đề nghị"."""
    for event in coming[passed : passed + 8]:
        if event.at >= sentence.end:
            return None
        said = page.text[max(sentence.start, event.at - CLOSED) : event.at]
        if event.speech and event.speech.speaker and ("”" in said or '",' in said or '" -' in said):
            return event.speech.speaker
    return None
