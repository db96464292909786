"""Reading the log, and proving that nobody has changed it."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Max, Q, QuerySet

from giaoban_web.history.chain import digest
from giaoban_web.history.models import Entry, Head
from giaoban_web.ui.numbers import whole

AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Broken:
    """The first place where the chain does not hold.

    number  of the entry that is missing or was changed
    why     code of a message: log-entry-changed, log-entry-missing, log-end-missing, log-head-changed, log-anchor-differs
    """

    number: int
    why: str


def head() -> Head:
    """The number and hash of the last entry; print them outside, and nobody can change what is before."""
    return Head.objects.filter(pk=1).first() or Head()


def visible_to(user: Any) -> QuerySet[Entry]:
    """Entries within the places on which `user` may read the log; those of no place for who may read it on a root."""
    paths = user.paths("history.view") if user.is_authenticated else []
    seen = Q(pk__in=[])
    for path in paths:
        seen |= Q(within__startswith=path)
        if path.count("/") == 1:
            seen |= Q(within="")
    return Entry.objects.filter(seen).select_related("by")


def about(subject: models.Model) -> QuerySet[Entry]:
    """What the log says of one thing, the first entry first; whoever asks has made sure that its reader may see the thing."""
    return Entry.objects.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))


def verify(anchor: str = "") -> Broken | None:
    """The first broken entry, or None when every entry is as it was written and none is missing.

    Reads 2,000 entries at a time and holds nobody up: what is added meanwhile is left to the next time.

    anchor  "NUMBER:HASH" as the log showed it once: the entry of that number must still carry that hash
    """
    end = head()
    wanted, _colon, anchored = anchor.partition(":")
    last, previous = 0, ""
    for entry in Entry.objects.filter(number__lte=end.number).order_by("number").iterator(AT_ONCE):
        last += 1
        if entry.number != last:
            return Broken(last, "log-entry-missing")
        if entry.previous != previous or digest(entry) != entry.hash:
            return Broken(entry.number, "log-entry-changed")
        if wanted == str(entry.number) and anchored != entry.hash:
            return Broken(entry.number, "log-anchor-differs")
        previous = entry.hash
    if end.number > last or (whole(wanted) or 0) > last:
        return Broken(last + 1, "log-end-missing")
    return _end(end, previous)


def _end(end: Head, previous: str) -> Broken | None:
    """Whether the head is that of the last entry. Read again after the entries: it can only have moved on with them."""
    newest = Entry.objects.aggregate(number=Max("number"))["number"] or 0
    if end.hash != previous or newest > head().number:
        return Broken(newest, "log-head-changed")
    return None
