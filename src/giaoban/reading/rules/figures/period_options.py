"""What the period of a figure may be when its own words name none: each period that the text names, with the traits that are weighed.

Of each is told where it was named and in what manner, how it lies to the day that the text speaks from, and what the figure is. The traits
and their weights: weights/figures.tsv, choice "period".
"""

from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache

from giaoban.model import Measure, Period, Role
from giaoban.reading.cues import LEVEL, SAME
from giaoban.reading.items import Item
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.drafts import REACH, Draft, Line
from giaoban.reading.rules.figures.said_periods import NOW, compared, whole

Options = dict[str, list[str]]
NONE = ""
"""The option that a figure has no period."""
HEAD = 8
BEHIND = 14
NEAR = 5
RECENT = 2
"""Periods named in earlier sentences that are looked at."""
REMEMBERED = 4096
"""Periods whose traits are remembered."""
FAR = 3
THEN_WITHIN = 8
YEAR, DAY, YEARS = 4, 10, 9
"""Lengths of the exchange forms of a year, a day and a span of years."""
FORMS = {"Q": "quarter", "H": "half", "M": "months"}


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
