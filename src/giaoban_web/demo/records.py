"""The records of the demo: put in and decided by the clerk through the same actions as anywhere else.

`decided.toml` says what is true of each record. Where the reader found it so, the clerk confirms it; where the reader found
something else at those words, the clerk corrects it; what the reader missed, the clerk adds. The rest waits for a decision.
"""

import tomllib
from importlib.resources import files
from typing import Any

from giaoban.reference.folding import fold
from giaoban_web.accounts.models import User
from giaoban_web.api.taken import FIELDS
from giaoban_web.demo.people import MEETING_ON, TOWN
from giaoban_web.places.queries import at
from giaoban_web.records import actions
from giaoban_web.records.matching import place_of
from giaoban_web.records.models import Find, Kind, Record, Verdict

TELLING = (
    "measure", "value", "value_to", "unit", "bound", "role", "period", "comparisons",
    "polarity", "topic", "force", "deadline", "date", "mode", "chair",
)  # fmt: skip
PARTS = files("giaoban_web.demo")


def load(clerk: User) -> None:
    """Every record that is not there yet, in the order of their meetings."""
    decided = tomllib.loads(PARTS.joinpath("decided.toml").read_text("utf-8"))
    town = at(TOWN, MEETING_ON)
    for name, rows in decided.items():
        try:
            record = actions.put_in(data=PARTS.joinpath("records", f"{name}.txt").read_bytes(), name=f"{name}.txt", place=town, by=clerk)
        except actions.Known:
            continue
        for row in rows:
            _decide(record, row, clerk)


def _decide(record: Record, row: dict[str, Any], clerk: User) -> None:
    kind = Kind(row["kind"])
    start = record.text.index(row["words"])
    change = actions.Change(kind.value, start, start + len(row["words"]), FIELDS[kind].model_validate(row.get("fields", {})).plain())
    find = _found(record, change)
    if row.get("rejected"):
        if find:
            actions.decide(find=find, verdict=Verdict.REJECTED, seen=0, by=clerk, reason=row["rejected"])
    elif find is None:
        actions.add(record=record, change=change, by=clerk)
    elif _right(find, change):
        actions.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    else:
        actions.decide(find=find, verdict=Verdict.CORRECTED, seen=0, by=clerk, change=change)


def _found(record: Record, change: actions.Change) -> Find | None:
    """The undecided find of that kind that shares most of its words with `change`; None where none shares any."""
    near = record.finds.undecided().filter(kind=change.kind, start__lt=change.end, end__gt=change.start)
    return max(near, key=lambda find: min(find.end, change.end) - max(find.start, change.start), default=None)


def _right(find: Find, change: actions.Change) -> bool:
    """Whether the find says what is true: all its words, the same in everything that counts, about the same place."""
    if find.start > change.start or find.end < change.end:
        return False
    if find.fields.keys() != change.fields.keys() or any(
        find.fields[name] != change.fields[name] for name in TELLING if name in find.fields
    ):
        return False
    for name in ("indicator", "issuer"):
        if not _folded(find.fields, name).startswith(_folded(change.fields, name)):
            return False
    if not _folded(change.fields, "assignee").startswith(_folded(find.fields, "assignee")):
        return False
    read, true = (place_of(find.record, find.kind, fields) for fields in (find.fields, change.fields))
    return read == true


def _folded(fields: dict[str, Any], name: str) -> str:
    return fold(fields.get(name) or "")
