"""How fast the reader reads, each figure a ratio within this run: bench.py [READING_FOLDER].

The yardstick is a plain regular-expression scan: every word, number and mark of the same texts found once by `re`.
Texts: those of READING_FOLDER (dev/text, raw, negative) where it is present, else the demo records.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from giaoban import documents, reading

SCAN = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+|[^\w\s]")
DEMO = Path(__file__).parent.parent / "src" / "giaoban_web" / "demo" / "records"
ROUNDS = 3


def texts(folder: Path | None) -> list[str]:
    folders = [folder / "dev" / "text", folder / "raw", folder / "negative"] if folder else []
    paths = [path for each in folders for path in sorted(each.glob("*.txt"))] or sorted(DEMO.glob("*.txt"))
    return [path.read_text("utf-8") for path in paths]


def best(run: Callable[[], object]) -> float:
    """Seconds of processor time, the best of some rounds."""
    seconds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        run()
        seconds.append(time.process_time() - started)
    return min(seconds)


def start_up(path: Path) -> float:
    """Seconds from nothing to the printed record of one small file."""
    command = [sys.executable, "-m", "giaoban", "read", "--json", str(path)]
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def growth(sample: str) -> float:
    """Time a character at 1 MB over time a character at 100 kB: 1.0 is linear."""
    small = (sample * (100_000 // len(sample) + 1))[:100_000]
    large = (sample * (1_000_000 // len(sample) + 1))[:1_000_000]
    each = [best(lambda text=text: reading.read(documents.from_text(text))) / len(text) for text in (small, large)]
    return each[1] / each[0]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 and Path(sys.argv[1]).exists() else None
    sample = texts(folder)
    size = sum(map(len, sample))
    made = [documents.from_text(text) for text in sample]
    scan = best(lambda: [len(SCAN.findall(text)) for text in sample])
    blocks = best(lambda: [documents.from_text(text) for text in sample])
    read = best(lambda: [reading.read(document) for document in made])
    print(f"{len(sample)} texts, {size:,} characters, one core")
    for name, seconds in (("plain regular-expression scan", scan), ("documents: text to blocks", blocks), ("reading", read)):
        print(f"{name:32}{size / seconds / 1e6:8.2f} M characters/s   {seconds / scan:6.1f} × the scan")
    print(f"{'reading, with its document':32}{size / (blocks + read) / 1e6:8.2f} M characters/s   {(blocks + read) / scan:6.1f} × the scan")
    print(f"growth of reading from 100 kB to 1 MB: {growth(max(sample, key=len)):.2f} (1.00 is linear)")
    print(f"start-up, one file: {min(start_up(sorted(DEMO.glob('*.txt'))[0]) for _ in range(ROUNDS)):.2f} s")


if __name__ == "__main__":
    main()
