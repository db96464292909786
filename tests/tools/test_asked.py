"""What the run on PostgreSQL leaves out: a test of pages that asks nothing that enough others do not ask."""

from types import SimpleNamespace

import pytest

from tests.asked import ENOUGH, kind, left_out

PAGES, OTHERS = "tests/web/ledger/test_pages.py", "tests/web/history/test_chain.py"


def item(name, **marks):
    told = {each: SimpleNamespace(kwargs=kwargs) for each, kwargs in marks.items()}
    return SimpleNamespace(nodeid=name, get_closest_marker=told.get)


def alike(count, file=PAGES, **marks):
    return [item(f"{file}::test_{number}", **marks) for number in range(count)]


def test_of_tests_that_ask_the_same_enough_stay():
    items = alike(ENOUGH + 4)
    assert left_out(items, {each.nodeid: {"a"} for each in items}) == items[:4]


def test_a_test_that_asks_what_few_others_ask_stays():
    items = alike(ENOUGH + 4)
    asked = {each.nodeid: {"a"} for each in items}
    asked[items[0].nodeid] = {"a", "b"}
    assert left_out(items, asked) == items[1:5]


@pytest.mark.parametrize("marks", [{"django_db": {"transaction": True}}, {"hypothesis": {}}], ids=["real transactions", "a law"])
def test_real_transactions_and_laws_stay(marks):
    items = alike(ENOUGH + 4, **marks)
    assert left_out(items, {each.nodeid: {"a"} for each in items}) == []


def test_what_is_no_test_of_pages_stays_and_counts():
    items = [*alike(ENOUGH, OTHERS), *alike(1)]
    assert left_out(items, {each.nodeid: {"a"} for each in items}) == items[ENOUGH:]


def test_what_was_not_noted_stays():
    assert left_out(alike(ENOUGH + 4), {}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT a FROM b WHERE c IN (%s)", "SELECT a FROM b WHERE c IN (%s, %s, %s)"),
        ("INSERT INTO b (c, d) VALUES (%s, %s)", "INSERT INTO b (c, d) VALUES (%s, %s), (%s, %s)"),
        ("SELECT a FROM b LIMIT 20", "SELECT a FROM b LIMIT 5"),
    ],
)
def test_values_and_how_many_they_are_make_no_other_kind(one, other):
    assert kind(one) == kind(other)


def test_another_column_makes_another_kind():
    assert kind("SELECT a FROM b WHERE c = %s") != kind("SELECT a FROM b WHERE d = %s")
