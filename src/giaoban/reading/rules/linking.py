"""What each figure of a sentence is: an observation, a comparison of the one before it, or nothing.

One pass from left to right. Every decision has a name (`Draft.why`), so that it can be shown and measured.
"""

from dataclasses import dataclass, field

from giaoban.model import Comparison, Measure, Span
from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.comparisons import against, comparison, may_compare, plan_follows
from giaoban.reading.rules.indicators import Name, counts, name_after, name_before, said, verb_zone
from giaoban.reading.rules.quantities import Amount
from giaoban.reference.units import Kind

HEADS = (Cue.MULTIPLE, Cue.TO_DOWN, Cue.UP, Cue.DOWN, Cue.EQUAL, Cue.SHARE, Cue.TO_UP, Cue.LEVEL, Cue.HAS, Cue.FROM, Cue.AGAIN)
CHANGES = frozenset((Cue.UP, Cue.DOWN, Cue.MULTIPLE))
GROWTH = ("tăng trưởng", "tốc độ tăng", "mức tăng", "tốc độ phát triển")
RATES = ("tốc độ", "mức", "tỷ lệ", "tỉ lệ", "tổng mức", "nhịp độ")
NOMINAL = ("tổng", "số", "tỷ lệ", "tỉ lệ", "lượng", "dân số", "diện tích", "giá trị", "trị giá", "thu", "chi", "vốn", "doanh thu", "kim ngạch", "mức", "quy mô", "sản lượng", "năng suất", "lũy kế", "luỹ kế")
LASTING = ("thời gian", "tuổi thọ", "thời hạn", "bình quân", "tiến độ", "chậm")
UNNAMED = 20
"""A thing counted that no table knows is taken from this number on, or with a verb of having before it."""


@dataclass(slots=True)
class Draft:
    """A figure on its way to an observation.

    name      the indicator as written; empty until one is known
    start     where its span starts
    head      the verb cue that governs it
    zone      the first item of its verbs
    why       the name of the decision that made it one
    """

    amount: Amount
    name: str
    start: int
    end: int
    head: Cue | None
    zone: int
    measure: Measure = Measure.LEVEL
    baseline: bool = False
    own: bool = False
    why: str = ""
    compared: list[tuple[Amount, Cue | None, int]] = field(default_factory=list)
    comparisons: tuple[Comparison, ...] = ()


@dataclass(slots=True)
class Line:
    """A sentence while it is linked."""

    row: list[Item]
    amounts: list[Amount]
    text: str
    span: Span
    drafts: list[Draft] = field(default_factory=list)


def link(line: Line, carried: str) -> list[Draft]:
    """The observations of a sentence. `carried`: the indicator of the sentence before, for a figure without a name."""
    for index, amount in enumerate(line.amounts):
        floor = line.amounts[index - 1].last + 1 if index else 0
        ceiling = line.amounts[index + 1].first if index + 1 < len(line.amounts) else len(line.row)
        zone = verb_zone(line.row, amount, floor)
        head = _head(line.row, zone, amount.first)
        before = name_before(line.row, zone, floor)
        if _is_comparison(line, amount, head, before, floor):
            line.drafts[-1].compared.append((amount, head, ceiling))
        elif why := _is_observation(line, amount, head, before, ceiling):
            line.drafts.append(_draft(line, amount, head, before, zone, ceiling, why, carried))
    return line.drafts


def _head(row: list[Item], zone: int, first: int) -> Cue | None:
    for item in reversed(row[zone:first]):
        for cue in HEADS:
            if cue in item.means:
                return cue
    return None


def _is_comparison(line: Line, amount: Amount, head: Cue | None, before: Name, floor: int) -> bool:
    if not line.drafts or before or any(item.text == ";" for item in line.row[floor : amount.first]):
        return False
    if head in CHANGES:
        return may_compare(amount) or _same_unit(amount, line.drafts[-1].amount)
    return may_compare(amount) and (plan_follows(line.row, amount) or head is Cue.EQUAL)


def _same_unit(amount: Amount, other: Amount) -> bool:
    return bool(amount.unit.text) and amount.unit.text.split(" ")[-1] == other.unit.text.split(" ")[-1]


