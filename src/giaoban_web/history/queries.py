"""Reading the log, and proving that nobody has changed it."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from giaoban_web.history.chain import digest
from giaoban_web.history.models import Entry, Head

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


@transaction.atomic
def verify(anchor: str = "") -> Broken | None:
    """The first broken entry, or None when every entry is as it was written and none is missing. Reads 2,000 at a time.

    anchor  "NUMBER:HASH" as the log showed it once: the entry of that number must still carry that hash
    """
    end = Head.objects.select_for_update().filter(pk=1).first() or Head()
    wanted, _colon, anchored = anchor.partition(":")
    last, previous = 0, ""
    for entry in Entry.objects.order_by("number").iterator(AT_ONCE):
        last += 1
        if entry.number != last:
            return Broken(last, "log-entry-missing")
        if entry.previous != previous or digest(entry) != entry.hash:
            return Broken(entry.number, "log-entry-changed")
        if wanted == str(entry.number) and anchored != entry.hash:
            return Broken(entry.number, "log-anchor-differs")
        previous = entry.hash
    if wanted.isdigit() and int(wanted) > last:
        return Broken(last + 1, "log-end-missing")
    return _end(end, last, previous)


def _end(end: Head, last: int, previous: str) -> Broken | None:
    if end.number > last:
        return Broken(last + 1, "log-end-missing")
    if (end.number, end.hash) != (last, previous):
        return Broken(end.number, "log-head-changed")
    return None
