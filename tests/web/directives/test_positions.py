"""Where texts of tasks lie is kept: each is placed once, by nobody who waits, and anew by other weights."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from importlib import import_module

import numpy as np
import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giaoban.directives.repetition import placed
from giaoban_web import cli
from giaoban_web.directives import actions, positions, positions_filling
from giaoban_web.directives.models import Directive, Position
from giaoban_web.directives.moving import move
from giaoban_web.directives.moving_said import Part
from giaoban_web.directives.position_models import Text
from giaoban_web.directives.terms import Terms
from giaoban_web.reminders import daily
from tests.web.directives.conftest import SAID_ON, WORDING

pytestmark = pytest.mark.django_db
DREDGE, CLEAR, PLANT = "Nạo vét kênh Cầu Đất", "Khơi thông lòng kênh Cầu Đất", "Trồng rừng ngập mặn"


@pytest.fixture(autouse=True)
def fresh_process():
    """As in a process that has placed nothing yet."""
    placed._remembered.cache_clear()
    yield
    placed._remembered.cache_clear()


@pytest.fixture
def nothing_is_placed(monkeypatch):
    monkeypatch.setattr(placed, "_model", lambda: pytest.fail("placed"))


def given(office, wording, day=date(2019, 3, 5), **terms):
    told = {"lead": office.economy, "deadline_on": date(2020, 6, 30), "given_on": day} | terms
    return actions.draft(place=office.town, wording=wording, terms=Terms(**told), by=office.clerk)


def kept():
    """The texts of which it is kept where they lie, by these weights."""
    rows = Position.objects.filter(weights=placed.stamp()).select_related("directive").order_by("pk")
    return [each.directive.work if each.text == Text.WORK else each.directive.wording for each in rows]


def test_a_new_task_waits_to_be_placed_and_whoever_makes_it_does_not(office, nothing_is_placed):
    given(office, DREDGE, work=CLEAR)
    assert [each.text for each in positions_filling.waiting().order_by("text")] == [Text.WORDING, Text.WORK]
    assert kept() == []


def test_what_was_placed_is_read_and_not_placed_again(office, monkeypatch):
    given(office, DREDGE, work=CLEAR)
    assert positions_filling.fill() == 2
    assert sorted(kept()) == sorted([DREDGE, CLEAR])
    there = placed.placed([DREDGE, CLEAR])
    placed._remembered.cache_clear()
    monkeypatch.setattr(placed, "_model", lambda: pytest.fail("placed"))
    found = positions.known([f"  {DREDGE} ", CLEAR])
    assert np.array_equal(found[f"  {DREDGE} "], there[DREDGE])
    assert np.array_equal(found[CLEAR], there[CLEAR])
    assert positions_filling.fill() == 0


def test_what_is_not_kept_is_placed_on_the_spot_as_far_as_nobody_waits_long_and_nothing_is_written(office, monkeypatch):
    monkeypatch.setattr(positions, "MOST", 2)
    texts = [DREDGE, CLEAR, PLANT]
    assert list(positions.known(texts)) == [DREDGE, CLEAR]
    assert list(positions.known(texts)) == texts  # the first two are remembered
    assert not Position.objects.exists()


def test_by_other_weights_all_is_placed_anew(office, monkeypatch):
    given(office, DREDGE)
    positions_filling.fill()
    before = positions.known([DREDGE])[DREDGE]
    monkeypatch.setattr(placed, "stamp", lambda: "new weights")
    monkeypatch.setattr(placed, "placed", lambda texts, _most=None: dict.fromkeys(texts, -before))
    assert np.array_equal(positions.known([DREDGE])[DREDGE], -before)
    assert positions_filling.fill() == 1
    monkeypatch.setattr(placed, "placed", lambda texts, _most=None: dict.fromkeys(texts, pytest.fail) if list(texts) else {})
    assert np.array_equal(positions.known([DREDGE])[DREDGE], -before)


@pytest.mark.parametrize("spoilt", [b"", b"123", bytes(768), b"\xff" * 768])
def test_what_is_no_position_is_taken_for_none(office, spoilt):
    given(office, DREDGE)
    positions_filling.fill()
    Position.objects.update(numbers=spoilt)
    placed._remembered.cache_clear()
    assert np.array_equal(positions.known([DREDGE])[DREDGE], placed.placed([DREDGE])[DREDGE])


def test_other_work_waits_anew_and_other_terms_do_not(office):
    task = given(office, DREDGE, work=CLEAR)
    positions_filling.fill()
    terms = {"lead": office.economy, "given_on": SAID_ON}
    actions.change(directive=task, terms=Terms(work=CLEAR, **terms), seen=0, by=office.clerk)
    assert not positions_filling.waiting().exists()
    actions.change(directive=task, terms=Terms(work=PLANT, **terms), seen=1, by=office.clerk)
    assert positions_filling.fill() == 1
    assert sorted(kept()) == sorted([DREDGE, PLANT])
    actions.change(directive=task, terms=Terms(**terms), seen=2, by=office.clerk)
    assert kept() == [DREDGE]


def test_a_part_has_its_wording_from_its_whole_and_only_its_work_is_placed(office):
    whole = office.issued()
    move(directive=whole, name="cascade", seen=1, by=office.people["lead"], parts=[Part(office.finance, work=PLANT)])
    positions_filling.fill()
    assert sorted(kept()) == sorted([WORDING, PLANT])


def test_a_text_that_changes_while_it_is_placed_waits_on(office, monkeypatch):
    task, plain = given(office, DREDGE, work=CLEAR), placed.placed

    def meanwhile(texts, most=None):
        Directive.objects.filter(pk=task.pk).update(work=PLANT)
        positions.wait_anew(Directive.objects.get(pk=task.pk))
        monkeypatch.setattr(placed, "placed", plain)
        return plain(texts, most)

    monkeypatch.setattr(placed, "placed", meanwhile)
    assert positions_filling.fill(2) == 2
    assert kept() == [DREDGE]
    positions_filling.fill()
    assert sorted(kept()) == sorted([DREDGE, PLANT])
    assert Position.objects.get(text=Text.WORK).digest == positions.digest(PLANT)


@pytest.mark.django_db(transaction=True)
def test_several_who_place_at_the_same_moment_keep_the_same(office):
    for number in range(12):
        given(office, f"{DREDGE} đoạn {number}", work=f"{PLANT} {number}")
    start = threading.Barrier(3)

    def filled(_number):
        try:
            start.wait(60)
            return positions_filling.fill()
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(filled, range(3)))
    assert sum(done) >= 24
    assert len(kept()) == 24
    assert all(np.array_equal(placed.from_bytes(bytes(each.numbers)), placed.placed([text])[text]) for each, text in _rows())


def _rows():
    for each in Position.objects.select_related("directive"):
        yield each, each.directive.work if each.text == Text.WORK else each.directive.wording


def test_the_newest_are_placed_first_and_no_more_than_asked(office, monkeypatch):
    monkeypatch.setattr(positions_filling, "TOGETHER", 2)
    for wording in (DREDGE, CLEAR, PLANT, WORDING):
        given(office, wording)
    counts = []
    assert positions_filling.fill(3, counts.append) == 3
    assert counts == [2, 3]
    assert sorted(kept()) == sorted([CLEAR, PLANT, WORDING])


def test_tasks_that_were_there_before_wait_by_the_migration(office):
    given(office, DREDGE, work=CLEAR)
    given(office, PLANT)
    before = set(Position.objects.values_list("directive", "text"))
    Position.objects.all().delete()
    import_module("giaoban_web.directives.migrations.0011_positions_wait").wait(apps, None)
    assert set(Position.objects.values_list("directive", "text")) == before
    positions_filling.fill()
    assert sorted(kept()) == sorted([DREDGE, CLEAR, PLANT])
    assert {each.digest for each in Position.objects.all()} == {positions.digest(each) for each in (DREDGE, CLEAR, PLANT)}


def test_the_migration_may_run_once_more_and_keeps_what_is_placed(office):
    given(office, DREDGE, work=CLEAR)
    positions_filling.fill()
    import_module("giaoban_web.directives.migrations.0011_positions_wait").wait(apps, None)
    assert sorted(kept()) == sorted([DREDGE, CLEAR])
    assert not positions_filling.waiting().exists()


def test_tick_places_what_waits_and_rebuild_all_of_which_nothing_is_kept(office, capsys):
    given(office, DREDGE)
    assert cli.main(["tick"]) == 0
    assert "1 texts of tasks placed" in capsys.readouterr().out
    given(office, PLANT)
    Position.objects.all().delete()
    assert cli.main(["rebuild"]) == 0
    assert "texts of tasks placed: 2" in capsys.readouterr().out
    assert sorted(kept()) == sorted([DREDGE, PLANT])


def test_tick_tells_of_the_letters_before_it_places(office, monkeypatch, capsys):
    def fail(_most):
        raise OSError("disk full")

    monkeypatch.setattr(positions_filling, "fill", fail)
    assert cli.main(["tick"]) == 1
    assert "letters sent 0" in capsys.readouterr().out


def test_the_server_places_what_waits_when_it_looks_at_the_clock_though_reminders_fail(office, monkeypatch):
    given(office, DREDGE)
    waited = iter([False, True])
    monkeypatch.setattr(threading.Event, "wait", lambda _event, _seconds: next(waited))
    monkeypatch.setattr(daily, "close_old_connections", lambda: None)

    def fail(*_args):
        raise OSError("no mail")

    monkeypatch.setattr(daily, "look", fail)
    daily._watch(daily.hour("06:30"))
    assert kept() == [DREDGE]


def test_the_page_of_a_task_asks_as_often_however_many_asked_before_and_places_nothing(office, sign_in, monkeypatch):
    now = office.issued()
    client = sign_in(office.clerk)

    def asked():
        client.get(now.get_absolute_url())
        with CaptureQueriesContext(connection) as captured:
            page = client.get(now.get_absolute_url())
        return len(captured), page.context["before"]

    def before(number):
        task = given(office, f"Phòng Kinh tế rà soát những hồ sơ tồn đọng của tổ {number}, báo cáo kết quả")
        move(directive=task, name="issue", seen=0, by=office.head)

    before(1)
    few, found = asked()
    assert len(found.found) == 1
    for number in range(2, 30):
        before(number)
    positions_filling.fill()
    placed._remembered.cache_clear()
    monkeypatch.setattr(placed, "_model", lambda: pytest.fail("placed"))
    many, found = asked()
    assert len([*found.found, *found.perhaps]) == 29
    assert many == few
