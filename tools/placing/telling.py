"""The file of the weights and the table of how they are weighed, as Giaoban has them."""

from hashlib import sha256
from io import BytesIO

import numpy as np

from giaoban.directives.repetition.placed_network import Tables
from giaoban.directives.repetition.placed_weighing import Weighing

LETTERS = 12
MEANINGS = {
    "weights": "first letters of the SHA-256 of placed.npz: positions are kept with them, and are made anew under others",
    "looked_at": "chance by the trees alone from which on two wordings are placed",
    "odds": "what the logarithm of the odds by the trees counts",
    "nearness": "what the nearness of the two places counts, -1 to 1",
    "level": "what is added to both",
    "short": "chance by both from which on it was asked before: wordings of at most twenty words",
    "long": "the same of longer ones",
}


def packed(tables: Tables) -> bytes:
    """The file, the same for the same tables; not packed closer, so that it is read at once."""
    file = BytesIO()
    np.savez(file, **tables)
    return file.getvalue()


def stamp(file: bytes) -> str:
    """What tells a file of weights from others."""
    return sha256(file).hexdigest()[:LETTERS]


def told(weighing: Weighing) -> str:
    """The table."""
    rows = [("name", "value", "meaning"), *((name, getattr(weighing, name), meaning) for name, meaning in MEANINGS.items())]
    return "".join(f"{name}\t{value}\t{meaning}\n" for name, value, meaning in rows)
