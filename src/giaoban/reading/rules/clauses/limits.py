"""By when: the periods in the words of a directive, beside it, or told of before it, each with what speaks for its being the time limit.

    "hoàn thành trước ngày 30/6"                     2020-06-30 in a text of 2020
    "Năm 2021, Cục Thuế sẽ …; …"                     2021, for both
    "theo Nghị quyết năm 2016", "cần kịp thời …"     none

Weights: `weights/choices.tsv`, choice `deadline`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from giaoban.reading.choosing import Candidates, Group
from giaoban.reading.gates import Gated
from giaoban.reading.rules.clauses.ahead import gone, told_ahead, told_behind
from giaoban.reading.rules.clauses.carried import course
from giaoban.reading.rules.clauses.leads import LOOK_BACK
from giaoban.reading.rules.clauses.over import told_over
from giaoban.reading.rules.clauses.soon import soon
from giaoban.reading.rules.clauses.times import DAILY, MONTHLY, SHAPES, YEAR, Due, Named, Times, is_forecast

LATEST = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|không quá|xong|(?:đến|tới) hết|thời hạn:?|(?<=[,;(] )hạn:?)"
    r"(?: (?:trước|trong|vào|là|ngày|hết|dịp|lễ|ngày lễ|Quốc khánh|kỷ niệm|\d+ ?(?:giờ|h|g)(?: ?\d+)?(?: phút)?|sáng|chiều))* $",
    re.IGNORECASE,
)
"""Before a day by which a thing must be done, and nothing else."""
MUST_BE = re.compile(r" phải (?:có|xong|hoàn thành|báo cáo|nộp|gửi|trình)\b")
UP_TO = re.compile(r"\b(?:đến|tới)(?: ngày)? $", re.IGNORECASE)
IF = re.compile(r"\bnếu (?:[^\s,;.]+ ){0,3}$", re.IGNORECASE)
"""Before a day that only a condition names."""
SPAN = re.compile(r"(?:\btừ (?:ngày |sáng |0h )?\d|\btính |\bkể từ )[^,;]{0,25}$", re.IGNORECASE)
"""Before a day up to which something lasts or is counted."""
WITHIN = re.compile(
    r"(?:trong|trong suốt|hết|đến hết|xong|vào|dự kiến|chậm nhất|muộn nhất|trước)(?: (?:trong|hết|cuối|vào|là))* $", re.IGNORECASE
)
"""Before a month or a quarter within which it must be done."""
BY_YEAR = re.compile(r"(?:trước|chậm nhất|muộn nhất|(?:đến|tới) hết|xong|vào cuối)(?: (?:hết|cuối|trong|vào|là))* $", re.IGNORECASE)
"""Before a year within which it must be done."""
STRIVE = re.compile(r"(?:tiếp tục )?phấn đấu,? (?:đến|tới|trong)(?: hết| cuối)?(?: năm)? ", re.IGNORECASE)
"""How a directive opens that strives for something up to a year: phấn đấu đến │2025│ có ba xã về đích."""
AIMED = re.compile(
    r"(?:phấn đấu|hoàn thành|hoàn tất|về đích|dứt điểm|đạt chuẩn|vượt|thu đạt)\b[^.;]{0,70}$|(?:trong|ngay|ngay trong|cả|trong cả) $"
    r"|(?<!không đưa )\bvào (?:kế hoạch|dự toán|danh mục|chương trình)\b[^.,;]{0,40}$",
    re.IGNORECASE,
)
"""Before the year in which an aim is to be reached: phấn đấu hoàn thành chỉ tiêu thu ngân sách │ năm 2021."""
WHOLE_YEAR = "cả năm"
"""How the year under way is named as a whole: giữ dư nợ tăng │cả năm│ không quá 25%."""
UNDER_WAY = frozenset(("this year", "next year"))
OF_PLANS = frozenset(("plan of", "other", "within"))
YEAR_END = Gated(r"(?:trong|đến hết|đến cuối|hết|cuối) năm(?= ?[,.;:)”]|\s|$)(?! (?:\d|nay|này|qua|ngoái|trước|sau|tới|học))")
"""The year under way, named without a number."""
LOOKED_BACK = frozenset(("act", "compared", "since", "report"))
"""What stands before a period that a directive looks back at."""
OWN = frozenset(("day", "month"))
"""Shapes of limits that are one directive's own: of twenty annotated ones one was meant for the next directive, too."""
GOALS = frozenset(("hoàn", "phấn", "đạt", "xong", "nâng", "giảm", "thu", "tăng", "đưa", "vượt"))
"""First syllables of words that set a goal."""
AFTER = 60
"""Code points after a directive in which its time limit may still stand, before the next mark."""
REACH = re.compile(r",? ?[^.;]*")
BESIDE = 3
"""Periods before a directive in its sentence that are looked at."""
FRAMES, TRIED = 2, 8
"""Framing periods weighed, of as many tried before the sentence."""
NOUGHT = "none"


