"""Meetings to choose from where there are hundreds: the latest first, and every one is found by its day, its place or its words."""

from datetime import date, timedelta

import pytest

from giaoban_web.directives.models import Directive
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


@pytest.fixture
def sent(many, town):
    """A form of a task with a meeting chosen that is not among the latest."""
    return {"wording": "Lập phương án thu gom rác.", "place": town.pk, "meeting": many[0].pk, "lead": "Phòng Kinh tế"}


def chosen(page, name):
    return page.partition(f'<select name="{name}"')[2].partition(" selected>")[0].rpartition('value="')[2].rstrip('"')


@pytest.mark.parametrize("button", ["check", "enter"])
def test_looking_for_another_meeting_or_place_loses_nothing_typed_or_chosen_and_keeps_no_task(sent, many, town, person, sign_in, button):
    looked = {"meeting_like": "2018", "place_like": town.name, button: "1"}
    answer = sign_in(person("clerk", town.parent)).post("/directives/draft/", sent | looked)
    page = answer.content.decode()
    assert (answer.status_code, Directive.objects.count()) == (200, 0)
    assert (chosen(page, "meeting"), chosen(page, "place")) == (str(sent["meeting"]), str(town.pk))
    assert "Làm việc với ngành than" in page, "what was looked for is offered"
    for kept in (sent["wording"], 'value="Phòng Kinh tế"', 'type="search" value="2018"', f'type="search" value="{town.name}"'):
        assert kept in page


def test_while_words_are_typed_the_list_that_is_fetched_keeps_what_was_chosen(sent, town, person, sign_in):
    asked = {"meeting_like": "2018", "meeting": sent["meeting"], "place": town.pk}
    page = sign_in(person("clerk", town.parent)).get("/directives/draft/", asked).content.decode()
    assert (chosen(page, "meeting"), chosen(page, "place")) == (str(sent["meeting"]), str(town.pk))
    assert "Làm việc với ngành than" in page


def test_a_suggestion_taken_keeps_a_meeting_that_is_not_among_the_latest(sent, town, person, sign_in):
    page = sign_in(person("clerk", town)).post("/directives/draft/", sent | {"take": "product"}).content.decode()
    assert chosen(page, "meeting") == str(sent["meeting"])
