"""Meetings to choose from where there are hundreds: the latest first, and every one is found by its day, its place or its words."""

from datetime import date, timedelta

import pytest

from giaoban_web.meetings.models import Meeting
from giaoban_web.meetings.queries import OFFERED, find, offered

FIRST = date(2019, 3, 12)


@pytest.fixture
def many(town, other_town):
    rows = [
        Meeting(place=town, held_on=FIRST + timedelta(days=7 * number), title=f"Giao ban tuần {number}") for number in range(OFFERED + 20)
    ]
    rows.append(Meeting(place=other_town, held_on=date(2018, 1, 5), title="Làm việc với ngành than", reviewed="Công ty than"))
    rows.append(Meeting(place=town, held_on=None, title="Họp chưa rõ ngày"))
    return Meeting.objects.bulk_create(rows)


@pytest.mark.parametrize(
    ("sought", "titles"),
    [
        ("12/3/2019", ["Giao ban tuần 0"]),
        ("12-03-2019", ["Giao ban tuần 0"]),
        ("3/2019", ["Giao ban tuần 2", "Giao ban tuần 1", "Giao ban tuần 0"]),
        ("2018", ["Làm việc với ngành than"]),
        ("5/1", ["Giao ban tuần 95", "Làm việc với ngành than"]),
        ("99/99/2019", []),
        ("0000", []),
        ("12/3/0000", []),
        ("ngành\0 than", ["Làm việc với ngành than"]),
        ("ngành than", ["Làm việc với ngành than"]),
        ("Công ty", ["Làm việc với ngành than"]),
        ("  chưa rõ ", ["Họp chưa rõ ngày"]),
        ("Cẩm Phả", []),
    ],
)
def test_a_meeting_is_found_by_its_day_and_by_its_words(many, sought, titles):
    assert [each.title for each in find(Meeting.objects.all(), sought)] == titles


def test_a_meeting_is_found_by_its_place_without_accents(many, other_town):
    assert [each.title for each in find(Meeting.objects.all(), other_town.folded)] == ["Làm việc với ngành than"]


@pytest.mark.parametrize("chosen", ["", "x", "9" * 30, None])
def test_the_latest_are_offered_where_nothing_is_sought_or_chosen(many, chosen):
    shown = offered(Meeting.objects.all(), "", chosen)
    assert len(shown) == OFFERED
    assert max(filter(None, (each.held_on for each in many))) in {each.held_on for each in shown[:2]}


def test_the_form_of_a_task_takes_any_meeting_that_was_found_and_keeps_it(many, town, person, sign_in):
    oldest = many[0]
    clerk = sign_in(person("clerk", town))
    option = f'<option value="{oldest.pk}"'

    def choices(answer):
        return answer.content.decode().partition('<select name="meeting"')[2].partition("</select>")[0]

    assert option not in choices(clerk.get("/directives/draft/"))
    assert option in choices(clerk.get("/directives/draft/", {"meeting_like": "12/3/2019"}))
    assert f"{option} selected" in choices(clerk.post("/directives/draft/", {"meeting": oldest.pk, "check": "1"}))


def test_looking_for_a_place_keeps_what_meeting_was_looked_for_and_the_other_way_round(many, town, person, sign_in):
    page = sign_in(person("clerk", town)).get("/directives/draft/", {"meeting_like": "12/3/2019", "place_like": town.name}).content.decode()
    for form, kept in (("find_place", 'name="meeting_like" value="12/3/2019"'), ("find_meeting", f'name="place_like" value="{town.name}"')):
        assert f'<input type="hidden" {kept}' in page.partition(f'id="{form}"')[2].partition("</form>")[0]