def outright(times: Times, due: Due) -> str | None:
    """The day, month or quarter that the directive itself says it must be done by: no other time is its limit then."""
    text = times.page.text
    told = told_ahead(times, due)
    inside = [named for place in _own(times, due) if (named := times.named(place))]
    for shapes, pattern in ((DAILY, LATEST), (MONTHLY, WITHIN)):
        for named in inside:
            if named.shape in shapes and (pattern.search(text, max(due.span.start, named.at - LOOK_BACK), named.at) or _must(times, named)):
                if named.ahead != "past":
                    return named.text
                if named.bare and times.year is not None:
                    return f"{times.year}{named.text[YEAR:]}"
    if last := next((named for named in inside if _closes(times, due, named) or _up_to(text, due, named)), None):
        return last.text
    if year := next((named for named in inside if named.shape == "year" and _by_year(text, due, named)), None):
        return year.text
    behind = told_behind(times, due)
    if ahead := [named for named in inside if named.ahead != "past"]:
        return behind or _aimed(text, due, inside) or _told_for(times, due, ahead)
    own = behind or soon(due.span.of(text), times.on, times.year)
    return own or told or told_over(times, due.span.start)


def _by_year(text: str, due: Due, named: Named) -> bool:
    """Whether a year is one by which it must be done, or up to which something is striven for."""
    if STRIVE.fullmatch(text, due.span.start, named.at):
        return True
    return named.ahead != "past" and BY_YEAR.search(text, max(due.span.start, named.at - LOOK_BACK), named.at) is not None


def _own(times: Times, due: Due) -> list[int]:
    """The places of the periods in a directive; none that a condition names: điều chuyển vốn nếu │đến 15/11│ có mặt bằng."""
    text, start = times.page.text, due.span.start
    return [
        place
        for place in times.within(start, due.span.end)
        if (named := times.named(place)) is None or not IF.search(text, max(start, named.at - LOOK_BACK), named.at)
    ]


def _must(times: Times, named: Named) -> bool:
    """Whether it is told behind a day or month that something must be then: biên soạn đề cương, │tháng 12 phải có│."""
    mention = next((each for each in times.mentions[bisect_left(times.starts, named.at) :][:1]), None)
    return mention is not None and MUST_BE.match(times.page.text, mention.span.end) is not None


LASTS = re.compile(r"\b(?:sang|từ|liên tục|kéo dài|kể từ|tính|cho)\b[^,;.]{0,12}$", re.IGNORECASE)
"""Before a month in or up to which something lasts, not by which it is done."""


def _closes(times: Times, due: Due, named: Named) -> bool:
    """Whether a month or quarter to come is all that stands at the end of a directive: đưa kho lạnh vào khai thác │quý III/2024│."""
    if named.shape not in MONTHLY or named.ahead == "past" or named.lead != "other":
        return False
    if LASTS.search(times.page.text, max(due.span.start, named.at - LOOK_BACK), named.at):
        return False
    mention = next((each for each in times.mentions[bisect_left(times.starts, named.at) :][:1]), None)
    return mention is not None and mention.span.end == due.span.end


