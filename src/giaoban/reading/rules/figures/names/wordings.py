"""What the name of a figure may be: the words before it from any place where a name may begin, those after it, what was counted before.

    "Đội đã thu giữ 82 kg hàng"   thu giữ · hàng · thu giữ hàng · the name of the figure before

Which of them it is, is chosen by `naming` and by learned weights (`phrasing`). What must and must not be read: corpus/wordings.tsv.
"""

from bisect import bisect_left
from collections.abc import Iterator

from giaoban.reading.cues import Cue
from giaoban.reading.items import PUNCTUATION, Item
from giaoban.reading.names import ACTORS, CARRIERS, LEADING, NOMINAL, OPENERS, TRAILING
from giaoban.reading.rules.figures.amounts.quantities import behind, ends_bound
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.halves import in_word
from giaoban.reading.rules.figures.indicators import MOVES, QUOTES, Name, lasts, opens, trimmed
from giaoban.reading.rules.figures.names.deeds import finished
from giaoban.reading.rules.figures.names.doers import deed_begins
from giaoban.reading.rules.figures.names.following import beyond, brings_about, ends_far
from giaoban.reading.rules.figures.names.formed import formed
from giaoban.reading.rules.figures.names.graded import graded
from giaoban.reading.rules.figures.names.no_name import GIVEN, of_place_after_place
from giaoban.reading.rules.figures.names.numbered import other_number
from giaoban.reading.rules.figures.names.ranked import behind_said, only_reaches
from giaoban.reading.rules.figures.names.refused import alien, gives, refused, tells_of_what
from giaoban.reading.rules.figures.names.shared_names import shared_behind
from giaoban.reading.rules.figures.names.taken_over import another_sort, tail_of_others
from giaoban.reading.rules.figures.names.way import Wording
from giaoban.reading.rules.figures.names.whose import before_colon, heading_of, no_noun_alone
from giaoban.reference.units import Kind

THING = Kind.THING
WITH_TOTAL = "với tổng số"
"""One item with which the name of a sum begins: đăng ký mới │ với tổng số vốn."""

LOOK_BACK = 36
MOST_STARTS = 9
MOST_CUT = 5
"""Names that are also offered cut short, each at so many words at most."""
MOST_CUTS = 4
MOST_OVER = 3
"""Amounts that a name reaches back over."""
MOST_AFTER, MOST_FAR = 4, 5
LONGEST_AFTER, LONGEST_FAR = 26, 30
CUTS = frozenset((
    "của", "tại", "ở", "trong", "trên", "từ", "sang", "theo", "do", "cho", "với", "đến", "qua", "vào", "để", "được", "trên địa bàn",
    "bằng", "có", "so với", "về", "bị", "đã", "là", "mà", "như", "cùng", "khi", "sau", "trước", "đối với", "nhằm",
))  # fmt: skip
"""Words at which a name may leave off."""
BEGINS = frozenset((
    Cue.DONE, Cue.TARGET, Cue.ESTIMATE, Cue.DUTY, Cue.LINK, Cue.STOP, Cue.LEVEL, Cue.HAS, Cue.UP, Cue.DOWN, Cue.SHARE, Cue.EQUAL,
    Cue.SAME, Cue.VERSUS, Cue.AIM, Cue.SOFT, Cue.EACH, Cue.OVER,
))  # fmt: skip
"""Cues after which a name may begin, and at which one may leave off behind a figure."""
BREAKS = frozenset((Cue.UP, Cue.DOWN, Cue.HAS, Cue.LEVEL, Cue.DONE, Cue.STOP, Cue.LINK))
ENDS_AFTER = frozenset((Cue.EQUAL, Cue.SHARE, Cue.VERSUS, Cue.SAME, Cue.MULTIPLE))
VERBS = frozenset((Cue.UP, Cue.DOWN, Cue.HAS, Cue.SHARE, Cue.TARGET, Cue.LEVEL))
STOPS = frozenset(".;?!…")
HARD = frozenset(".;?!…)([]:") | frozenset(QUOTES)
"""Marks behind a figure beyond which its name does not go on as a rule."""
HANDS_TO = frozenset(("chuyển", "chuyển cho", "chuyển sang", "bàn giao cho"))
"""Before whoever cases are handed to, which is part of what was done with them: chuyển │ cơ quan điều tra."""
TRAILING_MARKS = PUNCTUATION - {")"}
IS = "là"
"""Behind a figure it says what that is of: trong đó 60% │ là đất lâm nghiệp."""
DEEDS = frozenset((Cue.UP, Cue.DOWN, Cue.SHARE, Cue.TARGET))
"""Verbs that may be all there is of a name: hụt thu │ 400 tỷ đồng."""
ALONE = frozenset("NBC")
"""Forms that say only the thing counted, or only the words before it."""
MAY_LEAD = PUNCTUATION | OPENERS | CARRIERS | LEADING | ACTORS
"""Marks and words behind which a name may begin."""
MAY_END = CUTS | PUNCTUATION | {"và", "xong", "ngay", "vì", "bởi"}
"""Marks and words before which a name behind a figure may leave off."""


