"""An entry of the ledger that somebody changed, took away or put there past the program is found out by what the log says of it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection

from giaoban.model import Period, Refused, Role
from giaoban_web.commands.verify import prove
from giaoban_web.history import rows, triggers
from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.history.rows import Looked
from giaoban_web.ledger import actions, filing, proof
from giaoban_web.ledger.importing import Arriving, bring_in
from giaoban_web.ledger.models import Entry, Indicator, Posting
from giaoban_web.records.refiling import refile
from tests.web.conftest import make_place

CHANGES = (
    "UPDATE ledger_entry SET amount = amount + 1",
    "UPDATE ledger_entry SET amount_to = 99999",
    "UPDATE ledger_entry SET digits = digits + 1",
    "UPDATE ledger_entry SET bound = bound + 1",
    "UPDATE ledger_entry SET role = role + 1",
    "UPDATE ledger_entry SET status = status + 1",
    "UPDATE ledger_entry SET spot = spot + 1",
    "UPDATE ledger_entry SET number = number + 7",
    "DELETE FROM ledger_entry",
)
ROW = {"indicator": "gtsx", "place": "205", "period": "2018", "value": "17100.50", "unit": "tỷ đồng"}


def write(statement):
    """As somebody with the rights of the database's owner, who puts the triggers back afterwards."""
    triggers.remove(connection, triggers.LEDGER)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    triggers.install(connection, triggers.LEDGER)


def named():
    return [f"ledger.entry {each.place_id}/{each.line_id}/{each.period_id}/{each.number}" for each in Entry.objects.order_by("pk")]


@pytest.fixture
def confirmed(figure, confirm):
    confirm(figure())
    return named()


@pytest.fixture
def imported(steward, town):
    rows = [("2", ROW), ("3", ROW | {"period": "2017"})]
    return f"ledger.source {bring_in(rows, Arriving('a.csv', town, 'a' * 64, date(2020, 1, 10), steward)).source.pk}"


@pytest.fixture
def filed(person, town):
    unit = person("unit", town)
    typed = filing.Typed(Role.ACTUAL, Decimal(19200), "tỷ đồng")
    (cell,) = filing.draft(place=town, period=Period.parse("2019"), indicator="gtsx", typed=[typed], seen={}, by=unit)
    filing.move(filing=cell.filing, step="submit", seen=0, by=unit)
    return named()


@pytest.mark.parametrize("way", ["confirmed", "imported", "filed"])
@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_changed_of_an_entry_is_found_out_however_it_came(way, change, request):
    told = request.getfixturevalue(way)
    assert proof.looked() == Looked([], 0)
    write(change)
    assert proof.looked().changed == ([told] if way == "imported" else told)


def test_of_entries_that_came_together_only_the_changed_one_is_named(confirmed):
    write("UPDATE ledger_entry SET amount = 1 WHERE line_id = (SELECT max(line_id) FROM ledger_entry)")
    assert len(confirmed) == 2
    assert proof.looked().changed == confirmed[1:]


def test_the_command_names_what_was_changed(confirmed, monkeypatch):
    monkeypatch.setattr(rows, "looked", lambda: Looked([], 0))  # the fixtures give roles without the log
    prove()
    write(CHANGES[0])
    with pytest.raises(Refused) as refused:
        prove()
    assert refused.value.code == "rows-changed"
    assert confirmed[0] in refused.value.values["names"]


def test_an_entry_that_was_put_there_is_not_proved(confirmed):
    write(
        "INSERT INTO ledger_entry (place_id, line_id, period_id, number, amount, digits, unit_id, bound, role, status, source_id, spot) "
        "SELECT place_id, line_id, period_id, 40, amount, digits, unit_id, bound, role, status, source_id, spot FROM ledger_entry"
    )
    assert proof.looked() == Looked([], len(confirmed))


def test_one_put_among_those_of_an_import_is_found_out(imported):
    write(
        "INSERT INTO ledger_entry (place_id, line_id, period_id, number, amount, digits, unit_id, bound, role, status, source_id, spot) "
        "SELECT place_id, line_id, period_id, 40, amount, digits, unit_id, bound, role, status, source_id, spot FROM ledger_entry"
    )
    assert proof.looked().changed == [imported]


def test_what_only_an_older_version_logged_is_not_proved_and_not_wrong(confirmed):
    triggers.remove(connection, triggers.LOG)
    for entry in LogEntry.objects.filter(details__ledger__isnull=False):
        entry.details["ledger"].pop("seal")
        LogEntry.objects.filter(pk=entry.pk).update(details=entry.details)
    triggers.install(connection, triggers.LOG)
    assert proof.looked() == Looked([], len(confirmed))


def test_figures_that_move_with_their_record_are_proved(figure, confirm, clerk, town):
    find = figure(place=None)
    confirm(find)
    find.refresh_from_db()
    refile(record=find.record, place=make_place("07069", "phường", "Mạo Khê", town), by=clerk)
    assert (Entry.objects.count(), proof.looked()) == (4, Looked([], 0))


def test_figures_entered_by_a_wording_that_was_learned_are_proved(figure, confirm, clerk):
    finds = [figure(indicator="giá trị của những thứ làm ra", period=period, comparisons=[]) for period in ("2019", "2018")]
    for find in finds:
        confirm(find)
    actions.pick(posting=Posting.objects.get(find=finds[0]), indicator=Indicator.objects.get(key="gtsx"), by=clerk)
    assert (Entry.objects.count(), proof.looked()) == (2, Looked([], 0))