def _up_to(text: str, due: Due, named: Named) -> bool:
    """Whether a day is one up to which there is time: "đến ngày 30/6 xong", not "từ ngày 26 đến ngày 30/6"."""
    floor = max(due.span.start, named.at - LOOK_BACK)
    said = UP_TO.search(text, floor, named.at) if named.shape in DAILY and named.ahead != "past" else None
    return said is not None and not SPAN.search(text, floor, said.start())


def _aimed(text: str, due: Due, inside: list[Named]) -> str | None:
    """The one year named in a directive, under way or the next, in which its aim is to be reached."""
    if len(inside) != 1 or inside[0].shape != "year" or inside[0].ahead not in UNDER_WAY or inside[0].lead not in OF_PLANS:
        return None
    whole = text.startswith(WHOLE_YEAR, inside[0].at)
    return inside[0].text if whole or AIMED.search(text, due.span.start, inside[0].at) else None


def _told_for(times: Times, due: Due, inside: list[Named]) -> str | None:
    """The time told ahead, where the directive names that or looks back: Năm 2019, đề nghị tỉnh │làm tốt hơn năm 2018│."""
    told = told_ahead(times, due)
    return told if all(named.lead in LOOKED_BACK or named.text == told for named in inside) else None


def limits(times: Times, due: Due) -> Candidates[str | None]:
    """What may be the time limit."""
    found: Candidates[str | None] = Candidates()
    force, first = due.force, due.clause.first
    goal = not GOALS.isdisjoint(due.clause.line.words[first : first + 4])
    inside = False
    for place in _own(times, due):
        inside = _put(found, times, place, "inside", f"{force} goal={goal}") or inside
    _to_the_end(found, times, due, f"{force} goal={goal}")
    _beside(found, times, due, force)
    _framed(found, times, due, force, inside)
    if times.tasks:
        found.add(times.tasks, _tasks(force, inside, goal))
    if due.before is not None:
        _carried(found, times, due, due.before, inside)
    found.add(None, _none(force, inside, goal))
    return found


@lru_cache(maxsize=64)
def _none(force: str, inside: bool, goal: bool) -> Group:
    return NOUGHT, f"none {force}", f"none inside={inside}", f"none goal={goal}", f"none {force} inside={inside}"


@lru_cache(maxsize=64)
def _tasks(force: str, inside: bool, goal: bool) -> Group:
    return "tasks", f"tasks {force}", f"tasks {force} inside={inside}", f"tasks goal={goal}"


def _put(found: Candidates[str | None], times: Times, place: int, where: str, how: str) -> bool:
    named = times.named(place)
    if named is None:
        return False
    found.add(named.text, _stands(where, named.lead, named.shape, named.ahead, named.by, how))
    return True


@lru_cache(maxsize=8192)
def _stands(where: str, said: str, shape: str, ahead: str, by: bool, how: str) -> Group:
    return (
        where, f"{where} {said}", f"{where} {shape}", f"{where} {ahead}", f"{where} by={by}", f"{where} {how}", f"{said} {shape} {ahead}",
        f"{where} {said} {ahead}",
    )  # fmt: skip


def _to_the_end(found: Candidates[str | None], times: Times, due: Due, how: str) -> None:
    """The year under way, where the sentence says "trong năm", "từ nay đến cuối năm" and no more."""
    said = YEAR_END.search(times.page.text, due.clause.line.starts[0], due.span.end) if times.year is not None else None
    if said and not is_forecast(times.page.text, due.clause.line.starts[0], said.start()):
        found.add(str(times.year), ("to the end", *_stands("inside", "until", "year", "this year", True, how)))


def _beside(found: Candidates[str | None], times: Times, due: Due, force: str) -> None:
    """Periods right after the directive, and those before it in its sentence."""
    reach = REACH.match(times.page.text, due.span.end, due.span.end + AFTER)
    end = reach.end() if reach else due.span.end
    for place in times.within(due.span.end, end if due.reach is None else min(end, due.reach)):
        _put(found, times, place, "after", force)
    before = times.within(due.clause.line.starts[0], due.span.start)
    for apart, place in enumerate(reversed(before[-BESIDE:]), start=1):
        if (named := times.named(place)) is None or not (gone(times, named) or _of_last(due, named)):
            _put(found, times, place, f"before {apart}", force)


