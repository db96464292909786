"""How many instructions of the processor reading takes for each character: instructions.py READING_FOLDER [--fast].

The same on a busy machine as on a quiet one, so a change of a hundredth can be seen. Counted by valgrind, which must be installed; a text
is read once and twice, and the difference is one reading without what is done once.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from giaoban import documents, reading

EVERY = 12
"""One of so many texts is read: under valgrind reading takes some fifty times as long."""
COUNTED = re.compile(r"I\s+refs:\s+([\d,]+)")


def texts(folder: Path) -> list[str]:
    """Some of the texts of a folder, always the same."""
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))[::EVERY]]


def read(folder: Path, times: int, *, fast: bool) -> int:
    """Read the texts so many times; returns how many characters they have."""
    made = [documents.from_text(text) for text in texts(folder)]
    for _ in range(times):
        for document in made:
            reading.read(document, fast=fast)
    return sum(len(document.text) for document in made)


def counted(said: str) -> int:
    """The instructions in what valgrind says.

    >>> counted("==7== I refs:        1,234,567")
    1234567
    """
    match = COUNTED.search(said)
    if match is None:
        raise ValueError(f"valgrind has counted nothing: {said}")
    return int(match[1].replace(",", ""))


def instructions(folder: Path, times: int, *, fast: bool) -> int:
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", sys.executable, __file__]
    command += [str(folder), "--times", str(times), *(["--fast"] if fast else [])]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"}
    return counted(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fast", action="store_true", help="by rules alone")
    parser.add_argument("--times", type=int, default=0, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.times:
        read(args.folder, args.times, fast=args.fast)
        return
    once, twice = (instructions(args.folder, times, fast=args.fast) for times in (1, 2))
    size = sum(map(len, texts(args.folder)))
    print(f"{size:,} characters: {(twice - once) / size:,.0f} instructions for each")


if __name__ == "__main__":
    main()
