"""Processor time, never the clock on the wall: so that a busy machine slows a measurement little."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from giaoban import documents, reading

ROUNDS = 3
SCAN = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+|[^\w\s]")
"""The yardstick: every word, number and mark of a text found once."""


def best(run: Callable[[], object]) -> float:
    """Seconds of processor time, the best of some rounds."""
    seconds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        run()
        seconds.append(time.process_time() - started)
    return min(seconds)


def scan(texts: list[str]) -> float:
    return best(lambda: [len(SCAN.findall(text)) for text in texts])


def start_up(path: Path) -> float:
    """Seconds on the clock from nothing to the printed record of one small file, the best of some rounds."""
    command = [sys.executable, "-m", "giaoban", "read", "--json", str(path)]
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def growth(sample: str) -> float:
    """Time a character at 1 MB over time a character at 100 kB: 1.0 is linear."""
    small, large = ((sample * (size // len(sample) + 1))[:size] for size in (100_000, 1_000_000))
    each = [best(lambda text=text: reading.read(documents.from_text(text))) / len(text) for text in (small, large)]
    return each[1] / each[0]
