"""kill -9 in the midst of an import: nothing is lost, nothing doubled, nothing half. GIAOBAN_KILLS=20 does it twenty times."""

import os
import signal

import pytest

from giaoban_web.history import queries as history
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod, Source, Unit
from tests.web.conftest import make_place
from tests.web.killing import Process
from tests.web.ledger.killed import main

POINTS = ("looked-at", "before", "within", "after")
ROUNDS = int(os.environ.get("GIAOBAN_KILLS", str(len(POINTS))))
SIZE = 500


@pytest.fixture
def files(tmp_path):
    def make(number):
        path = tmp_path / f"{number}.csv"
        rows = [f"gtsx,205,{1500 + number},{at}.50,tỷ đồng,sector=s{at}" for at in range(SIZE)]
        path.write_text("\n".join(["indicator,place,period,value,unit,breakdown", *rows]), "utf-8")
        return path

    return make


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_is_wholly_there_or_not_at_all_and_is_done_again_without_doubles(person, files):
    person("steward", make_place("205", "thị xã", "Đông Triều", valid_from=make_place.__defaults__[1].replace(year=1000)))
    met = set()
    for number in range(ROUNDS):
        path, point = files(number), POINTS[number % len(POINTS)]
        with Process(main, path, point) as process:
            assert process.said() == point
            assert process.killed() == -signal.SIGKILL
        there = Entry.objects.filter(period__text=str(1500 + number)).count()
        assert (there, Source.objects.count()) == ((SIZE, number + 1) if point == "after" else (0, number))
        assert point == "after" or not ReportingPeriod.objects.filter(text=str(1500 + number)).exists()
        with Process(main, path, "nowhere") as process:
            assert process.said() == SIZE - there
        met.add(point)
    assert met == set(POINTS[:ROUNDS])
    assert Entry.objects.count() == ROUNDS * SIZE
    assert set(Entry.objects.values_list("number", flat=True)) == {0}
    assert (Source.objects.count(), Unit.objects.filter(name="tỷ đồng").count(), Line.objects.count()) == (ROUNDS, 1, SIZE)
    assert history.verify() is None
    assert history.head().number == ROUNDS
