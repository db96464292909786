"""The judgement on fragments: part of a directive, of a strength, of a shortcoming, or of nothing.

A linear chain: each trait of a fragment has a weight for each label, each label one for following another. The weights are a table
(`weights/clauses.tsv`), trained from annotated records by `giaoban.reading.learning`.

Weights are whole numbers, 256ths of a logarithm of odds, kept for all seven labels in one integer so that a trait is weighed by one
addition; what a group of traits adds is remembered by the row that the network counts it by. Nothing here depends on the platform's
floating point.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from giaoban.reading.chances import LABELS, moves
from giaoban.reading.layers import Whole
from giaoban.reading.network import Named
from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.traits import GROUPS, traits
from giaoban.reading.weights import SHIPPED, Weights
from giaoban.reference.wording import kinds

FIELD = 24
"""Bits of one label's weight."""
ONE = 256
"""A weight of one."""
SHARE = 0.5
"""What the chain counts; the other half is the network's (`reading.network`)."""
LEVEL = sum(1 << (FIELD * place + FIELD - 1) for place in range(len(LABELS)))
REMEMBERED = 200_000
"""Fragments remembered before the memory is emptied, so that no text fills it."""

Beside = tuple[int, int, int, int, int]


class Written(Mapping[str, tuple[int, ...]]):
    """The weights of traits by name; `rows` are their numbers as written, read when asked for: of one text's traits few have any."""

    def __init__(self, rows: dict[str, str]) -> None:
        self.rows = rows

    def __getitem__(self, name: str) -> tuple[int, ...]:
        return tuple([int(each) if each else 0 for each in self.rows[name].split("\t")])

    def __contains__(self, name: object) -> bool:
        return name in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class Packed(dict[str, int]):
    """The packed weights of the traits whose names begin with `kind`, by the rest of the name, made when first asked for; 0 without any."""

    def __init__(self, kind: str, weights: Mapping[str, tuple[int, ...]]) -> None:
        self.kind, self.weights = kind, weights

    def __missing__(self, rest: str) -> int:
        name = self.kind + rest
        made = self[rest] = packed(self.weights[name]) if name in self.weights else 0
        return made

    def sum(self, names: Iterable[str]) -> int:
        """What all these weigh together."""
        return sum(map(self.__getitem__, names))


class Tables(dict[str, Packed]):
    """`Packed` by the kinds of traits, what stands before the "=" of their names."""

    def __init__(self, weights: Mapping[str, tuple[int, ...]]) -> None:
        self.weights = weights

    def __missing__(self, kind: str) -> Packed:
        made = self[kind] = Packed(f"{kind}=", self.weights)
        return made


