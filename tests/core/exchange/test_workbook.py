"""A workbook read row by row tells what a spreadsheet library tells of each of its cells."""

import io
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from giaoban.exchange import workbook
from giaoban.exchange.xlsx import printed, rows, sound
from giaoban.model import Refused

FORMATS = ("General", "0", "0.00", "0.000", "#,##0.00", "@", "0%")
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
VALUES = st.one_of(
    st.none(), st.integers(-(10**14), 10**14), st.floats(-1e9, 1e9).map(lambda number: round(number, 3)), st.booleans(), WORDS,
    st.dates(date(1901, 1, 1), date(2100, 1, 1)),
)  # fmt: skip


def book(table, *, streamed=False):
    made = Workbook(write_only=streamed)
    page = made.create_sheet("figures", 0)
    for row in table:
        page.append([value for value, _format in row])
        if not streamed:
            for cell, (_value, shown) in zip(page[page.max_row], row, strict=False):
                cell.number_format = cell.number_format if cell.is_date else shown
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def by_library(data):
    page = load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    told = {at: {cell.column: printed(cell.value, cell.number_format) for cell in row} for at, row in enumerate(page.iter_rows(), 1)}
    return {at: kept for at, row in told.items() if (kept := {column: text for column, text in row.items() if text})}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.tuples(VALUES, st.sampled_from(FORMATS)), max_size=5), min_size=1, max_size=8), st.booleans())
def test_a_workbook_says_what_the_library_says(table, streamed):
    data = book(table, streamed=streamed)
    assert dict(workbook.rows(ZipFile(io.BytesIO(data)), printed)) == by_library(data)


def test_rows_and_columns_that_are_empty_keep_the_addresses_of_the_others():
    plain = [[(text, "General") for text in ("indicator", "", "place", "period", "value")], [], [(None, "0")] * 5]
    data = book([*plain, [(text, "0.0") for text in ("gtsx", "x", "205", "2019", 5)]])
    assert list(rows(data)) == [("A4", {"indicator": "gtsx", "place": "205", "period": "2019", "value": "5.0"})]


def test_a_workbook_that_breaks_off_is_refused_where_it_does():
    data = book([[(text, "General") for text in ("indicator", "place", "period", "value")], *[[("gtsx", "General")] * 4] * 50])
    broken = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as whole, ZipFile(broken, "w") as part:
        for name in whole.namelist():
            content = whole.read(name)
            part.writestr(name, content[: len(content) * 2 // 3] if "sheet1" in name else content)
    with pytest.raises(Refused, match="sheet-unreadable"):
        list(rows(broken.getvalue()))


def test_what_an_entity_would_bring_in_stays_out():
    data, evil = book([[("indicator", "General")]]), io.BytesIO()
    with ZipFile(io.BytesIO(data)) as whole, ZipFile(evil, "w") as part:
        for name in whole.namelist():
            content = whole.read(name)
            if name.endswith("sheet1.xml"):
                content = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + content.replace(b"<t>indicator</t>", b"<t>&a;</t>")
                content = content.replace(b' t="s"', b' t="inlineStr"').replace(b"<v>0</v>", b"<is><t>&a;</t></is>")
            part.writestr(name, content)
    assert list(workbook.rows(ZipFile(evil), printed)) == []


def of_parts(**changed):
    """A workbook in which some parts were exchanged, packed."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(book([[("indicator", "General")]]))) as whole, ZipFile(made, "w", ZIP_DEFLATED) as part:
        for name in set(whole.namelist()) | {f"xl/{name}.xml" for name in changed}:
            part.writestr(name, changed.get(name.removeprefix("xl/").removesuffix(".xml")) or whole.read(name))
    return made.getvalue()


@pytest.mark.parametrize("part", ["worksheets/sheet1", "sharedStrings", "styles", "workbook"])
def test_a_workbook_that_would_unpack_to_hundreds_of_times_its_size_is_refused_unread(part):
    with pytest.raises(Refused, match="sheet-swells"):
        sound(of_parts(**{part: b" " * 2**22}))


def test_a_workbook_that_shares_more_texts_than_it_can_have_rows_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_STRINGS", 3)
    shared = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + "<si><t>x</t></si>" * 4 + "</sst>"
    with pytest.raises(Refused, match="sheet-swells"):
        rows(of_parts(sharedStrings=shared))


def test_a_part_that_is_read_as_a_whole_is_refused_where_it_is_too_large(monkeypatch):
    monkeypatch.setattr(workbook, "LARGEST_PART", 100)
    with pytest.raises(Refused, match="sheet-swells"):
        rows(of_parts())
