"""What is done to the words of a notice. Each makes a version, in one transaction with its entry in the log."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from giaoban.brief import Order, notice_moving
from giaoban.brief.notice import superseding
from giaoban.brief.notice_paragraphs import MOVABLE, Kind, Paragraph
from giaoban.brief.notice_regrouping import regrouped
from giaoban.model import Refused
from giaoban.render.layouts import PARTY
from giaoban_web.accounts.queries import may
from giaoban_web.briefs import composing
from giaoban_web.briefs.composing import Source
from giaoban_web.briefs.models import ItemKind, Notice, NoticeItem, NoticeVersion
from giaoban_web.briefs.notice_fitting import cleaned, fitting, plain
from giaoban_web.briefs.notice_keys import Keys, Told, keys_of, told_by
from giaoban_web.briefs.notice_moves import ACTS, DRAFTING, NoticeState
from giaoban_web.briefs.notices import current, first_heading, items_of, listed, may_correct, said_number, usual
from giaoban_web.errors import Conflict
from giaoban_web.history import actions as history
from giaoban_web.meetings.models import Meeting

NEEDED = [Kind.ABSTRACT, Kind.CLOSING]


@dataclass(frozen=True, slots=True)
class Draft:
    """The version in force while it is changed."""

    notice: Notice
    version: NoticeVersion
    paragraphs: tuple[Paragraph, ...]
    keys: Keys

    @property
    def unnamed(self) -> str:
        """The first part of marks that no version has had: the number of the version that is being made."""
        return f"x{self.notice.version + 1}"


@transaction.atomic
def draft(*, meeting: Meeting, order: Order, layout: str, by: Any) -> Notice:
    """A new notice of a meeting, with the heading that the office used last. Refused where the person may not draft there."""
    _refuse_unless(by, meeting.place)
    found = composing.sources(meeting, by)
    made = Notice.objects.create(place=meeting.place, meeting=meeting, order=order.value, made_by=by, moved_at=timezone.now())
    before = usual(made.place, but_for=made)
    heading = dict(before.heading) if before and before.layout == layout else first_heading(meeting, layout)
    said = composing.composed(meeting, found, order)
    keys = told_by(found, {each.mark: each.text for each in said})
    _write(made, "composed", said, keys, by, heading=heading, layout=layout)
    return made


@transaction.atomic
def correct(*, notice: Notice, by: Any) -> Notice:
    """A new notice with the words of one that was issued, and the sentence that it takes its place. Refused while another is under way."""
    old = Notice.objects.select_for_update(of=("self",)).select_related("place", "meeting").get(pk=notice.pk)
    _refuse_unless(by, old.place)
    if not may_correct(by, old):
        raise Refused("notice-not-corrected")
    version = current(old)
    items = items_of(version)
    kept = {"place": old.place, "meeting": old.meeting, "order": old.order}
    made = Notice.objects.create(**kept, corrects=old, made_by=by, moved_at=timezone.now())
    said = [_superseding(each, old, version) for each in listed(items)]
    _write(made, "corrected", said, keys_of(items), by, heading=version.heading, layout=version.layout)
    return made


@transaction.atomic
def edit(*, notice: Notice, mark: str, text: str, seen: int, by: Any) -> Notice:
    """Other words for a paragraph; what it tells stays. Refused where they are empty or too long."""
    now = opened(notice, seen, by)
    old = _one(now, mark)
    if plain(text) == old.text:
        return now.notice
    words = fitting(text)
    changed = [replace(each, text=words) if each.mark == mark else each for each in now.paragraphs]
    return _next(now, "edited", changed, by, mark=mark, before=old.text, after=words)


@transaction.atomic
def shift(*, notice: Notice, mark: str, way: str, seen: int, by: Any, under: str = "") -> Notice:
    """A paragraph up, down or to the end of the section with the mark `under`. At the edge nothing changes."""
    now = opened(notice, seen, by)
    moves = {"up": notice_moving.up, "down": notice_moving.down}
    try:
        moved = notice_moving.under(now.paragraphs, mark, under) if way == "under" else moves[way](now.paragraphs, mark)
    except KeyError:
        raise Refused("paragraph-not-there") from None
    return now.notice if moved == now.paragraphs else _next(now, "moved", moved, by, mark=mark, way=way, under=under)


@transaction.atomic
def arrange(*, notice: Notice, marks: Sequence[str], seen: int, by: Any) -> Notice:
    """Every paragraph that can be moved in the order of these marks."""
    now = opened(notice, seen, by)
    try:
        moved = notice_moving.arranged(now.paragraphs, marks)
    except KeyError:
        raise Refused("paragraph-not-there") from None
    return now.notice if moved == now.paragraphs else _next(now, "arranged", moved, by, order=list(marks))


@transaction.atomic
def regroup(*, notice: Notice, order: Order, seen: int, by: Any) -> Notice:
    """The tasks by field, by lead or as they were said. Words that somebody edited stay; composed ones are composed anew."""
    now = opened(notice, seen, by)
    found = composing.told_tasks(now.notice.meeting, by, {each.mark for each in now.paragraphs})
    if not found:
        return now.notice
    texts = {each.mark: each.text for each in now.paragraphs if each.text != now.keys[each.mark].composed}
    fresh = composing.composed(now.notice.meeting, found, order)
    body = [each for each in fresh if each.kind in MOVABLE]
    said = [replace(each, text=texts.get(each.mark, each.text)) if each.kind is Kind.TEXT else each for each in body]
    headed = [replace(each, mark=f"{now.unnamed}_{at}") if each.kind is Kind.HEADING else each for at, each in enumerate(said)]
    now.notice.order = order.value
    now.notice.save(update_fields=["order"])
    keys = {**now.keys, **told_by(found, {each.mark: each.text for each in fresh})}
    return _next(replace(now, keys=keys), "arranged", regrouped(now.paragraphs, headed), by, by_order=order.value)


@transaction.atomic
def retell(*, notice: Notice, marks: Iterable[str], seen: int, by: Any) -> Notice:
    """The words of these paragraphs composed anew from their tasks as they are now, lead and deadline included; no other is touched."""
    now = opened(notice, seen, by)
    found = composing.told_tasks(now.notice.meeting, by, set(marks) & {each.mark for each in now.paragraphs})
    if not found:
        raise Refused("paragraph-not-there")
    fresh = _composed(now, found, Order.SAID)
    said = tuple(replace(each, text=fresh.get(each.mark, each.text)) for each in now.paragraphs)
    told = {each.mark: {"before": old.text, "after": each.text} for old, each in zip(now.paragraphs, said, strict=True) if old != each}
    keys = {**now.keys, **told_by(found, fresh)}
    return _next(replace(now, keys=keys), "retold", said, by, paragraphs=told) if told else now.notice


@transaction.atomic
def add(*, notice: Notice, text: str, seen: int, by: Any, after: str = "", level: int | None = None) -> Notice:
    """A paragraph of the office's own after the one of that mark, at the end without one; a heading where `level` is given."""
    now = opened(notice, seen, by)
    words = fitting(text)
    kind = Kind.TEXT if level is None else Kind.HEADING
    new = Paragraph(f"{now.unnamed}_1", kind, words, level or 0)
    return _next(now, "added", notice_moving.after(now.paragraphs, new, after), by, mark=new.mark, text=words)


