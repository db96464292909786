"""Which of the periods that a text names is taken for a figure whose own words name none: the one whose traits weigh most.

A period may have been named earlier in the sentence, at the head of the paragraph, in the sentences or paragraphs before, or be the text's
own; or there is none (weights/figures.tsv, choice "period"). What the rules take is one trait among the others.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from giaoban.model import Measure, Period, Role
from giaoban.reading.cues import LEVEL, SAME
from giaoban.reading.items import Item
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.rules.figures.contexts import Context, carried_to
from giaoban.reading.rules.figures.drafts import REACH, Draft, Line
from giaoban.reading.rules.figures.in_turn import told_in_turn
from giaoban.reading.rules.figures.said_periods import NOW, compared, opening_day, own_mention, period_at, whole
from giaoban.reading.rules.figures.spoken_periods import of_all_year, opened, reported_year, same_before, spoken

CHOICE = "period"
Options = dict[str, list[str]]
NONE = ""
"""The option that a figure has no period."""
HEAD = 8
BEHIND = 14
NEAR = 5
RECENT = 2
"""Periods named in earlier sentences that are looked at."""
AGREES = 200
"""What it counts that a figure has the period of the one before it: docs/reading/tried/figures.md."""
OF_REPORT = 500
"""What speaks for the period that a report is of, besides."""
NEVER = -(1 << 30)
REMEMBERED = 4096
"""Periods whose traits are remembered."""
FAR = 3
THEN_WITHIN = 8
YEAR, DAY, YEARS = 4, 10, 9
"""Lengths of the exchange forms of a year, a day and a span of years."""
FORMS = {"Q": "quarter", "H": "half", "M": "months"}


def dated(
    context: Context, line: Line, drafts: list[Draft], said: list[Role], ceilings: list[int], weights: Mapping[str, int]
) -> list[Period | None]:
    """The period of each figure of a sentence, whose words end at items `ceilings`: by rules where they tell one, else the heaviest."""
    told = zip(drafts, said, ceilings, strict=True)
    context.period = context.period or opened(context, line, drafts[0], said[0])
    weighed = [_weighed(context, line, draft, role, ceiling, weights) for draft, role, ceiling in told]
    chosen = zip(drafts, together(told_in_turn(line, drafts, weighed), said), strict=True)
    texts = [of_all_year(context, line, draft, text) for draft, text in chosen]
    taken = [Period.parse(text) if text else None for text in texts]
    return [
        _year_of(each) if each and role is Role.TARGET and draft.is_plan else each
        for each, role, draft in zip(taken, said, drafts, strict=True)
    ]


def together(weighed: list[dict[str, int]], said: list[Role]) -> list[str]:
    """Of each figure the period that weighs most, where it counts for one that the figure before it in the same role has it too.

    >>> together([{"2019": 90, "": 30}, {"": 100, "2019": 60}], [Role.ACTUAL, Role.ACTUAL])
    ['2019', '2019']
    """
    best = weighed[0]
    ways: list[dict[str, str]] = []
    for at, options in enumerate(weighed[1:], start=1):
        agrees = AGREES if said[at] is said[at - 1] else 0
        heaviest = max(best, key=best.__getitem__)
        way = {text: text if best.get(text, NEVER) + agrees >= best[heaviest] else heaviest for text in options}
        best = {text: options[text] + best[way[text]] + agrees * (way[text] == text) for text in options}
        ways.append(way)
    taken = [max(best, key=best.__getitem__)]
    for way in reversed(ways):
        taken.append(way[taken[-1]])
    return taken[::-1]


def _year_of(period: Period) -> Period:
    """The year of which a part is named: what is aimed at by name is aimed at for a whole year."""
    return period if "/" in period.text or len(period.text) == YEAR else Period.parse(period.text[:YEAR])


def _weighed(context: Context, line: Line, draft: Draft, role: Role, ceiling: int, weights: Mapping[str, int]) -> dict[str, int]:
    """What the period of a figure may be, each with its weight; only one where its own words name it, or nothing is weighed."""
    at = own_mention(line.row, draft, ceiling) if line.timed else None
    if at is not None and (named := _named_at(line.row, draft, at)) is not None:
        return {reported_year(context, line.row[at], role) or named: 0}
    day = opening_day(line.row, draft, line.drafts[0]) if line.timed and role is not Role.TARGET else None
    if then := same_before(context, line.row, draft, role) or day or spoken(context, line, draft, role):
        return {then.text: 0}
    ruled = carried_to(context, line, draft, role)
    if not weights:
        return {ruled.text if ruled else NONE: 0}
    over = context.over if context.period is None or (role is Role.TARGET and context.period == context.over) else None
    if over is not None and not _speaks_of_time(line.row, draft.amount.first):
        return {over.text: 0}
    known = weights.get
    found = options(context, line, draft, role, ceiling, ruled)
    totals = {text: sum(filter(None, map(known, traits))) for text, traits in found.items()}
    if context.report and context.own_period and role is not Role.TARGET and context.own_period.text in totals:
        totals[context.own_period.text] += OF_REPORT
    return totals


def _named_at(row: list[Item], draft: Draft, at: int) -> str | None:
    """What the figure's own words name at an item, no period where it is a day that no calendar has; None where that is no time."""
    named, mark = period_at(row, draft, at), row[at].period
    if named is None:
        return NONE if mark is not None and mark.impossible else None
    return named.text


