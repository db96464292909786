"""Changes of places from before there were events: grouped without losing any."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace

together = import_module("giaoban_web.places.migrations.0003_group_changes")._together


def links(*pairs):
    return [SimpleNamespace(on=date(2025, 7, 1), act="1679", kind=kind, before_id=before, after_id=after) for kind, before, after in pairs]


def grouped(given):
    return sorted(sorted((link.before_id, link.after_id) for link in found) for found in together(given))


def test_pairs_that_share_a_place_on_one_side_become_one_event():
    given = links(("merger", 1, 10), ("merger", 2, 20), ("split", 3, 10), ("split", 3, 20), ("merger", 4, 40))
    assert grouped(given) == [[(1, 10), (2, 20), (3, 10), (3, 20)], [(4, 40)]]


def test_a_place_that_is_before_in_one_and_after_in_another_joins_nothing():
    assert grouped(links(("upgrade", 1, 2), ("upgrade", 2, 3))) == [[(1, 2)], [(2, 3)]]


def test_the_end_of_a_level_is_an_event_of_its_own():
    assert grouped(links(("merger", 1, 10), ("abolition", 9, 10), ("abolition", 9, 11))) == [[(1, 10)], [(9, 10), (9, 11)]]


def test_another_day_or_act_is_another_event():
    one, other = links(("merger", 1, 10)), links(("merger", 2, 10))
    other[0].act = "1680"
    assert len(grouped([*one, *other])) == 2
