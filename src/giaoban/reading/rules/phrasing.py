"""Which of the possible names of a doubtful figure is taken: the one whose traits weigh most (weights/figures.tsv, choice "name").

A trait is a word or class of word at the edges of a name or inside it, its form and length, and how near it is to what the rules took.
"""

from collections.abc import Mapping
from functools import lru_cache

from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.names import ACTORS, CARRIERS, LEADING, NOMINAL, OPENERS, TRAILING
from giaoban.reading.rules.drafts import Draft, Line
from giaoban.reading.rules.indicators import Name, begins_as_usual, opens
from giaoban.reading.rules.wordings import CUTS, Wording, worded, wordings
from giaoban.reference.units import Kind

CLASSES = (
    Cue.DONE, Cue.TARGET, Cue.ESTIMATE, Cue.AIM, Cue.LINK, Cue.STOP, Cue.UP, Cue.DOWN, Cue.HAS, Cue.LEVEL, Cue.SHARE, Cue.EQUAL,
    Cue.VERSUS, Cue.SAME, Cue.EACH, Cue.DUTY, Cue.SOFT, Cue.FROM, Cue.TO_UP,
)  # fmt: skip
"""Cues that are a class of words of their own, the first that a word gives."""
RANKED = frozenset(CLASSES)
SAME, AGREES, NEAR = 1.0, 0.6, 0.3
CHOICE, TABLE = "name", "figures.tsv"
Traits = list[str]


def doubtful(line: Line, draft: Draft) -> bool:
    """Whether weights do better than the rules: where the name is taken over, or stands with a measure and begins as such names do.

    A name that runs over another figure is left alone.
    """
    if not draft.own:
        return True
    over = draft.start < line.row[draft.floor].start
    return not over and draft.amount.unit.kind is not Kind.THING and begins_as_usual(draft.name)


def phrased(line: Line, draft: Draft, previous: str, carried: str, weights: Mapping[str, int]) -> str:
    """Give a draft the name that weighs most, and the span that goes with it; returns the name."""
    ways, names = ways_to_name(line, draft, previous, carried)
    known = weights.get
    totals = [sum([known(trait, 0) for trait in traits]) for traits in options(line, draft, ways, names)]
    best = totals.index(max(totals))
    if names[best] in ("", draft.name):
        return draft.name
    way, amount = ways[best], draft.amount
    draft.name = names[best]
    draft.start = line.row[way.before.first].start if way.before else amount.start
    draft.start = min(draft.start, line.row[way.verb.first].start if way.verb else amount.start, amount.start)
    draft.end = line.row[way.after.last].end if way.after else amount.end
    return draft.name


def ways_to_name(line: Line, draft: Draft, previous: str, carried: str) -> tuple[list[Wording], list[str]]:
    """The possible names of a figure, and their words."""
    ways = wordings(line, draft, previous, carried)
    return ways, [worded(way, line, draft) for way in ways]


def options(line: Line, draft: Draft, ways: list[Wording], names: list[str]) -> list[Traits]:
    """The traits of every way to name a figure."""
    unit = draft.amount.unit
    kind = unit.kind.value if unit.kind else "none" if unit.text else "bare"
    head = draft.head.value if draft.head else "no"
    taken = set(draft.name.lower().split())
    return [_traits(line, draft, way, _agreement(name, taken), kind, head) for way, name in zip(ways, names, strict=True)]


def _traits(line: Line, draft: Draft, way: Wording, agreement: str, kind: str, head: str) -> Traits:
    form = way.form
    traits = [f"l {_length(way)}", *_form(form, kind, head, agreement)]
    if way.before:
        _before(traits, line, draft, form, way.before)
    if way.after:
        row, after = line.row, way.after
        traits += [f"Aw1 {row[after.first].text}", f"Awa {_text(row, after.last + 1)}", f"Ab {klass(line, draft.amount.first - 1)}"]
    return traits


