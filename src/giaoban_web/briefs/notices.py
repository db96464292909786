"""Notices as a person may see them, with what stands in them and what keeps them from being issued."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.formats import date_format

from giaoban.brief import Notice as Paper
from giaoban.brief.notice import GAP, Heading
from giaoban.brief.notice_holding import lost
from giaoban.brief.notice_paragraphs import Kind, Paragraph, bare, notice_of, numbers
from giaoban.directives.states import State
from giaoban.render.layouts import PARTY, STATE, layout
from giaoban_web.accounts.queries import may, where
from giaoban_web.bodies.gone import Gone, each_once
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.proposing import unconfirmed
from giaoban_web.bodies.queries import acted_for, normal
from giaoban_web.briefs.composing import OVER, deadline_of
from giaoban_web.briefs.models import ItemKind, Notice, NoticeItem, NoticeVersion
from giaoban_web.briefs.notice_moves import APPROVING, DRAFTING, EDITABLE, OUT, STEPS, NoticeState
from giaoban_web.briefs.notice_since import decided_since
from giaoban_web.briefs.notice_words import EMPTY, LOST, NEEDED, PARTS, TASK_OVER
from giaoban_web.directives.gone_bodies import gone_in, named
from giaoban_web.directives.models import OPEN, Directive
from giaoban_web.directives.queries import taking_part
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.places.paths import above

PLAIN = {kind.value: Kind(kind.value) for kind in (ItemKind.ABSTRACT, ItemKind.OPENING, ItemKind.HEADING, ItemKind.CLOSING)}
"""Kinds of paragraphs that the paper knows too; every other is a text to it."""
PARTY_OFFICES = ("bi thu", "tinh uy", "thanh uy", "thi uy", "huyen uy", "quan uy", "dang uy")
"""Words of offices of the Party, without accents."""
COMMITTEES = {PARTY: "Đảng ủy", STATE: "Ủy ban nhân dân"}
SYMBOLS = {PARTY: "TB/TU", STATE: "TB-UBND"}
OF_A_COMMUNE = "TB/ĐU"
"""What the Party's committee of a commune or a ward, or of an office, puts behind the number."""


def visible_to(user: Any) -> QuerySet[Notice]:
    """Those that went out, of places where `user` has a role and wherever she has a part in a task; drafts where she drafts or approves."""
    seen = where(user, "directives.view")
    if own := acted_for(user, timezone.localdate()):
        theirs = Directive.objects.filter(taking_part(own)).values("pk")
        seen |= Q(pk__in=NoticeItem.objects.filter(directive__in=theirs, **CURRENT).values("version__notice"))
    drafts = where(user, DRAFTING) | where(user, APPROVING)
    return Notice.objects.filter(Q(state__in=OUT) & seen | drafts).select_related("place", "meeting__place")


def to_approve(user: Any) -> QuerySet[Notice]:
    """Notices that wait for `user`: to be approved or, once approved, to be issued; the latest first."""
    return _latest(Notice.objects.filter(Q(state__in=WAITING) & where(user, APPROVING)))


def own_drafts(user: Any) -> QuerySet[Notice]:
    """The drafts that `user` made and may edit, returned ones among them; the latest first."""
    return _latest(Notice.objects.filter(Q(state__in=EDITABLE, made_by=user) & where(user, DRAFTING)))


def _latest(found: QuerySet[Notice]) -> QuerySet[Notice]:
    return found.select_related("meeting").order_by("-moved_at")


WAITING = (NoticeState.SUBMITTED, NoticeState.APPROVED)
CURRENT = {"version__number": F("version__notice__version")}


def with_abstracts(found: QuerySet[Notice]) -> QuerySet[Notice]:
    """Each with its `abstract`, and the `symbol` and `layout` of its version in force."""
    now = NoticeVersion.objects.filter(notice=OuterRef("pk"), number=OuterRef("version"))
    abstract = NoticeItem.objects.filter(version__notice=OuterRef("pk"), version__number=OuterRef("version"), kind=ItemKind.ABSTRACT)
    return found.annotate(
        abstract=Subquery(abstract.values("text")[:1]), symbol=Subquery(now.values("heading__symbol")[:1]),
        layout=Subquery(now.values("layout")[:1]),
    )  # fmt: skip


def current(notice: Notice) -> NoticeVersion:
    """The newest version of a notice."""
    return notice.versions.get(number=notice.version)


def items_of(version: NoticeVersion) -> list[NoticeItem]:
    """The paragraphs of a version in their order, with their tasks and finds."""
    return list(version.items.select_related("directive__lead", "find__standing__place", "find__record").defer("find__record__text"))


