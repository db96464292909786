"""Over which period a figure is, and of which place: from its own words, else carried over, else the text's own.

    "Năm 2019, TX Đông Triều … Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng"   2019, TX Đông Triều

What must and must not be read: corpus/contexts.tsv.
"""

from collections import Counter
from dataclasses import dataclass

from giaoban.model import Period
from giaoban.reading.cues import Cue
from giaoban.reading.engine import Page
from giaoban.reading.items import Item
from giaoban.reading.marks import AgencyMention, PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.linking import Draft, Line

OPENING = 1200
"""Code points at the start of a text in which its own period and place are named first."""
TERMS = ("nhiệm kỳ", "giai đoạn")
COMPARED = frozenset((Cue.VERSUS, Cue.SAME))
LOOK_BACK = 3


@dataclass(slots=True)
class Context:
    """What is carried over: the text's own period and place, and those of the last sentences."""

    anchor: TimeAnchor | None
    own_period: Period | None
    own_place: str | None
    period: Period | None = None
    place: str | None = None


def opening(page: Page) -> Context:
    """The context that a text starts with."""
    anchors = page.all(TimeAnchor)
    anchor = anchors[0].what if anchors else None
    return Context(anchor, _own_period(page, anchor), _own_place(page))


def _own_period(page: Page, anchor: TimeAnchor | None) -> Period | None:
    """The period of results that the text names most, its opening counting more; none that lies ahead or is a day."""
    weights: Counter[str] = Counter()
    known: dict[str, Period] = {}
    for found in page.all(PeriodMention):
        period, said = found.what.period, found.span.of(page.text).lower()
        if period is None or len(period.text) == 10 or "/" in period.text or said.startswith(TERMS) or found.what.by:
            continue
        if anchor and period.start_on.year not in (anchor.year, anchor.year - 1):
            continue
        before = page.text[max(0, found.span.start - 16) : found.span.start].lower()
        if "so với" in before or "cùng kỳ" in before or "nhiệm vụ" in before or "cuối năm" in said:
            continue
        known[period.text] = period
        weights[period.text] += 3 if found.span.start < OPENING else 1
    return known[max(weights, key=lambda text: weights[text])] if weights else None


def _own_place(page: Page) -> str | None:
    """The place or agency that the text names most, its opening counting more."""
    weights: Counter[str] = Counter()
    said: dict[str, str] = {}
    for found in [*page.all(PlaceMention), *page.all(AgencyMention)]:
        name = found.what.name
        key = name.lower()
        said.setdefault(key, name)
        weights[key] += 3 if found.span.start < OPENING else 1
    return said[max(weights, key=lambda text: weights[text])] if weights else None


def settle(context: Context, line: Line, draft: Draft) -> tuple[Period | None, str | None]:
    """The period and place of a figure."""
    return _period(context, line.row, draft), _place(context, line.row, draft)


def _period(context: Context, row: list[Item], draft: Draft) -> Period | None:
    for at in range(draft.amount.first - 1, -1, -1):
        item = row[at]
        if item.period and item.period.period and not _compared(row, at) and not item.text.startswith("nhiệm kỳ"):
            context.period = item.period.period
            return item.period.period
    return context.period or context.own_period


def _compared(row: list[Item], at: int) -> bool:
    return any(item.means & COMPARED for item in row[max(0, at - LOOK_BACK) : at])


def _place(context: Context, row: list[Item], draft: Draft) -> str | None:
    for at in range(draft.amount.first - 1, -1, -1):
        item = row[at]
        if item.place and not _compared(row, at):
            return item.place.name
    return context.own_place