def wordings(line: Line, draft: Draft, previous: str, carried: str) -> list[Wording]:
    """At least one. `previous`, `carried`: the names of the figure and of the sentence before."""
    if sure := formed(line, draft):
        return [sure]
    found: dict[object, Wording] = {}
    row, headed = line.row, heading_of(line, draft)
    taken_over = bool(previous or carried or headed > 0)
    for each in _all(line, draft, previous, carried):
        before, after = each.before, each.after
        if not refused(line, draft, before, after, taken_over=taken_over):
            start, end = (-1, -1) if before is None else (before.first, before.last)
            behind = (-1, -1) if after is None else (after.first, after.last)
            found.setdefault((each.noun, start, end, behind, each.verb is None, each.carried), each)
    ways = list(found.values())
    if tells_of_what(draft, [way.after for way in ways]):
        ways = [way for way in ways if not alien(line, draft, way.before, way.carried)] or ways
    if previous and (own_grade := graded(row, draft.spot, previous)):
        return [Wording("P", carried=own_grade)]
    numbered, labelled_at = other_number(row, draft.spot, previous) if previous else ("", -1)
    if numbered and numbered != previous:
        return [Wording("P", carried=numbered)]
    if numbered and (own := [way for way in ways if way.before is not None and way.before.first == labelled_at]):
        return own
    joined = [way for way in ways if way.form not in ALONE] if no_noun_alone(line, draft, headed, previous or carried) else ways
    return joined or ways or [Wording("Z")]


def _all(line: Line, draft: Draft, previous: str, carried: str) -> Iterator[Wording]:
    row, unit, spot, headed = line.row, draft.amount.unit, draft.spot, heading_of(line, draft)
    afters, far = _afters(row, draft), _far_after(row, draft)
    befores, cut = _befores(row, spot.zone + gives(row, draft), max(spot.floor, -headed))
    yield from (Wording("B", before=name) for name in befores)
    yield from (Wording("C", before=name) for name in cut)
    if headed >= 0 and (subject := _subject(row, spot.zone)):
        yield Wording("S", before=subject)
    if unit.counts and unit.text:
        if deed := finished(row, spot.zone, spot.floor):
            befores, cut, previous, carried = [deed], [], "", ""
        previous, carried = (name if not another_sort(unit.text, name) else "" for name in (previous, carried))
        yield from _counted(befores, cut, [*afters, *shared_behind(line, draft.amount)], far)
    else:
        yield from _measured(row, draft, befores, [*afters, *far, *shared_behind(line, draft.amount)], taken_over=bool(previous or carried))
    yield from _over_amounts(line, draft)
    if headed > 0:
        yield from before_colon(_befores(row, headed, 0)[0], counted=bool(unit.counts and unit.text))
        return
    if gives(row, draft) and befores:
        return
    if previous:
        yield Wording("P", carried=previous)
        if unit.counts and unit.text and not tail_of_others(line, draft, previous):
            yield Wording("PN", noun=True, carried=previous)
    if carried and carried != previous and not of_place_after_place(line, draft, previous):
        yield Wording("K", carried=carried)