def listed(items: Iterable[NoticeItem]) -> tuple[Paragraph, ...]:
    """The paragraphs of a version as the core moves and compares them."""
    return tuple(Paragraph(each.mark, PLAIN.get(each.kind, Kind.TEXT), each.text, each.level) for each in items)


def paper_of(version: NoticeVersion, items: Iterable[NoticeItem]) -> Paper:
    """The notice as it is printed; number and day only on the version that was issued."""
    notice, told = version.notice, dict(version.heading)
    lines = {name: tuple(told.pop(name, ())) for name in ("authority", "recipients")}
    given = {name: value for name, value in told.items() if value}
    issued = notice.number is not None and version.number == notice.version
    dated = {"number": str(notice.number), "on": notice.issued_on} if issued else {}
    return notice_of(listed(items), Heading(**dated, **lines, **given))


def said_number(notice: Notice, version: NoticeVersion) -> str:
    """ "Số 12-TB/TU", "Số 46/TB-UBND": as its layout writes it, but for the colon that only the paper has."""
    return number_in(version.layout, notice.number, version.heading.get("symbol", ""))


def number_in(layout_name: str, number: int | None, symbol: str) -> str:
    """The same of a number and symbol in a layout."""
    return layout(layout_name).number(str(number or ""), symbol).replace("Số:", "Số", 1)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph on the screen: its number on the paper, and what its text no longer says of its task."""

    item: NoticeItem
    number: str
    warnings: Sequence[Any] = ()
    since: Sequence[Any] = ()
    """Those of them that came of what was decided in the record after the notice was composed."""
    behind: bool = False
    """It does not say its task as that is now, and can be written anew."""

    @property
    def movable(self) -> bool:
        """Whether a clerk may put it elsewhere: everything but what the layout itself says."""
        return self.item.kind not in PLAIN or self.item.kind == ItemKind.HEADING


def rows(items: Sequence[NoticeItem]) -> list[Row]:
    """Every paragraph in order, with its number and warnings."""
    found, heads = [], {0: "", 1: ""}
    empty = bare(listed(items))
    for item, number in zip(items, numbers(listed(items)), strict=True):
        if item.kind == ItemKind.HEADING:
            heads = {0: item.text, 1: ""} if item.level == 0 else {**heads, 1: item.text}
        gone = [LOST[each] % _due(item.directive) for each in _lost(item, " ".join(heads.values()))]
        since, over = list(decided_since(item)), [TASK_OVER] if item.directive and not _told(item) else []
        warnings = [*since, *over, *gone, *([EMPTY] if item.mark in empty else [])]
        found.append(Row(item, number, warnings, since, bool(gone) and _told(item)))
    return found


def untouched(shown: Iterable[Row]) -> list[str]:
    """Marks of those behind their task whose words nobody edited."""
    return [row.item.mark for row in shown if row.behind and row.item.text == row.item.composed]


def _told(item: NoticeItem) -> bool:
    """Whether its task is still one that a notice tells, so that it can be written anew."""
    return item.directive is not None and item.directive.state not in OVER


def _lost(item: NoticeItem, heads: str) -> Sequence[str]:
    task = item.directive
    if task is None:
        return ()
    lead = (task.lead.name, *task.lead.also) if task.lead else ()
    words, day = deadline_of(task)
    return lost(f"{heads} {item.text}", lead=lead, deadline=words, due_on=day)


def _due(task: Directive | None) -> dict[str, str]:
    words, day = deadline_of(task) if task else ("", None)
    return {"due": date_format(day, "SHORT_DATE_FORMAT") if day else words}


def lacking(version: NoticeVersion) -> list[Any]:
    """Names of the parts of the heading that must still be filled in."""
    return [PARTS[name] for name in NEEDED if not version.heading.get(name)]


def open_gaps(items: Sequence[NoticeItem]) -> list[tuple[str, str]]:
    """Paragraphs that still hold a gap for what was not known when they were composed: each by its mark, with its number and words."""
    numbered = zip(items, numbers(listed(items)), strict=True)
    return [(item.mark, f"{number} {item.text}".strip()) for item, number in numbered if GAP in item.text.split()]


def tasks_of(items: Iterable[NoticeItem]) -> list[Directive]:
    """The tasks that these paragraphs hold, each once."""
    return list({each.directive_id: each.directive for each in items if each.directive}.values())


def without_lead(items: Iterable[NoticeItem]) -> list[Directive]:
    """Drafted tasks that nobody leads: they keep the notice from being issued."""
    return [each for each in tasks_of(items) if each.state == State.DRAFT and each.lead_id is None]


def unconfirmed_in(items: Iterable[NoticeItem]) -> list[Body]:
    """Bodies, each once, that drafted tasks name and that are only proposed yet: they keep the notice from being issued."""
    return unconfirmed(body for each in tasks_of(items) if each.state == State.DRAFT for body in named(each))


def overdue_at_once(items: Iterable[NoticeItem], on: date) -> list[Directive]:
    """Drafted tasks whose deadline is over on the day: issued then, they are overdue from the beginning."""
    return [each for each in tasks_of(items) if each.state == State.DRAFT and each.deadline_on and each.deadline_on < on]


def gone(items: Iterable[NoticeItem], on: date) -> list[Gone]:
    """Bodies, each once, that drafted tasks name and that are no more by the last day of one of them."""
    return each_once(gone_in((each for each in tasks_of(items) if each.state == State.DRAFT), on).values())


def left_behind(notice: Notice, items: Iterable[NoticeItem]) -> list[Directive]:
    """Tasks of the notice that this one takes the place of which it tells no more, though they are still to be done."""
    if notice.corrects is None:
        return []
    told = {each.directive_id for each in items}
    before = tasks_of(items_of(current(notice.corrects)))
    return [each for each in before if each.pk not in told and each.state in OPEN]


def next_number(issuer: str, year: int) -> int:
    """The number after the last that the body has given in a year."""
    last = Notice.objects.filter(issuer=issuer, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def usual(place: Place, but_for: Notice | None = None) -> NoticeVersion | None:
    """The version whose heading the office used last there, or nearest above."""
    nearest = Notice.objects.filter(place__path__in=[*above(place.path), place.path]).exclude(state=NoticeState.DISCARDED)
    nearest = nearest.exclude(pk=but_for.pk) if but_for else nearest
    last = nearest.order_by("-place__path", "-pk").first()
    return current(last) if last else None


def first_heading(meeting: Meeting, layout_name: str) -> dict[str, Any]:
    """What the heading of the first notice of a place begins with: its symbol, and the committee where that of the place itself met, or
    where one of its chairs presided.
    """
    committee = COMMITTEES[layout_name]
    started, told = f"{normal(committee)} ", [normal(each) for each in (meeting.convener, *meeting.chair_offices)]
    begun = {"symbol": _symbol(layout_name, " ".join(told))}
    own = (f"{started}{normal(meeting.place.kind)}", f"{started}{normal(str(meeting.place))}")
    met = (told[0].startswith(started) and told[0].endswith(normal(meeting.place.name))) or any(each.endswith(own) for each in told[1:])
    return begun | ({"body": f"{committee} {meeting.place}".upper(), "place": meeting.place.name} if met else {})


def _symbol(layout_name: str, told: str) -> str:
    """That of the committee that is named, without accents, in `told`."""
    words = [each for each in PARTY_OFFICES if each.endswith(" uy") and each in told]
    return OF_A_COMMUNE if layout_name == PARTY and words == ["dang uy"] else SYMBOLS[layout_name]


def fitting(meeting: Meeting) -> str:
    """The layout of whoever chaired: a people's committee writes in that of the State, everybody else begins with that of the Party."""
    words = normal(" ".join([meeting.convener, *meeting.chair_offices]))
    of_state = "uy ban nhan dan" in words and not any(each in words for each in PARTY_OFFICES)
    return STATE if of_state else PARTY