@lru_cache(maxsize=1 << 14)
def _form(form: str, kind: str, head: str, agreement: str) -> tuple[str, ...]:
    """What the form of a name, its unit and verb and the rules' own choice say, each alone and together."""
    return (
        f"f {form}", f"f {form} k {kind}", f"f {form} k {kind} h {head}",
        f"R {agreement}", f"R {agreement} h {head}", f"R {agreement} {form}", f"R {agreement} k {kind}",
    )  # fmt: skip


def _before(traits: Traits, line: Line, draft: Draft, form: str, name: Name) -> None:
    row, first, last = line.row, name.first, name.last
    traits += [
        f"b {klass(line, first - 1)}", f"a {klass(line, last + 1)}",
        f"w1 {row[first].text}", f"wz {row[last].text}", f"wa {_text(row, last + 1)}",
    ]  # fmt: skip
    found: dict[str, None] = {}
    for at in range(first + 1, last):
        found.update(_inside(line, at))
    traits += found
    if form in ("C", "NC"):
        at = last + 1
        while at < draft.spot.zone and row[at].text in TRAILING and row[at].text not in CUTS:
            at += 1
        after = klass(line, at + 1)
        traits += [f"cut {_text(row, at)} {after}", f"cut {after}", f"cut {klass(line, first)} {klass(line, at)} {after}"]


def _inside(line: Line, at: int) -> dict[str, None]:
    """What a word inside a name says of it: its classes, and what follows where the name might have been cut short."""
    known = line.insides.get(at)
    if known is not None:
        return known
    item = line.row[at]
    if item.is_mark or item.place or item.period:
        found = [f"i {item.text if item.is_mark else 'place' if item.place else 'period'}"]
    else:
        found = [f"i {cue.value}" for cue in item.means & RANKED]
        if item.text in CUTS:
            found += [f"i w {item.text}", f"keep {item.text} {klass(line, at + 1)}"]
        if opens(line.row, at, NOMINAL):
            found.append("i nominal")
    line.insides[at] = dict.fromkeys(found)
    return line.insides[at]


def klass(line: Line, at: int) -> str:
    """The class of the word at an item, as traits call it."""
    known = line.classes.get(at)
    if known is None:
        known = line.classes[at] = _klass(line.row, at)
    return known


def _klass(row: list[Item], at: int) -> str:
    if not 0 <= at < len(row):
        return "begin" if at < 0 else "end"
    item = row[at]
    if item.period or item.place:
        return "period" if item.period else "place"
    if item.is_numeral or item.is_mark:
        return "num" if item.is_numeral else item.text
    if item.means & RANKED:
        return next(cue.value for cue in CLASSES if cue in item.means)
    return next((name for name, words in WORDS if item.text in words), "") or _noun(row, at)


def _noun(row: list[Item], at: int) -> str:
    if opens(row, at, NOMINAL):
        return "nominal"
    return "thing" if Kind.THING in row[at].means else "actor" if row[at].text in ACTORS else "word"


WORDS = (("carrier", CARRIERS), ("cut", CUTS), ("opener", OPENERS), ("leading", LEADING))


def _text(row: list[Item], at: int) -> str:
    return row[at].text if 0 <= at < len(row) else ""


def _length(way: Wording) -> int:
    """How long a name is, the longer the more roughly."""
    size = way.noun + (way.carried.count(" ") + 1 if way.carried else 0)
    if way.before:
        size += way.before.last - way.before.first + 1
    if way.after:
        size += way.after.last - way.after.first + 1
    return size if size < 4 else 4 + (size - 4) // 2 if size < 12 else 8 + min(3, (size - 12) // 5)


def _agreement(name: str, taken: set[str]) -> str:
    """How many words a name shares with the one that the rules took."""
    words = set(name.lower().split())
    total = len(words) + len(taken)
    share = 2 * len(words & taken) / total if total else 1.0
    return "same" if share >= SAME else "agree" if share >= AGREES else "near" if share >= NEAR else "differ"
