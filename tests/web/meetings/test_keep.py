from datetime import date

import pytest

from giaoban_web.history.models import Entry
from giaoban_web.meetings.actions import drop, keep
from giaoban_web.meetings.models import Meeting
from giaoban_web.meetings.queries import visible_to
from giaoban_web.search.queries import find

pytestmark = pytest.mark.django_db
FIELDS = {
    "date": "2020-03-12",
    "mode": "online",
    "convener": "Ban Thường vụ Tỉnh ủy",
    "reviewed": "Ban Thường vụ Thị ủy Đông Triều",
    "chair": {"name": "Lê Văn An", "offices": ["Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"]},
}


@pytest.fixture
def meeting(town):
    return keep(place=town, title="Biên bản", fields=FIELDS, by=None)


def test_a_meeting_is_called_by_who_met_whom(meeting):
    assert meeting.title == "Ban Thường vụ Tỉnh ủy làm việc với Ban Thường vụ Thị ủy Đông Triều"
    assert (meeting.held_on, meeting.mode, meeting.chair) == (date(2020, 3, 12), "online", "Lê Văn An")


def test_a_meeting_without_names_is_called_as_its_record(town):
    assert keep(place=town, title="Biên bản", fields={"date": None}, by=None).title == "Biên bản"


def test_two_records_of_one_day_and_place_tell_of_one_meeting(meeting, town, other_town):
    again = keep(place=town, title="Bản tin", fields={**FIELDS, "mode": None}, by=None)
    assert (again.pk, again.mode) == (meeting.pk, "online")
    assert keep(place=other_town, title="Bản tin", fields=FIELDS, by=None).pk != meeting.pk


def test_two_meetings_without_a_day_stay_two(town):
    assert keep(place=town, title="A", fields={}, by=None).pk != keep(place=town, title="B", fields={}, by=None).pk


def test_every_change_and_only_a_change_stands_in_the_log(meeting, town):
    keep(place=town, title="Biên bản", fields=FIELDS, by=None)
    keep(place=town, title="Biên bản", fields={**FIELDS, "mode": "hybrid"}, by=None, meeting=meeting)
    drop(meeting, by=None)
    assert [entry.act for entry in Entry.objects.all()] == ["meeting added", "meeting changed", "meeting dropped"]


def test_a_meeting_is_found_by_its_chair_until_it_is_dropped(meeting, town, person):
    clerk = person("clerk", town)
    assert [hit.url for hit in find(clerk, "le van an")] == [f"/meetings/{meeting.pk}/"]
    drop(meeting, by=None)
    assert not list(find(clerk, "le van an"))
    assert not Meeting.objects.exists()


def test_only_who_may_see_the_place_sees_the_meeting(meeting, person, province, other_town):
    assert visible_to(person("leader", province)).count() == 1
    assert visible_to(person("leader", other_town)).count() == 0
