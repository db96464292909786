"""The whole country before and after 1 July 2025."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from giaoban_web.history.models import Entry
from giaoban_web.places.actions import load
from giaoban_web.places.kinds import EventKind
from giaoban_web.places.models import Change, Event, Place
from giaoban_web.places.national import REFORM, national, together
from giaoban_web.places.queries import at, children, later
from giaoban_web.places.table import table

EVE = date(2025, 6, 30)


@pytest.fixture(scope="module")
def known():
    return table("dong_trieu")


@pytest.fixture(scope="module")
def country(known):
    return national(known)


def standing(country, on):
    return [row for row in country.rows if row.valid_from <= on and (row.valid_to is None or row.valid_to > on)]


def test_every_unit_of_both_days_is_there_once(country):
    # 10 035 communes and five island districts without any make the 10 040 lowest units of the source.
    assert Counter(len(row.code) for row in standing(country, EVE)) == {2: 63, 3: 696, 5: 10_035}
    assert Counter(len(row.code) for row in standing(country, REFORM)) == {2: 34, 5: 3_321}
    for on in (EVE, REFORM):
        codes = [row.code for row in standing(country, on)]
        assert len(codes) == len(set(codes))


def test_every_unit_that_ended_became_something_and_every_new_one_came_from_something(country):
    links = [link for event in country.events if event.on == REFORM for link in event.links]
    assert {row.code for row in country.rows if row.valid_to == REFORM} <= {link.before for link in links}
    assert {row.code for row in country.rows if row.valid_from == REFORM} <= {link.after for link in links}


def test_a_code_of_a_province_given_again_is_a_new_unit(country):
    rows = {(row.name, row.new) for row in country.rows if row.code == "24"}
    assert rows == {("Bắc Giang", False), ("Bắc Ninh", True)}


def test_what_this_source_does_not_know_is_said(country):
    assert all(row.doubt for row in country.rows if row.valid_from == date(2015, 1, 1))


def test_the_two_sources_agree_on_dong_trieu_and_a_difference_would_be_told(known, country):
    assert country.conflicts == known.conflicts
    wrong = [replace(row, name="Sai") if row.code == "07069" and row.valid_to is None else row for row in known.rows]
    told = national(replace(known, rows=tuple(wrong))).conflicts
    assert [(each.place, each.one.split(" (")[0]) for each in told[len(known.conflicts) :]] == [("07069", "phường Sai")]
    apart = [
        replace(event, links=event.links[1:]) if event.kind == EventKind.MERGER and event.on == REFORM else event for event in known.events
    ]
    assert len(national(replace(known, events=tuple(apart))).conflicts) > len(known.conflicts)


def test_a_part_of_a_district_has_a_weight_only_where_the_parts_make_up_the_district(country):
    sums = defaultdict(list)
    for event in country.events:
        if event.kind == EventKind.ABOLITION:
            for link in event.links:
                sums[link.before].append(link.weight)
    assert all(all(found) or not any(found) for found in sums.values())
    assert sum(sums["205"]) == Decimal("395.96")


def test_pairs_that_share_a_place_hang_together():
    assert together([("a", "x"), ("b", "y"), ("b", "x"), ("c", "z")]) == [[("a", "x"), ("b", "x"), ("b", "y")], [("c", "z")]]


@pytest.mark.django_db
def test_the_country_is_loaded_at_once_and_again_without_a_change(country):
    steps = []
    done = load(country, progress=lambda step, count: steps.append((step, count)))
    assert (done.added, done.changed, done.events) == (len(country.rows), 0, len(country.events))
    assert [step for step, _count in steps][-2:] == ["changes", "search"]
    before = Place.objects.count(), Change.objects.count(), Event.objects.count(), Entry.objects.count()
    assert load(country).touched == 0
    assert (Place.objects.count(), Change.objects.count(), Event.objects.count(), Entry.objects.count()) == before
    assert Entry.objects.filter(act="places loaded").count() <= 63 + 34
    old, new = at("24", EVE), at("24", REFORM)
    assert (str(old), old.path, str(new), new.path) == ("tỉnh Bắc Giang", "24/", "tỉnh Bắc Ninh", "24-20250701/")
    assert children(new, REFORM).count() == 99
    assert {str(change.after) for change in later(old)} == {"tỉnh Bắc Ninh"}
    heirs = set(Place.objects.filter(path__in=old.heirs).values_list("path", flat=True))
    assert heirs == set(old.heirs)
    assert all(path.startswith(new.path) for path in heirs)
    assert 0 < len(heirs) < 99
