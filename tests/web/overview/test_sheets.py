import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from giaoban_web.records import actions
from tests.web.facts import DIRECTIVE, FIGURE

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(clerk, sign_in):
    def read(address, **query):
        answer = sign_in(clerk).get(address, {**query, "export": "xlsx"})
        assert answer["Content-Type"].endswith("sheet")
        return [list(row) for row in load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)]

    return read


def test_the_facts_of_a_place_can_be_taken_away_as_numbers(rows, known):
    header, *facts = rows("/places/205/")
    assert len(facts) == 3
    figure = dict(zip(header, next(row for row in facts if 19200 in row), strict=True))
    assert figure["Đơn vị tính"] == "tỷ đồng"
    assert figure["Xác nhận bởi"] == "Người thử clerk"


def test_a_sheet_holds_what_the_filter_lets_through(rows, known):
    assert len(rows("/places/205/", kind="directive")) == 2


def test_words_that_look_like_a_formula_stay_words(rows, fact, record):
    fact(record, "directive", "lập phương án", {**DIRECTIVE, "assignee": '=HYPERLINK("http://x")'})
    answer = rows("/places/205/")
    assert any('=HYPERLINK("http://x")' in row for row in answer)


def test_meetings_places_and_search_can_be_taken_away(rows, meeting, town):
    assert any(meeting.title in row for row in rows("/meetings/"))
    assert any("205" in row for row in rows("/places/"))
    assert len(rows("/search/", q="dong trieu")) >= 1


def test_a_figure_that_was_found_has_its_value_its_unit_and_its_period(rows, clerk, sign_in, record):
    _confirmed(record, clerk)
    header, *found = rows("/search/", q="tổng giá trị sản xuất")
    told = dict(zip(header, next(row for row in found if 19200 in row), strict=True))
    assert (told["Đơn vị tính"], told["Kỳ"]) == ("tỷ đồng", "2019")
    shown = sign_in(clerk).get("/search/", {"q": "tổng giá trị sản xuất"}).content.decode()
    assert "trên 19.200 tỷ đồng</b> · tăng 15,1% so với cùng kỳ · năm 2019 · Thị xã Đông Triều" in shown


def test_a_figure_has_the_digits_that_its_record_prints_in_every_sheet(clerk, sign_in, make_record, town, meeting):
    words = "Tổng giá trị sản xuất đạt 19.200,50 tỷ đồng; tăng 15,1%"
    told = make_record(town, meeting, text=f"{words}.")
    for at in (0, words.index("tăng")):
        actions.add(record=told, change=actions.Change("observation", at, len(words), FIGURE | {"value": 19200.5}), by=clerk)
    with CaptureQueriesContext(connection) as asked:
        sheets = [
            sign_in(clerk).get(address, {"q": "tổng giá trị", "export": "csv"}).content.decode() for address in ("/search/", "/places/205/")
        ]
    assert all(",19200.50," in sheet for sheet in sheets)
    assert sum('"records_record"."text"' in query["sql"] for query in asked) == 2


def _confirmed(record, clerk):
    """The figure, confirmed by the action that lets it be found."""
    start = record.text.index("Tổng giá trị sản xuất đạt")
    actions.add(record=record, change=actions.Change("observation", start, start + 21, FIGURE), by=clerk)
