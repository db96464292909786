"""A reading as tables for a terminal."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from giaoban.model import Directive, Document, Finding, Force, Found, Meeting, Mode, Observation, Polarity, Reading, Role
from giaoban.render import words

MODES = {Mode.ONLINE: "trực tuyến", Mode.IN_PERSON: "trực tiếp", Mode.HYBRID: "trực tiếp và trực tuyến", None: ""}
ROLES = {Role.ACTUAL: "", Role.ESTIMATE: "ước", Role.TARGET: "mục tiêu", Role.BASELINE: "mức trước"}
POLARITIES = {Polarity.STRENGTH: "ưu điểm", Polarity.SHORTCOMING: "hạn chế"}
FORCES = {Force.ORDER: "yêu cầu", Force.REQUEST: "đề nghị", Force.PLAN: "kế hoạch"}


def tables(document: Document, reading: Reading) -> RenderableType:
    """Everything read from `document`: the meeting, then one table for each kind of find, each row with its place in the text."""
    parts: list[RenderableType] = [Text(f"{document.name}: {reading.title or ''}".strip(": "), style="bold")]
    if reading.meeting:
        parts.append(_meeting(reading.meeting.what))
    if reading.observations:
        parts.append(_observations(reading.observations))
    if reading.findings:
        parts.append(_findings(document, reading.findings))
    if reading.directives:
        parts.append(_directives(document, reading.directives))
    if len(parts) == 1:
        parts.append(Text("Không tìm thấy số liệu, nhận định hay nhiệm vụ nào."))
    return Group(*parts)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", show_lines=False, expand=True)
    for column in columns:
        table.add_column(column, overflow="fold")
    table.add_column("Vị trí", justify="right", no_wrap=True)
    table.add_column("Tin cậy", justify="right", no_wrap=True)
    return table


def _tail(found: Found[object]) -> tuple[str, str]:
    return f"{found.span.start}–{found.span.end}", f"{found.confidence:.2f}".replace(".", ",")


def _meeting(meeting: Meeting) -> Text:
    chair = meeting.chair
    lines = {
        "Họp ngày": meeting.held_on.strftime("%d/%m/%Y") if meeting.held_on else "không rõ",
        "Hình thức": MODES[meeting.mode],
        "Bên họp": meeting.convener or "",
        "Làm việc với": meeting.reviewed or "",
        "Chủ trì": ", ".join((chair.name, *chair.offices)) if chair else "",
    }
    return Text("\n".join(f"{name}: {value}" for name, value in lines.items() if value))


def _observations(found: tuple[Found[Observation], ...]) -> Table:
    table = _table("Số liệu", "Chỉ tiêu", "Giá trị", "So sánh", "Kỳ", "Nơi")
    for each in found:
        what = each.what
        value = " ".join(filter(None, (ROLES[what.role], words.quantity(what.quantity))))
        table.add_row(what.indicator, value, "; ".join(map(words.comparison, what.comparisons)), what.period, what.place, *_tail(each))
    return table


def _findings(document: Document, found: tuple[Found[Finding], ...]) -> Table:
    table = _table("Nhận định", "Loại", "Nội dung", "Lĩnh vực")
    for each in found:
        table.add_row(POLARITIES[each.what.polarity], each.span.of(document.text), each.what.topic.value, *_tail(each))
    return table


def _directives(document: Document, found: tuple[Found[Directive], ...]) -> Table:
    table = _table("Nhiệm vụ", "Ai giao", "Mức", "Ai làm", "Nội dung", "Thời hạn")
    for each in found:
        what = each.what
        table.add_row(what.issuer, FORCES[what.force], what.assignee, each.span.of(document.text), what.deadline, *_tail(each))
    return table
