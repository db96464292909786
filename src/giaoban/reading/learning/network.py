"""Trains the networks that `reading.network` runs, and turns their weights into whole numbers.

Syllables keep the vectors they are given: those were trained on much more text than anybody has annotated.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt

from giaoban.reading.layers import HANDED, MOST, Array
from giaoban.reading.learning.examples import Labelled
from giaoban.reading.learning.layers import UNIT, Lesson, Sizes, Tables, forward, learn, lesson
from giaoban.reading.network import Network, named, traits_of
from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.syllables import folded

SEEN = 15
"""How often a trait must be met."""
WIDE = 4.0
"""Values of vectors farther from the middle, in standard deviations, are cut."""
SHARE = 99.95
"""Percentile of the values of a layer that its whole numbers reach."""
STEP = 127
"""The largest weight."""
ONE = 256
Blocks = Sequence[Labelled]
Said = Callable[[str], None]
SHAPES = {"0,0%": "0%", "00": "0", "0.0": "0.0", "19xx": "19xx"}
"""Shapes of numbers as the given vectors and as `reading.syllables` name them."""


def vectors(words: Sequence[str], given: npt.NDArray[Any]) -> tuple[list[str], npt.NDArray[np.int8]]:
    """Syllables as the reader folds them with their vectors in whole numbers; the first row is that of unknown ones, all nothing."""
    made: dict[str, int] = {}
    for at, word in enumerate(words):
        made.setdefault(SHAPES.get(word, word) if word[:1].isdigit() else folded(word), at)
    made.setdefault("0000", made.get("0.0", 0))
    values = given[list(made.values())].astype(np.float64)
    whole = np.clip(np.rint(values * (STEP / (WIDE * values.std()))), -STEP, STEP).astype(np.int8)
    return ["", *made], np.concatenate([np.zeros((1, values.shape[1]), np.int8), whole])


def trained(
    texts: Sequence[Blocks],
    words: Sequence[str],
    given: npt.NDArray[Any],
    seeds: Iterable[int],
    sizes: Sizes,
    said: Said,
    first: Collection[int] = (),
) -> bytes:
    """The file `network.npz`.

    texts         their blocks, labelled; one without blocks teaches nothing
    words, given  syllables and their vectors, as `vectors` makes them
    seeds         one network for each
    first         places of the texts that only the first epochs hear
    """
    tables: dict[str, npt.NDArray[Any]] = {
        "syllables": np.array(words), "vectors": given, "traits": np.array(_traits(texts)), "members": np.array(0),
    }  # fmt: skip
    deaf = Network(tables)
    heard = [place for place, blocks in enumerate(texts) if blocks]
    lessons = [lesson_of(deaf, texts[place]) for place in heard]
    once = {at for at, place in enumerate(heard) if place in first}
    for number, seed in enumerate(seeds):
        learned: Tables = {}
        for epoch, (surprise, reached) in enumerate(learn(lessons, sizes, seed, once), start=1):
            learned = reached
            said(f"network {number + 1}: epoch {epoch} of {sizes.epochs}, surprise {surprise:.3f}")
        tables |= {f"{number} {name}": table for name, table in whole(learned, lessons, sizes).items()}
        tables["members"] = np.array(number + 1)
    return packed(tables)


def packed(tables: dict[str, npt.NDArray[Any]]) -> bytes:
    """The tables as the bytes of one file, which `reading.network` opens."""
    file = BytesIO()
    np.savez_compressed(file, **tables)  # type: ignore[arg-type]
    return file.getvalue()


def _traits(texts: Iterable[Blocks]) -> list[str]:
    rows = Counter(name for blocks in texts for paragraph, _ in blocks for name in named(paragraph))
    met: Counter[str] = Counter()
    for name, count in rows.items():
        met.update(dict.fromkeys(traits_of(name), count))
    return sorted(name for name in met if met[name] >= SEEN)


def lesson_of(deaf: Network, blocks: Blocks) -> Lesson:
    """Annotated blocks as the layers are trained on them, heard as the reader hears them."""
    paragraphs: list[Paragraph] = [paragraph for paragraph, _ in blocks]
    heard = deaf.heard(paragraphs)
    traits = np.zeros((len(heard.starts), len(deaf.known)), np.float32)
    for at, row in enumerate(deaf.traits_at(heard.rows)):
        traits[at, row] = 1.0
    return lesson(deaf.values()[heard.forms], heard.starts, traits, np.array([label for _, labels in blocks for label in labels]))


def whole(learned: Tables, lessons: Sequence[Lesson], sizes: Sizes) -> dict[str, npt.NDArray[Any]]:
    """Trained weights as whole numbers of 8 bits (16 where they are only added), with what scales the sums of each layer."""
    passed = [forward(learned, each, sizes) for each in lessons]
    hand = float(np.percentile(np.concatenate([each.own.ravel() for each in passed]), SHARE)) / HANDED
    most = float(np.percentile(np.concatenate([each.near[-1].ravel() for each in passed]), SHARE)) / MOST
    words, unit = _rounded(learned["words"] / UNIT)
    made: dict[str, npt.NDArray[Any]] = {
        "words": words,
        "opened": np.rint(learned["opened"] / unit).astype(np.int32),
        "scale words": (unit / hand).astype(np.float32),
        "steps": np.array(sizes.steps),
    }
    made["handed"], unit = _rounded(learned["handed"] * hand)
    made["traits"] = np.rint(learned["traits"] / unit).astype(np.int16)
    made["level"], made["scale first"] = np.rint(learned["level"] / unit).astype(np.int32), (unit / most).astype(np.float32)
    for step in sizes.steps:
        made[f"far {step}"], unit = _rounded(learned[f"far {step}"] * most)
        made[f"level {step}"] = np.rint(learned[f"level {step}"] / unit).astype(np.int32)
        made[f"scale {step}"] = (unit / most).astype(np.float32)
    made["labels"], unit = _rounded(learned["labels"] * most)
    made["level labels"] = np.rint(learned["level labels"] / unit).astype(np.int32)
    made["scale labels"] = (unit * ONE).astype(np.float32)
    return made


def _rounded(weights: Array) -> tuple[npt.NDArray[np.int8], Array]:
    """Weights as whole numbers, and per column what one of them is worth."""
    unit = np.maximum(np.abs(weights).max(0), 1e-9) / STEP
    return np.rint(weights / unit).astype(np.int8), unit.astype(np.float32)
