"""kill -9 in the midst of an import: nothing is lost, nothing doubled, nothing half. GIAOBAN_KILLS=20 does it twenty times."""

import json
import os
import signal
import subprocess
import sys

import pytest
from django.db import connection

from giaoban_web.history import queries as history
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod, Source, Unit
from tests.web.conftest import make_place

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


def run(path, point):
    names = ("ENGINE", "NAME", "USER", "HOST", "PORT", "OPTIONS")
    database = {name: str(value) if name == "NAME" else value for name, value in connection.settings_dict.items() if name in names}
    database |= {
        "CONN_MAX_AGE": 0,
        "ATOMIC_REQUESTS": False,
        "AUTOCOMMIT": True,
        "TIME_ZONE": None,
        "CONN_HEALTH_CHECKS": False,
        "TEST": {},
    }
    words = [sys.executable, "-m", "tests.web.ledger.killed", path, point]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=os.environ | {"KILLED_DATABASE": json.dumps(database)})


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_is_wholly_there_or_not_at_all_and_is_done_again_without_doubles(person, files):
    person("steward", make_place("205", "thị xã", "Đông Triều", valid_from=make_place.__defaults__[1].replace(year=1000)))
    met = set()
    for number in range(ROUNDS):
        path, point = files(number), POINTS[number % len(POINTS)]
        with run(path, point) as process:
            assert process.stdout.readline().strip() == point
            process.send_signal(signal.SIGKILL)
            assert process.wait() == -signal.SIGKILL
        there = Entry.objects.filter(period__text=str(1500 + number)).count()
        assert (there, Source.objects.count()) == ((SIZE, number + 1) if point == "after" else (0, number))
        assert point == "after" or not ReportingPeriod.objects.filter(text=str(1500 + number)).exists()
        with run(path, "nowhere") as process:
            assert process.stdout.readline().strip() == f"added {SIZE - there}"
        met.add(point)
    assert met == set(POINTS[:ROUNDS])
    assert Entry.objects.count() == ROUNDS * SIZE
    assert set(Entry.objects.values_list("number", flat=True)) == {0}
    assert (Source.objects.count(), Unit.objects.filter(name="tỷ đồng").count(), Line.objects.count()) == (ROUNDS, 1, SIZE)
    assert history.verify() is None
    assert history.head().number == ROUNDS
