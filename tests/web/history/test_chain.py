"""Whatever is done to the log afterwards, the chain shows it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from giaoban_web.history import actions, queries
from giaoban_web.history.models import Entry, Head

FORGED = {
    "at": lambda entry: entry.at + timedelta(microseconds=1),
    "by_id": lambda entry: None,
    "act": lambda entry: "place praised",
    "subject_type": lambda entry: "accounts.user",
    "subject_id": lambda entry: "0",
    "within": lambda entry: "",
    "details": lambda entry: entry.details | {"share": "85.8"},
    "previous": lambda entry: "0" * 64,
    "hash": lambda entry: "f" * 64,
}


def test_an_untouched_log_holds(log):
    assert queries.verify() is None


def test_an_empty_log_holds(db):
    assert queries.verify() is None


def test_every_field_of_an_entry_is_forged_in_turn_by_this_table():
    assert set(FORGED) == {field.attname for field in Entry._meta.fields} - {"id", "number"}


@pytest.mark.parametrize("field", FORGED)
@pytest.mark.parametrize("which", [0, 2, 4])
def test_a_forged_field_is_found_at_its_entry(log, off_guard, field, which):
    entry = log[which]
    Entry.objects.filter(pk=entry.pk).update(**{field: FORGED[field](entry)})
    assert queries.verify() == queries.Broken(entry.number, "log-entry-changed")


def test_a_deleted_entry_in_the_middle_is_missed(log, off_guard):
    Entry.objects.filter(pk=log[2].pk).delete()
    assert queries.verify() == queries.Broken(log[2].number, "log-entry-missing")


def test_a_deleted_last_entry_is_missed(log, off_guard):
    Entry.objects.filter(pk=log[4].pk).delete()
    assert queries.verify() == queries.Broken(log[4].number, "log-end-missing")


def test_a_deleted_first_entry_is_missed(log, off_guard):
    Entry.objects.order_by("number").first().delete()
    assert queries.verify() == queries.Broken(1, "log-entry-missing")


def test_two_entries_that_changed_places_are_found(log, off_guard):
    first, second = log[1], log[2]
    Entry.objects.filter(pk=first.pk).update(number=10_000)
    Entry.objects.filter(pk=second.pk).update(number=first.number)
    Entry.objects.filter(pk=first.pk).update(number=second.number)
    assert queries.verify() == queries.Broken(first.number, "log-entry-changed")


def test_an_entry_added_past_the_head_is_found(log):
    Entry.objects.create(
        number=log[4].number + 1, at=log[4].at, act="x", subject_type="x", subject_id="1", previous=log[4].hash, hash="0" * 64
    )
    assert queries.verify() == queries.Broken(log[4].number + 1, "log-head-changed")


def test_a_changed_head_is_found(log):
    Head.objects.update(hash="0" * 64)
    assert queries.verify().why == "log-head-changed"


def test_a_head_that_is_gone_is_missed(log):
    Head.objects.all().delete()
    assert queries.verify() == queries.Broken(log[4].number, "log-head-changed")


def test_what_is_added_while_the_log_is_read_breaks_nothing(log, town, monkeypatch):
    plain = queries.digest

    def slow(entry):
        with transaction.atomic():
            actions.record(town, "meanwhile", by=None)
        return plain(entry)

    monkeypatch.setattr(queries, "digest", slow)
    assert queries.verify() is None
    assert Entry.objects.filter(act="meanwhile").count() == 5


def test_a_log_rewritten_as_a_whole_differs_from_the_line_that_was_written_down(log, off_guard):
    anchor = str(queries.head())
    assert queries.verify(anchor) is None
    Entry.objects.all().delete()
    Head.objects.all().delete()
    with transaction.atomic():
        for entry in log:
            actions.record(entry.by, "another story", by=entry.by)
    assert queries.verify() is None
    assert queries.verify(anchor).why == "log-anchor-differs"


def test_a_log_shortened_together_with_its_head_is_shorter_than_the_line_that_was_written_down(log, off_guard):
    anchor = str(queries.head())
    Entry.objects.filter(pk=log[4].pk).delete()
    Head.objects.update(number=log[3].number, hash=log[3].hash)
    assert queries.verify() is None
    assert queries.verify(anchor).why == "log-end-missing"


@pytest.mark.parametrize("statement", ["UPDATE history_entry SET act = 'x'", "DELETE FROM history_entry"])
def test_the_database_itself_refuses_to_change_the_log(log, statement):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.filter(act="place checked").count() == 5


def test_the_triggers_stand_after_all_migrations(db):
    wanted = {"sqlite": 2, "postgresql": 2}[connection.vendor]
    table = {"sqlite": "sqlite_master WHERE type = 'trigger' AND name", "postgresql": "pg_trigger WHERE tgname"}[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} LIKE 'history_entry_no_%%'", [])
        assert cursor.fetchone()[0] == wanted


def test_reading_the_log_is_the_same_work_however_long_it_is(log, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert queries.verify() is None
