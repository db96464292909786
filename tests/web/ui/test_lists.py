"""A list's state is its address; what an address asks wrongly is left out."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from django.template import Context, Template
from django.utils import translation

from giaoban.exchange.flat import FORMULA
from giaoban_web.places.models import Place
from giaoban_web.ui.lists import listing
from giaoban_web.ui.sheets import sheet
from tests.web.conftest import make_place

SORTABLE = {"name": ["name"], "code": ["code", "valid_from"]}


@pytest.fixture
def places(db):
    for number in range(1, 61):
        make_place(f"{number:02}", "xã", f"Xã {number % 7}")
    return Place.objects.all()


def shown(rf, places, query):
    return listing(rf.get("/places/" + query), places, sortable=SORTABLE, default="code")


@pytest.mark.parametrize(
    ("query", "first", "rows"),
    [
        ("", "01", 25),
        ("?page=2", "26", 25),
        ("?page=3", "51", 10),
        ("?page=99", "51", 10),
        ("?page=-1&page=x", "01", 25),
        ("?sort=-code", "60", 25),
        ("?sort=password", "01", 25),
        ("?sort=", "01", 25),
        ("?sort=name", "07", 25),
        ("?sort=-name", "06", 25),
    ],
)
def test_an_address_gives_its_page_in_its_order(rf, places, query, first, rows):
    page = shown(rf, places, query).page
    assert (page[0].code, len(page)) == (first, rows)


def test_addresses_around_a_page_keep_its_filters(rf, places):
    found = shown(rf, places, "?q=đông+triều&sort=name&page=2&export=xlsx")
    assert found.address(page=3) == "?q=%C4%91%C3%B4ng+tri%E1%BB%81u&sort=name&page=3"
    assert found.address(q="", sort="code") == "?sort=code"


def render(source, **context):
    with translation.override("vi"):
        return Template("{% load ui %}" + source).render(Context(context))


def test_a_heading_says_how_the_list_is_sorted_and_turns_it_round(rf, places):
    found = shown(rf, places, "?sort=name")
    current = render('{% header listing "name" "Tên" %}', listing=found)
    assert 'aria-sort="ascending"' in current
    assert 'href="?sort=-name"' in current
    other = render('{% header listing "code" "Mã" "num" %}', listing=found)
    assert "aria-sort" not in other
    assert 'href="?sort=code"' in other


def test_the_pager_links_neighbours_and_ends_and_counts_rows(rf, places):
    text = render("{% pager listing %}", listing=shown(rf, places, "?page=2"))
    assert "60 dòng" in text
    for page in (1, 3):
        assert f'href="?page={page}"' in text
    assert 'aria-current="page"' in text
    assert 'rel="prev"' in text
    assert 'rel="next"' in text


def test_the_note_says_how_old_the_numbers_are():
    assert "Số liệu đến 12/03/2020 08:30" in render("{% fresh at %}", at=datetime(2020, 3, 12, 1, 30, tzinfo=UTC))
    assert "Chưa có số liệu." in render("{% fresh at %}", at=None)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ 19200|number }}", "19.200"),
        ("{{ none|number }}", "—"),
        ("{{ fields|quantity }}", "trên 19.200 tỷ đồng"),
        ("{{ change|comparison }}", "tăng 15,1% so với cùng kỳ"),
        ('{{ "2020-Q1"|period }}', "quý I/2020"),
    ],
)
def test_templates_print_figures_as_vietnam_writes_them(source, text):
    fields = {"value": 19200, "value_to": None, "unit": "tỷ đồng", "bound": "over"}
    change = {"kind": "change", "value": 15.1, "unit": "%", "bound": "exact", "base": "same_period"}
    assert render(source, none=None, fields=fields, change=change) == text


ROWS = [["Đông Triều", Decimal("85.7"), date(2020, 3, 12), datetime(2020, 3, 12, 1, 30, tzinfo=UTC), None, '=HYPERLINK("x")', "a\x0bb", 18]]
HEADER = ["Địa bàn", "Tỷ lệ", "Ngày", "Lúc", "Trống", "Chữ", "Lạ", "Số"]


def test_a_sheet_keeps_numbers_dates_and_text_as_what_they_are():
    answer = sheet("so-lieu", "xlsx", HEADER, ROWS)
    assert answer["Content-Disposition"] == 'attachment; filename="so-lieu.xlsx"'
    header, row = openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows()
    assert [cell.value for cell in header] == HEADER
    assert [str(cell.value) for cell in row] == [
        "Đông Triều", "85.7", "2020-03-12 00:00:00", "2020-03-12 08:30:00", "None", '=HYPERLINK("x")', "ab", "18",
    ]  # fmt: skip
    assert [cell.data_type for cell in row] == ["s", "n", "d", "d", "n", "s", "s", "n"]


def test_a_comma_separated_list_runs_no_formula_and_opens_with_its_accents():
    content = sheet("so-lieu", "csv", HEADER, ROWS).content
    assert content.startswith(b"\xef\xbb\xbf")
    _header, row = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert row == ["Đông Triều", "85.7", "2020-03-12", "2020-03-12 08:30:00", "", '\'=HYPERLINK("x")', "a\x0bb", "18"]


def test_a_negative_number_stays_a_number_in_a_comma_separated_list():
    _header, row = sheet("x", "csv", ["a"], [[Decimal("-3.5")]]).content.decode("utf-8-sig").splitlines()
    assert row == "-3.5"


@pytest.mark.parametrize("begun", FORMULA)
def test_what_a_spreadsheet_may_run_stays_text_in_both_forms(begun):
    said = f'{begun}HYPERLINK("x")'
    csv_file, book = (sheet("x", form, ["A"], [[said]]).content for form in ("csv", "xlsx"))
    assert list(csv.reader(io.StringIO(csv_file.decode("utf-8-sig"), newline="")))[1] == [f"'{said}"]
    cell = openpyxl.load_workbook(io.BytesIO(book)).active["A2"]
    assert (cell.value, cell.data_type) == (said, "s")
