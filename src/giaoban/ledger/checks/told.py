"""Parts that a sentence itself tells behind their whole: together, or one alone, no more than it.

    "3.120 hộ, gồm 2.410 hộ nông nghiệp, 890 hộ dịch vụ"      3.300 of 3.120: a contradiction
    "84 hộ nghèo (thôn Đông 31 hộ, thôn Tây 28 hộ, …)"         so in brackets
    "500 lao động, trong đó 320 nữ, 240 người dân tộc"         one may be both: nothing is said

Whatever is counted, be its name known or not; only where the sentence is at hand. What "trong đó" opens may overlap, so that its sum is
only doubted. Of parts that come to less nothing is said: some may not have been told. What must and must not be found:
corpus/told_parts.tsv.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import islice
from operator import add

from giaoban.ledger.checks.parts import CHECK, ceilings, sums
from giaoban.ledger.conversion import convert, fits
from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.entries import Entry, InDocument
from giaoban.ledger.facts import Facts, Figure
from giaoban.ledger.intervals import NOUGHT
from giaoban.model import Measure

WAYS = ("way-correct-reading", "way-explain")
LEAD = re.compile(r"(?P<some>\btrong đó\b)|(?P<all>\b(?:bao gồm|gồm(?: có)?|chia ra)\b)(?P<list> ?:)?|(?P<bracket>(?<!\S)\()")
"""What opens the parts of what was just told: some of them, or all."""
FAR = 90
"""Code points between a whole and the words that open its parts, and between two parts."""
ENDS = r"\.(?=\s|$)|\n"
STOP = re.compile(
    rf"{ENDS}|\b(?:riêng|trong đó|ngoài ra|trong khi|so với|cùng kỳ|kế hoạch|dự toán|trước đó|lũy kế|năm|tháng|quý|mỗi|bình quân|tổng)\b"
)
"""Behind it what is told is no part any more."""
CROSSING = re.compile(
    r"\b(?:nữ|nam|dân tộc|tôn giáo|đảng viên|đoàn viên|trẻ|tuổi|nghèo|trực tuyến|đúng hạn|mới|cũ|trên|dưới|đại học|qua|bằng|lần đầu"
    r"|người cao tuổi|khuyết tật|chính sách|tái|đã|chưa|còn|sử dụng đất|bị)\b",
    re.IGNORECASE,
)
"""Words by which some of a whole are told that may be among others of it: nữ, đảng viên."""
BETWEEN = re.compile(rf";|{ENDS}")
"""What parts those words from the figure."""
LEAST = 2
"""Parts that can be added; a bracket with one tells something else of the figure."""


@dataclass(frozen=True, slots=True)
class Told:
    """A whole with the parts told behind it; `all_told` where the words say that they are all of it."""

    whole: Figure
    parts: tuple[Figure, ...]
    all_told: bool


def told_parts(facts: Facts) -> Iterator[Discrepancy]:
    """Parts of a sentence that are more than the whole before them, where that is not known of these figures by their names."""
    found = list(_found(facts))
    known = {id(each.inputs[0]) for check in (sums, ceilings) for each in check(facts)} if found else set()
    return (each for each in found if id(each.inputs[0]) not in known)


def beside(entries: Iterable[Entry]) -> set[InDocument]:
    """The words of figures behind which the same record tells another one near enough to be part of them."""
    ends: dict[str, list[int]] = defaultdict(list)
    sources = {each.source for each in entries if isinstance(each.source, InDocument) and each.cell.measure is Measure.LEVEL}
    for source in sources:
        ends[source.document].append(source.span.end)
    for each in ends.values():
        each.sort()
    return {
        each
        for each in sources
        if (at := bisect_right(ends[each.document], each.span.end)) < len(ends[each.document])
        and ends[each.document][at] - each.span.end <= 2 * FAR
    }


def _found(facts: Facts) -> Iterator[Discrepancy]:
    for each in told(facts):
        whole = each.whole.open
        larger = [part for part in each.parts if part.open.low > whole.high]
        if larger:
            yield _larger(facts, each.whole, larger[0])
        elif len(each.parts) >= LEAST and (total := reduce(add, (part.open for part in each.parts))).low > whole.high:
            crossing = any(CROSSING.search(facts.name(part.entry)) for part in each.parts)
            if each.all_told or not crossing:
                value = sum((part.value for part in each.parts), NOUGHT)
                yield _exceeds(facts, each, Implied(value, total, each.whole.quantity.unit))


def told(facts: Facts) -> Iterator[Told]:
    """Every figure whose sentence tells parts of it."""
    for figures in _by_document(facts):
        for at, figure in enumerate(figures):
            sentence = facts.sentences.get(_source(figure))
            if sentence and (found := _of(figure, sentence.after, islice(figures, at + 1, None))):
                yield found


def _by_document(facts: Facts) -> Iterator[list[Figure]]:
    """The levels of each record of which sentences are known, in the order in which they end."""
    documents = {each.document for each in facts.sentences}
    found: dict[str, list[Figure]] = defaultdict(list)
    for (cell, _role), entries in facts.reports.items():
        for entry in entries if cell.measure is Measure.LEVEL else ():
            if isinstance(entry.source, InDocument) and entry.source.document in documents:
                found[entry.source.document].append(facts.figure(entry))
    for figures in found.values():
        yield sorted(figures, key=lambda each: _source(each).span.end)


def _of(whole: Figure, after: str, behind: Iterable[Figure]) -> Told | None:
    """The whole with its parts, if the words `after` it open any; `behind` are the figures that end later."""
    lead = LEAD.search(after, 0, FAR)
    if lead is None or BETWEEN.search(after, 0, lead.start()) or (lead["bracket"] and lead.start() > 1):
        return None
    parts: list[Figure] = []
    end, stops, reached = _source(whole).span.end, _stop(after, lead), lead.end()
    for each in behind:
        at = _source(each).span.end - end
        if at == 0:
            continue
        part = _in(each, whole.quantity.unit)
        if not reached < at <= min(stops, reached + FAR) or part is None or part.entry.role is not whole.entry.role:
            break
        parts.append(part)
        reached = at
    enough = LEAST if lead["bracket"] else 1
    return Told(whole, tuple(parts), lead["some"] is None) if len(parts) >= enough else None


def _stop(after: str, lead: re.Match[str]) -> int:
    """Where the parts end that `lead` opens."""
    if lead["bracket"]:
        closed = after.find(")", lead.end())
        return closed if closed >= 0 else 0
    stop = STOP.search(after, lead.end())
    end = stop.start() if stop else len(after)
    semicolon = after.find(";", lead.end(), end)
    return end if semicolon < 0 or lead["list"] else semicolon


def _in(part: Figure, unit: str) -> Figure | None:
    """The figure in the unit of the whole; None for a share, and where it counts something else. Hộ kinh doanh are hộ."""
    own = part.quantity.unit
    if not unit or unit == "%" or ("/" in unit and own != unit):
        return None
    if own.startswith(f"{unit} "):
        return part
    if not fits(own, unit):
        return None
    quantity = convert(part.quantity, unit)
    tens = quantity.value.adjusted() - part.value.adjusted()
    return replace(part, quantity=quantity, tens=part.tens + tens, open=part.open.shifted(tens))


def _larger(facts: Facts, whole: Figure, part: Figure) -> Discrepancy:
    values = said(indicator=facts.name(part.entry), value=part.entry.quantity, other=facts.name(whole.entry), limit=whole.entry.quantity)
    inputs = (part.entry, whole.entry)
    return Discrepancy(CHECK, Severity.CONTRADICTION, inputs, "part-exceeds", values, found=part.entry.quantity, ways=WAYS)


def _exceeds(facts: Facts, each: Told, implied: Implied) -> Discrepancy:
    whole = each.whole.entry
    values = said(indicator=facts.name(whole), whole=whole.quantity, total=implied.rough(whole.quantity.unit), count=len(each.parts))
    inputs = (whole, *(part.entry for part in each.parts))
    severity = Severity.CONTRADICTION if each.all_told else Severity.DOUBT
    return Discrepancy(CHECK, severity, inputs, "sum-exceeds", values, implied, whole.quantity, whole.cell, ways=WAYS)


def _source(figure: Figure) -> InDocument:
    if not isinstance(figure.entry.source, InDocument):
        raise TypeError("a figure of a record has its words")
    return figure.entry.source
