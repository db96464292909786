"""A notice composed from what was read or confirmed: the words of the record in the order of the paper, nothing invented."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from giaoban.brief.notice import GAP, Heading, Item, Notice, Order, Section, day_printed
from giaoban.brief.notice_occasion import Occasion, occasion
from giaoban.brief.notice_signs import without_pictures
from giaoban.messages.printed import in_words
from giaoban.model import Directive, Finding, Found, Meeting, Period, Polarity, Reading, Span, Topic

DAY = re.compile(r"(\d\d)/(\d\d)/\d{4}")
LISTED = re.compile(r"^[\s\-–—•+*·]+(?=\w)")
"""The dash or dot of a list, which the paper's own number takes the place of."""
JOINED = 5
"""Letters at most between two directives of one sentence: a mark, "và"."""
YEAR = re.compile(r"\b\d{4}$")
"""A year at the end of a name, which the day behind it would run into."""
Words = Callable[[Span], str]
"""The words of the record at a span."""
Helping = Mapping[Span, Sequence[str]]
NOBODY: Helping = MappingProxyType({})

FIELDS: Mapping[Topic, str] = {
    Topic.PARTY: "Công tác xây dựng Đảng và hệ thống chính trị",
    Topic.GROWTH: "Phát triển kinh tế",
    Topic.BUDGET: "Tài chính, ngân sách và đầu tư công",
    Topic.INDUSTRY: "Công nghiệp",
    Topic.AGRICULTURE: "Nông, lâm, thủy sản",
    Topic.RURAL: "Xây dựng nông thôn mới",
    Topic.INFRASTRUCTURE: "Giao thông, đô thị, quy hoạch và xây dựng",
    Topic.LAND: "Đất đai, giải phóng mặt bằng, khoáng sản",
    Topic.ENVIRONMENT: "Môi trường",
    Topic.SERVICES: "Thương mại, du lịch, dịch vụ",
    Topic.CULTURE: "Văn hóa, thể thao",
    Topic.EDUCATION: "Giáo dục và đào tạo",
    Topic.HEALTH: "Y tế",
    Topic.WELFARE: "An sinh xã hội",
    Topic.ADMINISTRATION: "Cải cách hành chính, chuyển đổi số, tiếp dân",
    Topic.SECURITY: "Quốc phòng, an ninh, trật tự",
    Topic.OTHER: "Nhiệm vụ khác",
}


def compose(
    reading: Reading,
    words: Words,
    *,
    heading: Heading | None = None,
    order: Order = Order.TOPIC,
    title: str = "",
    helping: Helping = NOBODY,
) -> Notice:
    """The notice of what a record says.

    words    gives the words of the record at a span
    heading  what the office has settled about the paper; what it leaves open stays a gap
    title    what the meeting is called, where that is known: "Cuộc họp giao ban tháng 6"
    helping  who supports the task at a span
    """
    meeting = reading.meeting.what if reading.meeting else Meeting()
    named = occasion(meeting, title)

    def said(span: Span) -> str:
        return without_pictures(words(span))

    sections = [_assessment(reading.findings, said), _tasks(reading.directives, said, order, helping)]
    return Notice(
        heading or Heading(),
        _abstract(meeting, named),
        tuple(Item(text) for text in _opening(meeting, named)),
        tuple(section for section in sections if section),
        f"Trên đây là kết luận tại {named.said}; thông báo để các cơ quan, đơn vị, địa phương liên quan biết, thực hiện",
    )


def _abstract(meeting: Meeting, named: Occasion) -> str:
    """ "kết luận của đồng chí … tại buổi làm việc với …": begins small, as the party's rules want; a layout may raise it."""
    chair = f"đồng chí {meeting.chair.name}" if meeting.chair else GAP
    offices = f", {', '.join(meeting.chair.offices)}," if meeting.chair and meeting.chair.offices else ""
    apart = "," if YEAR.search(named.said) else ""
    return f"kết luận của {chair}{offices} tại {named.said}{apart} ngày {day_printed(meeting.held_on)}"


def _opening(meeting: Meeting, named: Occasion) -> Iterable[str]:
    day = day_printed(meeting.held_on)
    if meeting.chair and not meeting.convener:
        yield f"Ngày {day}, {_called(meeting)} chủ trì {named.with_mode}."
    else:
        yield f"Ngày {day}, {meeting.convener or GAP} {named.held}. {_presided(meeting, named)}"
    said = _called(meeting) or f"chủ trì {named.kind}"
    yield f"Sau khi nghe báo cáo và ý kiến của các thành viên dự họp, {said} kết luận như sau:"


