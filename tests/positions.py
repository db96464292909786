"""Where the wordings of the pairs that measure lie (corpus/asked_before_positions.npz): to place two thousand anew takes up to a minute.

They are kept under the stamp of the weights that placed them. By other weights they lie elsewhere: then all are placed anew, and a test
says that they want keeping again, which `OPENBLAS_NUM_THREADS=1 python -m tests.positions` does.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256

import numpy as np

from giaoban.directives.repetition.placed import Position, placed, stamp
from tests.tables import CORPUS, table

KEPT = CORPUS / "asked_before_positions.npz"
HANDS = ("", "_others", "_third", "_fifth", "_sixth", "_seventh", "_eighth", "_ninth", "_tenth", "_eleventh")


def kept(wordings: Sequence[str]) -> Mapping[str, Position]:
    """Where each of these lies; those that are not kept are placed."""
    known = {each: lies for each in wordings if (lies := _kept().get(_sign(each))) is not None}
    return known | placed([each for each in wordings if each not in known])


def stamp_kept() -> str:
    """Of the weights by which they were placed."""
    with np.load(KEPT) as tables:
        return str(tables["stamp"])


@cache
def _kept() -> dict[int, Position]:
    if stamp_kept() != stamp():
        return {}
    with np.load(KEPT) as tables:
        return dict(zip(map(int, tables["signs"]), tables["positions"], strict=True))


def _sign(wording: str) -> int:
    return int.from_bytes(sha256(wording.encode()).digest()[:8], "big")


def keep() -> int:
    """Places all that is asked for when the pairs are weighed, and keeps it; how many that were."""
    from giaoban.directives.repetition.repetition import repeats

    found: dict[str, Position] = {}

    def place(wordings: Sequence[str]) -> Mapping[str, Position]:
        found.update(placed(wordings))
        return found

    repeats([(row["earlier"], row["now"]) for hand in HANDS for row in table(f"asked_before{hand}.tsv")], place)
    by_sign = sorted(((_sign(wording), lies) for wording, lies in found.items()), key=lambda each: each[0])
    signs, positions = zip(*by_sign, strict=True)
    np.savez_compressed(KEPT, stamp=stamp(), signs=np.array(signs, np.uint64), positions=np.array(positions, np.float16))
    return len(found)


if __name__ == "__main__":
    print(f"{keep()} positions in {KEPT}")
