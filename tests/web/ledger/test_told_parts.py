"""Parts that one sentence tells behind their whole: doubted while a clerk confirms, and on the page of the place."""

from datetime import date

import pytest

from giaoban.ledger.discrepancies import Severity
from giaoban_web.ledger.discrepancies import shown
from giaoban_web.ledger.portrait import portrait
from giaoban_web.records.remarks import remarks
from tests.web.facts import FIGURE

TEXT = "Kết quả năm 2019 của thị xã.\nTổng diện tích gieo trồng 860 ha, trong đó lúa 910 ha. Thu ngân sách khá.\n"
TOLD = (("Tổng diện tích gieo trồng 860 ha", "tổng diện tích gieo trồng", 860), ("lúa 910 ha", "diện tích gieo trồng lúa", 910))


@pytest.fixture
def parts(fact, make_record, town):
    record = make_record(town, None, name="bao-cao.txt", text=TEXT)
    plain = FIGURE | {"unit": "ha", "bound": "exact", "comparisons": []}
    return [fact(record, "observation", words, plain | {"indicator": name, "value": value}, verdict=None) for words, name, value in TOLD]


def test_whoever_confirms_is_told_that_the_parts_are_more_than_their_whole(parts):
    told = remarks(parts[0].record, parts)
    assert [[each.said.code for each in told[find.pk] if each.doubtful] for find in parts] == [["part-exceeds"], ["part-exceeds"]]


def test_the_page_of_the_place_tells_it_once_they_are_confirmed(parts, confirm, town, sign_in, clerk):
    for each in parts:
        confirm(each)
    (found,) = (each for each in shown(portrait(town, date(2020, 6, 1))) if each.found.check == "parts")
    assert found.found.severity is Severity.CONTRADICTION and len(found.entries) == 2
    page = sign_in(clerk).get(f"/ledger/places/{town.code}/?on=2020-06-01").content.decode()
    assert "lớn hơn “Tổng diện tích gieo trồng” là 860 ha" in page
