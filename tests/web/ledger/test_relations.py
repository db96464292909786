"""Every entry has what it names: the database refuses another one, and the proof finds one that came past it."""

import pytest
from django.db import IntegrityError, connection, transaction

from giaoban_web import cli
from giaoban_web.ledger import relations
from giaoban_web.ledger.models import Entry, Source, Unit
from tests.web.conftest import log_rows


@pytest.fixture
def entry(figure, confirm):
    confirm(figure())
    return Entry.objects.get(line__measure="level")


def look():
    """What the end of a transaction would do: on SQLite by hand, since Django asks tables without row numbers for those."""
    if connection.vendor == "postgresql":
        connection.check_constraints()
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_key_check(ledger_entry)")
        if cursor.fetchall():
            raise IntegrityError("an entry names what is not there")


@pytest.mark.parametrize("column", relations.RELATIONS)
def test_an_entry_that_names_what_is_not_there_is_refused(entry, column):
    fields = Entry.objects.filter(pk=entry.pk).values().get() | {"number": 9, column: 987_654}
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.bulk_create([Entry(**fields)])
        look()


def test_what_an_entry_names_cannot_be_deleted(entry):
    for model, key in ((Unit, entry.unit_id), (Source, entry.source_id)):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.filter(pk=key)._raw_delete("default")
            look()
    assert relations.missing(connection) == []


def test_the_proof_finds_an_entry_that_came_past_the_database(entry, capsys):
    log_rows()
    assert cli.main(["verify"]) == 0
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP TRIGGER ledger_unit_of_entries ON ledger_unit")
        cursor.execute("DELETE FROM ledger_unit WHERE id = %s", [entry.unit_id])
        assert relations.missing(connection) == ["unit_id"]
        assert cli.main(["verify"]) == 1
        transaction.set_rollback(True)
    assert "unit_id" in capsys.readouterr().err


def test_foreign_keys_and_triggers_can_take_turns(entry):
    with transaction.atomic():
        look()
        relations.look_by_row(connection)
        relations.look_by_statement(connection)
    fields = Entry.objects.filter(pk=entry.pk).values().get() | {"number": 9, "unit_id": 987_654}
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.bulk_create([Entry(**fields)])
        look()
