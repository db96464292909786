"""Every table of the ledger's pages is taken away as a sheet, with what the page shows."""

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from giaoban_web.ledger import exporting_releases, imports
from giaoban_web.ledger.importing import Arriving, bring_in
from giaoban_web.ledger.models import Entry

ROWS = [
    {"indicator": "gtsx", "place": "205", "period": "2019", "value": "19200.50", "unit": "tỷ đồng", "bound": "over"},
    {"indicator": "grdp", "place": "205", "period": "2019", "value": "20000", "unit": "tỷ đồng"},
    {"indicator": "dan_so", "place": "205", "period": "2019", "value": "180000", "unit": "người"},
]


@pytest.fixture
def filled(steward, town):
    bring_in([(str(at), row) for at, row in enumerate(ROWS, 2)], Arriving("a.csv", town, "a" * 64, date(2020, 1, 10), steward))


@pytest.fixture
def table(sign_in, steward):
    """The rows of a page's table, read back from both forms, which say the same."""
    browser = sign_in(steward)

    def read(address):
        join = "&" if "?" in address else "?"
        book, text = (browser.get(f"{address}{join}export={form}") for form in ("xlsx", "csv"))
        assert (book.status_code, text.status_code) == (200, 200)
        assert "attachment" in book["Content-Disposition"]
        rows = list(csv.reader(io.StringIO(text.content.decode("utf-8-sig"))))
        assert len(list(load_workbook(io.BytesIO(book.content)).active.rows)) == len(rows)
        assert f"{join}" and "export=csv" in browser.get(address).content.decode()
        return rows

    return read


def test_the_catalogue_as_it_is_filtered(filled, table):
    assert ["gtsx", "Tổng giá trị sản xuất"] in [row[:2] for row in table("/ledger/?q=gia+tri+san+xuat")]


def test_figures_that_wait_with_why(figure, confirm, table):
    confirm(figure("Tổng giá trị sản xuất", indicator="chỉ số lạ", comparisons=[]))
    (header, row) = table("/ledger/waiting/")
    assert (header[0], row[0]) == ("Số liệu", "chỉ số lạ")
    assert row[-1]


def test_every_entry_of_a_cell(filled, table):
    entry = Entry.objects.get(line__indicator__key="gtsx")
    (_header, row) = table(f"/ledger/cells/{entry.place_id}/{entry.line_id}/{entry.period_id}/")
    assert (row[0], row[1], row[7]) == ("1", "trên 19.200,50 tỷ đồng", "a.csv")


def test_what_follows_from_other_figures(filled, table):
    rows = table("/ledger/places/205/?table=following")
    assert ["GRDP bình quân đầu người", "năm 2019"] in [row[:2] for row in rows]
    assert "Dân số" in rows[1][-1]


def test_the_grid_with_what_was_typed_and_what_the_ledger_has(filled, table):
    rows = table("/ledger/entry/205/?period=2019&rows=parts")
    (output,) = (row for row in rows if row[1] == "Tổng giá trị sản xuất")
    assert output[10] == "trên 19.200,50 tỷ đồng"
    assert "nữ" in [row[2] for row in rows]


def test_imports_and_what_was_wrong_in_one(town, steward, table):
    data = "indicator,place,period,value,unit\ngtsx,205,2019,nhiều,tỷ đồng\n".encode()
    upload = imports.arrive(data=data, name="b.csv", place=town, reported_on=date(2020, 1, 1), by=steward)
    assert table("/ledger/imports/")[1][:2] == ["b.csv", "Thị xã Đông Triều"]
    (_header, row) = table(f"/ledger/imports/{upload.pk}/")
    assert row[0] == "2"
    assert "nhiều" in row[1]


def test_releases_for_the_steward_and_for_everybody(filled, town, steward, table, client):
    exporting_releases.release(title="Số liệu 2019", place=town, indicator=None, period="", licence="CC-BY-4.0", by=steward)
    assert table("/ledger/releases/")[1][0] == "Số liệu 2019"
    assert "Số liệu 2019" in client.get("/open/?export=csv").content.decode()
