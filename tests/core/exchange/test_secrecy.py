"""A file of figures with a mark of state secrecy is refused wherever in it the mark stands; one that only speaks of secrets is not."""

import io
import json
from contextlib import suppress
from unicodedata import normalize
from zipfile import ZipFile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from giaoban.exchange.formats import told_by
from giaoban.exchange.secrecy import refuse_if_secret
from giaoban.model import Refused
from tests.tables import table

HEADINGS = ["indicator", "place", "period", "value", "unit", "source"]
FAR = 3_000
MARK = "TỐI MẬT"


def csv(source=""):
    """Many rows, the last of them from `source`."""
    rows = [["gtsx", "205", "2019", str(at), "tỷ đồng", "Báo cáo năm"] for at in range(FAR)]
    rows.append(["gtsx", "205", "2020", "5", "tỷ đồng", source])
    return "\n".join(",".join(row) for row in [HEADINGS, *rows]).encode()


def book(change=lambda _book: None, rows=()):
    made = Workbook()
    for row in [["Địa phương", "GTSX năm 2020"], ["Xã An Sinh", 5], *rows]:
        made.active.append(row)
    made.create_sheet("Ghi chú").append(["Số liệu sơ bộ"])
    change(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def sheet(rows):
    """A workbook of one sheet with these rows alone."""
    made = Workbook()
    for row in rows:
        made.active.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def told(text):
    """A flat workbook, which has the headings of an exported file."""
    made = Workbook()
    for row in [HEADINGS, *([["gtsx", "205", "2019", at, "tỷ đồng", ""] for at in range(100)]), ["gtsx", "205", "2020", 5, "", text]]:
        made.active.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def parquet(text):
    file = io.BytesIO()
    pq.write_table(pa.table({"indicator": ["gtsx"] * FAR, "place": ["205"] * FAR, "source": [""] * (FAR - 1) + [text]}), file)
    return file.getvalue()


def as_json(text, **options):
    return json.dumps([{"indicator": "gtsx", "source": "x"}] * FAR + [{"indicator": "gtsx", "source": text}], **options).encode()


def later_sheet(made):
    made["Ghi chú"].append([MARK])


def hidden_sheet(made):
    later_sheet(made)
    made["Ghi chú"].sheet_state = "hidden"


def hidden_row(made):
    made.active.append([MARK])
    made.active.row_dimensions[3].hidden = True


def comment(made):
    made.active["A1"].comment = Comment(MARK, "x")


def header(made):
    made.active.oddHeader.center.text = MARK
    made.active.oddHeader.center.font = "Arial,Bold"


def footer(made):
    made["Ghi chú"].oddFooter.right.text = MARK


def name_of_a_sheet(made):
    made.create_sheet(MARK)


PLACES = {
    "a late row of a CSV file": csv(MARK),
    "a late row in parts of letters": csv(normalize("NFD", MARK)),
    "a number in a late row": csv("Số: 31/BC-UBND (TM)"),
    "JSON": as_json(MARK, ensure_ascii=False),
    "JSON in escapes": as_json(MARK),
    "a flat workbook": told(MARK),
    "a late row of a sheet": book(rows=[["Xã Bình Khê", at] for at in range(FAR)] + [[MARK, None]]),
    "Parquet": parquet(MARK),
    **{each.__name__.replace("_", " "): book(each) for each in (later_sheet, hidden_sheet, hidden_row, comment, header, footer,
                                                               name_of_a_sheet)},
}  # fmt: skip
MARKS = [each for each in table("secrecy.tsv") if each["level"] and not each["before"] and not set(each["line"]) & set(",;")]
"""A comma parts two cells."""


@pytest.mark.parametrize("where", PLACES)
def test_a_mark_is_found_wherever_it_stands(where):
    data = PLACES[where]
    with pytest.raises(Refused, match="state-secret"):
        refuse_if_secret(data, told_by(data))


@pytest.mark.parametrize("marked", [[0], [60], [150], [FAR // 2], [FAR - 60], [FAR - 1], range(FAR // 2, FAR)])
def test_cells_that_say_the_same_are_looked_at_once_and_a_mark_among_them_is_found(marked):
    cells = [["Xã An Sinh", row % 7] for row in range(FAR)]
    for row in marked:
        cells[row][0] = MARK
    with pytest.raises(Refused, match="state-secret"):
        refuse_if_secret(sheet(cells), "xlsx")


def test_a_mark_is_found_in_text_that_stands_unescaped_in_its_markup():
    data, kept = sheet([["indicator", "<&"]]), io.BytesIO()
    with ZipFile(io.BytesIO(data)) as whole, ZipFile(kept, "w") as part:
        for name in whole.namelist():
            part.writestr(name, whole.read(name).replace(b"&lt;&amp;", f"<![CDATA[{MARK}]]>".encode()))
    with pytest.raises(Refused, match="state-secret"):
        refuse_if_secret(kept.getvalue(), "xlsx")


def test_what_is_a_mark_only_at_the_edge_is_found_there_and_let_in_elsewhere():
    cells = [["Xã An Sinh", row % 7] for row in range(FAR)]
    cells[FAR // 2][0] = misread = "TUYET MAT"
    refuse_if_secret(sheet(cells), "xlsx")
    cells[0][0] = misread
    with pytest.raises(Refused, match="state-secret"):
        refuse_if_secret(sheet(cells), "xlsx")


@pytest.mark.parametrize("make", [csv, told, parquet, as_json, lambda text: book(rows=[[text, 5]])])
@pytest.mark.parametrize("text", ["Mặt hàng xuất khẩu", "Số vụ lộ bí mật nhà nước", "Mật ong", "Mật độ dân số", "Diện tích bề mặt"])
def test_words_that_are_no_mark_are_let_in(make, text):
    data = make(text)
    refuse_if_secret(data, told_by(data))


@pytest.mark.parametrize("who", ["Mật", "MAT"])
def test_the_name_of_who_made_a_workbook_is_no_mark_and_its_title_is(who):
    refuse_if_secret(book(lambda made: setattr(made.properties, "creator", who)), "xlsx")
    with pytest.raises(Refused, match="state-secret"):
        refuse_if_secret(book(lambda made: setattr(made.properties, "title", who)), "xlsx")


@pytest.mark.parametrize("case", MARKS, ids=lambda each: each["line"])
def test_what_is_a_mark_on_paper_is_one_in_a_cell(case):
    data = book(rows=[[case["line"]]]) if case["where"] == "edge" else csv(case["line"])
    with pytest.raises(Refused, match="state-secret"):
        refuse_if_secret(data, told_by(data))


def test_what_is_not_of_our_letters_is_refused_before_it_is_kept():
    data = csv("x") + "\ngtsx,205,2021,5,,TỐI MẬT".encode("utf-16-le")
    with pytest.raises(Refused, match="figures-not-utf8"):
        refuse_if_secret(data, told_by(data))


@given(st.binary(max_size=300), st.sampled_from([None, "csv", "xlsx", "parquet", "json"]))
def test_no_bytes_break_the_looking(data, form):
    for each in (data, b"PK\x03\x04" + data, b"PAR1" + data):
        with suppress(Refused):
            refuse_if_secret(each, form)
