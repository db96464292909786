"""The time limit that stands before or behind a directive, not in its words.

    "Sở Tài chính trong tháng 8 phải │ trình phương án"       the month, also for what the sentence goes on to ask
    "6 tháng cuối năm, yêu cầu các xã │ làm đường"            the half
    "│ thẩm định giá đất │. Thời gian hoàn thành trước 25/9"   the day, for the directive right before

What must and must not be read: corpus/parties.tsv.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from giaoban.model import Period
from giaoban.reading.gates import Gated
from giaoban.reading.rules.clauses.soon import so_called, soon
from giaoban.reading.rules.clauses.times import DAILY, MONTHLY, YEAR, Due, Named, Times, is_forecast
from giaoban.reading.syllables import sign

WITHIN = frozenset(("opening", "within", "until"))
"""What stands before a period in which all that follows in its sentence is to be done."""
OPENS = re.compile(
    r"(?:^|[,:;.“\"(–-]|\b(?:ngay|là|rằng|và|nay|giao|yêu cầu|đề nghị|chỉ đạo|lưu ý|nhấn mạnh|thì))(?: (?:ngay|đầu|giữa|cuối|từ|hết))* ?$"
)
"""What stands before a period that opens a clause."""
LAST_MONTHS = re.compile(
    r"\b(?:trong|từ nay đến|vào|về|bước vào|cho) (?:(?:những|các|mấy) )?(?:tháng|quý|tuần)(?: còn lại)?(?: cuối| của)* $", re.IGNORECASE
)
"""What stands before a year of whose last months is spoken: trong những tháng cuối │ năm 2021."""
LISTING = re.compile(r"(?: (?!đã |đạt )[^\W\d]+){0,5} ?(?P<colon>:)[^;.]*")
OF_WORK = re.compile(r"\b(?:nhiệm vụ|công việc|những việc|các việc|một số việc|mấy việc|giải pháp|nội dung|trọng tâm|cần|phải|tập trung)\b")
"""What stands between a period and the first of a list of work for it, and what the sentence says before: nhiệm vụ │ quý III là: …"""
RIGHT_BEFORE = re.compile(r",? (?:(?:cần|phải|sẽ|nên|cũng|này) )*")
"""What stands between a period and the action that is to be done in it."""
MUST = re.compile(r",? (?:thì )?(?:cần |phải |sẽ )+")
"""What stands between a day on which something is to be done and that."""
TO_DO = re.compile(r",(?: [^\s,;:.]+){1,8} (?:cần|phải|sẽ)(?: phải)? ")
"""What stands between the period of a plan and what somebody must do in it: những nhiệm vụ năm 2019│, Công an huyện cần │…"""
TO_THE_END = Gated(
    r"(?:(?:[Tt]ừ nay|[Tt]ừ giờ)(?: cho)? (?:đến|tới) (?:hết|cuối)|(?:[Nn]hững|[Cc]ác|[Mm]ấy) (?:tháng|tuần) (?:cuối|còn lại của))"
    r" (?P<of>năm|quý|tháng)(?: này| nay)?(?=[,;:.]| \D)(?! (?:học|trước|ngoái|qua|sau|tới)\b)"
)
"""What is under way, named without its number, to the end of which all that follows in its sentence is to be done."""
TO_AN_END = sign(words=("cuối", "hết", "lại"))
"""A syllable of that."""
EARLY = 60
"""Code points from the start of a sentence within which the period of a plan is that of all its sentence."""
FOR_IT = "Để "
"""How a sentence opens that tells an aim, and then what is done for it."""
AND_ON = " và thời gian tới"
"""What follows a period that is no limit."""
LONG_GONE = timedelta(days=75)
"""A month that ended before is not the last one of its name that is spoken of."""
TILL, TILL_WITHIN = re.compile(r"\b(?:tới|hết)(?: hết)?(?: ngày)? $", re.IGNORECASE), 14
"""What stands before a day up to which there is time."""
OWN_CLAUSE = 70
"""Code points between a day by which a thing must be done and that thing."""
DONE_BY = re.compile(
    r"[,;.]? ?(?:[-–] ?)?\(?"
    r"(?:(?:thời gian|thời hạn|hạn)(?: (?:hoàn thành|thực hiện|xong|cuối|chót|là))*|(?:phải )?(?:hoàn thành|hoàn tất|xong))(?: xong)?:?"
    r"(?: (?:là|trước|trong|chậm nhất|muộn nhất|vào|đến|hết|cuối|ngày|tháng|quý))* ",
    re.IGNORECASE,
)
"""What stands between a directive and the time told behind it, by which it must be done."""
STOP = re.compile(r"[;.:\n](?=\s|$)")
REACHED = 80
"""Code points behind a directive in which its sentence may tell by when."""
GOES_ON = re.compile(
    r"(?:,(?: (?!từ |sau |kể |không |chưa )[^\s,;.:]+){0,8})? (?:(?:xong|hoàn thành) )?"
    r"(?:trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|(?:đến|tới) hết|xong)"
    r"(?: (?:trước|trong|vào|là|ngày|hết|tháng|quý|dịp|lễ|cuối))* ",
    re.IGNORECASE,
)
"""What stands between a directive and that: │phân loại 35 công trình│, có danh mục trước 15/4."""
RIGHT_BEHIND = re.compile(
    r"(?: xong)?(?: ngay)?(?: (?:trong|vào|trước|chậm nhất|đến hết|cuối|đầu|hết|tuần|là|ngày|tháng|quý|năm))+ ", re.IGNORECASE
)
"""What stands between a directive and the time in which it is to be done: │mở lớp cho 80 người│ ngay trong quý IV."""
SO_JOINED = (",", "(")
"""What may stand between a weekday that ends a directive and its date: họp lại vào thứ Năm│, 5/11."""
DONE = ("thời ", "hạn", "hoàn ", "xong")
DONE_WITHIN = 20
"""Code points in which one of these stands there."""


def told_ahead(times: Times, due: Due) -> str | None:
    """The time that the sentence tells before a directive, or told before the one from which it goes on."""
    text, line, last = times.page.text, due.clause.line, due.before
    goes_on = last is not None and last.clause.line is line
    floor = last.span.end if last is not None and goes_on else line.starts[0]
    for place in reversed(times.within(floor, due.span.start)):
        named = coming(times, times.named(place))
        if named and _frames(times, named, times.mentions[place].span.end, due, floor):
            due.ahead = None if named.shape in DAILY else named.text
            return named.text
    said = TO_THE_END.search(text, floor, due.span.start) if times.on is not None and line.signs & TO_AN_END else None
    if times.on is not None and said and not is_forecast(text, floor, said.start()):
        due.ahead = _end_of(times.on, said["of"].lower())
        return due.ahead
    due.ahead = last.ahead if last is not None and goes_on else None
    if last is not None and goes_on and due.ahead is None and _aimed(text, line.starts[0], last.span.start):
        due.ahead = last.limit
    return due.ahead


def _aimed(text: str, floor: int, at: int) -> bool:
    """Whether the sentence opens with the aim that stands at `at`, for which all that follows is done: Để │đạt chuẩn năm 2023│, …"""
    return text[floor:at].strip(' “"') == FOR_IT.strip()


def _end_of(on: date, whole: str) -> str:
    """The month, quarter or year under way."""
    return {"tháng": f"{on.year}-{on.month:02}", "quý": f"{on.year}-Q{(on.month + 2) // 3}"}.get(whole, str(on.year))


def _frames(times: Times, named: Named, end: int, due: Due, floor: int) -> bool:
    text = times.page.text
    between = text[end : due.span.start]
    if gone(times, named) or ";" in between or between.startswith(AND_ON):
        return False
    if named.shape in DAILY:
        until = named.lead == "until" or TILL.search(times.page.text, max(floor, named.at - TILL_WITHIN), named.at) is not None
        return (until and len(between) <= OWN_CLAUSE) or MUST.fullmatch(between) is not None
    listing = LISTING.fullmatch(between)
    if listing and OF_WORK.search(text[floor : end + listing.start("colon")].lower()):
        return True
    if named.lead == "plan of" and named.shape != "range" and (named.at - floor <= EARLY or TO_DO.fullmatch(between)):
        return True
    return RIGHT_BEFORE.fullmatch(between) is not None or opens(times, named, floor)


def opens(times: Times, named: Named, floor: int) -> bool:
    """Whether a period opens a clause, or a sentence that begins at `floor`."""
    return (
        named.lead in WITHIN
        or LAST_MONTHS.search(times.page.text, floor, named.at) is not None
        or OPENS.search(times.page.text, floor, named.at) is not None
    )


def gone(times: Times, named: Named) -> bool:
    """Whether a period lies behind the day of the meeting."""
    return named.ahead == "past" or (times.on is not None and Period.parse(named.text).end_on < times.on)


def coming(times: Times, named: Named | None) -> Named | None:
    """A month or quarter without its year that lies long behind, as that of the next year: who asks for work looks forward."""
    if named is None or not named.bare or named.shape not in MONTHLY or times.on is None:
        return named
    if Period.parse(named.text).end_on + LONG_GONE > times.on:
        return named
    return replace(named, text=f"{int(named.text[:YEAR]) + 1}{named.text[YEAR:]}", ahead="this year")


def told_behind(times: Times, due: Due) -> str | None:
    """The time told right behind a directive as that of its end."""
    text, end = times.page.text, due.span.end
    if by := _by_behind(times, due):
        return by
    behind = text[end : end + DONE_WITHIN].lower()
    said = DONE_BY.match(text, end) if any(word in behind for word in DONE) else None
    places = times.within(due.span.end, said.end() + 1) if said else ()
    return next((named.text for place in places if (named := times.named(place)) and not gone(times, named)), None)


def _by_behind(times: Times, due: Due) -> str | None:
    """The day or month by which it is to be done, told right behind a directive, or in what its sentence goes on to before the next one."""
    text, start = times.page.text, due.span.end
    stop = next((match.start() for match in (STOP.search(text, start, start + REACHED),) if match), start + REACHED)
    stop = min(stop, due.reach) if due.reach is not None else stop
    for place in times.within(start, stop):
        named = times.named(place)
        if named is None or gone(times, named) or named.shape == "range":
            continue
        said = text[start : named.at]
        if (
            GOES_ON.fullmatch(said)
            or RIGHT_BEHIND.fullmatch(said)
            or (said.strip() in SO_JOINED and so_called(text, due.span.start, named.at))
        ):
            return (coming(times, named) or named).text
    right = RIGHT_BEHIND.match(text, start, stop)
    return soon(text[start:stop].split(",")[0], times.on, times.year) if right else None
