"""A reading as tables for a terminal."""

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from giaoban.messages import printed
from giaoban.model import (
    Directive,
    Document,
    Finding,
    Force,
    Found,
    Measure,
    Meeting,
    Mode,
    Observation,
    Period,
    Polarity,
    Reading,
    Role,
    Topic,
)

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
ENGLISH = {
    "trực tuyến": "online", "trực tiếp": "in person", "trực tiếp và trực tuyến": "in person and online",
    "ước": "estimate", "mục tiêu": "target", "mức trước": "baseline", "ưu điểm": "strength", "hạn chế": "shortcoming",
    "yêu cầu": "order", "đề nghị": "request", "kế hoạch": "plan",
    "Chỉ tiêu": "Indicator", "Giá trị": "Value", "Kỳ": "Period", "Nơi": "Place", "Loại": "Kind", "Nội dung": "What", "Lĩnh vực": "Topic",
    "Ai giao": "Asked by", "Ai làm": "Who acts", "Thời hạn": "Due", "Vị trí": "Where", "Tin cậy": "Sure",
    "Số liệu": "Figures", "Nhận định": "Judgements", "Nhiệm vụ": "Directives",
    "Họp ngày": "Held on", "Hình thức": "Mode", "Bên họp": "Held by", "Làm việc với": "With", "Chủ trì": "Chair",
    "không rõ": "not known", ", không rõ năm": ", year not known",
    "Không tìm thấy số liệu, nhận định hay nhiệm vụ nào.": "No figures, judgements or directives were found.",
}  # fmt: skip
"""What stands around the words of a text, in English; topics are called as in the record."""


def _said(words: str, language: str) -> str:
    return ENGLISH.get(words, words) if language == "en" else words


def tables(document: Document, reading: Reading, language: str = "vi") -> RenderableType:
    """Everything read from `document`: the meeting, then one table for each kind of find, each row with its place in the text.

    language  "vi" or "en", of what stands around the words of the text
    """
    parts: list[RenderableType] = [Text(f"{document.name}: {reading.title or ''}".strip(": "), style="bold")]
    if reading.meeting:
        parts.append(_meeting(reading.meeting.what, language))
    if reading.observations:
        parts.append(_observations(reading.observations, language))
    if reading.findings:
        parts.append(_findings(document, reading.findings, language))
    if reading.directives:
        parts.append(_directives(document, reading.directives, language))
    if len(parts) == 1:
        parts.append(Text(_said("Không tìm thấy số liệu, nhận định hay nhiệm vụ nào.", language)))
    return Group(*parts)


def _table(language: str, title: str, *columns: str) -> Table:
    table = Table(title=_said(title, language), title_justify="left", box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(_said(column, language), overflow="fold", ratio=LETTERS[column])
    table.add_column(_said("Vị trí", language), justify="right", no_wrap=True)
    table.add_column(_said("Tin cậy", language), justify="right", min_width=4, max_width=4)
    return table


def _tail(found: Found[object], language: str) -> tuple[str, str]:
    sure = f"{found.confidence:.2f}"
    return f"{found.span.start}–{found.span.end}", sure if language == "en" else sure.replace(".", ",")


def _time(period: str | None, language: str) -> str:
    return printed.heading(Period.parse(period), language) if period else ""


def _yearless(day: str | None, language: str) -> str:
    """A day whose year is not told: 12/3, không rõ năm."""
    return f"{int(day[-2:])}/{int(day[2:4])}{_said(', không rõ năm', language)}" if day else _said("không rõ", language)


def _meeting(meeting: Meeting, language: str) -> Text:
    chair = meeting.chair
    lines = {
        "Họp ngày": _time(meeting.held_on.isoformat(), language) if meeting.held_on else _yearless(meeting.day, language),
        "Hình thức": _said(MODES[meeting.mode], language),
        "Bên họp": meeting.convener or "",
        "Làm việc với": meeting.reviewed or "",
        "Chủ trì": ", ".join((chair.name, *chair.offices)) if chair else "",
    }
    return Text("\n".join(f"{_said(name, language)}: {value}" for name, value in lines.items() if value))


def _observations(found: tuple[Found[Observation], ...], language: str) -> Table:
    table = _table(language, "Số liệu", "Chỉ tiêu", "Giá trị", "Kỳ", "Nơi")
    for each in found:
        what = each.what
        value = " ".join(filter(None, (_said(ROLES[what.role], language), _amount(what, language))))
        told = "\n".join((value, *(printed.comparison(one, language) for one in what.comparisons)))
        table.add_row(what.indicator, told, _time(what.period, language), what.place, *_tail(each, language))
    return table


def _amount(what: Observation, language: str) -> str:
    """The figure; one that is a change or a share of a plan is said as such: tăng 9,2%, đạt 78% kế hoạch."""
    if what.measure is Measure.LEVEL:
        return printed.quantity(what.quantity, language)
    return printed.compared(what.measure, what.quantity, "plan" if what.measure is Measure.ATTAINMENT else None, language)


def _findings(document: Document, found: tuple[Found[Finding], ...], language: str) -> Table:
    table = _table(language, "Nhận định", "Loại", "Nội dung", "Lĩnh vực")
    for each in found:
        kind = _said(POLARITIES[each.what.polarity], language)
        topic = each.what.topic.value if language == "en" else TOPICS[each.what.topic]
        table.add_row(kind, each.span.of(document.text), topic, *_tail(each, language))
    return table


def _directives(document: Document, found: tuple[Found[Directive], ...], language: str) -> Table:
    table = _table(language, "Nhiệm vụ", "Nội dung", "Ai giao", "Ai làm", "Thời hạn")
    for each in found:
        what = each.what
        quote = each.span.of(document.text)
        asked = "\n".join(filter(None, (what.issuer, _said(FORCES[what.force], language))))
        table.add_row(quote, asked, what.assignee, _time(what.deadline, language), *_tail(each, language))
    return table
