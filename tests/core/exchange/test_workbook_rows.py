"""Rows that are cut out of the bytes of a sheet say what the parser says of them, and what a spreadsheet library says."""

import io
import re
from html import escape
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from giaoban.exchange import workbook, workbook_rows
from giaoban.exchange.workbook_cells import MAIN
from giaoban.exchange.xlsx import UNREADABLE, printed

FORMATS = ("General", "0", "0.00", "#,##0.0", "@", "dd/mm/yyyy")
DATED = FORMATS.index("dd/mm/yyyy")
HEAD = f'<worksheet xmlns="{MAIN[1:-1]}" xmlns:x="urn:x"><sheetViews/>'
SHARED = ("", "gtsx", "tỷ đồng", "<sst & sons>")
RICH = "<r><t>Thu </t></r><r><rPr><b/></rPr><t>ngân sách</t></r>"
READ_ALOUD = '<t>năm</t><rPh sb="0" eb="1"><t>đọc</t></rPh>'
PARSED = "<!-- nothing is plain after this -->"


def skeleton():
    """The parts of a workbook that stand around its sheet."""
    made, file = Workbook(), io.BytesIO()
    for at, shown in enumerate(FORMATS, 1):
        made.active.cell(1, at, "x").number_format = shown
    made.save(file)
    with ZipFile(file) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    shared = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    return parts | {"[Content_Types].xml": parts["[Content_Types].xml"].replace(b"</Types>", shared)}


SKELETON = skeleton()


def of(markup, head=HEAD):
    """A workbook with this sheet."""
    strings = "".join(f"<si><t>{escape(each)}</t></si>" for each in SHARED) + f"<si>{RICH}</si>"
    own = {
        "xl/worksheets/sheet1.xml": head.encode() + b"<sheetData>" + markup + b"</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN[1:-1]}">{strings}</sst>'.encode(),
    }
    file = io.BytesIO()
    with ZipFile(file, "w") as book:
        for name, part in {**SKELETON, **own}.items():
            book.writestr(name, part)
    return ZipFile(file)


def told(markup, head=HEAD):
    """What is read of a sheet; the word "refused" for one that cannot be."""
    try:
        return list(workbook.rows(of(markup, head), printed))
    except UNREADABLE:
        return "refused"


def by_library(markup):
    page = load_workbook(of(markup).fp, data_only=True).worksheets[0]
    rows = ((row[0].row, {cell.column: printed(cell.value, cell.number_format) for cell in row}) for row in page.iter_rows())
    return [(at, kept) for at, row in rows if (kept := {column: text for column, text in row.items() if text})]


def numbers():
    plain = st.one_of(
        st.integers(-(10**14), 10**14).map(str),
        st.decimals(-(10**9), 10**9, places=3).map(lambda each: format(each, "f")),
        st.sampled_from(["1E-05", "2.5e+3", "1E+300", "0.10", "-0", "7."]),
    )
    styled = st.tuples(st.sampled_from(["", *(f' s="{at}"' for at in range(DATED))]), plain)
    days = st.tuples(st.just(f' s="{DATED}"'), st.integers(61, 60_000).map(str))
    return st.one_of(styled, days)


def texts():
    words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=8)
    ways = (str, lambda text: text.encode("ascii", "xmlcharrefreplace").decode())
    return st.tuples(words.map(escape), st.sampled_from(ways)).map(lambda each: each[1](each[0]))


