"""Observations: figures with what they count, how firmly, in what role, over which period and of which place.

What must and must not be read: corpus/observations.tsv.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from giaoban.model import BlockKind, Comparison, Found, Measure, Meeting, Observation, Period, Quantity, Role, Span
from giaoban.reading.choosing import weighing
from giaoban.reading.engine import Page, rule
from giaoban.reading.items import Marked, items, telling
from giaoban.reading.marks import AgencyMention, PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.figures import dating
from giaoban.reading.rules.figures.amounts.over_times import of_times
from giaoban.reading.rules.figures.amounts.quantities import Amount, amounts
from giaoban.reading.rules.figures.attained import attained, reached_by_another, told_again
from giaoban.reading.rules.figures.beginnings import begins_as_usual
from giaoban.reading.rules.figures.comparing.bases import comparisons
from giaoban.reading.rules.figures.comparing.changed_since import joined
from giaoban.reading.rules.figures.confidence import confidence
from giaoban.reading.rules.figures.contexts import FIRST_ITEMS, Context, enter, head_of, opening
from giaoban.reading.rules.figures.counting import admitting
from giaoban.reading.rules.figures.counting.admitting import Judge
from giaoban.reading.rules.figures.dating import dated
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.glued import heading_end
from giaoban.reading.rules.figures.linking import link
from giaoban.reading.rules.figures.measured import measure_by_name
from giaoban.reading.rules.figures.names.carried import carried_name, leave_names
from giaoban.reading.rules.figures.names.headed_lists import COLON, headed_name, list_head
from giaoban.reading.rules.figures.names.item_above import lend, listed, only_numbers
from giaoban.reading.rules.figures.names.item_by_item import leads_item
from giaoban.reading.rules.figures.names.labelled_deeds import with_label
from giaoban.reading.rules.figures.names.phrasing import TABLE, Phrasing, Scale, scale
from giaoban.reading.rules.figures.names.sums import averaged, of_deed
from giaoban.reading.rules.figures.names.taken_over import money_of, rate_before, taken_over
from giaoban.reading.rules.figures.names.whose import labelled_who, of_label
from giaoban.reading.rules.figures.names.without_whose import without_whose
from giaoban.reading.rules.figures.placing import weighed
from giaoban.reading.rules.figures.placing.placed import Placed, placed, spelled
from giaoban.reading.rules.figures.placing.surroundings import Surroundings, surroundings
from giaoban.reading.rules.figures.roles.roles import left_open, roles
from giaoban.reading.rules.figures.roles.timing import timed
from giaoban.reading.rules.figures.said_periods import no_such_day
from giaoban.reading.rules.figures.tables.grid import Table
from giaoban.reading.rules.figures.tables.rule import tabled
from giaoban.reading.sentences import Sentence
from giaoban.reading.syllables import Syllables, sign
from giaoban.reference.units import Kind

REPEATED = frozenset((BlockKind.TITLE, BlockKind.HEADING))
"""Blocks whose figures are left out where the body says them again."""
DIGIT = re.compile(r"\d")
HAS_DIGIT = sign(holding=DIGIT)
REPEATED_FROM = 60
"""Code points from which a sentence said twice is the same figures said again, not a refrain."""
HEAD = 160
"""Code points at the start of a sentence in which a period is said of what follows."""
NUMBERED = re.compile(r"\d+(?:[.,]\d+)*[.)](?!\d)")
"""How an item of a numbered list begins."""
INDENT = 4
DOUBTED = 0.3
"""How sure a figure is at most whose own words name a day that no calendar has."""
DEBRIS = 3
"""So many upright strokes in a sentence are the rules of a table that a scan took for letters; nor is a row of more cells a sentence."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """Who says what is a figure, and the weights that choose among names, among periods and among places; without any the rules decide."""

    judge: Judge

    name: Scale | None
    period: Mapping[str, int]
    place: Mapping[str, int]


@dataclass(slots=True)
class Figured:
    """A figure with all that is said of it.

    end  the item at which its words end
    """

    draft: Draft
    end: int
    role: Role
    period: Period | None
    placed: Placed
    compared: tuple[Comparison, ...]


@rule(makes=Observation, needs=(Table, Sentence, Syllables, PeriodMention, PlaceMention, AgencyMention, TimeAnchor, Meeting))
def observations(page: Page) -> Iterator[Found[Observation]]:
    """Each figure that counts something, from sentences and tables, with all that is said of it."""
    held: list[Found[Observation]] = []
    for line, figures in figured(page):
        before, held = joined(held, [_found(each, line) for each in figures], line.row)
        yield from before
    yield from held


def figured(page: Page) -> Iterator[tuple[Line, list[Figured]]]:
    """The sentences that tell figures, with what is said of each."""
    context = opening(page)
    period, place = (weighing(choice, page.weights, TABLE) for choice in (dating.CHOICE, weighed.CHOICE))
    weights = Weighing(admitting.judge(page.weights), scale(page.weights), period, place)
    around = surroundings(page) if weights.place else None
    for line in lines(page, context):
        yield line, _of_line(line, context, weights, around)


def lines(page: Page, context: Context) -> Iterator[Line]:
    """The sentences with figures, the context going along with them; rows of tables are read by their headings.

    A long sentence that stands twice in a text, word for word, is read where it stands first.
    """
    in_tables = tabled(page)
    said: set[str] = set()
    before: Found[Syllables] | None = None
    for found in page.all(Syllables):
        span, block = found.span, found.what.sentence.block
        if block.span.start in in_tables or len(block.cells) > DEBRIS:
            continue
        if len(span) >= REPEATED_FROM:
            words = _on_one_line(span.of(page.text))
            if words in said:
                continue
            said.add(words)
        if span.start <= block.span.start + INDENT:
            head_of(context, page.text, block)
        digit = DIGIT.search(page.text, span.start, span.end) if found.what.signs & HAS_DIGIT else None
        if digit and page.text.count("|", span.start, span.end) < DEBRIS:
            line = _line(page.text, found, marked(page, span), digit.start())
            if line.amounts:
                heading = span.end if block.kind in REPEATED else heading_end(page.text, found.what, span.end)
                line.amounts = [amount for amount in line.amounts if amount.start >= heading or not _said_again(page.text, amount)]
            enter(context, line, block.span.start)
            line.before = partial(_whole_line, page, before) if before else None
            yield line
            before = None if line.drafts else found
            continue
        before = found
        if found.what.words and found.what.words[-1].endswith(COLON):
            yield Line(items(found.what, page.text, [], span.start + HEAD, FIRST_ITEMS), [], page.text, span)


def _whole_line(page: Page, found: Found[Syllables]) -> Line:
    return Line(items(found.what, page.text, marked(page, found.span)), [], page.text, found.span)


def _on_one_line(said: str) -> str:
    """A blank wherever there are blanks; of other kinds only tabs are left in a sentence of a page."""
    return " ".join(said.split()) if "  " in said or "\t" in said else said


def _of_line(line: Line, context: Context, weights: Weighing, around: Surroundings | None) -> list[Figured]:
    if only_numbers(line.row):
        return []
    line.lent, line.headed = context.lent, bool(context.headed)
    drafts = link(line, context.name, weights.judge)
    context.lent = lend(line, drafts)
    if not (drafts and (listed(line.row) or leads_item(line))):
        context.headed = list_head(line)
    if not drafts:
        return []
    phrasing = None if weights.name is None else Phrasing(line, weights.name)
    colon = labelled_who(line) if context.named or context.headed else 0
    for at, draft in enumerate(drafts):
        reached = drafts[at - 1].amount.last if at else -1
        if context.headed and not at and (of_label(line.row, colon, -1, draft) if colon else leads_item(line)):
            draft.name, draft.start, draft.end = headed_name(context.headed, draft), draft.amount.start, draft.amount.end
        elif colon and money_of(draft.amount) in context.named and of_label(line.row, colon, reached, draft):
            draft.name, draft.start, draft.end = context.named[money_of(draft.amount)], draft.amount.start, draft.amount.end
        elif phrasing:
            if rate := rate_before(line, drafts, at, context.named.get(Kind.SHARE.value, "")):
                draft.name = rate
            else:
                phrasing.phrased(draft, taken_over(line, drafts, at), carried_name(line, context, at))
        draft.name = of_deed(line, draft)
        draft.name = with_label(line, draft)
        draft.name = averaged(line, draft)
        measure_by_name(line.row, draft)
        attained(line.row, draft, planned=context.planned)
        reached_by_another(line, drafts, at, context.reached)
        told_again(line.row, draft, context.measure)
    leave_names(context, line, drafts)
    context.measure = drafts[-1].measure
    whole = _whole(line, drafts)
    context.name, context.sort = whole.name, whole.amount.unit.kind
    said = roles(line, drafts, left_open(context, line.row))
    context.aimed = context.block if set(said) == {Role.TARGET} else -1
    last = ends(line, drafts)
    periods = dated(context, line, drafts, said, last, weights.period)
    places = [placed(context, around, line, draft, end, weights.place) for draft, end in zip(drafts, last, strict=True)]
    without_whose(line, drafts, (each.name for each in places))
    context.placed = spelled(places[-1])
    said = timed(line, drafts, said, periods, context)
    told = zip(drafts, last, said, periods, places, comparisons(line, drafts, periods, context), strict=True)
    figures = [Figured(*each) for each in told]
    if (planned := of_plan(figures)) is not None:
        context.named[Kind.SHARE.value] = context.reached = planned
    context.planned = any(tells_plan(each.draft.measure, each.compared) for each in figures[-2:])
    return figures


def of_plan(figures: list[Figured]) -> str | None:
    """The name of the last figure, share or sum, of which it is told how much of its plan it is; None where a share is told behind it."""
    for each in reversed(figures):
        if tells_plan(each.draft.measure, each.compared):
            return each.draft.name
        if each.draft.amount.unit.kind is Kind.SHARE:
            return None
    return None


def _whole(line: Line, drafts: list[Draft]) -> Draft:
    """The figure whose name goes on to the next sentence: the last, or that of which it is a part: GDP tăng 7%, trong đó dịch vụ 9%."""
    for at in range(len(drafts) - 1, 0, -1):
        if "trong đó" in [item.text for item in line.row[drafts[at - 1].amount.last + 1 : drafts[at].amount.first]]:
            return drafts[at - 1]
    return drafts[-1]


def tells_plan(measure: Measure, compared: tuple[Comparison, ...]) -> bool:
    """Whether it is told of a figure how much of a plan it is."""
    return measure is Measure.ATTAINMENT or any(each.kind is Measure.ATTAINMENT for each in compared)


def ends(line: Line, drafts: list[Draft]) -> list[int]:
    """The item at which the words of each figure end."""
    return [*(draft.zone for draft in drafts[1:]), len(line.row)]


def _said_again(text: str, amount: Amount) -> bool:
    written = text[amount.start : amount.end].split(" ", 1)[0].rstrip("%")
    return text.count(written) > 1


def _line(text: str, found: Found[Syllables], marks: list[Marked], first: int) -> Line:
    """The sentence in items with its amounts; only its head where every digit belongs to a period or a name.

    first  where its first digit stands
    """
    span = found.span
    if _digits_outside(text, span, marks, first):
        row = items(found.what, text, marks)
        line = Line(row, of_times(amounts(row, text), row), text, span)
        periods = [mark.what for mark in marks if isinstance(mark.what, PeriodMention)]
        line.signs, line.timed, line.unreal = telling(found.what), bool(periods), any(period.impossible for period in periods)
        return line
    return Line(items(found.what, text, marks, span.start + HEAD, FIRST_ITEMS), [], text, span)


def _digits_outside(text: str, span: Span, marks: list[Marked], first: int) -> bool:
    """Whether a digit stands there that neither belongs to a mark nor numbers an item of a list."""
    numbered = NUMBERED.match(text, first, marks[0].span.start if marks else span.end) if first == span.start else None
    reached = max(first, numbered.end()) if numbered else first
    for mark in marks:
        if DIGIT.search(text, reached, mark.span.start):
            return True
        reached = mark.span.end
    return DIGIT.search(text, reached, span.end) is not None


def marked(page: Page, span: Span) -> list[Marked]:
    """Periods, places and agencies of the sentence, the longer where they overlap."""
    found: list[Marked] = [*page.within(PeriodMention, span), *page.within(PlaceMention, span), *page.within(AgencyMention, span)]
    if len(found) < 2:
        return found
    found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    kept: list[Marked] = []
    for mark in found:
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return kept


def _found(figured: Figured, line: Line) -> Found[Observation]:
    draft, role, period = figured.draft, figured.role, figured.period
    amount = draft.amount
    sign = -1 if draft.falls else 1
    upper = None if amount.value_to is None else sign * amount.value_to
    quantity = Quantity(sign * amount.value, amount.unit.text, amount.bound, upper)
    what = Observation(draft.name, quantity, draft.measure, role, period.text if period else None, figured.placed.name, figured.compared)
    sure = confidence(draft, draft.own and begins_as_usual(draft.name), role)
    if stamp := admitting.STAMPS.get(draft.why, ""):
        sure = round(min(sure, draft.spot.chance), 2)
    if line.unreal and no_such_day(line.row, draft, figured.end):
        sure = min(sure, DOUBTED)
    return Found(what, Span(draft.start, draft.end), stamp, sure)
