import io

import pytest
from openpyxl import load_workbook

from tests.web.facts import DIRECTIVE

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
