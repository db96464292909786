"""A calendar of directives is what RFC 5545 asks for, and what is read back is what was put in."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from giaoban.directives.states import State
from giaoban.exchange.calendar import Entry, clean, write

MADE = datetime(2020, 7, 1, 1, 30, tzinfo=UTC)
CHANGED = datetime(2020, 6, 20, 8, 0, tzinfo=timezone(timedelta(hours=7)))
ENTRY = Entry(
    "directive-12",
    "Hoàn thành trạm xử lý nước thải của cụm công nghiệp, báo cáo kết quả; nêu rõ vướng mắc",
    State.IN_PROGRESS,
    date(2020, 6, 30),
    CHANGED,
    4,
    description="Chủ trì: UBND thị xã\nSản phẩm: báo cáo nghiệm thu",
    url="https://giaoban.example/directives/12",
    percent=60,
)


def text(*entries: Entry) -> bytes:
    return write(entries, name="Nhiệm vụ của Văn phòng", host="giaoban.example", made_at=MADE)


def read(*entries: Entry):
    return Calendar.from_ical(text(*entries))


def lines(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def test_a_calendar_says_its_name_that_it_is_published_and_how_often_to_look_again():
    assert set(lines(text())) >= {
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Nhiệm vụ của Văn phòng",
        "NAME:Nhiệm vụ của Văn phòng",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    }


def test_what_is_not_known_of_a_task_has_no_line():
    told = {line.partition(":")[0].partition(";")[0] for line in lines(text(replace(ENTRY, description="", url="")))}
    assert not {"DESCRIPTION", "URL"} & told


def test_a_directive_is_a_task_and_a_day():
    written = lines(text(ENTRY))
    todo = written[written.index("BEGIN:VTODO") : written.index("END:VTODO")]
    day = written[written.index("BEGIN:VEVENT") : written.index("END:VEVENT")]
    assert set(todo) >= {
        "UID:directive-12-todo@giaoban.example",
        "DTSTAMP:20200701T013000Z",
        "LAST-MODIFIED:20200620T010000Z",
        "SEQUENCE:4",
        "DUE;VALUE=DATE:20200630",
        "STATUS:IN-PROCESS",
        "PERCENT-COMPLETE:60",
        r"SUMMARY:Hoàn thành trạm xử lý nước thải của cụm công nghiệp\, báo cáo kết quả\; nêu rõ vướng mắc",
        r"DESCRIPTION:Chủ trì: UBND thị xã\nSản phẩm: báo cáo nghiệm thu",
    }
    assert any(re.fullmatch("URL(;VALUE=URI)?:https://giaoban.example/directives/12", line) for line in todo)
    assert set(day) >= {
        "UID:directive-12-day@giaoban.example",
        "DTSTART;VALUE=DATE:20200630",
        "DTEND;VALUE=DATE:20200701",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "SEQUENCE:4",
    }


def test_a_directive_without_a_deadline_is_a_task_only():
    names = [component.name for component in read(replace(ENTRY, due_on=None)).subcomponents]
    assert names == ["VTODO"]


@pytest.mark.parametrize(
    ("state", "todo", "day"),
    [
        (State.DRAFT, "NEEDS-ACTION", "TENTATIVE"),
        (State.ISSUED, "NEEDS-ACTION", "CONFIRMED"),
        (State.ACKNOWLEDGED, "NEEDS-ACTION", "CONFIRMED"),
        (State.IN_PROGRESS, "IN-PROCESS", "CONFIRMED"),
        (State.REPORTED, "IN-PROCESS", "CONFIRMED"),
        (State.RETURNED, "NEEDS-ACTION", "CONFIRMED"),
        (State.ACCEPTED, "COMPLETED", "CONFIRMED"),
        (State.WITHDRAWN, "CANCELLED", "CANCELLED"),
        (State.MERGED, "CANCELLED", "CANCELLED"),
    ],
)
def test_each_state_is_told_as_calendars_have_it(state, todo, day):
    assert [str(each["status"]) for each in read(replace(ENTRY, state=state)).subcomponents] == [todo, day]


def test_what_is_accepted_is_complete_on_the_day_it_was_done():
    written = lines(text(replace(ENTRY, state=State.ACCEPTED, done_on=date(2020, 6, 29))))
    assert "COMPLETED:20200629T000000Z" in written
    assert "PERCENT-COMPLETE:100" in written


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        text(replace(ENTRY, changed_at=CHANGED.replace(tzinfo=None)))


def test_the_same_directives_give_the_same_bytes():
    assert text(ENTRY) == text(ENTRY)


@example("D:\\Nhiệm vụ\\năm", "\\N")
@given(st.text(), st.text())
def test_any_text_comes_back_as_it_was_but_for_what_no_calendar_may_hold(summary, description):
    todo, day = read(replace(ENTRY, summary=summary, description=description)).subcomponents
    for component in (todo, day):
        assert str(component["summary"]) == clean(summary)
        assert str(component.get("description", "")) == clean(description)


VIETNAMESE = "aăâđeêoôơuưyắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỵỷỹ ,;:\\\"\n'"


@given(st.lists(st.text(VIETNAMESE, max_size=300), min_size=1, max_size=4))
def test_lines_are_folded_at_75_bytes_and_never_within_a_letter(texts):
    data = text(*(replace(ENTRY, key=str(number), summary=each) for number, each in enumerate(texts)))
    assert data.endswith(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
        assert b"\n" not in line


@given(st.text(VIETNAMESE + "\r\x00\x1b\u2028\x85\ufeff", max_size=60))
def test_vietnamese_is_never_lost(summary):
    kept = re.compile("[\r\n\x00\x1b\u2028\x85\ufeff]")
    assert kept.sub("", clean(summary)) == kept.sub("", summary)


def test_an_address_never_begins_another_line():
    assert not [line for line in lines(text(replace(ENTRY, url="https://a.example/\r\nATTACH:b"))) if line.startswith("ATTACH")]


def test_each_identifier_stands_once():
    entries = [replace(ENTRY, key=f"directive-{number}") for number in range(5)]
    found = [str(each["uid"]) for each in read(*entries).subcomponents]
    assert len(found) == len(set(found)) == 10


ONCE = {
    "VCALENDAR": {"PRODID", "VERSION", "CALSCALE", "METHOD", "X-WR-CALNAME", "NAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"},
    "VTODO": {
        "UID",
        "DTSTAMP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "SUMMARY",
        "DESCRIPTION",
        "URL",
        "STATUS",
        "DUE",
        "PERCENT-COMPLETE",
        "COMPLETED",
    },
    "VEVENT": {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DESCRIPTION", "URL", "STATUS", "DTSTART", "DTEND", "TRANSP"},
}
"""What may stand in each part, every one at most once (RFC 5545, 3.6.1 and 3.6.2; RFC 7986; the two X- of Outlook and Apple)."""
NEEDED = {"VCALENDAR": {"PRODID", "VERSION", "METHOD"}, "VTODO": {"UID", "DTSTAMP", "STATUS"}, "VEVENT": {"UID", "DTSTAMP", "DTSTART"}}
TEXT = r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*"
DAY, MOMENT = r"\d{8}", r"\d{8}T\d{6}Z"
LINES = {
    "UID": TEXT, "SUMMARY": TEXT, "DESCRIPTION": TEXT, "NAME": TEXT, "X-WR-CALNAME": TEXT, "PRODID": TEXT,
    "DTSTAMP": MOMENT, "LAST-MODIFIED": MOMENT, "COMPLETED": MOMENT, "DUE": DAY, "DTSTART": DAY, "DTEND": DAY,
    "SEQUENCE": r"\d+", "PERCENT-COMPLETE": r"100|\d{1,2}", "URL": r"https?://\S+", "TRANSP": "TRANSPARENT",
    "STATUS": "NEEDS-ACTION|IN-PROCESS|COMPLETED|CANCELLED|TENTATIVE|CONFIRMED", "METHOD": "PUBLISH", "VERSION": r"2\.0",
    "CALSCALE": "GREGORIAN", "REFRESH-INTERVAL": r"PT\d+H", "X-PUBLISHED-TTL": r"PT\d+H",
}  # fmt: skip
"""The values of each, as the grammar of RFC 5545 (3.3) has them."""
TYPED = {"REFRESH-INTERVAL": "DURATION"}
"""What has no type unless it says which (RFC 7986, 5.7)."""


def checked(data: bytes) -> list[tuple[str, set[str]]]:
    """The parts with the names in them, read by nothing but the grammar; fails at the first line that breaks it."""
    found: list[tuple[str, set[str]]] = []
    open_parts: list[tuple[str, set[str]]] = []
    for line in lines(data.removesuffix(b"\r\n")):
        name, parameters, value = re.fullmatch(r"([A-Z0-9-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)", line).groups()
        if name == "BEGIN":
            open_parts.append((value, set()))
        elif name == "END":
            assert open_parts[-1][0] == value
            found.append(open_parts.pop())
        else:
            part, names = open_parts[-1]
            assert name in ONCE[part] - names, line
            assert re.fullmatch(LINES[name], value), line
            kind = "DATE" if LINES[name] == DAY else TYPED.get(name, "")
            assert parameters == (f";VALUE={kind}" if kind else ""), line
            names.add(name)
    assert not open_parts
    return found


@given(st.sampled_from(State), st.text(), st.text(), st.none() | st.integers(0, 100), st.none() | st.dates(date(2000, 1, 1)))
def test_every_line_keeps_the_grammar_whatever_is_told(state, summary, description, percent, due_on):
    entry = replace(ENTRY, state=state, summary=summary, description=description, percent=percent, due_on=due_on)
    parts = checked(text(entry))
    assert [part for part, _names in parts] == ["VTODO", *["VEVENT"] * bool(due_on), "VCALENDAR"]
    assert all(NEEDED[part] <= names for part, names in parts)


def test_the_day_of_what_is_not_done_says_that_it_is_the_last():
    open_still = read(replace(ENTRY, due="Hạn:", over="✓ Đã hoàn thành:"))
    (todo,), (day,) = open_still.walk("VTODO"), open_still.walk("VEVENT")
    assert str(day["summary"]) == f"Hạn: {ENTRY.summary}"
    assert str(todo["summary"]) == ENTRY.summary


def test_the_day_of_what_is_done_says_so_first_and_the_task_is_complete():
    done = read(replace(ENTRY, state=State.ACCEPTED, done_on=date(2020, 6, 20), over="✓ Đã hoàn thành:"))
    (todo,), (day,) = done.walk("VTODO"), done.walk("VEVENT")
    assert str(day["summary"]).startswith("✓ Đã hoàn thành: Hoàn thành trạm")
    assert (str(todo["status"]), str(todo["summary"])) == ("COMPLETED", ENTRY.summary)
