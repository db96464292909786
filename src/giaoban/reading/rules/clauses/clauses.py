"""Clauses that count: what somebody shall do, what is well, what is not.

Fragments are weighed in the light of what stands around them, and the stretches that are likeliest finds are chosen (`reading.weighing`).
In a text without a meeting nothing counts where bodies of the state are few or clauses are. What must and must not be read:
corpus/findings.tsv, corpus/directives.tsv.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from giaoban.model import Found, Meeting, Polarity, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention
from giaoban.reading.paragraphs import Paragraph, Row, paragraphs
from giaoban.reading.rules.clauses.actors import after_actor, after_consent, after_cost
from giaoban.reading.rules.clauses.begins import after_body, after_lead, after_proposal, after_work, whole_name
from giaoban.reading.rules.clauses.behind import deed_behind, deed_opened, led_behind
from giaoban.reading.rules.clauses.brackets import balanced
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.headed import Headed, deed_of, headed
from giaoban.reading.rules.clauses.judged import as_headed, contrasted, turned, without_rest
from giaoban.reading.rules.clauses.minutes import accounts
from giaoban.reading.rules.clauses.nothing import OF_TIME, counts_for_nothing
from giaoban.reading.rules.clauses.ordered import as_asked
from giaoban.reading.rules.clauses.owning import owned_up
from giaoban.reading.rules.clauses.parting import PARTING, each_for_one
from giaoban.reading.rules.clauses.results import asks, judged_by_headings, under_results
from giaoban.reading.rules.clauses.sittings import of_the_sitting
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.clauses.tails import with_tail
from giaoban.reading.rules.clauses.together import parted_before_whom, with_whom
from giaoban.reading.rules.clauses.trims import (
    PAIR,
    THINGS,
    after_aside,
    after_case,
    after_kind,
    after_then,
    before_purpose,
    dashes,
    joins,
    must_behind,
    split_verb,
    thing_before,
    verbs_before,
)
from giaoban.reading.rules.clauses.unreal import is_unreal
from giaoban.reading.rules.clauses.wholes import wholes
from giaoban.reading.rules.clauses.worst import at_worst
from giaoban.reading.rules.named.papers import is_report
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.segments import Segment
from giaoban.reading.signals import Signals
from giaoban.reading.syllables import Syllables
from giaoban.reading.trust import confidence
from giaoban.reading.weighing import finds, weighed

POLARITIES = {"S": Polarity.STRENGTH, "H": Polarity.SHORTCOMING}
TOO_FEW = 2.5
"""Bodies and persons of office per thousand code points, below which a text without a meeting is not about the state's work."""
DOUBT = 1.0
"""What speaks against a clause in a text without a meeting that is no report in parts: by weights that had seen none, none was false."""
FEW = 3.0
"""Clauses in a text without a meeting, each counted by its chance, below which none counts: words of praise stand anywhere."""

MUST_BE = frozenset((" phải ", " cần ", " cần phải ", " phải được ", " cần được "))
PAIRS = frozenset((
    (("tập", "thể"), ("cá", "nhân")), (("hộ", "nghèo"), ("cận", "nghèo")), (("hộ", "nghèo"), ("hộ", "cận")),
    (("cán", "bộ"), ("công", "chức")), (("công", "chức"), ("viên", "chức")), (("gia", "súc"), ("gia", "cầm")),
    (("vật", "tư"), ("thiết", "bị")),
))  # fmt: skip
"""Things and people named together, that a comma parts and no two desks act on."""


BESIDE = frozenset((("chủ", "trì"), ("phối", "hợp")))
"""How a directive opens that may only say with whom the next is to be done."""
LONGEST_NAME = 200
"""Code points before a clause in which somebody's name begins that it may be a part of."""
NAMED = 60
"""Code points of the longest name between both."""


