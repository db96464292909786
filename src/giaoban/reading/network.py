"""What a small convolutional network makes of fragments, from the likeness of words and from what stands around.

A syllable is known by its vector, so a word never met in an annotated text weighs what words like it weigh. Several networks, trained alike
from different beginnings, are added up (`reading.layers`). Weights: `weights/network.npz`, trained by `giaoban.reading.learning.network`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

import numpy as np
import numpy.typing as npt

from giaoban.reading.chances import LABELS
from giaoban.reading.fragments import Fragment
from giaoban.reading.layers import HIGH, Array, Layers, Tables, Whole
from giaoban.reading.paragraphs import Key, Paragraph
from giaoban.reading.syllables import FOLDED, Syllables
from giaoban.reading.traits import GROUPS, beside, content, farther
from giaoban.reading.weights import SHIPPED, Weights

OPENS = 4
"""Added to the row of `CAPITALS` of a syllable that opens its fragment."""
CAPITALS = np.array([[row & 1, row >> 1 & 1, row >> 2] for row in range(8)], np.float32) * HIGH
WORD = "¤"
"""In place of any word."""
PLAIN = ["\t" + " ".join([WORD] * size) for size in range(9)]
UNKNOWN = 0
"""Row of the syllables that have no vector."""
WINDOW = 1024
"""Fragments heard at once: bounds the memory of a long text."""
REMEMBERED = 20_000
"""Rows of traits, and syllables as written, remembered before the memory is emptied."""
Named = tuple[object, ...]
"""A group of traits and its key, or a place beside a fragment and the shape of what stands there."""
NO_NAME: Named = ("", "")
"""Of the row without any traits."""
SIDES = ("own", "last", "next", "before last", "after next")
AWAY = (0, -1, 1, -2, 2)
"""How far from a fragment those stand that are to it what `SIDES` names."""
ALONE = [(0,) * len(SIDES)] * 2
"""In place of the two fragments before the first of a paragraph, and after its last."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The fragments of a text as the layers take them.

    forms     per syllable its place among the network's `Forms`
    starts    per fragment its first syllable
    rows      per fragment its rows of traits: those of `SIDES`, then those of its keys
    """

    forms: npt.NDArray[np.int32]
    starts: Whole
    rows: npt.NDArray[np.int32]


class Forms(dict[str, int]):
    """The forms of syllables met, by the syllable as written: of several that the network cannot tell apart there is one.

    told  per form the row of its vector and that of its capitals; behind each stands the same form where it opens a fragment
    """

    def __init__(self, words: dict[str, int]) -> None:
        self.words = words
        self.told: list[tuple[int, int]] = []
        self._known: dict[tuple[int, int], int] = {}

    def __missing__(self, said: str) -> int:
        form = self[said] = self.of(self.words.get(FOLDED[said], UNKNOWN), capital(said))
        return form

    def of(self, word: int, capitals: int) -> int:
        """The form with these rows, `capitals` without the mark of what opens a fragment."""
        form = self._known.setdefault((word, capitals), len(self.told))
        if form == len(self.told):
            self.told += [(word, capitals), (word, capitals + OPENS)]
        return form

    def deaf(self, form: int) -> int:
        """The form of a syllable that is not known, with the capitals of another."""
        capitals = self.told[form][1]
        return self.of(UNKNOWN, capitals % OPENS) + capitals // OPENS


class Grouped(dict[Key | str, int]):
    """The rows of one group of traits, by their keys; or those of what stands to one side, by as much of its shape as counts there."""

    def __init__(self, network: "Network", group: int | str) -> None:
        self.network, self.group = network, group

    def __missing__(self, key: Key | str) -> int:
        row = self[key] = self.network.row((self.group, key))
        return row


class Network:
    """One or more trained networks over the same syllables and traits. `named`: what each row of traits stands for that was met so far."""

    def __init__(self, tables: Tables) -> None:
        self.words: dict[str, int] = {word: at for at, word in enumerate(tables["syllables"].tolist())}
        self.known: dict[str, int] = {name: at for at, name in enumerate(tables["traits"].tolist())}
        self.vectors = np.asarray(tables["vectors"], np.float32)
        self.members = [Layers(tables, str(number)) for number in range(int(tables["members"]))]
        self.margin = max((member.reach for member in self.members), default=0)
        self._forget()

    def _forget(self) -> None:
        self.forms = Forms(self.words)
        self.named: list[Named] = [NO_NAME]
        self._names: list[list[int]] = [[]]
        self._groups = [Grouped(self, group) for group in range(len(GROUPS))]
        self._beside = [Grouped(self, side) for side in SIDES]
        self._near: dict[str, tuple[int, ...]] = {}

    def weigh(self, paragraphs: Sequence[Paragraph]) -> Whole:
        """For each fragment of all paragraphs what each label weighs, in 256ths of a logarithm of odds, up to what all labels share."""
        if not any(each.parts for each in paragraphs):
            return np.zeros((0, len(LABELS)), np.int64)
        return self.sums(self.heard(paragraphs))

    def heard(self, paragraphs: Iterable[Paragraph]) -> Heard:
        """The fragments of all paragraphs, one after the other."""
        if len(self._names) > REMEMBERED or len(self.forms) > REMEMBERED:
            self._forget()
        said: list[str] = []
        starts: list[int] = []
        opens: list[int] = []
        keys: list[tuple[Key, ...]] = []
        shapes: list[tuple[int, ...]] = []
        places: list[int] = []
        for each in paragraphs:
            for line, first, last, at in syllables_of(each):
                start = len(said)
                starts.append(start)
                opens.append(start + at - first)
                said += line.said[first:last]
            shapes += ALONE
            places += range(len(shapes), len(shapes) + len(each.parts))
            shapes += map(self._shape, each.parts)
            keys += each.keys
        rows = self._rows(np.array([*shapes, *ALONE], np.int32), np.array(places, np.int64), keys)
        forms = np.fromiter(map(self.forms.__getitem__, said), np.int32, len(said))
        forms[opens] += 1
        return Heard(forms, np.array(starts, np.int64), rows)

    def values(self, first: int = 0) -> Array:
        """What the layers take of each form from `first` on: its vector and its capitals."""
        told = np.array(self.forms.told[first:], np.int64).reshape(-1, 2)
        return np.concatenate([self.vectors[told[:, 0]], CAPITALS[told[:, 1]]], 1)

    def _rows(self, shapes: npt.NDArray[np.int32], places: Whole, keys: list[tuple[Key, ...]]) -> npt.NDArray[np.int32]:
        """Per fragment the rows of its own shape, of those beside it and of its keys; `places`: where it stands in `shapes`."""
        rows = np.empty((len(places), len(AWAY) + len(GROUPS)), np.int32)
        for column, away in enumerate(AWAY):
            rows[:, column] = shapes[places + away, column]
        for column, (known, of) in enumerate(zip(self._groups, zip(*keys, strict=True), strict=True), len(AWAY)):
            rows[:, column] = np.fromiter(map(known.__getitem__, of), np.int32, len(places))
        return rows

    def _shape(self, part: Fragment) -> tuple[int, ...]:
        shape = shape_of(part)
        found = self._near.get(shape)
        if found is None:
            beside, farther = f"{part.mark}\t\t{part.kinds}\t{WORD}", f"\t\t{part.kinds}\t{WORD}"
            said = shape, beside, beside, farther, farther
            found = self._near[shape] = tuple([known[of] for known, of in zip(self._beside, said, strict=True)])
        return found

    def row(self, name: Named) -> int:
        """The place of a row of traits met for the first time."""
        self.named.append(name)
        self._names.append([self.known[trait] for trait in traits_of(name) if trait in self.known])
        return len(self._names) - 1

    def traits_at(self, rows: npt.NDArray[np.int32]) -> list[list[int]]:
        """Per fragment the traits of its rows, by their place in `known`."""
        return [sorted({trait for row in each for trait in self._names[row]}) for each in rows.tolist()]

    def sums(self, heard: Heard) -> Whole:
        """What `weigh` gives, of fragments heard."""
        self._remember()
        size = len(heard.starts)
        return np.concatenate([self._window(heard, start, min(size, start + WINDOW)) for start in range(0, size, WINDOW)])

    def _remember(self) -> None:
        for member in self.members:
            member.remember(self._names)
            member.remember_forms(self.forms, self.values)

    def _window(self, heard: Heard, start: int, end: int) -> Whole:
        """What all members say of fragments `start` to `end`, which are heard with what stands around them."""
        size = len(heard.starts)
        first, last = max(0, start - self.margin - 1), min(size, end + self.margin + 1)
        left, right = heard.starts[first], heard.starts[last] if last < size else len(heard.forms)
        forms, starts, rows = heard.forms[left:right], heard.starts[first:last] - left, heard.rows[first:last]
        said = sum((member.weigh(forms, starts, rows) for member in self.members), np.zeros((last - first, len(LABELS)), np.int64))
        return np.asarray(said[start - first : end - first])

    def without(self, paragraphs: Sequence[Paragraph], first: int, last: int) -> Iterator[tuple[str, Whole]]:
        """What fragments `first` to `last` (counted through all paragraphs) weigh: first as heard, then with each syllable not heard."""
        heard = self.heard(paragraphs)
        deaf = [self.forms.deaf(form) for form in heard.forms.tolist()]
        self._remember()
        yield "", self._window(heard, first, last)
        fragments = [line.words[start:end] for each in paragraphs for line, start, end, _ in syllables_of(each)]
        words = [word for said in fragments[first:last] for word in said]
        for place, word in enumerate(words, start=int(heard.starts[first])):
            changed = heard.forms.copy()
            changed[place] = deaf[place]
            yield word, self._window(replace(heard, forms=changed), first, last)


def syllables_of(paragraph: Paragraph) -> Iterator[tuple[Syllables, int, int, int]]:
    """Per fragment its sentence, the first of its syllables there with the marks before it, the one after its last, and which opens it."""
    reached, within = 0, -1
    for part, index in zip(paragraph.parts, paragraph.within, strict=True):
        yield paragraph.lines[index], reached if index == within else 0, part.last, part.first
        reached, within = part.last, index


def shape_of(part: Fragment) -> str:
    """A fragment without its words, only how many there are, written as `Fragment.said` is."""
    return part.shape + PLAIN[min(8, len(part.words))]


@cache
def capital(word: str) -> int:
    """Which row of `CAPITALS` a syllable has: begins with a capital, has more of them."""
    return (1 if word[0].isupper() else 0) + (2 if len(word) > 1 and word.isupper() else 0)


def named(paragraph: Paragraph) -> Iterator[Named]:
    """The names of all rows of traits, fragment by fragment."""
    shapes = [shape_of(part) for part in paragraph.parts]
    for away, side in ((0, "own"), (1, "last"), (-1, "next"), (2, "before last"), (-2, "after next")):
        seen = shapes[: len(shapes) - away] if away >= 0 else shapes[-away:]
        yield from ((side, shape) for shape in seen)
    for keys in paragraph.keys:
        yield from enumerate(keys)


def traits_of(name: Named) -> list[str]:
    """The traits of a row, words left out: those go by their vectors."""
    where, key = name
    if isinstance(where, int):
        return GROUPS[where](key)  # type: ignore[arg-type]
    said, side = str(key), str(where)
    made = content(said) if side == "own" else beside(said, side) if side in ("last", "next") else farther(said, side)
    return [trait for trait in made if WORD not in trait]


@cache
def network(learned: Weights = SHIPPED) -> Network:
    """The network with the weights that come with the package, or with others."""
    with np.load(BytesIO(learned.data("network.npz"))) as tables:
        return Network(dict(tables))
