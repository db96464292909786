"""What speaks for a way to name a figure: its form, what stands at its edges and inside it, what it leaves out, what the rules took.

A way has *keys*: small tuples, each of which stands for the traits that `name_makers` makes of it. So a reader may remember what a key
weighs, and the words of a sentence are added up once for all ways that run over them.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from giaoban.reading.cues import Cue
from giaoban.reading.items import PUNCTUATION, Item
from giaoban.reading.names import ACTORS, CARRIERS, LEADING, NOMINAL, OPENERS, SURE, TRAILING
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reading.rules.figures.indicators import FIRST_WORDS, HARD, QUOTES, opens
from giaoban.reading.rules.figures.names.makers import Key
from giaoban.reading.rules.figures.names.senses import DEED, HEADS, counted_in, senses
from giaoban.reading.rules.figures.names.way import Wording
from giaoban.reading.rules.figures.names.wordings import CUTS
from giaoban.reference.units import Kind

THING = Kind.THING

CLASSES = (
    Cue.DONE, Cue.TARGET, Cue.ESTIMATE, Cue.AIM, Cue.LINK, Cue.STOP, Cue.UP, Cue.DOWN, Cue.HAS, Cue.LEVEL, Cue.SHARE, Cue.EQUAL,
    Cue.VERSUS, Cue.SAME, Cue.EACH, Cue.DUTY, Cue.SOFT, Cue.FROM, Cue.TO_UP,
)  # fmt: skip
"""Cues that are a class of words of their own, the first that a word gives."""
WORDS = {word: name for name, words in (("leading", LEADING), ("opener", OPENERS), ("cut", CUTS), ("carrier", CARRIERS)) for word in words}
CUT_SHORT = frozenset(("C", "NC"))
ENDS = frozenset((*HARD, *QUOTES)) - {")"}
FAR = 40
"""Items before a figure at which what a name leaves out is no longer looked at."""
MANY = 6
"""From which on things are counted as many."""
INSIDE, AFTER_INSIDE, LEFT_OUT, SPEAKS = "inside", "after inside", "left out", "of"
LONGEST = 12
"""Lengths that are told apart."""
SAME, AGREES, NEAR = 1.0, 0.6, 0.3


PAD = 3
"""Places before and after a sentence at which traits may look."""
WORD = re.compile(r"[^\W_]+")


class View:
    """A sentence as traits see it; lists begin `PAD` places before it and end as many after it.

    classes, texts  the class and the words of each item
    begun, ended    what the phrase speaks of that begins or ends with each item
    commas          per item of the sentence where what follows the last comma before it begins
    heads           per item of the sentence whether a name of a measured thing begins there: 0 no, 1 perhaps, 2 surely
    """

    def __init__(self, row: list[Item]) -> None:
        self.row = row
        self.heads = [opens(row, at, NOMINAL) + opens(row, at, SURE) if item.text in FIRST_WORDS else 0 for at, item in enumerate(row)]
        self.classes = ["begin"] * PAD + [_klass(item, head) for item, head in zip(row, self.heads, strict=True)] + ["end"] * PAD
        begun, ended = senses(row, self.classes[PAD:-PAD])
        self.begun = ["begin"] * PAD + begun + ["end"] * PAD
        self.ended = ["begin"] * PAD + ended + ["end"] * PAD
        self._heads: dict[str, list[int]] = {}
        self.texts = [""] * PAD + [item.text for item in row] + [""] * PAD
        self.commas = [0, *accumulate((at + 1 if item.text == "," else 0 for at, item in enumerate(row)), max)]
        self._bits: dict[str, int] = {}
        self._said: dict[str, int] = {}
        self._words = [-1] * len(row)

    def words(self, way: Wording, noun: int) -> int:
        """The words of a name, each as a bit of its own. `noun`: those of the thing counted."""
        found = noun if way.noun else 0
        if way.carried:
            found |= self.bits(way.carried)
        for part in (way.before, way.after, way.verb):
            if part is not None:
                for at in range(part.first, part.last + 1):
                    bits = self._words[at]
                    found |= bits if bits >= 0 else self._of(at)
        return found

    def bits(self, said: str) -> int:
        """The words of something said, each as a bit of its own."""
        if said in self._said:
            return self._said[said]
        known, found = self._bits, 0
        for word in WORD.findall(said.lower()):
            found |= known.setdefault(word, 1 << len(known))
        self._said[said] = found
        return found

    def heads_of(self, sense: str) -> list[int]:
        """How many phrases of a sense begin before each item, and in all."""
        found = self._heads.get(sense)
        if found is None:
            found = self._heads[sense] = [0, *accumulate([each == sense for each in self.begun[PAD:-PAD]])]
        return found

    def _of(self, at: int) -> int:
        item = self.row[at]
        known, found = self._bits, 0
        if not (item.place or item.period or item.text in PUNCTUATION):
            for word in item.text.split():
                found |= known.setdefault(word, 1 << len(known))
        self._words[at] = found
        return found


def _klass(item: Item, head: int) -> str:
    if item.period or item.place:
        return "period" if item.period else "place"
    if item.is_numeral or item.text in PUNCTUATION:
        return "num" if item.is_numeral else item.text
    if item.means and (cue := _cue(item.means)):
        return cue
    return WORDS.get(item.text, "") or ("nominal" if head else _noun(item))


@cache
def _cue(means: frozenset[Cue | Kind]) -> str:
    """The first class that a phrase's meanings give; empty where they give none. There are few sets of them."""
    return next((cue.value for cue in CLASSES if cue in means), "")


