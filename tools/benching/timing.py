"""Processor time, never the clock on the wall: so that a busy machine slows a measurement little."""

import os
import re
import resource
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


def start_up(path: Path) -> tuple[float, float]:
    """Seconds on the clock, and of processor time, from nothing to the printed record of one small file, the best of some rounds.

    Whoever installs Giaoban has its bytecode: the first round leaves it, wherever Python is told to leave none.
    """
    command = [sys.executable, "-m", "giaoban", "read", "--json", str(path)]
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    clock, processor = [], []
    for _ in range(ROUNDS):
        started, used = time.perf_counter(), _used_by_children()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=usual)
        clock.append(time.perf_counter() - started)
        processor.append(_used_by_children() - used)
    return min(clock), min(processor)


def _used_by_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def growth(sample: str) -> float:
    """Time a character at 1 MB over time a character at 100 kB: 1.0 is linear."""
    small, large = ((sample * (size // len(sample) + 1))[:size] for size in (100_000, 1_000_000))
    each = [best(lambda text=text: reading.read(documents.from_text(text))) / len(text) for text in (small, large)]
    return each[1] / each[0]
