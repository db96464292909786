"""Which weights the reader reads by, and how it came to them."""

from dataclasses import dataclass
from typing import Any

from giaoban.reading.learning.measuring import Count
from giaoban.reading.learning.parts import PARTS
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
    """How each part fared, in the order in which parts are shown."""
    rows = {row["part"]: _fared(row) for row in lesson.parts}
    return [rows[part] for part in PARTS if part in rows]


def _fared(row: dict[str, Any]) -> Fared:
    return Fared(**(row | {"before": Count(**row["before"]), "after": Count(**row["after"])}))


def parts_in_use() -> dict[str, Lesson | None]:
    """By part the lesson whose weights are in use; None where they are the package's."""
    used: dict[str, Lesson | None] = dict.fromkeys(PARTS)
    for lesson in Lesson.objects.standing().order_by("pk"):
        used |= {row["part"]: lesson for row in lesson.parts if row["taken"] and row["part"] in used}
    return used
