"""Whether finds as read are right by what people decided, for those at which somebody looked.

a figure             number, unit, name, measure, bound and role: what its confidence speaks of, its period and place left aside;
                         a doubted one is not asked
a judgement, a task  one of its kind stands there
the meeting          its day, mode, bodies and who presides
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from giaoban.model import Finding, Meeting, Observation, Reading
from giaoban.reading.alike import agreement, alike
from giaoban.reading.learning.agreement import paired
from giaoban.reading.learning.examples import stretches
from giaoban.reading.learning.measuring import clauses, figure_looked_at, figures
from giaoban.reading.learning.told import Told, known
from giaoban.reading.rules.figures.counting.admitting import doubted

KINDS = ("observation", "strength", "shortcoming", "directive", "meeting")
"""In the order in which they are shown."""


class Judged(NamedTuple):
    """What a find is shown at, whether it is right, and the place of its text among those judged."""

    confidence: float
    right: bool
    text: int


def judged(texts: Sequence[Told], readings: Sequence[Reading]) -> dict[str, list[Judged]]:
    """By kind, the finds read in texts."""
    found: dict[str, list[Judged]] = {kind: [] for kind in KINDS}
    for place, (told, reading) in enumerate(zip(texts, readings, strict=True)):
        for kind, confidence, right in _judged(told, reading):
            found[kind].append(Judged(confidence, right, place))
    return found


def _judged(told: Told, reading: Reading) -> Iterator[tuple[str, float, bool]]:
    for each, mine in figures(told, reading):
        if not doubted(each.rule) and (mine or figure_looked_at(told, each)):
            yield "observation", each.confidence, mine is not None and _same_figure(mine, each.what)
    read = clauses(told, reading)
    right = {theirs for _, theirs in paired(stretches(told.record), list(read))}
    for stretch, found in read.items():
        yield found.what.polarity.value if isinstance(found.what, Finding) else "directive", found.confidence, stretch in right
    meeting = told.record["meeting"]
    if reading.meeting and (meeting or _rejected_meeting(told.record)):
        yield "meeting", reading.meeting.confidence, bool(meeting) and _same_meeting(meeting, reading.meeting.what)


def _rejected_meeting(record: Mapping[str, Any]) -> bool:
    return any(each["kind"] == "meeting" for each in record.get("rejected", ()))


def _same_figure(mine: Mapping[str, Any], what: Observation) -> bool:
    said = {"measure": what.measure.value, "bound": what.quantity.bound.value, "role": what.role.value}
    same = all(mine[field] == value for field, value in said.items() if known(mine, field))
    unit = not known(mine, "unit") or agreement(mine["unit"], what.quantity.unit) == 1.0
    return same and unit and (not known(mine, "indicator") or alike(mine["indicator"], what.indicator))


def _same_meeting(mine: Mapping[str, Any], what: Meeting) -> bool:
    said = {"date": what.held_on.isoformat() if what.held_on else None, "mode": what.mode.value if what.mode else None}
    same = all(mine[field] == value for field, value in said.items() if known(mine, field))
    bodies = {"convener": what.convener, "reviewed": what.reviewed}
    alike_bodies = all(alike(mine[field], value) for field, value in bodies.items() if known(mine, field))
    presides = (mine["chair"] or {}).get("name") if known(mine, "chair") else None
    return same and alike_bodies and (not known(mine, "chair") or alike(presides, what.chair.name if what.chair else None))
