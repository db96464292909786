"""Keeping the index: called by the actions of other apps, inside their transactions."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from giaoban.reference.folding import fold, words
from giaoban_web.search.models import LONGEST_WORD, Entry
from giaoban_web.ui.below import bare

MOST_BYTES = 1_000_000  # of different words: PostgreSQL refuses a tsvector of 1 MiB
AT_ONCE = 500
WRITTEN = ("title", "body", "title_words", "words", "accented", "url", "on")


@dataclass(frozen=True, slots=True)
class Told:
    """What the index needs to know of a thing that can be found."""

    subject: models.Model
    title: str
    body: str
    url: str
    on: date | None


def index(
    subject: models.Model,
    *,
    title: str,
    body: str = "",
    place: models.Model | None = None,
    url: str,
    on: date | None = None,
) -> Entry:
    """Let `subject` be found by `title` and `body`, by whoever may see `place` (everyone if None); anew if it already was.

    url  where a hit leads, within this site
    on   the day that the subject is about: of two equal hits the newer comes first
    """
    values = {"place": place, "url": bare(url), "on": on, **_written(title, body)}
    entry, _ = Entry.objects.update_or_create(**_key(subject), defaults=values)
    return entry


def index_all(told: Sequence[Told]) -> None:
    """`index` for many subjects of one kind, which everyone may find, at once."""
    wanted = {each.subject.pk: {"url": bare(each.url), "on": each.on, **_written(each.title, each.body)} for each in told}
    if not wanted:
        return
    kind = told[0].subject._meta.label_lower
    known = {entry.subject_id: entry for entry in Entry.objects.filter(subject_type=kind)}
    for key in known.keys() & wanted.keys():
        for name, value in wanted[key].items():
            setattr(known[key], name, value)
    Entry.objects.bulk_update([known[key] for key in known.keys() & wanted.keys()], WRITTEN, AT_ONCE)
    fresh = [Entry(subject_type=kind, subject_id=key, **wanted[key]) for key in wanted.keys() - known.keys()]
    Entry.objects.bulk_create(fresh, AT_ONCE)


def forget(subject: models.Model) -> None:
    """Let `subject` no longer be found."""
    Entry.objects.filter(**_key(subject)).delete()


def _written(title: str, body: str) -> dict[str, str]:
    title, body = _plain(title), _plain(body)
    in_title, in_body = _words(title), _words(body)
    return {
        "title": title,
        "body": body,
        "title_words": _spaced(map(fold, in_title)),
        "words": _spaced(map(fold, in_title + in_body)),
        "accented": _spaced(in_title + in_body),
    }


def _key(subject: models.Model) -> dict[str, Any]:
    return {"subject_type": subject._meta.label_lower, "subject_id": subject.pk}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\0", " "))


def _words(text: str) -> list[str]:
    """The words of `text`, cut where a database could not index more."""
    seen: set[str] = set()
    left = MOST_BYTES // 2
    kept = []
    for word in words(text):
        short = word[:LONGEST_WORD]
        if short not in seen:
            seen.add(short)
            left -= len(short.encode())
            if left < 0:
                break
        kept.append(short)
    return kept


def _spaced(each: Iterable[str]) -> str:
    return f" {' '.join(each)} "
