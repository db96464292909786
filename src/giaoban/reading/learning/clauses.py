"""Everything that is learned about clauses from annotated texts: the chain, the parting of runs, the network, the confidence."""

from collections.abc import Callable, Collection, Iterable, Sequence
from math import log
from typing import Any

import numpy.typing as npt

from giaoban.reading.learning import network, splits
from giaoban.reading.learning.calibrating import line
from giaoban.reading.learning.chain import Learned, Settings, learn
from giaoban.reading.learning.examples import Labelled, chain_examples, split_cases
from giaoban.reading.learning.layers import Sizes
from giaoban.reading.learning.tables import chain_table, split_table
from giaoban.reading.trust import KINDS, table

Blocks = Sequence[Labelled]
Judged = tuple[str, float, bool]
"""Kind of a find read, its chance, and whether it agrees with a marked one."""
Said = Callable[[str], None]
SETTINGS, AGAIN, SIZES = Settings(), Settings(rounds=60), Sizes()
SEEDS = (1,)
"""One network is trained for each: of several added up, none read better."""
CLOSE = 0.002
"""Chances nearer to nothing or to one are taken for this far."""


def tables(
    texts: Sequence[Blocks], words: Sequence[str], vectors: npt.NDArray[Any], said: Said, first: Collection[int] = ()
) -> dict[str, bytes]:
    """The files that `reading.weights` holds, by name; the same texts give the same files.

    texts            the labelled blocks of each
    words, vectors   of syllables, as `network.vectors` makes them
    first            places of the texts that teach first, after which the others teach again, held to what all taught; they part no runs
    """
    rest = [blocks for place, blocks in enumerate(texts) if place not in first]
    learned = _chain(texts, SETTINGS, said)
    if first:
        again = _chain(rest, AGAIN, said, learned)
        learned = Learned(learned.weights | again.weights, again.steps)
    cases = [case for blocks in rest for case in split_cases(list(blocks))]
    return {
        "clauses.tsv": chain_table(learned).encode(),
        "splitting.tsv": split_table(splits.learn(cases)).encode(),
        "network.npz": network.trained(texts, words, vectors, SEEDS, SIZES, said, first),
    }


def _chain(texts: Sequence[Blocks], settings: Settings, said: Said, base: Learned | None = None) -> Learned:
    learned = Learned({}, [])
    examples = [each for blocks in texts for each in chain_examples(list(blocks))]
    for number, (cost, found) in enumerate(learn(examples, settings, base), start=1):
        learned = found
        said(f"chain: round {number} of {settings.rounds}, cost {cost:.0f}")
    return learned


def trust(judged: Iterable[Judged]) -> str:
    """How chances become confidence, by kind: a logistic regression on finds in texts not learned from."""
    by_kind: dict[str, list[tuple[float, bool]]] = {kind: [] for kind in KINDS}
    for kind, chance, right in judged:
        held = min(max(chance, CLOSE), 1 - CLOSE)
        by_kind[kind].append((log(held / (1 - held)), right))
    return table({kind: line(pairs) for kind, pairs in by_kind.items()})