def _counted(befores: list[Name], cut: list[Name], afters: list[Name], far: list[Name]) -> Iterator[Wording]:
    yield Wording("N", noun=True)
    yield from (Wording("NA", noun=True, after=name) for name in (*afters, *far))
    yield from (Wording("NB", noun=True, before=name) for name in befores[:4])
    yield from (Wording("NC", noun=True, before=name) for name in cut)
    yield from (Wording("NAB", noun=True, before=name, after=after) for name in befores[:2] for after in afters[:2])


def _measured(row: list[Item], draft: Draft, befores: list[Name], afters: list[Name], *, taken_over: bool) -> Iterator[Wording]:
    yield from (Wording("A", after=name) for name in afters)
    yield from (Wording("BA", before=name, after=after) for name in befores[:2] for after in afters[:2])
    at = next((at for at in range(draft.amount.first - 1, draft.spot.zone - 1, -1) if row[at].means & VERBS), None)
    if at is None or (taken_over and not befores and row[at].text in GIVEN):
        return
    verb = Name(at, at)
    yield from (Wording("VA", verb=verb, after=after) for after in afters[:2])
    if not (befores or (taken_over and only_reaches(row[at]))) or row[at].means & DEEDS:
        yield Wording("V", verb=verb)


def _over_amounts(line: Line, draft: Draft) -> Iterator[Wording]:
    """Names that reach back over amounts that are no figures, and those before them: doanh thu theo │ 2 │ cách tính đạt."""
    inner = draft.spot.previous
    if inner is None or inner.first in _taken(line) or any(item.text in STOPS for item in line.row[inner.last + 1 : draft.amount.first]):
        return
    at = bisect_left(line.amounts, inner.first, key=lambda amount: amount.first)
    lowest = max(-1, at - MOST_OVER)
    last = next((index for index in range(at - 1, lowest, -1) if line.amounts[index].first in line.taken), lowest)
    floor = line.amounts[last].last + 1 if last >= 0 else 0
    befores, cut = _befores(line.row, draft.spot.zone, floor)
    yield from (Wording("B", before=name) for name in befores if name.first < draft.spot.floor)
    yield from (Wording("C", before=name) for name in cut if name.first < draft.spot.floor)
    yield from (Wording("C", before=name) for name in _befores(line.row, inner.first, floor)[0][:MOST_CUT])


def _taken(line: Line) -> set[int]:
    """The first items of the amounts that have become figures or comparisons of some."""
    if not line.taken:
        line.taken.update(amount.first for each in line.drafts for amount in (each.amount, *(amount for amount, _, _ in each.compared)))
    return line.taken


def _afters(row: list[Item], draft: Draft) -> list[Name]:
    """What may be the name after a figure, shortest first."""
    if draft.spot.amount is not draft.amount:
        return []
    found: list[Name] = []
    at = first = behind(row, draft.amount)
    if at < len(row) and row[at].text == IS:
        at = first = at + 1
    last = draft.spot.ceiling
    last = min((last < len(row) and row[last].text == "từ" and beyond(row, last)) or last, first + LONGEST_AFTER + 1)
    while at < last and len(found) < MOST_AFTER and not _stops_after(row[at]) and not ends_bound(row, at):
        item = row[at]
        if item.text == "từ" and at > first and (reached := beyond(row, at)):
            at = reached
            continue
        if at > first and (item.text in MAY_END or item.place or not BEGINS.isdisjoint(item.means)):
            _add(found, first, _end(row, first, at - 1))
        at += 1
    _add(found, first, _end(row, first, at - 1 - brings_about(row, at)))
    return found