def _noun(item: Item) -> str:
    return "thing" if THING in item.means else "actor" if item.text in ACTORS else "word"


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Figure:
    """What all ways to name a figure have in common.

    kind, head   of its unit and verb
    noun         the thing counted; words: what the rules took for its name, as `View.words`
    before       the form in which the figure before it in the sentence was named
    zone, floor  as of its `Spot`; first, last: its items; left: where what a name may leave out begins
    counted      in what the unit counts, as `name_senses.HEADS`
    spoken       what the words before its verbs end by speaking of
    between      of what stands between the figure before and it: a head that goes with the unit, a head, a deed
    """

    kind: str
    head: str
    noun: str
    words: int
    before: str
    zone: int
    floor: int
    first: int
    last: int
    left: int
    counted: str
    spoken: str
    between: tuple[bool, bool, bool]


def figure(seen: View, draft: Draft, before: str) -> Figure:
    """What every way to name one figure has in common: its unit, its place in the row, what was named before."""
    unit, amount, zone = draft.amount.unit, draft.amount, draft.spot.zone
    kind = unit.kind.value if unit.kind else "none" if unit.text else "bare"
    noun = unit.text.split("/")[0][len(unit.power) :].strip().lower()
    lowest = max(0, zone - FAR)
    left = next((at + 1 for at in range(zone - 1, lowest - 1, -1) if seen.row[at].text in ENDS), lowest)
    head, words, counted = draft.head.value if draft.head else "no", seen.bits(draft.name), counted_in(unit, noun)
    said = seen.begun[min(draft.floor, zone) + PAD : zone + PAD]
    between = counted in said, not HEADS.isdisjoint(said), DEED in said
    spoken = seen.ended[zone + PAD - 1]
    return Figure(kind, head, noun, words, before, zone, draft.floor, amount.first, amount.last, left, counted, spoken, between)


def of_form(seen: View, of: Figure, form: str) -> tuple[Key, ...]:
    """What speaks for all ways of one form."""
    classes, before, after = seen.classes, of.first + PAD - 1, of.last + PAD + 1
    return (
        ("around", form, of.kind, classes[before], classes[after], classes[after + 1], of.spoken, of.counted, seen.begun[after]),
        ("unit", form, of.noun),
        ("after form", form, of.kind, of.before, classes[before]),
    )


def of_agreement(of: Figure, form: str, agreed: str) -> Key:
    """What speaks for a form that agrees so far with what the rules took."""
    return "form", form, of.kind, of.head, agreed


