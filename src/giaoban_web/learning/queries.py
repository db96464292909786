"""Which weights the reader reads by, and how it came to them."""

from dataclasses import dataclass
from typing import Any

from giaoban.reading.learning.calibrating import Calibration, Shown
from giaoban.reading.learning.measuring import Count
from giaoban.reading.learning.parts import PARTS
from giaoban.reading.learning.reliability import Row
from giaoban.reading.learning.rightness import KINDS
from giaoban.reading.weights import SHIPPED, Weights
from giaoban_web.learning.models import Lesson
from giaoban_web.learning.shelf import weights_of


@dataclass(frozen=True, slots=True)
class Fared:
    """How a part fared in a lesson, as the lesson keeps it. `chance` of so good a result by chance alone; None in old lessons."""

    part: str
    cases: int
    before: Count
    after: Count
    chance: float | None
    enough: bool
    taken: bool


def weights_in_use() -> Weights:
    """Those of the last lesson that stands; the package's where there is none."""
    last = Lesson.objects.standing().first()
    return weights_of(last.stamp) if last else SHIPPED


def fared(lesson: Lesson) -> list[Fared]:
    """How each part of the reader did in a lesson, in the order in which parts are shown."""
    rows = {row["part"]: _fared(row) for row in lesson.parts}
    return [rows[part] for part in PARTS if part in rows]


def _fared(row: dict[str, Any]) -> Fared:
    return Fared(**(row | {"before": Count(**row["before"]), "after": Count(**row["after"])}))


def calibrated(lesson: Lesson) -> list[Calibration]:
    """How sure finds of each kind were shown to be, and are; nothing where too few records could be kept for it."""
    return [Calibration(**(row | {"before": _shown(row["before"]), "after": _shown(row["after"])})) for row in lesson.shown]


@dataclass(frozen=True, slots=True)
class Band:
    """Finds of all kinds shown between two confidences, by the weights before and by those after: how many, and the share right."""

    low: float
    high: float
    finds_before: int
    right_before: float | None
    finds_after: int
    right_after: float | None


def bands(told: list[Calibration]) -> list[Band]:
    """What finds are shown at against how often they are right, the least sure first."""
    before, after = ([row for each in told for row in getattr(each, when).rows] for when in ("before", "after"))
    steps = sorted({(row.low, row.high) for row in (*before, *after)})
    return [Band(*step, *_together(before, step), *_together(after, step)) for step in steps]


def _together(rows: list[Row], step: tuple[float, float]) -> tuple[int, float | None]:
    """The number of finds at this step of confidence, and the share of them that was right; None where there are none."""
    here = [row for row in rows if (row.low, row.high) == step]
    finds = sum(row.finds for row in here)
    return finds, sum(row.finds * row.right for row in here) / finds if finds else None


def _shown(row: dict[str, Any]) -> Shown:
    return Shown(tuple(Row(*each) for each in row["rows"]), row["error"])


def parts_in_use() -> dict[str, Lesson | None]:
    """By part the lesson whose weights are in use; None where they are the package's."""
    used: dict[str, Lesson | None] = dict.fromkeys(PARTS)
    for lesson in Lesson.objects.standing().order_by("pk"):
        used |= {row["part"]: lesson for row in lesson.parts if row["taken"] and row["part"] in used}
    return used


def confidence_in_use() -> dict[str, Lesson]:
    """By kind of find the lesson by which its confidence was set anew; nothing of kinds shown as the package shows them."""
    standing = Lesson.objects.standing().order_by("pk")
    set_anew = {row["kind"]: lesson for lesson in standing for row in lesson.shown if row["taken"]}
    return {kind: set_anew[kind] for kind in KINDS if kind in set_anew}
