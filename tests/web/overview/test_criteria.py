"""The page of a place lists its tasks by the criterion they serve."""

from datetime import date

import pytest

from giaoban_web.bodies import actions as bodies
from giaoban_web.directives import actions
from giaoban_web.directives.moving import move
from giaoban_web.directives.terms import Terms
from giaoban_web.overview.criteria import FEW, by_criterion

WATER = {"criterion_set": "vn-ntm-xa-2016", "criterion_number": "17.1b"}
POOR = {"criterion_set": "vn-ntm-xa-2016", "criterion_number": "11.1"}
LATER = {"criterion_set": "vn-ntm-xa-2022", "criterion_number": "3.2"}
ON = date(2020, 7, 30)


@pytest.fixture
def head(person, town):
    return person("head", town)


@pytest.fixture
def issued(town, clerk, head, person):
    lead = bodies.add(place=town, name="Phòng Kinh tế", by=person("steward", town))

    def make(place=town, *, kept=False, **terms):
        told = Terms(lead=lead, **{"deadline_on": date(2020, 6, 30), **terms})
        task = actions.draft(place=place, wording="Vận động các hộ đấu nối.", terms=told, by=clerk)
        return task if kept else move(directive=task, name="issue", seen=0, by=head, on=date(2020, 3, 20))

    return make


def told(user, place):
    return [(each.criterion.number, each.all, each.open, each.overdue) for each in by_criterion(user, place, ON)]


@pytest.mark.django_db
def test_tasks_stand_under_their_criterion_the_latest_set_first_then_in_the_order_of_the_act(issued, town, ward, head):
    for place, terms in ((town, WATER), (ward, WATER), (town, POOR), (town, LATER), (town, {})):
        issued(place, **terms)
    issued(deadline_on=date(2020, 9, 30), **WATER)
    assert told(head, town) == [("3.2", 1, 1, 1), ("11.1", 1, 1, 1), ("17.1b", 3, 3, 2)]
    assert told(head, ward) == [("17.1b", 1, 1, 1)]


@pytest.mark.django_db
def test_drafts_and_what_a_person_may_not_see_are_left_out(issued, town, head, person, other_town):
    issued(kept=True, **WATER)
    issued(**POOR)
    assert told(head, town) == [("11.1", 1, 1, 1)]
    assert told(person("head", other_town, "elsewhere"), town) == []


@pytest.mark.django_db
def test_of_many_the_first_due_are_shown_in_a_number_of_queries_that_does_not_grow(issued, town, head, django_assert_max_num_queries):
    days = [date(2020, month, 28) for month in (9, 5, 8, 6)]
    tasks = {day: issued(deadline_on=day, **WATER).pk for day in days}
    for number in range(4):
        issued(criterion_set="vn-ntm-xa-2016", criterion_number=f"18.{number + 1}")
    with django_assert_max_num_queries(12):
        shown = {each.criterion.number: each for each in by_criterion(head, town, ON)}
    assert [line.task.pk for line in shown["17.1b"].first] == [tasks[day] for day in sorted(days)[:FEW]]
    assert [line.overdue for line in shown["17.1b"].first] == [63, 32, 0]


@pytest.mark.django_db
def test_the_page_leads_to_the_same_tasks_in_the_register(issued, town, head, sign_in):
    task = issued(**WATER)
    issued(**POOR)
    client = sign_in(head)
    page = client.get(f"/places/{town.code}/").content.decode()
    assert "17.1b Hộ dùng nước sạch theo quy chuẩn · 1980/QĐ-TTg" in page
    address = f"/directives/?place={town.code}&serves=vn-ntm-xa-2016%2F17.1b"
    assert address.replace("&", "&amp;") in page
    assert [line.task.pk for line in client.get(address).context["lines"]] == [task.pk]
