"""Directives: what somebody asks, tells or advises somebody to do from now on, with who asks, who acts, by when.

"Bí thư Tỉnh ủy yêu cầu TX Đông Triều giữ vững …"    order of Bí thư Tỉnh ủy to TX Đông Triều
"…; đồng thời cần rà soát …"                          request; issuer and assignee carried over
"Năm 2021, Cục Hải quan sẽ tập trung …"               plan of the body itself
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from giaoban.documents.letterhead import author_named
from giaoban.model import Directive, Force, Found, Meeting, Span
from giaoban.reading.choosing import Candidates, scales
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention, PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.clauses.begins import lists
from giaoban.reading.rules.clauses.headed import actor_of, headed
from giaoban.reading.rules.clauses.opened import in_charge
from giaoban.reading.rules.clauses.results import under_pleas
from giaoban.reading.rules.clauses.scenes import Scene, weighed
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.clauses.topics import Themed
from giaoban.reading.rules.named.papers import is_report
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import Syllables

ORDERED, ORDERED_WITHIN = re.compile(r"(?:^|[.;:\n])[ \d–+*•.)-]*(?:Yêu cầu|Giao) [^.;:\n]*$"), 120
"""How a sentence begins that orders, before what it orders."""


@rule(makes=Directive, needs=(Themed, Meeting, Speech, Syllables, BodyMention, Holder, PlaceMention, PeriodMention, TimeAnchor))
def directives(page: Page) -> Iterator[Found[Directive]]:
    """Each clause that asks, with the issuer, force, assignee and deadline that the weights choose for it.

    What a report plans or asks for is planned and asked for by the office or committee at its head, which orders nobody there.
    """
    told = [found for found in page.all(Themed) if found.what.clause.polarity is None]
    if not told:
        return

    def choose(choice: str, candidates: Candidates[str | None]) -> str | None:
        return weighed(choice, candidates, scales(choice, page.weights))

    scene = Scene(page, choose)
    actors, author = headed(page), _author(page)
    pleas = under_pleas(page) if author else []
    for found, after in zip_longest(told, told[1:]):
        due = scene.due
        parties = scene.directive(found.what.clause, found.span, after.span.start if after else None)
        own = actor_of(page, actors, found.span, parties.assignee) or in_charge(found.span.of(page.text))
        who = own or parties.assignee
        if scene.told:
            scene.told.assignee, scene.told.of_item = who, own is not None
        if lists(page, found.what.clause.words, found.span.end):
            scene.due = due
            continue
        force = _reported(page, parties.force, found.span, pleas) if author else parties.force
        what = Directive(author or parties.issuer, force, who, parties.deadline, found.what.topic)
        yield Found(what, found.span, confidence=found.confidence)


def _reported(page: Page, force: Force, span: Span, pleas: list[Span]) -> Force:
    """How firmly a report puts a task: it orders nobody but in so many words, and under a heading of pleas it asks."""
    if any(each.start <= span.start < each.end for each in pleas):
        return Force.REQUEST
    return Force.PLAN if force is Force.ORDER and not ORDERED.search(page.text, max(0, span.start - ORDERED_WITHIN), span.start) else force


def _author(page: Page) -> str | None:
    """The office or committee whose report a paper is; None where it is none, or reports a meeting, in which others ask."""
    return author_named(page.document.text) if not page.all(Meeting) and is_report(page) else None