@rule(makes=Clause, needs=(Signals, BodyMention, Holder, Meeting, Speech))
def clauses(page: Page) -> Iterator[Found[Clause]]:
    """The stretches that count, each with its polarity (None for what shall be done) and its chance; nothing from a text of no fit kind."""
    about = kind_of_text(page)
    if about is None:
        return
    told = list(paragraphs((found.what for found in page.all(Signals)), about, len(page.document.blocks)))
    results, sections = [*under_results(page), *accounts(page)], judged_by_headings(page)
    meant = bool(page.all(Meeting)) or reports(page)
    doubt = 0.0 if meant else DOUBT
    found = [
        (paragraph, said)
        for paragraph, rows in zip(told, weighed(told, page.weights), strict=True)
        for one in wholes(paragraph, finds(paragraph, rows, page.weights, doubt))
        for part in each_for_one(paragraph, one)
        if not _done(paragraph, part, results)
        for each in (as_headed(paragraph, part, sections),)
        if not (counts_for_nothing(paragraph, each) or is_unreal(paragraph, each) or of_the_sitting(paragraph, each))
        for half in contrasted(paragraph, without_rest(paragraph, each))
        for said in each_for_one(paragraph, at_worst(paragraph, turned(paragraph, half, sections)))
    ]
    if meant or sum(each.chance for _, each in found) >= FEW:
        yield from _in_order(page, as_asked(page, found))


def kind_of_text(page: Page) -> Row | None:
    """Whether it reports a meeting and how thick with bodies it is; None where nothing in it can count."""
    named = len(page.all(BodyMention)) + len(page.all(Holder))
    density = 1000 * named / max(1, len(page.text))
    met = bool(page.all(Meeting)) or reports(page)
    if not met and density < TOO_FEW:
        return None
    return ("met" if met else "not met", f"bodies {min(4, int(density / 2))}")


def reports(page: Page) -> bool:
    """Whether a paper is a report in parts, one of which tells of results: what it says of work is judged as in a meeting."""
    return is_report(page) and bool(under_results(page))


def _done(paragraph: Paragraph, found: Segment, results: list[Span]) -> bool:
    """Whether work is listed under a heading of results: "II. KẾT QUẢ THÁNG 5 … - Tổ dân phố số 3: thu gom rác"."""
    line = paragraph.lines[paragraph.within[found.first]]
    at = line.starts[0]
    said = line.words[: paragraph.parts[found.first].last]
    return found.kind == "D" and any(each.start <= at < each.end for each in results) and not asks(said)


def _after_actor(page: Page, line: Syllables, first: int, end: int, opens: bool) -> int | None:
    """Where the action begins of a directive that starts with whoever acts."""
    after = after_work(line, first, end) or after_proposal(page, line, first, end) or after_body(page, line, first, end, opens)
    if after and (proposal := after_proposal(page, line, after, end)):
        return proposal
    return after_actor(page, line, after or first, end) or after or _after_else(page, line, first, end)


def _after_else(page: Page, line: Syllables, first: int, end: int) -> int | None:
    """The same behind a consent, a cost, a condition, or whom it is asked of by his kind."""
    return (
        after_consent(page, line, first, end)
        or after_cost(page, line, first, end)
        or after_kind(line, first, end)
        or after_then(line, first, end)
        or after_case(line, first, end)
    )


def _in_order(page: Page, found: Iterable[tuple[Paragraph, Segment]]) -> Iterator[Found[Clause]]:
    reached = 0
    last: Found[Clause] | None = None
    actors = headed(page)
    for paragraph, each in found:
        made = _clause(page, paragraph, each, reached, actors)
        if made.what.polarity is None and (_only_names(page, made) or _tells_who(actors, made)):
            continue
        if last:
            last, made = parted_before_whom(page, last, made)
        reached = made.span.end
        if last and goes_on(page, last, made):
            whole = replace(last.what, words=(*last.what.words, *made.what.words))
            last = Found(whole, Span(last.span.start, reached), last.rule, last.confidence)
            continue
        if last:
            yield with_tail(page, last, made.span.start)
        last = made
    if last:
        yield with_tail(page, last, len(page.text))


def _only_names(page: Page, made: Found[Clause]) -> bool:
    """Whether a directive is nothing but a part of somebody's name."""
    span, opened = made.span, max(made.what.line.starts[0], made.span.start - LONGEST_NAME)
    return any(each.span.start <= span.start and span.end <= each.span.end for each in page.within(BodyMention, Span(opened, span.end)))


def _tells_who(actors: Mapping[int, Headed], made: Found[Clause]) -> bool:
    """Whether a directive stands where an item tells at its end who is in charge: (Trung tâm Dịch vụ │tổng hợp phối hợp│)."""
    actor = actors.get(made.what.line.sentence.block.span.start)
    return actor is not None and actor.end is not None and made.span.start >= actor.end


def _before_who(actors: Mapping[int, Headed], line: Syllables, start: int, end: int) -> int:
    """Where a directive ends before it is told who is in charge: │chuẩn bị kỳ họp HĐND│ - Văn phòng HĐND và UBND."""
    actor = actors.get(line.sentence.block.span.start)
    told = actor.end if actor else None
    return told if told is not None and start < told < end else end