VALUES = st.one_of(
    numbers().map(lambda each: f"{each[0]}><v>{each[1]}</v></c>"),
    numbers().map(lambda each: f'{each[0]} t="n"><v>{each[1]}</v></c>'),
    numbers().map(lambda each: f"{each[0]}><f>A1*2</f><v>{each[1]}</v></c>"),
    texts().map(lambda text: f' t="inlineStr"><is><t>{text}</t></is></c>'),
    texts().map(lambda text: f' t="inlineStr"><is><t xml:space="preserve"> {text}</t></is></c>'),
    texts().map(lambda text: f' t="str"><f>A1&amp;"x"</f><v>{text}</v></c>'),
    st.integers(0, len(SHARED)).map(lambda at: f' t="s"><v>{at}</v></c>'),
    st.sampled_from([
        ' t="b"><v>1</v></c>', ' t="b"><v>0</v></c>', ' t="e"><v>#N/A</v></c>', "/>", ' s="2"/>', ' s="2"></c>', "><f>A1</f></c>",
        "><f>A1</f><v></v></c>", "><f>A1</f><v/></c>", f' t="inlineStr"><is>{RICH}</is></c>', f' t="inlineStr"><is>{READ_ALOUD}</is></c>',
        '><f t="shared" si="0"/><v>5</v></c>', " ><v>5</v></c>", "><v>5</v>\n</c>\n",
    ]),
)  # fmt: skip
BEGINNINGS = st.sampled_from(["", ' spans="1:5"', ' ht="15.75" customHeight="1"', ' x:dy="0.25"', ' hidden="1"'])
BETWEEN = st.sampled_from(["", "", "", "\n", '<row r="{}"/>'])


@st.composite
def sheets(draw, between=BETWEEN):
    """The rows of a sheet as different programs write them; some leave out where a row or cell stands."""
    made, at = [], 0
    for _ in range(draw(st.integers(0, 12))):
        step = draw(st.integers(1, 2))
        made.append(draw(between).format(at + 1) if step == 2 else "")
        at += step
        row = f' r="{at}"' if step == 2 or draw(st.booleans()) else ""
        addressed, cells, column = draw(st.booleans()), [], 0
        for value in draw(st.lists(VALUES, max_size=5)):
            column += draw(st.integers(1, 2)) if addressed else 1
            cells.append(f'<c r="{chr(64 + column)}{at}"{value}' if addressed else f"<c{value}")
        made.append(f"<row{row}{draw(BEGINNINGS)}>{''.join(cells)}</row>")
    return "".join(made).encode()


@settings(max_examples=150, deadline=None)
@given(sheets())
def test_what_is_cut_out_of_the_bytes_is_what_the_library_reads(markup):
    assert told(markup) == by_library(markup)


SPLICES = (
    *(b"", b"<", b">", b"&", b'"', b"/", b" ", b"a", b"1"),
    *(b"]]>", b"\r", b"\x01", b"\xff", b"<!--", b"-->", b"<![CDATA[", b"<?x ?>", b"&amp;"),
    *(b"&x;", b"</row>", b'<row r="3">', b"<row>", b'<c r="B2">', b"</c>", b"<extLst>", b"x:"),
    *(b' t="q"', b" y:z='1'", b' r="9"', b' xmlns="urn:y"'),
)
LIKE = '<row r="{0}" spans="1:2"><c r="A{0}"><v>{0}</v></c><c r="B{0}" t="inlineStr"><is><t>b</t></is></c></row>'
ALIKE = "".join(LIKE.format(at) for at in range(1, 7))
SPOILT = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 3), st.sampled_from(SPLICES)), max_size=3)


def spoilt(markup, splices):
    """The markup with bytes put in, or in place of some, each at a sign that parts it."""
    for where, length, splice in splices:
        signs = [at for at, sign in enumerate(markup) if sign in b'<>"/ '] or [0]
        at = signs[where % len(signs)]
        markup = markup[:at] + splice + markup[at + length :]
    return markup