def steps_for(user: Any, notice: Notice) -> list[str]:
    """Names of the moves that `user` may make now."""
    return [name for name, step in STEPS.items() if notice.state in step.origins and may(user, step.permission, notice.place)]


def may_edit(user: Any, notice: Notice) -> bool:
    """Whether the person may change its words: not while it waits for approval, nor after."""
    return notice.editable and may(user, DRAFTING, notice.place)


def may_issue(user: Any, notice: Notice) -> bool:
    """Whether the person may issue it: it is approved, and she approves for its place."""
    return notice.state == NoticeState.APPROVED and may(user, APPROVING, notice.place)


def may_correct(user: Any, notice: Notice) -> bool:
    """Whether she may begin a correction: it stands, and none is under way."""
    open_ones = notice.corrections.exclude(state=NoticeState.DISCARDED)
    return notice.state == NoticeState.ISSUED and may(user, DRAFTING, notice.place) and not open_ones.exists()


def meetings_to_tell(user: Any) -> QuerySet[Meeting]:
    """Meetings of which `user` may compose a notice."""
    return Meeting.objects.filter(where(user, DRAFTING)).select_related("place")


def may_see_drafts(user: Any, notice: Notice) -> bool:
    """Whether she may see versions that did not go out."""
    return may(user, DRAFTING, notice.place) or may(user, APPROVING, notice.place)
