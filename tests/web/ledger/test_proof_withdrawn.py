"""A figure that was taken out of account and counts again past the program is found out, and so is one taken out for another reason."""

from datetime import date

import pytest
from django.db import connection

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.commands.verify import prove
from giaoban_web.directives import logged
from giaoban_web.history import rows
from giaoban_web.ledger import importing_back, proof_withdrawn
from giaoban_web.ledger.importing import Arriving, bring_in
from giaoban_web.ledger.models import Entry, Upload, Withdrawal
from giaoban_web.records.models import Verdict

ROW = {"indicator": "gtsx", "place": "205", "period": "2018", "value": "17100.50", "unit": "tỷ đồng"}
CHANGES = (
    "DELETE FROM ledger_withdrawal",
    "UPDATE ledger_withdrawal SET reason = 'vì thế'",
    "UPDATE ledger_withdrawal SET number = number + 7",
)


@pytest.fixture
def proved(monkeypatch):
    """What `giaoban verify` says of figures; the people and places of these tests came past the log."""
    monkeypatch.setattr(rows, "looked", lambda: rows.Looked([], 0))
    monkeypatch.setattr(logged, "broken", list)
    return prove


def write(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def rejected(figure, confirm):
    """A figure that was confirmed, entered, and rejected afterwards."""
    find = figure()
    confirm(find)
    confirm(find, Verdict.REJECTED)
    return [f"ledger.withdrawal {each}".replace("#", "/") for each in map(str, Entry.objects.order_by("pk"))]


@pytest.fixture
def taken_back(steward, town):
    """A file that was entered and taken back."""
    sha256 = "a" * 64
    source = bring_in([("2", ROW), ("3", ROW | {"period": "2017"})], Arriving("a.csv", town, sha256, date(2020, 1, 10), steward)).source
    upload = Upload.objects.create(
        place=town, by=steward, name="a.csv", data=b"", sha256=sha256, reported_on=date(2020, 1, 10), state="entered", source=source
    )
    importing_back.take_back(upload=upload, reason="nhầm biểu", by=steward)
    return [f"ledger.source {source.pk}"]


@pytest.mark.parametrize("way", ["rejected", "taken_back"])
def test_what_was_taken_out_is_proved(way, request):
    request.getfixturevalue(way)
    assert Withdrawal.objects.exists()
    assert proof_withdrawn.looked() == ([], 0)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("way", ["rejected", "taken_back"])
def test_what_counts_again_past_the_program_is_found_out(way, change, request):
    wanted = request.getfixturevalue(way)
    write(change)
    assert proof_withdrawn.looked().changed == wanted


def test_what_was_taken_out_past_the_program_is_not_proved_but_named(figure, confirm, clerk, proved, capsys):
    confirm(figure())
    key = Entry.objects.first().pk
    names = dict(zip(("place_id", "line_id", "period_id", "number"), key, strict=True))
    Withdrawal.objects.create(**names, by=clerk, reason="x")
    assert proof_withdrawn.looked() == ([], 1)
    assert proved() == 0
    (line,) = [each for each in capsys.readouterr().out.splitlines() if "ledger.withdrawal" in each]
    assert "/".join(map(str, key)) in line and str(Entry.objects.first().place) in line and str(clerk) in line


def test_what_is_taken_out_past_the_program_when_the_log_tells_of_such_is_found_out_by_name(rejected, figure, confirm, clerk, proved):
    confirm(figure(value=17000))
    key = next(each.pk for each in Entry.objects.all() if f"ledger.withdrawal {each}".replace("#", "/") not in rejected)
    names = dict(zip(("place_id", "line_id", "period_id", "number"), key, strict=True))
    Withdrawal.objects.create(**names, by=clerk, reason="x")
    assert proof_withdrawn.looked() == ([f"ledger.withdrawal {'/'.join(map(str, key))}"], 0)
    with pytest.raises(Refused, match="rows-changed") as refused:
        proved()
    assert "/".join(map(str, key)) in say(refused.value, "vi")
