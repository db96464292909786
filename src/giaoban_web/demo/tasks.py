"""The tasks of the demo: made from its confirmed directives and followed through the same actions as anywhere else."""

import tomllib
from importlib.resources import files
from typing import Any

from giaoban.model import Force, Topic
from giaoban_web.accounts.models import User
from giaoban_web.bodies.models import Body
from giaoban_web.directives import actions
from giaoban_web.directives.evidence import Piece, look, pieces_now
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.terms import Terms
from giaoban_web.records.models import Find, Kind

BODIES = ("lead", "watcher")
PLAIN = ("product", "deadline", "deadline_on", "criterion_set", "criterion_number")
SAID = ("text", "percent", "reason", "until")


def load(clerk: User) -> None:
    """A task for each row whose directive is confirmed and has none yet, with all that happened to it."""
    for row in tomllib.loads(files("giaoban_web.demo").joinpath("tasks.toml").read_text("utf-8"))["task"]:
        find = _find(row)
        if not hasattr(find, "directive"):
            task = _drafted(find, row, clerk)
            for event in row.get("events", []):
                task = _moved(task, event)


def _find(row: dict[str, Any]) -> Find:
    found = Find.objects.facts().filter(standing__kind=Kind.DIRECTIVE, record__name=f"{row['record']}.txt")
    for find in found.select_related("record__meeting", "record__place", "standing__place"):
        if row["words"] in find.record.text[find.standing.start : find.standing.end]:
            return find
    raise LookupError(row["words"])


def _drafted(find: Find, row: dict[str, Any], clerk: User) -> Directive:
    said = find.standing.fields
    meeting = find.record.meeting
    told: dict[str, Any] = {name: Body.objects.get(name=row[name]) for name in BODIES if name in row}
    told |= {name: row[name] for name in PLAIN if name in row}
    told["supporting"] = list(Body.objects.filter(name__in=row.get("supporting", [])))
    terms = Terms(
        topic=Topic(find.standing.topic or Topic.OTHER), force=Force(said["force"]), issuer=said.get("issuer") or "",
        given_on=meeting.held_on if meeting else None, **told,
    )  # fmt: skip
    wording = find.record.text[find.standing.start : find.standing.end]
    return actions.draft(place=find.record.place, wording=wording, terms=terms, by=clerk, find=find, meeting=meeting)


def _moved(task: Directive, event: dict[str, Any]) -> Directive:
    by = User.objects.get(username=event["by"])
    if event["move"] == "accept":
        for piece in pieces_now(task):
            look(evidence=piece, by=by)
    evidence = [Piece(event["text"], url=event["link"])] if "link" in event else []
    said = {name: event[name] for name in SAID if name in event}
    return move(directive=task, name=event["move"], seen=task.version, by=by, said=said, evidence=evidence, on=event["on"])