def _far_after(row: list[Item], draft: Draft) -> list[Name]:
    """What may be the name after a figure where it goes on over what would end it: xã │ đạt trên 15 tiêu chí."""
    found: list[Name] = []
    passed = False
    first = behind(row, draft.amount)
    last = min(len(row), first + LONGEST_FAR)
    at = first
    while at < last and len(found) < MOST_FAR and row[at].text not in STOPS:
        item = row[at]
        if ends_far(row, at, first, last, counted=draft.amount.unit.counts):
            passed = passed and not item.is_numeral
            break
        if passed and at > first and (item.text in MAY_END or not BEGINS.isdisjoint(item.means)):
            _add(found, first, _end(row, first, at - 1))
        passed = passed or _stops_after(item) or at >= draft.spot.ceiling
        at += 1
    if passed:
        _add(found, first, _end(row, first, at - 1))
    return found


def _add(found: list[Name], first: int, last: int) -> None:
    if last >= first and (not found or found[-1].last != last):
        found.append(Name(first, last))


def _stops_after(item: Item) -> bool:
    return item.text in HARD or item.is_numeral or item.period is not None or not ENDS_AFTER.isdisjoint(item.means)


def _befores(row: list[Item], zone: int, floor: int) -> tuple[list[Name], list[Name]]:
    """What may be the name before a figure, shortest first; and the same cut short at a preposition, a place or a verb."""
    last = _end(row, floor, zone - 1)
    if any(item.text == ";" for item in row[last + 1 : zone]):
        return [], []
    if last > floor and Cue.TARGET in row[last].means and row[last - 1].text == ",":
        last = _end(row, floor, last - 2)
    found: dict[tuple[int, int], Name] = {}
    for start in _starts(row, last, floor):
        name = trimmed(row, Name(start, last))
        if name and (deed := deed_begins(row, name.first, name.last)) > name.first:
            name = trimmed(row, Name(deed, last))
        if name.last >= name.first:
            found.setdefault((name.first, name.last), name)
    names = list(found.values())
    cut: list[Name] = []
    for name in names[:MOST_CUT]:
        places = [at for at in range(name.first + 1, name.last + 1) if _cuts(row[at])]
        for at in places[:MOST_CUTS]:
            end = _end(row, name.first, at - 1)
            if name.first <= end < name.last:
                cut.append(Name(name.first, end))
    return names, cut


def _cuts(item: Item) -> bool:
    return item.text in CUTS or item.place is not None or item.period is not None or not BREAKS.isdisjoint(item.means)


def _starts(row: list[Item], last: int, floor: int) -> list[int]:
    """Items at which a name that ends at `last` may begin, nearest first; always where its sentence or figure begins."""
    found: list[int] = []
    lowest = max(floor, last - LOOK_BACK)
    at = last
    while at >= lowest and len(found) < MOST_STARTS and row[at].text not in STOPS:
        item = row[at]
        if not (item.period or item.place or item.text in PUNCTUATION) and (at == lowest or _may_begin(row, at)):
            found.append(at)
        at -= 1
    if found and lowest <= at + 1 < found[-1]:
        found.append(at + 1)
    return found


def _may_begin(row: list[Item], at: int) -> bool:
    before = row[at - 1]
    if before.is_numeral and before.end == row[at].start:
        return False
    if before.period or before.place or before.is_numeral or before.text in MAY_LEAD or not BEGINS.isdisjoint(before.means):
        return True
    if behind_said(row, at):
        return True
    return THING in row[at].means or row[at].text == WITH_TOTAL or opens(row, at, NOMINAL)


def _subject(row: list[Item], zone: int) -> Name | None:
    """What stands before the first verb of level or change of the sentence."""
    verb = next((at for at in range(min(zone, LOOK_BACK)) if row[at].means & MOVES), 0)
    first = next((at for at in range(verb - 1, 0, -1) if row[at - 1].is_mark), 0)
    last = _end(row, first, verb - 1)
    name = trimmed(row, Name(first, last)) if last >= first else None
    return name or None


def _end(row: list[Item], first: int, last: int) -> int:
    """The last item of a name without the words that only lead on to its figure."""
    while last >= first and (
        (row[last].text in TRAILING and not in_word(row, last) and not lasts(row, last))
        or row[last].period
        or (row[last].place and row[last - 1].text not in HANDS_TO)
        or row[last].text in TRAILING_MARKS
    ):
        last -= 1
    return last
