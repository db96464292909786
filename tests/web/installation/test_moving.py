"""Everything of a database of SQLite is taken over into whichever database the suite runs on, the same to the row, or nothing of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from giaoban_web import cli
from giaoban_web.accounts.models import User
from giaoban_web.history import actions as history
from giaoban_web.history import queries
from giaoban_web.history.models import Entry
from giaoban_web.installation import moving, originals
from giaoban_web.ledger.models import Entry as Figure
from giaoban_web.places.models import Place
from giaoban_web.records.models import Original
from tests.made import IN_FILE, MADE

pytestmark = pytest.mark.django_db
TOLD = "import sys; from giaoban_web.cli import main; sys.exit(main(sys.argv[1:]))"


def giaoban(var, *words):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"GIAOBAN_VAR": str(var)}
    return subprocess.run([sys.executable, "-c", TOLD, *words], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def office(tmp_path_factory, django_db_setup):
    """An installation on SQLite with records, figures and tasks: its database, and the end of its log."""
    var = tmp_path_factory.mktemp("office")
    if (tables := Path(os.environ[MADE], IN_FILE)).exists():
        shutil.copyfile(tables, var / "giaoban.sqlite3")
    assert giaoban(var, "load", "demo").returncode == 0
    return var / "giaoban.sqlite3", giaoban(var, "verify").stdout.splitlines()[-1]


@pytest.fixture(autouse=True)
def _prepared(monkeypatch):
    monkeypatch.setattr("giaoban_web.serve.prepare", lambda: None)


def test_all_of_an_office_is_there_and_its_log_holds(office, capsys):
    old, end = office
    assert cli.main(["move", str(old)]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == end == str(queries.head())
    assert Original.objects.count() >= 3 and Figure.objects.exists() and User.objects.exists()
    assert list(originals.changed()) == []
    assert queries.verify(end) is None
    last = Entry.objects.order_by("-pk").first()
    assert history.record(Place.objects.first(), "place seen", by=None).pk > last.pk
    assert cli.main(["move", str(old)]) == 1
    assert "một cơ sở dữ liệu trống" in capsys.readouterr().err


def test_what_would_not_be_the_same_is_not_taken_over(office, monkeypatch, capsys):
    old, _end = office
    plain = moving._write

    def spoilt(model, fields, rows):
        names = [field.attname for field in fields]
        at = names.index("name") if model is Place else len(names)
        plain(model, fields, [[*row[:at], *(f"{value}!" for value in row[at : at + 1]), *row[at + 1 :]] for row in rows])

    monkeypatch.setattr(moving, "_write", spoilt)
    assert cli.main(["move", str(old)]) == 1
    assert "places_place" in capsys.readouterr().err
    assert not User.objects.exists() and not Place.objects.exists()


def test_a_database_that_is_not_empty_is_left_before_the_old_one_is_opened(office, monkeypatch, capsys):
    """The same one named twice would wait for itself."""
    assert cli.main(["move", str(office[0])]) == 0
    monkeypatch.setattr(moving, "_open", None)
    assert cli.main(["move", str(office[0])]) == 1
    assert "một cơ sở dữ liệu trống" in capsys.readouterr().err


def test_an_old_database_that_is_not_there_is_not_made(tmp_path, capsys):
    assert cli.main(["move", str(tmp_path / "none.sqlite3")]) == 1
    assert "none.sqlite3" in capsys.readouterr().err
    assert not (tmp_path / "none.sqlite3").exists()


def test_a_file_that_was_changed_past_the_program_is_named(office, capsys):
    cli.main(["move", str(office[0])])
    spoilt = Original.objects.first()
    Original.objects.filter(pk=spoilt.pk).update(data=bytes(spoilt.data) + b" ")
    capsys.readouterr()
    assert cli.main(["verify"]) == 1
    assert f"records.Original {spoilt.pk}" in capsys.readouterr().err
