"""Tasks in a table of who does what by when, as notices and plans have it behind their text.

    TT │ Nội dung công việc    │ Cơ quan chủ trì │ Cơ quan phối hợp │ Thời hạn
    1  │ Rà soát quỹ đất công  │ Phòng Kinh tế   │ UBND các xã      │ 15/8/2025      rà soát …, of Phòng Kinh tế, by 15 August

What its headings do not tell to be such a table is left to the rules for sentences: a table of what became of earlier tasks, a timetable,
a plan of who presides over which meeting. What must and must not be read: corpus/task_tables.tsv.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giaoban.documents.letterhead import author_named
from giaoban.model import Directive, Force, Found, Meeting, Period, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import PeriodMention
from giaoban.reading.rules.figures.tables.grid import SERIAL, Row, Table, found_in
from giaoban.reading.rules.named.papers import is_report
from giaoban.reference.folding import fold
from giaoban.reference.topics import topic_of

WORK = re.compile(
    r"(?:ten |cac |danh muc )?(?:noi dung|nhiem vu|cong viec|dau viec|viec can lam)"
    r"(?: (?:cong viec|nhiem vu|thuc hien|chi dao|ket luan|cu the|chinh|duoc giao|trong tam|chu yeu|phan cong|trien khai|can thuc hien"
    r"|giai phap|va giai phap))*(?:, (?:cong viec|nhiem vu|giai phap))?$"
)
"""The heading over what is to be done; this one and the others folded."""
_WHO = "(?:co quan|don vi|bo phan|dia phuong|phong|ban|nganh|ca nhan|nguoi|can bo|lanh dao|to chuc|cap)"
_LEADS = "(?:chu tri|thuc hien|phu trach|chiu trach nhiem|duoc giao|tham muu|dam nhiem|dau moi|giai quyet|trien khai)"
LEAD = re.compile(rf"(?:{_WHO}\b.*\b{_LEADS}\b.*|(?:chu tri|phu trach|phan cong|dau moi)\b.*|trach nhiem(?: thuc hien)?)$")
ALONE = re.compile(rf"{_WHO}(?:, {_WHO})*$")
"""The heading over those who lead where another column says by when."""
DUE = re.compile(r"(?:thoi (?:gian|han|diem)|han (?:hoan thanh|thuc hien|cuoi|xu ly|bao cao)|ngay hoan thanh|tien do(?: hoan thanh)?$)")
OTHER = re.compile(
    r"(?:ket qua(?: (?:thuc hien|dat duoc|xu ly|den nay))?|tinh (?:trang|hinh).*|trang thai|(?:da|chua) (?:hoan thanh|thuc hien|lam).*"
    r"|muc do hoan thanh.*|danh gia.*|tien do thuc hien|dia diem.*|thanh phan.*|buoi|thu|(?:thu, )?ngay(?:, thang)?|gio)$"
)
"""Headings of tables of another kind: what became of tasks, timetables."""
CLOCK = re.compile(r"\d{1,2}\s*(?:[hH:]|giờ)")
PARTED = re.compile(r"[;.]\s+(?=[-–•+*]?\s*[^\W\d_a-zà-ỹ])|\s*$")
MARKED = re.compile(r"[-–•+*]?\s*")
CUT = re.compile(r"\s*(?:;|\(?\bchủ trì\b|,?\s*\(?\bphối hợp\b|\n)")
ORDINAL = re.compile(r"\d[\d.]*[.)]?$")
LEAST, LONGEST_LEAD = 3, 120
"""Words of a task at least, and code points of whom it is given to at most."""
SURE = 0.8
"""As of tasks in lists: no stranger wrote the tables that it was tried on."""


@dataclass(frozen=True, slots=True)
class TaskTable:
    """The rows of a table of tasks, and which of its columns say what is to be done, by whom, and by when."""

    rows: tuple[Row, ...]
    work: int
    lead: int
    due: int | None
    serial: int | None


@rule(makes=TaskTable)
def task_tables(page: Page) -> Iterator[Found[TaskTable]]:
    """The tables whose headings say that they give out tasks, from their headings on."""
    for table in found_in(page):
        if not table.in_doubt and (made := _tasks(table)):
            yield Found(made, Span(table.heads[0].block.span.start, made.rows[-1].block.span.end))


@rule(makes=Directive, needs=(TaskTable, Directive, Meeting, PeriodMention))
def tabled_tasks(page: Page) -> Iterator[Found[Directive]]:
    """The task of each row; who gives them is whoever asked last before the table, else whoever presides, else whose paper it is."""
    tables = page.all(TaskTable)
    if not tables:
        return
    force = Force.PLAN if is_report(page) else Force.ORDER
    asked = [(each.span.start, each.what.issuer) for each in page.all(Directive) if each.what.issuer]
    otherwise = _presides(page) or author_named(page.document.text)
    for found in tables:
        before = bisect_right(asked, found.span.start, key=lambda each: each[0])
        issuer = asked[before - 1][1] if before else otherwise
        for row, lead in _with_leads(found.what):
            due = _due(page, row, found.what)
            for span in _parts(page, row.block.cells[found.what.work]):
                yield Found(Directive(issuer, force, lead, due, topic_of(span.of(page.text))), span, confidence=SURE)


def in_task_tables(page: Page, span: Span) -> bool:
    """Whether something stands in such a table, where its rows alone tell the tasks."""
    tables = page.all(TaskTable)
    at = bisect_right(tables, span.start, key=lambda each: each.span.start) - 1 if tables else -1
    return at >= 0 and span.start < tables[at].span.end


def _tasks(table: Table) -> TaskTable | None:
    headings = [fold(" ".join(table.heading(at))).strip(" .:") for at in range(table.width)]
    if any(OTHER.match(heading) for heading in headings):
        return None
    due = next((at for at, heading in enumerate(headings) if DUE.match(heading)), None)
    work = next((at for at, heading in enumerate(headings) if WORK.match(heading)), None)
    lead = _lead_column(headings, table.rows, due)
    if work is None or lead is None or (due is not None and _is_timetable(table.rows, due)):
        return None
    return TaskTable(tuple(table.rows), work, lead, due, next((at for at, heading in enumerate(headings) if heading in SERIAL), None))


def _lead_column(headings: Sequence[str], rows: Sequence[Row], due: int | None) -> int | None:
    """The column of those who lead: most of its cells are names."""
    for wanted in (LEAD, ALONE) if due is not None else (LEAD,):
        for at, heading in enumerate(headings):
            cells = [row.cells[at] for row in rows if row.cells[at]]
            if at != due and wanted.match(heading) and cells and sum(1 for cell in cells if _lead(cell)) * 2 > len(cells):
                return at
    return None


def _is_timetable(rows: Sequence[Row], due: int) -> bool:
    told = [row.cells[due] for row in rows if row.cells[due]]
    return sum(1 for cell in told if CLOCK.match(cell)) * 2 > len(told)


def _with_leads(table: TaskTable) -> Iterator[tuple[Row, str | None]]:
    """The rows that hold tasks, with whom each is given to: a cell that goes on over several rows tells it once."""
    last: str | None = None
    for row in table.rows:
        said = row.cells[table.lead]
        if not row.cells[table.work] or not row.begins(table.work) or said == row.cells[table.work]:
            continue
        if not said and not _is_numbered(row, table):
            last = None
            continue
        last = _lead(said) if said else last
        yield row, last


def _is_numbered(row: Row, table: TaskTable) -> bool:
    """Whether a row without a lead is a task of its own, not the heading of others."""
    if table.serial is not None:
        return ORDINAL.match(row.cells[table.serial]) is not None
    return table.due is not None and bool(row.cells[table.due])


def _lead(cell: str) -> str | None:
    name = CUT.split(cell.strip(" -–•+"))[0].strip(" ,.:")
    return name if name[:1].isupper() and len(name) <= LONGEST_LEAD else None


def _due(page: Page, row: Row, table: TaskTable) -> str | None:
    """The last day or period that the cell of deadlines names."""
    if table.due is None:
        return None
    named = [each.what.period for each in page.within(PeriodMention, row.block.cells[table.due]) if each.what.period]
    return _limit(named[-1]) if named else None


def _limit(period: Period) -> str:
    return period.end_on.isoformat() if "/" in period.text else period.text


def _parts(page: Page, cell: Span) -> Iterator[Span]:
    """The tasks of a cell, each without its bullet and its stop."""
    at = cell.start
    while at < cell.end:
        parted = PARTED.search(page.text, at, cell.end)
        end = parted.start() if parted else cell.end
        marked = MARKED.match(page.text, at, end)
        start = marked.end() if marked else at
        stripped = len(page.text[start:end].rstrip(" .;"))
        if len(page.text[start : start + stripped].split()) >= LEAST:
            yield Span(start, start + stripped)
        at = max(end + 1, parted.end() if parted else end + 1)


def _presides(page: Page) -> str | None:
    """The last office of whoever presides over the meeting, else the name."""
    chair = next((each.what.chair for each in page.all(Meeting)), None)
    return (chair.offices[-1] if chair.offices else chair.name) if chair else None