@transaction.atomic
def bring(*, notice: Notice, source: Source, seen: int, by: Any, after: str = "") -> Notice:
    """A finding or task of the meeting that the notice does not tell yet: after the one of that mark, else in the section of its kind."""
    now = opened(notice, seen, by)
    if source.mark in {each.mark for each in now.paragraphs}:
        raise Refused("paragraph-told-already")
    told = composing.composed(now.notice.meeting, [source], Order(now.notice.order))
    *headings, new = (each for each in told if each.kind in MOVABLE)
    keys = {**now.keys, **told_by([source], {source.mark: new.text})}
    if after:
        put = notice_moving.after(now.paragraphs, new, after)
    else:
        alike = [mark for mark in now.keys if mark[:1] == source.mark[:1]]
        named = (replace(each, mark=f"{now.unnamed}_{at}") for at, each in enumerate(headings))
        put = notice_moving.among(now.paragraphs, [*named, new], alike)
    return _next(replace(now, keys=keys), "added", put, by, mark=new.mark, text=new.text)


@transaction.atomic
def drop(*, notice: Notice, mark: str, seen: int, by: Any) -> Notice:
    """Leave a paragraph out; abstract and closing stay."""
    now = opened(notice, seen, by)
    old = _one(now, mark)
    if old.kind not in {*MOVABLE, Kind.OPENING}:
        raise Refused("paragraph-needed")
    return _next(now, "dropped", [each for each in now.paragraphs if each.mark != mark], by, mark=mark, text=old.text)


@transaction.atomic
def head(*, notice: Notice, heading: Mapping[str, Any], layout: str, seen: int, by: Any) -> Notice:
    """Another heading or layout; the next notice of the place begins with it."""
    now = opened(notice, seen, by)
    heading = cleaned(heading)
    if (heading, layout) == (now.version.heading, now.version.layout):
        return now.notice
    before = {"layout": now.version.layout, **now.version.heading}
    return _next(now, "headed", now.paragraphs, by, heading=heading, layout=layout, before=before)


