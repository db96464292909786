"""Whole records of many kinds, written for this project: which of them report a meeting, and when, how, by whom, with whom it was held."""

from functools import cache

import pytest

from giaoban.documents import from_text
from giaoban.model import Meeting
from giaoban.reading.alike import alike
from giaoban.reading.engine import Pipeline
from giaoban.reading.pipeline import MEETING
from tests.tables import CORPUS, table

FLOORS = {"date": 0.95, "mode": 0.97, "convener": 0.95, "reviewed": 0.96, "chair": 0.95}
"""Shares of the meetings of which the field must be read right: a little below what is reached."""


@cache
def told() -> list[tuple[dict[str, str], Meeting | None]]:
    """Each record's row with the meeting that is read from it."""
    ready = Pipeline(MEETING)
    return [(row, _meeting(ready, row["name"])) for row in table("meeting_records.tsv")]


def _meeting(ready: Pipeline, name: str) -> Meeting | None:
    found = ready.run(from_text((CORPUS / "meeting_records" / f"{name}.txt").read_text("utf-8"))).all(Meeting)
    return found[0].what if found else None


def said(meeting: Meeting, field: str) -> str | None:
    values = {
        "date": meeting.held_on.isoformat() if meeting.held_on else None,
        "mode": meeting.mode.value if meeting.mode else None,
        "convener": meeting.convener,
        "reviewed": meeting.reviewed,
        "chair": meeting.chair.name if meeting.chair else None,
    }
    return values[field]


def test_every_record_is_in_the_table_and_every_row_has_its_record():
    assert sorted(row["name"] for row in table("meeting_records.tsv")) == sorted(
        path.stem for path in (CORPUS / "meeting_records").glob("*.txt")
    )


def test_a_meeting_is_read_where_one_is_reported_and_nowhere_else():
    wrong = [row["name"] for row, meeting in told() if (row["held"] == "yes") != (meeting is not None)]
    assert len(wrong) <= 1, wrong


def test_no_meeting_is_read_from_a_record_that_reports_none():
    assert [row["name"] for row, meeting in told() if row["held"] == "no" and meeting] == []


@pytest.mark.parametrize("field", FLOORS)
def test_what_is_told_of_meetings_is_read_as_often_as_before(field):
    pairs = [(row, meeting) for row, meeting in told() if row["held"] == "yes" and meeting]
    same = alike if field in ("convener", "reviewed", "chair") else lambda one, other: one == other
    wrong = [row["name"] for row, meeting in pairs if not same(said(meeting, field), row[field] or None)]
    assert 1 - len(wrong) / len(pairs) >= FLOORS[field], wrong