def _speaks_of_time(row: list[Item], figure: int) -> bool:
    """Whether a sentence names a period before the figure, or speaks of now."""
    return any(item.period is not None or item.text in NOW for item in row[max(0, figure - REACH) : figure])


def options(context: Context, line: Line, draft: Draft, role: Role, ceiling: int, ruled: Period | None) -> Options:
    """What the period may be, each by its traits; in the order in which they were met."""
    found: Options = {}
    unit = draft.amount.unit.kind
    kind = unit.value if unit else "no"
    moved = "chg" if draft.measure is Measure.CHANGE else "lvl"
    said, now = _in_sentence(found, line.row, draft, role, kind)
    _behind(found, line.row, draft, ceiling)
    has = "sent" if said else "no"
    _of_then(found, context, line.row, draft)
    said_as = role.value  # an enumeration's value takes five times as long to ask for as a name
    level = _carried(found, context, said_as, now, has)
    _recent(found, context, line.span.start, said_as, has)
    own = context.own_period
    if own is not None:
        text, year = own.text, str(own.start_on.year)
        _add(found, text, f"doc {has} {level}", f"doc {said_as} {has}", f"doc now {now}", f"doc {kind} {moved} {has} {level}")
        _add(found, text, f"doc {form(text)} {has}", f"doc share {min(9, context.share)}")
        _add(found, text, f"doc said {context.reported} {has}", f"doc said {context.reported} {level}")
        if role is Role.TARGET:
            _add(found, year, f"docyear {draft.is_plan} {has} {level}")
    anchor = context.anchor
    if anchor:
        _of_day(found, anchor, role, f"{has} {level} {own is not None}")
    if context.told.years:
        _of_years(found, context.told.years, role, f"{has} {level} {own is not None}")
    none = f"{kind} comp {bool(draft.compared)}"
    _add(
        found,
        NONE,
        f"none {has} {level} {own is not None}",
        f"none said {context.reported} {has}",
        f"none now {now}",
        f"none {said_as} {has}",
        f"none {kind} {moved} {has}",
    )
    _add(found, NONE, f"none {kind} {draft.head.value if draft.head else 'no'}", f"none {none}", f"none {none} {has} {level}")
    _of_all(found, anchor, role, ruled.text if ruled else NONE)
    return found


def _of_all(found: Options, anchor: TimeAnchor | None, role: Role, ruled: str) -> None:
    """What any period is told by, whencever it comes: how it lies to the time of the text, its form, whether the rules would take it."""
    on, year = (anchor.on, anchor.year) if anchor else (None, 0)
    said_as = role.value
    for text, traits in found.items():
        traits.extend(_of_any(text, on, year, said_as))
        if text == ruled:
            traits += ["R", f"R {form(text)}"]


@lru_cache(maxsize=REMEMBERED)
def _of_any(text: str, on: date | None, year: int, role: str) -> tuple[str, str]:
    return f"rel {_relation(text, on, year)} {role}", f"form {form(text)} {role}"


def _of_day(found: Options, anchor: TimeAnchor, role: Role, known: str) -> None:
    """The year and the month of the day that the text speaks from, and for aims the next year. `known`: what other periods there are."""
    said_as = role.value
    _add(found, str(anchor.year), f"year {said_as}", f"year {said_as} {known}")
    if anchor.on is not None:
        _add(found, f"{anchor.year}-{anchor.on.month:02}", f"this month {said_as}", f"this month {said_as} {known}")
    if role is Role.TARGET:
        _add(found, str(anchor.year + 1), f"next {known}")


def _of_years(found: Options, years: str, role: Role, known: str) -> None:
    """The span of years that a text is about, of which aims are for the end, and baselines for the start."""
    said_as = role.value
    _add(found, years, f"years {said_as}", f"years {said_as} {known}")
    if role is Role.TARGET:
        _add(found, years[-YEAR:], f"last year {known}")
    if role is Role.BASELINE:
        _add(found, years[:YEAR], f"first year {known}")


