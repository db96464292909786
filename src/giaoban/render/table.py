"""A reading as tables for a terminal."""

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from giaoban.messages import printed
from giaoban.model import Directive, Document, Finding, Force, Found, Meeting, Mode, Observation, Period, Polarity, Reading, Role, Topic

MODES = {Mode.ONLINE: "trực tuyến", Mode.IN_PERSON: "trực tiếp", Mode.HYBRID: "trực tiếp và trực tuyến", None: ""}
ROLES = {Role.ACTUAL: "", Role.ESTIMATE: "ước", Role.TARGET: "mục tiêu", Role.BASELINE: "mức trước"}
POLARITIES = {Polarity.STRENGTH: "ưu điểm", Polarity.SHORTCOMING: "hạn chế"}
TOPICS = {
    Topic.PARTY: "xây dựng Đảng",
    Topic.GROWTH: "kinh tế, đầu tư",
    Topic.BUDGET: "ngân sách",
    Topic.INDUSTRY: "công nghiệp",
    Topic.AGRICULTURE: "nông nghiệp",
    Topic.RURAL: "nông thôn mới",
    Topic.INFRASTRUCTURE: "hạ tầng, quy hoạch",
    Topic.LAND: "đất đai, khoáng sản",
    Topic.ENVIRONMENT: "môi trường",
    Topic.SERVICES: "thương mại, du lịch",
    Topic.CULTURE: "văn hóa, thể thao",
    Topic.EDUCATION: "giáo dục",
    Topic.HEALTH: "y tế",
    Topic.WELFARE: "giảm nghèo, an sinh",
    Topic.ADMINISTRATION: "cải cách hành chính",
    Topic.SECURITY: "quốc phòng, an ninh",
    Topic.OTHER: "việc khác",
}
FORCES = {Force.ORDER: "yêu cầu", Force.REQUEST: "đề nghị", Force.PLAN: "kế hoạch"}

LETTERS = {
    "Chỉ tiêu": 14,
    "Giá trị": 15,
    "Kỳ": 10,
    "Nơi": 10,
    "Loại": 8,
    "Nội dung": 20,
    "Lĩnh vực": 10,
    "Ai giao": 9,
    "Ai làm": 9,
    "Thời hạn": 10,
}
"""How many letters a column has where a terminal has 80, enough that no syllable and no day is broken; a wider one is shared alike."""


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
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold", ratio=LETTERS[column])
    table.add_column("Vị trí", justify="right", no_wrap=True)
    table.add_column("Tin cậy", justify="right", min_width=4, max_width=4)
    return table


def _tail(found: Found[object]) -> tuple[str, str]:
    return f"{found.span.start}–{found.span.end}", f"{found.confidence:.2f}".replace(".", ",")


def _time(period: str | None) -> str:
    return printed.heading(Period.parse(period)) if period else ""


def _yearless(day: str | None) -> str:
    """A day whose year is not told: 12/3, không rõ năm."""
    return f"{int(day[-2:])}/{int(day[2:4])}, không rõ năm" if day else "không rõ"


def _meeting(meeting: Meeting) -> Text:
    chair = meeting.chair
    lines = {
        "Họp ngày": meeting.held_on.strftime("%d/%m/%Y") if meeting.held_on else _yearless(meeting.day),
        "Hình thức": MODES[meeting.mode],
        "Bên họp": meeting.convener or "",
        "Làm việc với": meeting.reviewed or "",
        "Chủ trì": ", ".join((chair.name, *chair.offices)) if chair else "",
    }
    return Text("\n".join(f"{name}: {value}" for name, value in lines.items() if value))


def _observations(found: tuple[Found[Observation], ...]) -> Table:
    table = _table("Số liệu", "Chỉ tiêu", "Giá trị", "Kỳ", "Nơi")
    for each in found:
        what = each.what
        value = " ".join(filter(None, (ROLES[what.role], printed.quantity(what.quantity))))
        told = "\n".join((value, *map(printed.comparison, what.comparisons)))
        table.add_row(what.indicator, told, _time(what.period), what.place, *_tail(each))
    return table


def _findings(document: Document, found: tuple[Found[Finding], ...]) -> Table:
    table = _table("Nhận định", "Loại", "Nội dung", "Lĩnh vực")
    for each in found:
        table.add_row(POLARITIES[each.what.polarity], each.span.of(document.text), TOPICS[each.what.topic], *_tail(each))
    return table


def _directives(document: Document, found: tuple[Found[Directive], ...]) -> Table:
    table = _table("Nhiệm vụ", "Nội dung", "Ai giao", "Ai làm", "Thời hạn")
    for each in found:
        what = each.what
        quote = each.span.of(document.text)
        asked = "\n".join(filter(None, (what.issuer, FORCES[what.force])))
        table.add_row(quote, asked, what.assignee, _time(what.deadline), *_tail(each))
    return table