def _framed(found: Candidates[str | None], times: Times, due: Due, force: str, inside: bool) -> None:
    """The last periods before the sentence whose tasks these may be: how far back, and how many have spoken since."""
    at = bisect_left(times.starts, due.clause.line.starts[0])
    seen: list[str] = []
    today = times.on.isoformat() if times.on else None
    for place in range(at - 1, max(-1, at - 1 - TRIED), -1):
        named = times.named(place)
        if named is None or named.text in seen or not _may_frame(named, due, today):
            continue
        seen.append(named.text)
        apart = due.clause.line.sentence.number - named.sentence
        far = "next" if apart <= 1 else "near" if apart <= 4 else "some" if apart <= 10 else "far"
        voices = min(2, bisect_left(times.voices, due.span.start) - bisect_left(times.voices, named.at))
        found.add(named.text, _frames(len(seen), far, named.lead, named.ahead, voices, f"{force} inside={inside}"))
        if len(seen) == FRAMES:
            return


def _may_frame(named: Named, due: Due, today: str | None) -> bool:
    """Whether a period before the sentence may be that of its tasks: not one gone by, not the day they are asked on."""
    return named.framing and named.ahead != "past" and named.text != today and not _of_last(due, named)


def _of_last(due: Due, named: Named) -> bool:
    """Whether it is the day or month that the directive before names for itself."""
    last = due.before
    return last is not None and named.shape in OWN and last.span.start <= named.at < last.span.end


@lru_cache(maxsize=8192)
def _frames(rank: int, far: str, said: str, ahead: str, voices: int, how: str) -> Group:
    return (
        f"frame {rank}", f"frame {rank} {far}", f"frame {rank} {said} {far}", f"frame {rank} {said} {ahead}", f"frame {rank} {how}",
        f"frame {rank} voices={voices}", f"frame {rank} {far} voices={voices}",
    )  # fmt: skip


def _carried(found: Candidates[str | None], times: Times, due: Due, last: Due, inside: bool) -> None:
    """What was chosen for the directive before; whether that names it itself. Its own day or month goes no further."""
    mine, his = due.clause.line, last.clause.line
    where = "sentence" if his is mine else "block" if his.sentence.block is mine.sentence.block else "before"
    own = last.limit is not None and any(
        (named := times.named(place)) is not None and named.text == last.limit for place in times.within(last.span.start, last.span.end)
    )
    if not (own and last.limit and any(pattern.fullmatch(last.limit) for name, pattern in SHAPES if name in OWN)):
        found.add(last.limit, _asked_alike(last.limit is None, where, last.force, due.force, due.issuer == last.issuer))
        found.add(last.limit, _goes_on(last.limit is None, where, own, inside, due.force))
        found.add(last.limit, course(last.limit, _limits(last), (due.span, mine), (last.span, his), times.voices))


def _limits(last: Due | None) -> Iterator[str | None]:
    """What was chosen for a directive, and for those before it."""
    while last is not None:
        yield last.limit
        last = last.before


@lru_cache(maxsize=512)
def _goes_on(nothing: bool, where: str, own: bool, inside: bool, force: str) -> Group:
    what = NOUGHT if nothing else "it"
    return (
        f"carried {what} {where}", f"carried {what} {where} {force}", f"carried {what} inside={inside}",
        f"carried {what} own={own} {where}",
    )  # fmt: skip


@lru_cache(maxsize=512)
def _asked_alike(nothing: bool, where: str, last: str, force: str, same: bool) -> Group:
    """Whether the same one asks as before, and as firmly: a plan of one year mostly has many tasks, an order of another need have none."""
    what = NOUGHT if nothing else "it"
    return (
        f"alike {what} same={same}", f"alike {what} {where} same={same}", f"alike {what} {force} same={same}",
        f"alike {what} {force} after {last}", f"alike {what} {force} after {last} same={same}",
    )  # fmt: skip