def _is_observation(line: Line, amount: Amount, head: Cue | None, before: Name, ceiling: int) -> str:
    """The name of the reason to take the figure as an observation; empty where there is none."""
    kind = amount.unit.kind
    if kind in (Kind.TALK, Kind.ROOM, Kind.CLOCK):
        return ""
    if kind is Kind.TIME:
        return "lasting" if before and said(line.row, before, line.text).lower().startswith(LASTING) else ""
    if kind in (Kind.SHARE, Kind.POINTS, Kind.MONEY, Kind.MEASURE):
        return "measured"
    if kind is Kind.TIMES:
        return "multiple" if head in CHANGES else ""
    if kind is Kind.THING:
        return "counted"
    if not amount.unit.text:
        return "unitless" if head in (Cue.LEVEL, Cue.TO_UP, Cue.TO_DOWN) and before and amount.value > UNNAMED else ""
    return "guessed" if amount.value >= UNNAMED or amount.unit.power else ""


def _draft(line: Line, amount: Amount, head: Cue | None, before: Name, zone: int, ceiling: int, why: str, carried: str) -> Draft:
    row, text = line.row, line.text
    after = name_after(row, amount, ceiling)
    name, start, end = _named(line, amount, head, before, after, zone)
    if not name:
        name = line.drafts[-1].name if line.drafts else carried
    draft = Draft(amount, name, min(start, amount.start), max(end, amount.end), head, zone, own=bool(before), why=why)
    draft.measure = _measure(row, draft, text)
    return draft


def _named(line: Line, amount: Amount, head: Cue | None, before: Name, after: Name, zone: int) -> tuple[str, int, int]:
    """The indicator and the span it gives the observation."""
    row, text = line.row, line.text
    first_words = said(row, before, text) if before else ""
    if counts(amount) and amount.unit.text:
        return _count_name(line, amount, head, before, after, first_words)
    if before:
        grown = _grown(row, before, zone, amount, text)
        if after and amount.unit.kind is Kind.SHARE and head not in (Cue.LEVEL, Cue.SHARE, Cue.UP, Cue.TO_UP, Cue.TO_DOWN, Cue.EQUAL, Cue.FROM):
            return f"{grown} {said(row, after, text)}", row[before.first].start, row[after.last].end
        return grown, row[before.first].start, amount.end
    if after and amount.unit.kind in (Kind.SHARE, Kind.MEASURE) and head not in (Cue.SHARE, Cue.EQUAL):
        return said(row, after, text), amount.start, row[after.last].end
    growth = next((item for item in row[zone : amount.first] if item.text in GROWTH), None)
    if growth is not None:
        return growth.text, growth.start, amount.end
    return "", amount.start, amount.end


def _grown(row: list[Item], before: Name, zone: int, amount: Amount, text: str) -> str:
    """The name, with "tăng trưởng" where the verb belongs to it (tốc độ │ tăng trưởng)."""
    name = said(row, before, text)
    if name.lower() in RATES and zone < amount.first and row[zone].means & CHANGES:
        return f"{name} {text[row[zone].start : row[zone].end]}"
    return name


def _count_name(line: Line, amount: Amount, head: Cue | None, before: Name, after: Name, first_words: str) -> tuple[str, int, int]:
    row, text = line.row, line.text
    noun = amount.unit.text.split("/")[0]
    noun = noun[len(amount.unit.power) :].strip()
    if before and head is Cue.LEVEL and first_words.lower().startswith(NOMINAL):
        return first_words, row[before.first].start, amount.end
    if after:
        return f"{noun} {said(row, after, text)}", amount.start, row[after.last].end
    if before:
        words = first_words.split(" ")
        return (f"{noun} {first_words}" if noun not in first_words else first_words), row[before.first].start, amount.end
    return noun, amount.start, amount.end


def _measure(row: list[Item], draft: Draft, text: str) -> Measure:
    name = draft.name.lower()
    if draft.head in CHANGES:
        return Measure.CHANGE
    if draft.amount.unit.kind is Kind.SHARE:
        if any(word in name for word in GROWTH) and "tỷ lệ tăng" not in name:
            return Measure.CHANGE
        if plan_follows(row, draft.amount):
            return Measure.ATTAINMENT
    return Measure.LEVEL