def _of_then(found: Options, context: Context, row: list[Item], draft: Draft) -> None:
    """The same months of the year before, or of the year named, where the figure is of those: cùng kỳ năm 2021 tăng 5,6%."""
    first = draft.amount.first
    at = next((at for at in range(first - 1, max(-1, first - THEN_WITHIN), -1) if row[at].text in ".;," or SAME in row[at].means), -1)
    if at < 0 or SAME not in row[at].means:
        return
    said = next((item.period.period for item in row[at + 1 : first] if item.period and item.period.period), None)
    own = next((item.period.period for item in reversed(row[max(0, at - REACH) : at]) if item.period and item.period.period), None)
    for base, tag in ((own, "sent"), (context.period, "par"), (context.own_period, "doc")):
        if base is not None and "/" not in base.text and len(base.text) != DAY:
            year = said.start_on.year if said else base.start_on.year - 1
            text, told = f"{year}{base.text[YEAR:]}", f"{said is not None} {own is not None}"
            _add(found, text, f"then {tag}", f"then {tag} {told}", f"then {draft.head is LEVEL}")


def _add(found: Options, text: str, *traits: str) -> None:
    found.setdefault(text, []).extend(traits)


def _in_sentence(found: Options, row: list[Item], draft: Draft, role: Role, kind: str) -> tuple[int, str]:
    """Periods before the figure in its sentence; returns how many are not compared with, and whether the sentence speaks of now."""
    now, count = "no", 0
    for at in range(draft.amount.first - 1, max(-1, draft.amount.first - REACH), -1):
        item = row[at]
        if now == "no" and item.text in NOW:
            now = "own" if at >= draft.floor else "far"
        period = item.period.period if item.period else None
        if period is None:
            continue
        where = "own" if at >= draft.floor else "sent"
        if compared(row, at):
            _add(found, period.text, f"comp {where}")
            continue
        count += 1
        spanned = whole(item, row[max(0, at - 6) : at])
        by = item.period is not None and item.period.by
        for text, tag in ((period.text, ""), (spanned.text if spanned else NONE, "W")):
            if text and (not tag or text != period.text):
                said = f"{tag}{where}"
                _add(found, text, f"{said} {min(count, 2)}", f"{said} {form(text)}", f"{said} now {now}", f"{said} by {by} {kind}")
                _add(found, text, f"{said} {min(count, 2)} {role.value}", f"{said} head {at < HEAD}")
                if role is Role.TARGET and len(text) > YEAR and draft.is_plan:
                    _add(found, text[:YEAR], f"Yr {where} {form(text)}")
    return count, now


def _behind(found: Options, row: list[Item], draft: Draft, ceiling: int) -> None:
    """The first period after the figure."""
    first = draft.amount.last + 1
    for at in range(first, min(ceiling, first + BEHIND - 1, len(row))):
        item = row[at]
        if item.text in ";.":
            return
        if item.period and item.period.period and not compared(row, at):
            apart = any(each.text in ",:()" for each in row[first:at])
            text = item.period.period.text
            _add(found, text, f"after pun {apart}", f"after {form(text)}", f"after near {at - first + 1 < NEAR}")
            return


def _carried(found: Options, context: Context, role: str, now: str, has: str) -> str:
    """The period at the head of the paragraph, else that of a paragraph before; returns whether there is the first."""
    if context.period:
        found.setdefault(context.period.text, [])
        return "par"
    if context.before:
        text = context.before.text
        _add(found, text, f"before {has} {min(FAR, context.away)}", f"before {role} {has}", f"before now {now}")
        _add(found, text, f"before own {context.own_period is not None}")
    return "none"


def _recent(found: Options, context: Context, start: int, role: str, has: str) -> None:
    """The last periods named before the sentence that begins at `start`."""
    told = context.told
    last, here = bisect_left(told.starts, start), bisect_right(told.sentences, start)
    for back, at in enumerate(range(last - 1, max(-1, last - 1 - RECENT), -1)):
        within = "p" if told.starts[at] >= context.block else "x"
        away = min(FAR, here - bisect_right(told.sentences, told.starts[at]))
        text = told.texts[at]
        _add(found, text, f"Q{back} {within} {away} {has}", f"Q {within} {form(text)} {has}", f"Q {within} {role} {has}")


def form(text: str) -> str:
    """The sort of a period by its exchange form."""
    if "/" in text:
        return "span" if len(text) == YEARS else "dayspan"
    if len(text) in (0, YEAR, DAY):
        return {0: "none", YEAR: "year", DAY: "day"}[len(text)]
    return FORMS.get(text[YEAR + 1], "month")


def _relation(text: str, on: date | None, now: int) -> str:
    """How a period lies to the time that the text speaks from: its day, if known, and its year, 0 if unknown."""
    if not text or not now:
        return "?" if text else "none"
    year = int(text[:YEAR])
    if len(text) == YEARS and "/" in text:
        return "over" if int(text[-YEAR:]) < now else "ahead" if year > now else "running"
    if year != now or on is None:
        return str(max(-FAR, min(FAR, year - now)))
    period = Period.parse(text)
    return "0 ahead" if period.start_on > on else "0 past" if period.end_on < on else "0 now"
