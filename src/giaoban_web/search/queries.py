"""Finding: what has all the words of a query, the most telling first, and only what the person may see."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add, or_
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from giaoban_web.accounts.queries import where
from giaoban_web.search import index
from giaoban_web.search.models import Entry
from giaoban_web.search.query import Query, otherwise, parse
from giaoban_web.search.snippets import Piece, beyond, mark, snippet
from giaoban_web.ui.below import below

PAGE = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its title and the telling part of its body in pieces, the words asked for marked."""

    kind: str
    subject_id: int
    title: list[Piece]
    body: list[Piece]
    url: str
    place: Any
    on: date | None


def find(user: Any, query: str, page: int | str = 1, kind: str = "", size: int = PAGE) -> Page:  # type: ignore[type-arg]
    """A page of hits for `query` among what `user` may see; of one kind of subject ("records.record") if `kind` says so.

    First whole spellings with the accents typed, then titles before bodies and phrases before scattered words, then the newer.
    """
    asked, others = parse(query), otherwise(query)
    found = ranked(visible_to(user), asked, others)
    if kind:
        found = found.filter(subject_type=kind)
    shown = Paginator(found, size).get_page(page)
    hits: Any = [_hit(entry, lambda word: any(each.marks(word) for each in (asked, *others))) for entry in shown.object_list]
    shown.object_list = hits
    return shown


def visible_to(user: Any) -> QuerySet[Entry]:
    """Entries whose place the user may see records of, and those without a place; nothing for who is not signed in."""
    if not user.is_authenticated or not user.is_active:
        return Entry.objects.none()
    return Entry.objects.filter(Q(place=None) | where(user, "records.view"))


def ranked(entries: QuerySet[Entry], asked: Query, others: Sequence[Query] = ()) -> QuerySet[Entry]:
    """Those of `entries` that have every word and phrase of `asked`, or else of one of `others`, best first."""
    if not asked:
        return entries.none()
    having = reduce(or_, map(_having, (asked, *others)))
    return (
        entries.select_related("place")
        .filter(having)
        .annotate(
            spelled=reduce(add, _spelled(asked), Value(0)),
            told=Case(*(when for each in (asked, *others) for when in _telling(each)), default=Value(0), output_field=IntegerField()),
        )
        .order_by("-spelled", "-told", F("on").desc(nulls_last=True), "-pk")
    )


def _having(asked: Query) -> Q:
    """Entries with every word and phrase."""
    having = Q(pk__in=index.holding(asked.words, asked.prefix))
    if asked.begun:
        having &= Q(words__contains=f" {asked.prefix} ") | Q(accented__contains=f" {asked.begun}")
    for phrase in asked.phrases:
        having &= Q(words__contains=f" {phrase} ")
    return having


def _spelled(asked: Query) -> Iterator[Case]:
    """1 for each word typed with accents that stands in the entry with the same accents."""
    for word in asked.accented:
        yield Case(When(accented__contains=f" {word}", then=Value(1)), default=Value(0), output_field=IntegerField())


def _telling(asked: Query) -> Iterator[When]:
    """From the most telling: the title is what was typed, begins with it, has it, has its words; the body has it."""
    end = "" if asked.prefix else " "
    typed = f" {asked.typed}{end}"
    every = Q(*(Q(title_words__contains=f" {word} ") for word in asked.words), title_words__contains=f" {asked.prefix}")
    yield When(title_words=f" {asked.typed} ", then=Value(5))
    yield When(title_words__startswith=typed, then=Value(4))
    yield When(title_words__contains=typed, then=Value(3))
    yield When(every, then=Value(2))
    yield When(words__contains=typed, then=Value(1))


def _hit(entry: Entry, marks: Callable[[str], bool]) -> Hit:
    return Hit(
        entry.subject_type,
        entry.subject_id,
        mark(entry.title, marks),
        snippet(beyond(entry.title, entry.body), marks),
        below(entry.url),
        entry.place,
        entry.on,
    )
