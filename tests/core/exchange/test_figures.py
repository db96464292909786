"""Rows that cannot be read are told one by one; text never begins as a formula; what is no such file is refused whole."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.exchange import flat, sdmx
from giaoban.exchange.formats import read
from giaoban.model import Refused
from tests.core.exchange.figures import figures


@given(st.lists(figures(), min_size=1, max_size=3))
def test_no_text_of_a_csv_file_begins_as_a_formula(sent):
    for write in (flat.write_csv, sdmx.write):
        rows = list(csv.DictReader(io.StringIO(b"".join(write(sent)).decode("utf-8-sig"), newline="")))
        for row in rows:
            for column in ("source", "place_name", "SOURCE", "AREA_NAME"):
                assert not (row.get(column) or "").startswith(("=", "+", "-", "@"))


BAD_ROWS = [
    ("gtsx,205,2019,nhiều,tỷ đồng", "figure-column-wrong", "value"),
    *(
        (f"gtsx,205,2019,{value},tỷ đồng", "figure-column-wrong", "value")
        for value in ("NaN", "-inf", "1_000", "٣", "1e9999", ".", "1 000")
    ),
    ("gtsx,205,năm ngoái,5,tỷ đồng", "figure-column-wrong", "period"),
    ("gtsx,,2019,5,tỷ đồng", "figure-column-empty", "place"),
]


@pytest.mark.parametrize(("row", "code", "column"), BAD_ROWS)
def test_a_bad_row_is_told_with_its_line_and_column_and_keeps_no_other_from_being_read(row, code, column):
    data = f"indicator,place,period,value,unit\ngtsx,205,2018,4,tỷ đồng\n{row}\ngtsx,205,2020,6,tỷ đồng\n".encode()
    first, bad, last = read(data, "csv")
    assert (bad.address, bad.told.code, bad.told.values["column"]) == ("3", code, column)
    assert not isinstance(first.told, Refused)
    assert not isinstance(last.told, Refused)


def test_a_file_without_its_columns_is_refused_as_a_whole():
    with pytest.raises(Refused) as refused:
        list(read("chỉ tiêu,giá trị\ngtsx,5\n".encode(), "csv"))
    assert refused.value.values["columns"] == "indicator, place, period, value"


@pytest.mark.parametrize("data", [b'{"a": 1}', b"[1, 2]", b"{", b"\xff\xfe[]"])
def test_what_is_no_list_of_objects_is_refused(data):
    with pytest.raises(Refused):
        list(read(data, "json"))


def test_a_deletion_is_refused_because_the_ledger_is_only_added_to():
    data = b"STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\ndataflow,A:B(1.0),D,205,gtsx,2019,5\n"
    (line,) = read(data, "sdmx-csv")
    assert line.told.values == {"column": "period", "value": "ACTION=D"}


@given(st.lists(figures(), min_size=1, max_size=3), st.sampled_from(";\t"))
def test_a_file_that_a_spreadsheet_wrote_again_tells_the_same(sent, delimiter):
    rows = list(csv.reader(io.StringIO(b"".join(flat.write_csv(sent)).decode("utf-8-sig"), newline="")))
    at = {name: rows[0].index(name) for name in ("value", "reported_on", "place_from")}
    for each in rows[1:]:
        each[at["value"]] = each[at["value"]].replace(".", ",")
        for name in ("reported_on", "place_from"):
            year, month, day = each[at[name]].split("-") if each[at[name]] else ("", "", "")
            each[at[name]] = f"{int(day)}/{month}/{year}" if day else ""
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    again, first = (read(data, "csv") for data in (file.getvalue().encode("utf-8-sig"), b"".join(flat.write_csv(sent))))
    assert [each.told for each in again] == [each.told for each in first]


def test_a_number_with_a_comma_and_a_day_with_strokes_are_understood_there():
    (line,) = read(b"indicator;place;period;value;unit;reported_on\ngtsx;205;2019;0,41;%;8/11/2019\n", "csv")
    assert not isinstance(line.told, Refused)
    assert (str(line.told.quantity.value), f"{line.told.reported_on}") == ("0.41", "2019-11-08")


def test_a_comma_within_quotes_of_a_heading_is_no_delimiter_and_a_wrong_day_is_refused():
    assert flat.delimiter_of(b'"a,b,c";d\n1,2,3') == ";"
    assert flat.delimiter_of(b"x\n1;2") == ","
    (line,) = read("indicator;place;period;value;unit;reported_on\ngtsx;205;2019;1.5,0;tỷ đồng;40/1/2020\n".encode(), "csv")
    assert isinstance(line.told, Refused)