@settings(max_examples=400, deadline=None)
@given(sheets() | st.just(ALIKE.encode()), SPOILT)
@example(ALIKE.replace('<row r="3"', '<!--<row r="3"').replace('<row r="6"', '--><row r="6"').encode(), [])
@example(ALIKE.replace('<row r="3"', '<row xmlns="urn:y"><row r="3"').encode() + b"</row>", [])
@example(ALIKE.replace('<row r="3" spans="1:2"', '<row r="3" x="1" x="2"').encode(), [])
@example(ALIKE.replace('"A5"', '"A<5"').encode(), [])
@example(ALIKE.replace('<t>b</t></is></c></row><row r="4"', '<t>b\1</t></is></c></row><row r="4"').encode(), [])
@example(ALIKE.replace('B5" t', 'B5" y:t').encode(), [])
@example(ALIKE.replace('"B5"', '"AAAB5"').replace('"B6"', '"b6"').encode(), [])
def test_a_sheet_that_is_spoilt_is_read_or_refused_as_the_parser_does(markup, splices):
    markup = spoilt(markup, splices)
    assert told(markup) == told(markup, HEAD + PARSED)


@pytest.mark.parametrize("head", [
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{HEAD}', f'\ufeff<?xml version="1.0"?>{HEAD}', f"{HEAD}<x:any/>",
    f'<worksheet mc:Ignorable="x" xmlns:mc="urn:mc" xmlns="{MAIN[1:-1]}">',
])  # fmt: skip
def test_the_rows_of_a_sheet_as_most_programs_write_it_hardly_meet_the_parser(head, monkeypatch):
    met = []
    parsed = workbook_rows.Rows._parsed
    monkeypatch.setattr(workbook_rows.Rows, "_parsed", lambda self, markup: met.append(markup) or parsed(self, markup))
    markup = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>1</v></c><c r="B{at}" s="2"><v>{at}.5</v></c></row>' for at in range(1, 500))
    assert told(markup.encode(), head) == [(at, {1: "gtsx", 2: f"{at}.50"}) for at in range(1, 500)]
    assert len(met) == 3, "the first row, the second, of which the number is that of a style, and the end"


ROW = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&#273;</t></is></c></row>'
ELSE = {
    "of other elements": ('<worksheet xmlns="urn:y">', ROW, []),
    "with a prefix": (f'<worksheet xmlns="urn:y" xmlns:x="{MAIN[1:-1]}">', re.sub(b"(</?)", rb"\1x:", ROW), [(1, {1: "đ"})]),
    "in other letters": (f'<?xml version="1.0" encoding="windows-1252"?>{HEAD}', ROW.replace(b"&#273;", b"\xe9"), [(1, {1: "é"})]),
    "with entities": (f"<!DOCTYPE worksheet [<!ENTITY amp 'y'>]>{HEAD}", ROW, [(1, {1: "đ"})]),
    "after a remark": (HEAD + PARSED, ROW, [(1, {1: "đ"})]),
}


@pytest.mark.parametrize("sheet", ELSE)
def test_a_sheet_whose_markup_may_mean_something_else_is_parsed_whole(sheet, monkeypatch):
    monkeypatch.setattr(workbook_rows.Rows, "_cut", None)
    head, row, expected = ELSE[sheet]
    assert told(row * 3, head) == expected * 3


def test_a_row_longer_than_what_is_read_at_once_is_read(monkeypatch):
    monkeypatch.setattr(workbook_rows, "AT_ONCE", 300)
    row = '<row r="{0}"><c r="A{0}"><v>{0}</v></c><c r="B{0}" t="inlineStr"><is><t>{1}</t></is></c></row>'
    markup = row.format(1, "a") + row.format(2, "b" * 900) + row.format(3, "c")
    assert told(markup.encode()) == [(1, {1: "1", 2: "a"}), (2, {1: "2", 2: "b" * 900}), (3, {1: "3", 2: "c"})]


def test_what_is_remembered_of_a_long_sheet_stays_small():
    reading = workbook_rows.Rows(workbook.Cells((), ["General"], printed))
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 2 * workbook_rows.REMEMBERED))
    sheet = f"{HEAD}<sheetData>{rows}</sheetData></worksheet>".encode()
    assert sum(1 for _ in reading.of(io.BytesIO(sheet))) == 2 * workbook_rows.REMEMBERED - 1
    assert len(reading._known) <= workbook_rows.REMEMBERED