def goes_on(page: Page, last: Found[Clause], made: Found[Clause]) -> bool:
    """Whether a directive is the rest of the one before it: what must become of a thing, or only the time after a name that parted them.

    "công tác trả hồ sơ │phải bảo đảm đúng hẹn", "chủ trì, phối hợp với Sở Nội vụ │rà soát",
    "gửi Sở Tài nguyên và Môi trường │trong tháng 9", "kiểm điểm tập thể, │cá nhân để chậm"
    """
    if last.what.polarity or made.what.polarity or last.what.line is not made.what.line:
        return False
    between = page.text[last.span.end : made.span.start]
    if last.what.words[:PAIR] in BESIDE and with_whom(page, last.what.line, made.what.first) == last.what.first:
        return True
    if between == ", " and (last.what.words[-2:], made.what.words[:2]) in PAIRS:
        return True
    if between in MUST_BE:
        return " ".join(last.what.words[:2]) in THINGS or last.what.words[0] in THINGS
    return PARTING.isdisjoint(between) and len(between) <= NAMED and all(word in OF_TIME or not word.isalpha() for word in made.what.words)


BACK: tuple[Callable[[Page, Syllables, int], int], ...] = (
    lambda _page, line, first: split_verb(line, first),
    lambda _page, line, first: thing_before(line, first),
    lambda _page, line, first: verbs_before(line, first),
    before_purpose,
    deed_behind,
    deed_opened,
    led_behind,
    with_whom,
)
"""What a directive may have lost before its first syllable, each asked after the one above it."""


def _back(page: Page, line: Syllables, first: int, reached: int) -> int:
    """Where a directive begins with what it lost before syllable `first`, but not before `reached`."""
    for lost in BACK:
        at = lost(page, line, first)
        if line.starts[at] >= reached:
            first = min(first, at)
    return first


def _clause(page: Page, paragraph: Paragraph, found: Segment, reached: int, actors: Mapping[int, Headed]) -> Found[Clause]:
    """The clause of a stretch; `reached`: where the one before it ends; `actors`: the items that say who acts, as `headed`."""
    parts, within = paragraph.parts[found.first : found.last], paragraph.within
    line, polarity, first = paragraph.lines[within[found.first]], POLARITIES.get(found.kind), parts[0].first
    said = [(within[at], word) for at, part in enumerate(parts, found.first) for word in range(part.first, part.last)]
    words = [word for part in parts for word in part.words]
    words = words[: len(words) - joins(words)]
    closing, last = said[len(words) - 1]
    end = paragraph.lines[closing].ends[last]
    after = _after_actor(page, line, first, end, parts[0].body) if polarity is None else after_lead(line, first, end)
    behind = (after_aside(line, after or first, end) or after or must_behind(line, first, end)) if polarity is None else after
    begins = behind or first + dashes(words)
    if polarity and (owned := owned_up(line.words, begins)) is not None and line.starts[owned] >= reached:
        begins, words = owned, [*line.words[owned:first], *words]
    if line.starts[begins] >= end:
        begins = first
    if polarity and (named := whole_name(page, line, begins)) < begins and line.starts[named] >= reached:
        begins, words = named, [*line.words[named:begins], *words[max(0, begins - first) :]]
        first = named
    words = words[max(0, begins - first) :]
    proposed = begins > 1 and after_proposal(page, line, begins - 2, end) is not None
    if polarity is None and not proposed and (verb := _back(page, line, begins, reached)) < begins:
        begins, words = verb, [*line.words[verb:begins], *words]
    if polarity is None and (deed := deed_of(actors, line, begins, end)) != begins:
        begins, words = deed, [*line.words[deed:begins], *words[max(0, deed - begins) :]]
    start, end = balanced(page.text, line.starts[begins], end, max(reached, line.starts[0]))
    end = _before_who(actors, line, start, end) if polarity is None else end
    begun, closed = bisect_left(line.starts, start), bisect_left(line.starts, end)
    words = [*line.words[begun:begins], *words[max(0, begun - begins) :]]
    if end < line.ends[-1]:
        words = words[: max(1, closed - begun)]
    words = words or line.words[begun : max(begun + 1, closed)]
    sure = confidence(found.kind, found.chance, page.weights)
    return Found(Clause(polarity, line, begun, tuple(words)), Span(line.starts[begun], end), confidence=sure)