def of_first(seen: View, of: Figure, first: int, start: int, comma: int) -> tuple[Key, ...]:
    """What speaks for a name before the figure that begins at an item. `start`, `comma`: as `left_out` tells."""
    classes, texts, at = seen.classes, seen.texts, first + PAD
    head, heads = seen.heads[first], seen.heads[comma:first]
    return (
        ("begins", of.kind, classes[at - 2], classes[at - 1], classes[at], (first <= of.floor) + (first < of.floor)),
        ("first", texts[at]), ("led", texts[at - 1]),
        ("left", of.kind, max(heads, default=0), head, min(MANY + 1, first - start), min(MANY + 1, first - comma)),
    )  # fmt: skip


def of_last(seen: View, of: Figure, last: int) -> tuple[Key, ...]:
    """What speaks for a name before the figure that ends at an item."""
    classes, texts, at = seen.classes, seen.texts, last + PAD
    numbers = min(2, classes[at + 1 : min(at + FAR, of.first + PAD)].count("num"))
    return (
        ("ends", of.kind, classes[at], classes[at + 1], min(MANY, of.zone - 1 - last), numbers),
        ("last", texts[at], texts[at + 1]),
    )  # fmt: skip


def of_after(seen: View, of: Figure, last: int) -> tuple[Key, ...]:
    """What speaks for a name after the figure that ends at an item."""
    classes, texts, at, first = seen.classes, seen.texts, last + PAD, of.last + PAD + 1
    return (
        ("after", of.kind, texts[first], classes[first], classes[of.first + PAD - 1]),
        ("after ends", of.kind, classes[at], classes[at + 1], texts[at]),
        ("after next", texts[at + 1], classes[at + 2], min(8, at - first)),
        ("after speaks", seen.begun[first], of.counted, seen.ended[of.first + PAD - 1], seen.ended[at], seen.begun[at + 1]),
    )  # fmt: skip


def of_cut(seen: View, of: Figure, first: int, last: int) -> Key:
    """What speaks for a name being cut short."""
    at = last + 1
    while at < of.zone and seen.row[at].text in TRAILING and seen.row[at].text not in CUTS:
        at += 1
    classes = seen.classes
    return "cut", seen.texts[at + PAD], classes[first + PAD], classes[at + PAD], classes[at + PAD + 1]


def of_length(size: int) -> Key:
    """The key of a name of so many words."""
    return "length", size


def left_out(seen: View, of: Figure, first: int) -> tuple[int, int]:
    """Where what a name leaves out of its sentence begins; and the same within the last comma."""
    start = min(first, max(of.left, of.floor if first >= of.floor else 0))
    return start, max(start, seen.commas[first])


def in_series(seen: View, series: str) -> list[Key]:
    """The key of each item in a series: inside a name, in a name after its figure, left out of a name."""
    classes, texts, begun = seen.classes[PAD:-PAD], seen.texts[PAD:-PAD], seen.begun[PAD:-PAD]
    if series == SPEAKS:
        return [(series, sense) for sense in begun]
    if series == LEFT_OUT:
        return [(series, klass, sense) for klass, sense in zip(classes, begun, strict=True)]
    if series == AFTER_INSIDE:
        return [(series, klass, text, sense) for klass, text, sense in zip(classes, texts, begun, strict=True)]
    following = seen.classes[PAD + 1 :]
    return [
        ("inside cut", klass, text, after) if text in CUTS else (series, klass, text)
        for klass, text, after in zip(classes, texts, following, strict=False)
    ]


def agreement(words: int, taken: int) -> str:
    """How many words a name shares with the one that the rules took."""
    total = words.bit_count() + taken.bit_count()
    share = 2 * (words & taken).bit_count() / total if total else 1.0
    return "same" if share >= SAME else "agree" if share >= AGREES else "near" if share >= NEAR else "differ"


def length(way: Wording) -> int:
    """How long a name is, the longer the more roughly."""
    size = way.noun + (way.carried.count(" ") + 1 if way.carried else 0)
    if way.before is not None:
        size += way.before.last - way.before.first + 1
    if way.after is not None:
        size += way.after.last - way.after.first + 1
    return size if size < 4 else 4 + (size - 4) // 2 if size < 12 else 8 + min(3, (size - 12) // 5)
