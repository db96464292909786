"""Passages in which the name of each figure is marked, as records to learn names from.

"Toàn xã có [[140 hộ|hộ thoát nghèo]] thoát nghèo"    140 hộ is named "hộ thoát nghèo"
"""

import re
from typing import Any

MARKED = re.compile(r"\[\[([^|\]]+)\|([^|\]]+)\]\]")
NUMBER = re.compile(r"\d[\d.,]*")


def passage(marked: str) -> tuple[str, dict[str, Any]]:
    """The text without its marks, and its record, which knows of each figure where it stands, its value and its name."""
    parts: list[str] = []
    observations: list[dict[str, Any]] = []
    at = length = 0
    for found in MARKED.finditer(marked):
        parts += (marked[at : found.start()], found[1])
        start = length + found.start() - at
        length = start + len(found[1])
        at = found.end()
        observations.append({"span": {"start": start, "end": length}, "value": _value(found[1]), "indicator": found[2]})
    return "".join((*parts, marked[at:])), {"observations": observations}


def _value(said: str) -> float:
    number = NUMBER.search(said)
    return float(number[0].rstrip(".,").replace(".", "").replace(",", ".")) if number else 0.0