class Judge:
    """Weights in use: `weigh` adds up those of words, `standing` all others; `moves` are the factors of following."""

    def __init__(self, weights: Mapping[str, tuple[int, ...]], steps: dict[tuple[str, str], int], bias: int = 0) -> None:
        self.weights = weights
        self._named, self._tables = Packed("", weights), Tables(weights)
        self.moves = moves([[steps.get((before, label), 0) * SHARE / ONE for label in LABELS] for before in LABELS])
        self.bias = bias
        self._words: dict[str, tuple[int, int, int]] = {}
        self._kinds: dict[str, Beside] = {}
        self._contents: dict[str, Beside] = {}
        self._rows: Sequence[Named] = ()
        self._weights = np.zeros((64, len(LABELS)), np.int64)
        self._reached = 0

    def weigh(self, paragraph: Paragraph) -> list[int]:
        """Per fragment the weights of all labels, packed: the sum over the traits of its words and of those beside it."""
        self._forget()
        contents = self._contents
        said = [contents.get(part.said) or self._content(part.said) for part in paragraph.parts]
        total = [LEVEL] * len(said)
        last = len(said) - 1
        for at, (own, behind, ahead, before, after) in enumerate(said):
            total[at] += own
            if at < last:
                total[at + 1] += behind
                if at + 1 < last:
                    total[at + 2] += before
            if at:
                total[at - 1] += ahead
                if at > 1:
                    total[at - 2] += after
        return total

    def standing(self, named: Sequence[Named], rows: npt.NDArray[np.int32]) -> Whole:
        """Per fragment the weights of all labels: the sum over the traits of its keys.

        named  what each row of traits stands for that was met so far (`Network.named`); `rows`: per fragment those of its keys
        """
        self._remember(named)
        sums = np.zeros((len(rows), len(LABELS)), np.int64)
        for column in rows.T:
            sums += self._weights.take(column, 0)
        return sums

    def _remember(self, named: Sequence[Named]) -> None:
        """Work out what rows weigh that are new; all of them where others are counted than before."""
        if named is not self._rows:
            self._rows, self._reached = named, 0
            self._named.clear()
        if self._reached == len(named):
            return
        if len(named) > len(self._weights):
            self._weights = np.concatenate([self._weights, np.zeros((len(named), len(LABELS)), np.int64)])
        self._weights[self._reached : len(named)] = unpacked([LEVEL + self._of_row(name) for name in named[self._reached :]])
        self._reached = len(named)

    def _of_row(self, name: Named) -> int:
        group, key = name
        return self._named.sum(GROUPS[group](key)) if isinstance(group, int) else 0  # type: ignore[arg-type]

    def _forget(self) -> None:
        if len(self._contents) > REMEMBERED:
            self._contents.clear()
            self._words.clear()
            self._tables.clear()

    def _content(self, said: str) -> Beside:
        """The traits that `content`, `beside` and `farther` name, word by word, so that a new fragment of known words costs little."""
        mark, letter, mask, joined = said.split("\t")
        words = joined.split(" ")
        first, end = words[0], words[-1]
        own, behind, ahead, before, after = self._kinds.get(mask) or self._kind(mask)
        table = self._tables
        own += table["first"][first] + table["last"][end] + table["mark"][mark] + table["letter"][letter]
        own += table["mark,first"][f"{mark} {first}"] + table["length"][str(min(len(words), 8))]
        behind += table["last nearest"][end] + table["last mark"][mark]
        ahead += table["next nearest"][first] + table["next mark"][mark]
        if len(words) > 1:
            own += table["first two"][f"{first} {words[1]}"]
            pair = table["b"]
            for left, right in pairwise(words):
                own += pair[f"{left} {right}"]
        for word in words:
            here, left_of, right_of = self._words.get(word) or self._word(word)
            own += here
            behind += left_of
            ahead += right_of
        made = self._contents[said] = (own, behind, ahead, before, after)
        return made

    def _word(self, word: str) -> tuple[int, int, int]:
        table = self._tables
        made = self._words[word] = (table["w"][word], table["last w"][word], table["next w"][word])
        return made

    def _kind(self, mask: str) -> Beside:
        names = kinds(int(mask))
        own, behind, ahead, before, after = (
            self._named.sum(f"{side}kind={name}" for name in names) for side in ("", "last ", "next ", "before last ", "after next ")
        )
        made = self._kinds[mask] = (own, behind, ahead, before, after)
        return made

    def reasons(self, paragraph: Paragraph, first: int, last: int, label: int) -> list[tuple[str, float]]:
        """The traits that weighed most for fragments `first` to `last` being of the kind of `label` and not nothing, heaviest first."""
        sums: dict[str, int] = {}
        for at in range(first, last):
            place = label if at == first else label + 1
            for name in traits(paragraph, at):
                if name in self.weights:
                    sums[name] = sums.get(name, 0) + self.weights[name][place] - self.weights[name][0]
        ranked = sorted(sums.items(), key=lambda each: (-abs(each[1]), each[0]))
        return [(name, weight / ONE) for name, weight in ranked if weight]


def unpacked(rows: Sequence[int]) -> Whole:
    """The weights of all labels, a row for each sum that holds `LEVEL`."""
    size = FIELD * len(LABELS) // 8
    fields = np.frombuffer(b"".join([row.to_bytes(size, "little") for row in rows]), np.uint8).reshape(-1, len(LABELS), FIELD // 8)
    return np.asarray(fields @ np.array([1, 1 << 8, 1 << 16], np.int64) - (1 << FIELD - 1))


def packed(weights: tuple[int, ...]) -> int:
    """Weights for all labels as one whole number, so that one addition adds them all; the first label stands lowest."""
    whole = 0
    for weight in reversed(weights):
        whole = (whole << FIELD) + weight
    return whole


def parse(table: str) -> tuple[Mapping[str, tuple[int, ...]], dict[tuple[str, str], int], int]:
    """Weights, steps and bias out of the table of weights. Lines that start with # are remarks."""
    rows = dict([line.split("\t", 1) for line in table.splitlines() if line and line[0] != "#"])
    bias = int(rows.pop("(bias)", 0))
    steps: dict[tuple[str, str], int] = {}
    for before in LABELS:
        if numbers := rows.pop(f"(after {before})", ""):
            steps |= {(before, label): int(each) for label, each in zip(LABELS, numbers.split("\t"), strict=True)}
    return Written(rows), steps, bias


@cache
def judge(learned: Weights = SHIPPED) -> Judge:
    """The judge with the weights that come with the package, or with others."""
    return Judge(*parse(learned.text("clauses.tsv")))
