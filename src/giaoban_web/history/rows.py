"""What the log keeps of rows as a hash of all they say: whoever changes one past the program is found out.

Each entry about such a row carries the hash of the row as it stood after the write. An entry of an older version has none: of its row
only that there is one is known.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Max
from django.db.models.fields.json import KT

from giaoban_web.history.chain import seal
from giaoban_web.history.models import Entry

NAME = "row"
"""Under which an entry has it."""
AT_ONCE, LOOKS = 500, 3
"""Rows looked at together; and how often one is looked at that somebody may just be changing: what is wrong is so each time."""
Said = dict[str, str]
"""The hash of each row, by its key as the log has it."""


class Kept(NamedTuple):
    """What of a table is kept. A column that comes later gets a table of its own here: the hashes that there are stay what they are.

    columns  of the row itself
    along    rows that belong to it: their model, the column that names it, and theirs
    ended    acts after which the row may be gone
    """

    columns: tuple[str, ...]
    along: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    ended: frozenset[str] = frozenset()


KEPT: dict[str, Kept] = {
    "accounts.user": Kept(("username", "name", "email", "is_active")),
    "accounts.grant": Kept(("user_id", "role", "place_id"), ended=frozenset({"role revoked"})),
    "accounts.token": Kept(("user_id", "name", "digest", "revoked_at")),
    "meetings.meeting": Kept(
        ("place_id", "held_on", "mode", "title", "convener", "reviewed", "chair", "chair_offices"), ended=frozenset({"meeting dropped"})
    ),
    "bodies.body": Kept(("place_id", "name", "also", "is_post", "superior_id", "topics", "retired_on", "proposed_by_id")),
    "bodies.seat": Kept(("body_id", "user_id", "since_on", "until_on"), ended=frozenset({"seat ended"})),
    "directives.directive": Kept(
        (
            "place_id", "meeting_id", "find_id", "wording", "work", "topic", "force", "given_on", "issuer", "issuer_body_id", "lead_id",
            "watcher_id", "acceptor_id", "product", "authority", "deadline", "first_deadline_on", "above_id", "merged_into_id", "criterion",
            "criterion_set", "criterion_number", "version", "state", "deadline_on", "asked_until", "extended", "issued_on", "reported_on",
            "reported_by_id", "done_on", "percent", "moved_at", "made_by_id",
        ),
        (
            ("directives.directive_supporting", "directive_id", ("body_id",)),
            ("directives.directive_shortcomings", "directive_id", ("find_id",)),
            ("directives.aim", "directive_id", ("indicator_id", "direction", "value", "by_on")),
            (
                "directives.evidence",
                "directive_id",
                ("event_id", "kind", "label", "url", "place_id", "line_id", "period_id", "number", "record_id", "by_id", "file__sha256"),
            ),
        ),
    ),
    "briefs.notice": Kept(
        (
            "place_id", "meeting_id", "order", "state", "version", "reason", "corrects_id", "issuer", "number", "year", "issued_on",
            "made_by_id", "submitted_by_id", "approved_by_id", "issued_by_id",
        ),
        (
            ("briefs.noticefile", "notice_id", ("paper", "sha256")),
            ("briefs.noticeversion", "notice_id", ("number", "act", "layout", "heading", "by_id")),
            ("briefs.noticeitem", "version__notice_id", ("version__number", "position", "mark", "kind", "level", "text", "directive_id")),
        ),
    ),
    "briefs.brief": Kept(
        ("place_id", "body_id", "on", "meeting", "meeting_on", "last_id", "sha256", "heard", "made_by_id"),
        (("briefs.briefquestion", "brief_id", ("number", "about", "state", "note", "by_id")),),
    ),
    "ledger.indicator": Kept(("key", "name", "group", "unit", "definition", "retired_at")),
    "ledger.release": Kept(("title", "place_id", "indicator_id", "period", "licence", "count", "sha256", "by_id", "taken_back_at")),
    "ledger.choice": Kept(("place_id", "line_id", "period_id", "number", "reason", "by_id")),
    "ledger.upload": Kept(("name", "sha256")),
    "ledger.settlement": Kept(("place_id", "mark", "check_name", "reason", "by_id")),
    "ledger.filing": Kept(
        ("place_id", "period_id", "state", "version", "basis", "submitted_by_id"),
        (
            (
                "ledger.filingcell",
                "filing_id",
                ("indicator_id", "breakdown", "role", "value", "value_to", "unit", "bound", "status", "note", "number", "entered", "by_id"),
            ),
            ("ledger.filingmove", "filing_id", ("step", "before", "after", "reason", "by_id")),
        ),
    ),
}  # fmt: skip
LOGGED = frozenset({"accounts.grant", "meetings.meeting", "bodies.seat", "directives.directive", "briefs.notice", "briefs.brief"})
"""Tables of which no row comes but with an entry."""


class Looked(NamedTuple):
    """`changed`: rows, as model and key, that are not what the log says of them; `unproved`: how many only older entries tell of."""

    changed: list[str]
    unproved: int


def sealed(label: str, key: Any) -> str | None:
    """The hash of a row as it now stands; None for a table of which none is kept, and for a row that is not there."""
    return _said(label, [key]).get(str(key)) if label in KEPT and key is not None else None


def looked() -> Looked:
    """Every row that is kept, set against the last entry about it."""
    changed: list[str] = []
    unproved = 0
    for label in KEPT:
        found, without = _table(label)
        changed += [f"{label} {key}" for key in found]
        unproved += without
    return Looked(changed, unproved)


def _table(label: str) -> tuple[list[str], int]:
    told, known = _told(label), set(_known(label))
    now = _all(label)
    wrong = {key for key, row in told.items() if key in now and row != now[key]}
    wrong |= {key for key in told if key not in now and not _ended(label, key)}
    strange = (now.keys() - known) if label in LOGGED else set()
    wrong |= {key for key in strange if not _of_the_first(label, key)}
    return sorted(filter(lambda key: _stays_wrong(label, key), wrong), key=int), len(now.keys() & known) - len(now.keys() & told.keys())


def _stays_wrong(label: str, key: str) -> bool:
    """Whether it is wrong each time it is looked at."""
    for _ in range(LOOKS - 1):
        told, now = _told(label, [key]).get(key), sealed(label, key)
        if told is not None and (told == now or (now is None and _ended(label, key))):
            return False
    return True


def _told(label: str, keys: Collection[str] | None = None) -> Said:
    """What the last entry with a hash says of each row."""
    entries = Entry.objects.filter(subject_type=label, details__has_key=NAME).order_by("number").annotate(row=KT(f"details__{NAME}"))
    entries = entries if keys is None else entries.filter(subject_id__in=keys)
    return dict(entries.values_list("subject_id", "row").iterator())


def _known(label: str) -> Iterable[str]:
    return Entry.objects.filter(subject_type=label).order_by().values_list("subject_id", flat=True).distinct()


def _ended(label: str, key: str) -> bool:
    acts = Entry.objects.filter(subject_type=label, subject_id=key).order_by("-number").values_list("act", flat=True)
    return acts.first() in KEPT[label].ended


def _of_the_first(label: str, key: str) -> bool:
    """Whether it is the role of the first administrator, which older versions gave without an entry of its own."""
    if label != "accounts.grant":
        return False
    given = apps.get_model(label)._base_manager.filter(pk=key, role="administrator").values_list("user_id", flat=True)
    added = Entry.objects.filter(subject_type="accounts.user", act="person added", by=None)
    first = added.aggregate(number=Max("number"))["number"]
    return first is not None and added.filter(number=first, subject_id__in=[str(each) for each in given]).exists()


def _all(label: str) -> Said:
    keys = list(apps.get_model(label)._base_manager.order_by("pk").values_list("pk", flat=True))
    found: Said = {}
    for start in range(0, len(keys), AT_ONCE):
        found |= _said(label, keys[start : start + AT_ONCE])
    return found


def _said(label: str, keys: Collection[Any]) -> Said:
    kept = KEPT[label]
    rows = {key: list(map(_plain, row)) for key, *row in _rows(label, "pk", keys, kept.columns)}
    along: dict[Any, list[list[Any]]] = {key: [[] for _ in kept.along] for key in rows}
    for place, (other, column, columns) in enumerate(kept.along):
        for key, *row in _rows(other, column, keys, columns):
            if key in along:
                along[key][place].append(list(map(_plain, row)))
    return {str(key): seal([row, *along[key]]) for key, row in rows.items()}


def _rows(label: str, column: str, keys: Collection[Any], columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    rows = apps.get_model(label)._base_manager.filter(**{f"{column}__in": keys}).order_by("pk")
    yield from rows.values_list(column, *columns).iterator()


def _plain(value: Any) -> Any:
    """A value as JSON says it, the same on every database."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if hasattr(value, "isoformat") else value
