"""A figure that was taken out of account and counts again past the program is found out, and so is one taken out for another reason."""

from datetime import date

import pytest
from django.db import connection

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


def test_what_was_taken_out_past_the_program_is_not_proved(figure, confirm, clerk):
    confirm(figure())
    key = Entry.objects.first().pk
    names = dict(zip(("place_id", "line_id", "period_id", "number"), key, strict=True))
    Withdrawal.objects.create(**names, by=clerk, reason="x")
    assert proof_withdrawn.looked() == ([], 1)
