"""What was decided in its record of a judgement after a notice was composed that tells it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Min

from giaoban.brief.notice import Order
from giaoban.model import Topic
from giaoban_web.briefs.composing import Source, bare
from giaoban_web.briefs.models import Notice, NoticeItem
from giaoban_web.briefs.notice_words import OTHER_KIND, OTHER_PLACE, OTHER_TOPIC, OTHERWISE, UNFOUNDED
from giaoban_web.records.models import STANDING, Decision, Find, Kind
from giaoban_web.records.words import TOPICS


def decided_since(item: NoticeItem) -> Iterator[Any]:
    """That the record confirms its judgement no more, in other words, or as something else."""
    now = item.find.standing if item.find is not None and item.directive is None else None
    if now is None or item.find is None:
        return
    notice = item.version.notice
    if now.verdict not in STANDING:
        yield UNFOUNDED
        return
    if item.find.record.meeting_id != notice.meeting_id or notice.meeting.place_id != notice.place_id:
        yield OTHER_PLACE % {"place": now.place}
    notices = list(_taken_over(notice))
    if now.at > notices[-1].made_at:
        if bare(Source(find=item.find).words) != bare(item.composed):
            yield OTHERWISE
        yield from _as_something_else(notice, now, _composed_of(item.find, notices) or now)


def _as_something_else(notice: Notice, now: Decision, before: Decision) -> Iterator[Any]:
    if now.kind != before.kind:
        yield OTHER_KIND % {"kind": Kind(now.kind).label.lower()}
    if now.topic != before.topic and notice.order == Order.TOPIC:
        yield OTHER_TOPIC % {"topic": TOPICS[Topic(now.topic or Topic.OTHER)]}


def _taken_over(notice: Notice) -> Iterator[Notice]:
    """The notice and those whose place it takes: a correction takes over their paragraphs."""
    yield notice
    if notice.corrects:
        yield from _taken_over(notice.corrects)


def _composed_of(find: Find, notices: Sequence[Notice]) -> Decision | None:
    """The decision of which its paragraph was composed, which may have been put in later than the first notice was begun."""
    told = NoticeItem.objects.filter(find=find, version__notice__in=notices).aggregate(at=Min("version__at"))
    return Decision.objects.filter(find=find, at__lte=told["at"], verdict__in=STANDING).last()
