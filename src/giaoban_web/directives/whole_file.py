"""Everything about one task as one file: its terms, where it comes from, all that happened, its evidence, and the proof of the log.

A ZIP that opens anywhere: tables as CSV, the rest as it came. For whoever looks at it years later, without Giaoban.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from giaoban_web.accounts.queries import may
from giaoban_web.directives.events_told import history_of
from giaoban_web.directives.models import Directive, Evidence, EvidenceFile
from giaoban_web.directives.words import STATES
from giaoban_web.history import queries as history
from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.records.models import Original
from giaoban_web.ui.sheets import FORMS

LARGEST = 200 * 1024 * 1024
"""Files up to so many bytes together go into it; those beyond are named with what proves them."""
UNSAFE = re.compile(r"[^\w.() -]+")
Table = tuple[str, Sequence[str], Iterable[Sequence[Any]]]


def whole_file(directive: Directive, user: Any, on: date) -> bytes:
    """The ZIP of a task that `user` may see; of its record only what she may see of it."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        evidence = list(directive.evidence.select_related("event", "by", "record__place", "place", "line__indicator", "period"))
        left = _files(archive, directive, evidence, user)
        write, _media_type = FORMS["csv"]
        for name, header, rows in _tables(directive, evidence, user):
            archive.writestr(f"{name}.csv", write(header, rows))
        archive.writestr(_("read-me.txt"), "\n".join(_told(directive, on, left)))
    return file.getvalue()


def _told(directive: Directive, on: date, left: Sequence[str]) -> Iterator[str]:
    """What it is, what is in it, and how it can be proved later."""
    head = history.head()
    yield _("Task no. %(number)s: %(task)s") % {"number": directive.pk, "task": directive}
    yield _("As it stood in Giaoban on %(day)s.") % {"day": date_format(on, "SHORT_DATE_FORMAT")}
    yield _(
        "The log then ended with %(number)s:%(hash)s; giaoban verify --anchor with these proves that nothing before it was changed."
    ) % {
        "number": head.number,
        "hash": head.hash,
    }
    if left:
        yield _("Too large to be put in here, to be had on the page of the task: %(names)s") % {"names": ", ".join(left)}


def _tables(directive: Directive, evidence: list[Evidence], user: Any) -> Iterator[Table]:
    yield _("1 task"), [_("What is told"), _("Content")], [row for row in _terms(directive, user) if row[1] not in ("", None)]
    events = list(directive.events.select_related("by"))
    yield (
        _("2 what happened"),
        [_("Number"), _("At"), _("Counts for"), _("Act"), _("By"), _("In the capacity of"), _("Words"), _("Evidence brought")],
        (_event(each) for each in history_of(events, evidence)),
    )
    yield (
        _("3 evidence"),
        [_("Number"), _("Kind"), _("Name"), _("Link"), _("Hash of the file (SHA-256)"), _("Brought by"), _("At"), _("Opened by")],
        map(_piece, evidence),
    )
    logged = LogEntry.objects.filter(subject_type=Directive._meta.label_lower, subject_id=str(directive.pk)).select_related("by")
    yield (
        _("4 log"),
        [_("Number"), _("At"), _("By"), _("Act"), _("Hash")],
        ([each.number, each.at, str(each.by or ""), _(each.act), each.hash] for each in logged.order_by("number")),
    )


def _terms(task: Directive, user: Any) -> Iterator[list[Any]]:
    yield [_("Number"), task.pk]
    yield [_("Wording"), task.wording]
    yield [_("Task"), task.work]
    yield [_("State"), str(STATES[task.standing.state])]
    yield [_("Place"), task.place.title]
    yield [_("Lead"), str(task.lead or "")]
    yield [_("Supporting"), "; ".join(map(str, task.supporting.all()))]
    yield [_("Watcher"), str(task.watcher or "")]
    yield [_("Acceptor"), str(task.acceptor or "")]
    yield [_("Issuer"), task.issuer]
    yield [_("Product"), task.product]
    yield [_("Within whose authority"), task.authority]
    yield [_("Deadline as worded"), task.deadline]
    yield [_("First deadline"), task.first_deadline_on]
    yield [_("Deadline"), task.deadline_on]
    yield [_("Given on"), task.given_on]
    yield [_("Issued on"), task.issued_on]
    yield [_("Reported on"), task.reported_on]
    yield [_("Accepted: counts as done on"), task.done_on]
    yield from _source(task, user)


def _source(task: Directive, user: Any) -> Iterator[list[Any]]:
    """The sentence it was made of, who confirmed it when, and the record it stands in."""
    yield [_("Meeting"), str(task.meeting or "")]
    find = task.find
    if find is None or not may(user, "records.view", find.record.place):
        return
    now, record = find.standing or find, find.record
    yield [_("Sentence"), record.text[now.start : now.end]]
    yield [_("Record"), record.name]
    yield [_("Hash of the record (SHA-256)"), record.sha256]
    yield [_("Read by"), f"{record.reader} · {find.rule}"]
    for each in find.decisions.select_related("by").order_by("number"):
        yield [str(each.get_verdict_display()), f"{_moment(each.at)} · {each.by}{f': {each.reason}' if each.reason else ''}"]


def _event(told: Any) -> list[Any]:
    words = "; ".join(f"{name}: {said}" if name else said for name, said in told.lines)
    event = told.event
    return [event.number, event.at, event.on, str(told.done), str(event.by), str(told.who), words, "; ".join(map(str, told.evidence))]


def _piece(each: Evidence) -> list[Any]:
    kept = EvidenceFile.objects.filter(pk=each.pk).values_list("sha256", flat=True).first()
    looks = "; ".join(f"{_moment(look.at)} {look.by}" for look in each.looks.select_related("by"))
    return [each.pk, str(each.get_kind_display()), each.label, each.url, kept or "", str(each.by), each.at, looks]


def _files(archive: ZipFile, directive: Directive, evidence: list[Evidence], user: Any) -> list[str]:
    """Put the files in, the record's original first; gives the names of those that are too many bytes."""
    room, left = LARGEST, []
    for name, size, data in _bytes(directive, evidence, user):
        if size > room:
            left.append(name)
            continue
        room -= size
        archive.writestr(name, data())
    return left


def _bytes(directive: Directive, evidence: list[Evidence], user: Any) -> Iterator[tuple[str, int, Any]]:
    find = directive.find
    if find is not None and may(user, "records.view", find.record.place):
        data = bytes(Original.objects.values_list("data", flat=True).get(pk=find.record_id))
        yield f"{_('record')}/{_named(find.record.name)}", len(data), lambda: data
    kept = EvidenceFile.objects.filter(evidence__in=evidence).order_by("pk").values_list("pk", "evidence__label", "size")
    for key, label, size in kept:
        yield f"{_('evidence')}/{key} {_named(label)}", size, lambda key=key: bytes(EvidenceFile.objects.get(pk=key).data)


def _named(name: str) -> str:
    """A name that every system takes: no folders, no signs of its own."""
    return UNSAFE.sub("_", name).strip(" .")[-120:] or "_"


def _moment(at: Any) -> str:
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")
