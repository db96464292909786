"""A backup is one file with everything in it; and nothing is done to a database of another version."""

import contextlib
import os
import sqlite3
import subprocess
import sys

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from giaoban_web import cli
from giaoban_web.history import queries
from giaoban_web.records import actions as records
from giaoban_web.records.models import Original
from tests.web.conftest import log_rows

kept = pytest.mark.django_db(transaction=True)
"""The copy is made over a connection of its own, which sees what is kept."""
in_a_file = pytest.mark.skipif(os.environ.get("GIAOBAN_TEST_DATABASE") == "postgres", reason="looks into the copied file of SQLite")
TEXT = "Tin giao ban\n\nHuyện thu ngân sách 120 tỷ đồng trong quý I.\n".encode()
TOLD = "import sys; from giaoban_web.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def var(tmp_path, settings):
    """GIAOBAN_VAR with a secret key and learned weights."""
    settings.VAR = tmp_path / "var"
    (settings.VAR / "weights" / "0123456789ab").mkdir(parents=True)
    (settings.VAR / "secret_key").write_text("khóa")
    (settings.VAR / "weights" / "0123456789ab" / "clauses.tsv").write_text("a\t1\n")
    return settings.VAR


@pytest.fixture
def record(var, town, person):
    return records.put_in(data=TEXT, name="tin.txt", place=town, by=person("clerk", town))


@in_a_file
@kept
def test_a_backup_holds_the_database_with_its_originals_the_key_and_the_weights(record, tmp_path, capsys):
    file = tmp_path / "copy.tar"
    assert cli.main(["backup", str(file)]) == 0
    assert capsys.readouterr().out.strip() == str(queries.head())
    assert file.stat().st_mode & 0o077 == 0
    new = tmp_path / "new"
    new.mkdir()
    subprocess.run(["tar", "-xf", str(file), "-C", str(new)], check=True)
    assert not [path for path in new.rglob("*") if path.stat().st_mode & 0o077]
    assert (new / "head").read_text().strip() == str(queries.head())
    assert (new / "secret_key").read_text() == "khóa"
    assert (new / "weights" / "0123456789ab" / "clauses.tsv").read_text() == "a\t1\n"
    with sqlite3.connect(new / "giaoban.sqlite3") as copy:
        assert copy.execute("SELECT data FROM records_original").fetchall() == [(TEXT,)]
        assert copy.execute("SELECT max(number), count(*) FROM history_entry").fetchone() == (queries.head().number,) * 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.tar", "new", "var"]


def test_a_backup_is_never_written_over(record, tmp_path, capsys):
    (tmp_path / "copy.tar").write_text("an earlier one")
    assert cli.main(["backup", str(tmp_path / "copy.tar")]) == 1
    assert "copy.tar" in capsys.readouterr().err
    assert (tmp_path / "copy.tar").read_text() == "an earlier one"


@in_a_file
def test_a_backup_that_cannot_be_written_leaves_nothing_and_says_why(record, tmp_path, monkeypatch, capsys):
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("giaoban_web.installation.backup._pack", full)
    assert cli.main(["backup", str(tmp_path / "copy.tar")]) == 1
    assert "No space left" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["var"]


@in_a_file
@kept
def test_what_a_killed_backup_left_is_taken_away_by_the_next_one_and_nothing_of_one_that_still_works(record, tmp_path):
    abandoned, working = tmp_path / ".giaoban-backup-abandoned", tmp_path / ".giaoban-backup-working"
    for each in (abandoned, working):
        each.mkdir()
        (each / "giaoban.sqlite3").write_text("a whole copy")
    begun = "import fcntl, os, sys; fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_SH); print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", begun, str(working)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline()
        assert cli.main(["backup", str(tmp_path / "copy.tar")]) == 0
        other.stdin.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [working.name, "copy.tar", "var"]
    assert cli.main(["backup", str(tmp_path / "next.tar")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.tar", "next.tar", "var"]


@in_a_file
@kept
def test_where_the_disk_knows_no_locks_a_backup_is_made_and_nothing_is_taken_away(record, tmp_path, monkeypatch):
    def unknown(*_asked: object) -> None:
        raise OSError(95, "Operation not supported")

    (tmp_path / ".giaoban-backup-other").mkdir()
    monkeypatch.setattr("fcntl.flock", unknown)
    assert cli.main(["backup", str(tmp_path / "copy.tar")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [".giaoban-backup-other", "copy.tar", "var"]


def test_a_file_that_was_changed_past_the_program_is_named(record, capsys):
    log_rows()
    assert cli.main(["verify"]) == 0
    Original.objects.update(data=TEXT + b" ")
    capsys.readouterr()
    assert cli.main(["verify"]) == 1
    assert f"records.Original {record.pk}" in capsys.readouterr().err


def test_a_database_that_a_newer_version_has_changed_is_left_alone(db, capsys):
    MigrationRecorder(connection).record_applied("ledger", "9999_of_years_to_come")
    for command in (["verify"], ["tick"], ["rebuild"]):
        assert cli.main(command) == 1
        assert "9999_of_years_to_come" in capsys.readouterr().err


@in_a_file
@kept
def test_a_database_of_an_older_version_is_backed_up_before_it_is_brought_up(record, tmp_path, capsys):
    MigrationRecorder(connection).Migration.objects.filter(app="records").order_by("-pk").first().delete()
    assert cli.main(["verify"]) == 1 and "giaoban prepare" in capsys.readouterr().err
    assert cli.main(["backup", str(tmp_path / "copy.tar")]) == 0
    assert capsys.readouterr().out.strip() == str(queries.head())


@pytest.mark.parametrize("command", [["verify"], ["backup", "copy.tar"]], ids=["verify", "backup"])
def test_a_database_without_tables_is_told_in_words(tmp_path, command):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"GIAOBAN_VAR": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-c", TOLD, *command], env=environment, capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert told.returncode == 1 and not (tmp_path / "copy.tar").exists()
    assert "giaoban prepare" in told.stderr and str(tmp_path) in told.stderr and "Traceback" not in told.stderr


@pytest.mark.parametrize("kept", [30_000, 7], ids=["cut in half", "hardly begun"])
def test_a_database_that_was_not_copied_whole_is_told_in_words(tmp_path, kept):
    whole = tmp_path / "giaoban.sqlite3"
    with contextlib.closing(sqlite3.connect(whole)) as made:
        made.execute("CREATE TABLE told (words TEXT)")
        made.executemany("INSERT INTO told VALUES (?)", [("x" * 500,) for _each in range(200)])
        made.commit()
    whole.write_bytes(whole.read_bytes()[:kept])
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"GIAOBAN_VAR": str(tmp_path)}
    for command in ("prepare", "verify"):
        told = subprocess.run([sys.executable, "-c", TOLD, command], env=environment, capture_output=True, text=True, check=False)
        assert told.returncode == 1
        assert "chưa được chép xong" in told.stderr and "giaoban verify" in told.stderr and "Traceback" not in told.stderr