def _presided(meeting: Meeting, named: Occasion) -> str:
    if meeting.chair is None:
        return f"Chủ trì {named.kind}: {GAP}."
    return f"{_raised(_called(meeting))} chủ trì {named.kind}."


def _called(meeting: Meeting) -> str:
    if meeting.chair is None:
        return ""
    return ", ".join([f"đồng chí {meeting.chair.name}", *meeting.chair.offices])


def _assessment(findings: Iterable[Found[Finding]], words: Words) -> Section | None:
    listed = list(findings)
    parts = [
        Section(name, tuple(Item(_sentence(words(each.span)), each.span) for each in listed if each.what.polarity is polarity))
        for name, polarity in (("Kết quả đạt được", Polarity.STRENGTH), ("Hạn chế, khó khăn", Polarity.SHORTCOMING))
    ]
    kept = tuple(part for part in parts if part.items)
    return Section("Đánh giá chung", sections=kept) if kept else None


def _tasks(directives: Iterable[Found[Directive]], words: Words, order: Order, helping: Helping) -> Section | None:
    listed = list(directives)
    if not listed:
        return None
    if order is Order.SAID:
        return Section("Nhiệm vụ trong thời gian tới", tuple(_task(each, words, helping, named=True) for each in listed))
    groups: dict[str, list[Found[Directive]]] = {}
    named = order is Order.TOPIC
    for name, each in _by_field(listed, words) if named else ((each.what.assignee or GAP, each) for each in listed):
        groups.setdefault(name, []).append(each)
    sections = (
        Section(_raised(name), tuple(_task(each, words, helping, named=named) for each in several)) for name, several in groups.items()
    )
    return Section("Nhiệm vụ trong thời gian tới", sections=tuple(sections))


def _by_field(listed: Sequence[Found[Directive]], words: Words) -> list[tuple[str, Found[Directive]]]:
    """Each with its field, in the order of the fields. What goes on with a sentence stays with what that begins with."""
    topics: list[Topic] = []
    for before, each in zip((None, *listed), listed, strict=False):
        topics.append(topics[-1] if before and _goes_on(before, each, words) else each.what.topic)
    places = list(FIELDS)
    return [(FIELDS[topic], each) for topic, each in sorted(zip(topics, listed, strict=True), key=lambda told: places.index(told[0]))]


def _goes_on(before: Found[Directive], each: Found[Directive], words: Words) -> bool:
    """Whether a directive goes on with the sentence of the one before, for whoever that asked: "lập danh sách, │gửi Văn phòng│"."""
    near = 0 <= each.span.start - before.span.end <= JOINED
    return near and before.what.assignee == each.what.assignee and words(each.span)[:1].islower()


def _task(directive: Found[Directive], words: Words, helping: Helping, *, named: bool) -> Item:
    """ "TX Đông Triều: Quan tâm … (phối hợp: Sở Y tế; thời hạn: trong quý II/2020)." What the words hold themselves is not said again."""
    what, said = directive.what, LISTED.sub("", words(directive.span)).strip()
    lead = f"{what.assignee}: {_raised(said)}" if named and what.assignee and what.assignee.lower() not in said.lower() else said
    due = _due(what.deadline) if what.deadline else ""
    untold = [each for each in helping.get(directive.span, ()) if each.lower() not in said.lower()]
    behind = [f"phối hợp: {', '.join(untold)}"] if untold else []
    behind += [f"thời hạn: {due}"] if due and _core(due).lower() not in said.lower() else []
    return Item(_sentence(lead.rstrip(".;, ") + (f" ({'; '.join(behind)})" if behind else "")), directive.span)


def _due(deadline: str) -> str:
    """ "chậm nhất ngày 30/06/2020", "trong quý II/2020": a day is a last day, a longer period is one to be used."""
    try:
        period = Period.parse(deadline)
    except ValueError:
        return deadline
    if period.start_on == period.end_on:
        return f"chậm nhất ngày {day_printed(period.end_on)}"
    return f"trong {in_words(period, 'vi')}"


def _core(due: str) -> str:
    """The part of a deadline that a sentence would hold too: 30/6, tháng 11, quý II, năm 2020."""
    if day := DAY.search(due):
        return f"{int(day[1])}/{int(day[2])}"
    return due.removeprefix("trong ").partition("/")[0]


def _sentence(text: str) -> str:
    stripped = LISTED.sub("", text).strip().rstrip(";,")
    return _raised(stripped if stripped.endswith((".", "!", "?")) else f"{stripped}.")


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