@transaction.atomic
def take_over(
    *, notice: Notice, listed: Sequence[Paragraph], seen: int, by: Any, sha256: str, heading: Mapping[str, Any] | None = None
) -> Notice:
    """The paragraphs as somebody edited them in a document; one with an empty mark is new.

    heading  as the document has it, None where it stays
    sha256   of the document
    """
    now = opened(notice, seen, by)
    if [each.kind for each in listed if each.kind in NEEDED] != NEEDED:
        raise Refused("paragraph-needed")
    known = {each.text for each in now.paragraphs}
    edited = (each if each.text in known else replace(each, text=fitting(each.text)) for each in listed)
    numbered = [replace(each, text=plain(each.text), mark=each.mark or f"{now.unnamed}_{at}") for at, each in enumerate(edited, 1)]
    said = now.version.heading if heading is None else cleaned(heading)
    told = {"before": now.version.heading} if said != now.version.heading else {}
    if tuple(numbered) == now.paragraphs and not told:
        return now.notice
    return _next(now, "taken", numbered, by, heading=said, document=sha256, **told)


def opened(notice: Notice, seen: int, by: Any) -> Draft:
    """The notice as it is now, held until the transaction ends.

    `Conflict` when it was changed since version `seen`; refused where it cannot be edited, or not by this person.
    """
    fresh = locked(notice, seen)
    _refuse_unless(by, fresh.place)
    if not fresh.editable:
        raise Refused("notice-not-editable", state=NoticeState(fresh.state).label)
    version = current(fresh)
    items = items_of(version)
    return Draft(fresh, version, listed(items), keys_of(items))


def locked(notice: Notice, seen: int) -> Notice:
    """The row as it is now, held until the transaction ends; `Conflict` when it changed since version `seen`."""
    fresh = Notice.objects.select_for_update(of=("self",)).select_related("place", "meeting", "corrects").get(pk=notice.pk)
    if fresh.version != seen:
        raise Conflict("notice-changed-meanwhile", by=str(current(fresh).by), version=fresh.version)
    return fresh


def _composed(now: Draft, found: Sequence[Source], order: Order) -> dict[str, str]:
    """By mark the words that the tasks among `found` are told in."""
    marks = {each.mark for each in found}
    return {each.mark: each.text for each in composing.composed(now.notice.meeting, found, order) if each.mark in marks}


def _next(now: Draft, act: str, said: Iterable[Paragraph], by: Any, *, heading: Any = None, layout: str = "", **told: Any) -> Notice:
    kept = {"heading": now.version.heading if heading is None else heading, "layout": layout or now.version.layout}
    return _write(now.notice, act, said, now.keys, by, **kept, told=told)


def _write(
    notice: Notice, act: str, said: Iterable[Paragraph], keys: Keys, by: Any, *, heading: Any, layout: str = PARTY, told: Any = None
) -> Notice:
    """The next version with these paragraphs, and its entry in the log."""
    notice.version += 1
    notice.save(update_fields=["version"])
    version = NoticeVersion.objects.create(notice=notice, number=notice.version, act=act, heading=heading, layout=layout, by=by)
    NoticeItem.objects.bulk_create(_item(version, position, each, keys) for position, each in enumerate(said))
    begun = {"meeting": notice.meeting_id, "corrects": notice.corrects_id} if notice.version == 1 else {}
    history.record(notice, ACTS[act], by=by, version=notice.version, **begun, **(told or {}))
    return notice


def _item(version: NoticeVersion, position: int, said: Paragraph, keys: Keys) -> NoticeItem:
    find, directive, composed = keys.get(said.mark, Told())
    kind = said.kind.value
    if said.kind is Kind.TEXT:
        kind = ItemKind.TASK if directive else ItemKind.FINDING if find else ItemKind.TEXT
    told = {"mark": said.mark, "kind": kind, "level": said.level, "text": said.text, "composed": composed}
    return NoticeItem(version=version, position=position, **told, find_id=find, directive_id=directive)


def _superseding(said: Paragraph, old: Notice, version: NoticeVersion) -> Paragraph:
    if said.kind is not Kind.CLOSING or old.issued_on is None:
        return said
    return replace(said, text=superseding(said.text, said_number(old, version), old.issued_on))


def _one(now: Draft, mark: str) -> Paragraph:
    found = next((each for each in now.paragraphs if each.mark == mark), None)
    if found is None:
        raise Refused("paragraph-not-there")
    return found


def _refuse_unless(by: Any, place: Any) -> None:
    if not may(by, DRAFTING, place):
        raise Refused("not-allowed-here", place=str(place))
