"""Decisions to learn from: the candidates a reader would weigh in an annotated text, and which of them its record has chosen."""

from collections.abc import Iterator
from typing import Any

from giaoban.reading.choosing import Candidates
from giaoban.reading.engine import Page
from giaoban.reading.learning.agreeing import agree
from giaoban.reading.learning.choices import Case
from giaoban.reading.rules import chairs, convening
from giaoban.reading.rules.witnesses import heard

Decision = tuple[str, Case]
"""The name of the choice, and the case."""


def of_meeting(page: Page, record: dict[str, Any]) -> Iterator[Decision]:
    """Who holds the meeting and who presides; nothing where the text reports none or the reader finds none."""
    meeting, told = record["meeting"], heard(page)
    if not meeting or not told.told:
        return
    yield "convener", case(convening.candidates(page, told.spans), meeting["convener"])
    chair = (meeting["chair"] or {}).get("name")
    people = chairs.candidates(page, meeting["convener"])
    right = [place for place, (each, _) in enumerate(people) if agree(each.name if each else None, chair)]
    yield "chair", ([list(traits) for _, traits in people], right, 1.0)


def case(candidates: Candidates[str | None], chosen: str | None, much: float = 1.0) -> Case:
    return [list(traits) for _, traits in candidates], [place for place, (each, _) in enumerate(candidates) if agree(each, chosen)], much
