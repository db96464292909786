"""Which of the periods that a text names is taken for a figure whose own words name none: the one whose traits weigh most.

A period may have been named earlier in the sentence, at the head of the paragraph, in the sentences or paragraphs before, or be the text's
own; or there is none (weights/figures.tsv, choice "period"). What the rules take is one trait among the others.
"""

from collections.abc import Mapping

from giaoban.model import Period, Role
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.contexts import Context, carried_to
from giaoban.reading.rules.figures.drafts import REACH, Draft, Line
from giaoban.reading.rules.figures.in_turn import told_in_turn
from giaoban.reading.rules.figures.period_options import NONE, YEAR, options
from giaoban.reading.rules.figures.said_periods import NOW, opening_day, own_mention, period_at
from giaoban.reading.rules.figures.spoken_periods import of_all_year, opened, reported_year, same_before, spoken

CHOICE = "period"
AGREES = 200
"""What it counts that a figure has the period of the one before it: docs/reading/tried/figures.md."""
OF_REPORT = 500
"""What speaks for the period that a report is of, besides."""
NEVER = -(1 << 30)


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
    for at, offered in enumerate(weighed[1:], start=1):
        agrees = AGREES if said[at] is said[at - 1] else 0
        heaviest = max(best, key=best.__getitem__)
        way = {text: text if best.get(text, NEVER) + agrees >= best[heaviest] else heaviest for text in offered}
        best = {text: offered[text] + best[way[text]] + agrees * (way[text] == text) for text in offered}
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
