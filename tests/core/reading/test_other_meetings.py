"""A second meeting in a record, which is not read."""

from datetime import date

import pytest

from giaoban.reading.other_meetings import other_meeting
from tests.tables import table


@pytest.mark.parametrize("case", table("other_meetings.tsv"), ids=lambda case: case["text"][-60:])
def test_a_second_meeting_is_known_by_its_day_and_who_presided(case):
    found = other_meeting(case["text"], date(2025, 9, 12))
    assert (found.of(case["text"]) if found else "") == case["day"]
