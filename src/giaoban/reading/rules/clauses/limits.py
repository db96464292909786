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
from giaoban.reading.rules.clauses.ahead import gone
from giaoban.reading.rules.clauses.carried import course
from giaoban.reading.rules.clauses.own_limits import named_inside
from giaoban.reading.rules.clauses.times import SHAPES, Due, Named, Times, is_forecast

YEAR_END = Gated(r"(?:trong|đến hết|đến cuối|hết|cuối) năm(?= ?[,.;:)”]|\s|$)(?! (?:\d|nay|này|qua|ngoái|trước|sau|tới|học))")
"""The year under way, named without a number."""
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


def limits(times: Times, due: Due) -> Candidates[str | None]:
    """What may be the time limit."""
    found: Candidates[str | None] = Candidates()
    force, first = due.force, due.clause.first
    goal = not GOALS.isdisjoint(due.clause.line.words[first : first + 4])
    inside = False
    for place in named_inside(times, due):
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
