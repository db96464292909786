"""How fast the reader reads, each figure a ratio within this run: bench.py [READING_FOLDER] [--others PYTHON].

Compared with a plain regular-expression scan of the same texts and, by the interpreter PYTHON of an environment that has them
(requirements/bench.txt; `make bench-reading` makes it), with Duckling and with underthesea. One core each, seconds of processor time.
Texts: those of READING_FOLDER (dev/text, raw, negative) where it is present, else the demo records.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benching.memory import folder_of, most
from benching.timing import best, growth, scan, start_up

from giaoban import compiled, documents, reading

DEMO = Path(__file__).parent.parent / "src" / "giaoban_web" / "demo" / "records"
OTHERS = Path(__file__).parent / "benching" / "others.py"
CLERK = 6_000
"""Characters of an ordinary record."""


def texts(folder: Path) -> list[str]:
    paths = [path for each in (folder / "dev" / "text", folder / "raw", folder / "negative") for path in sorted(each.glob("*.txt"))]
    return [path.read_text("utf-8") for path in paths or sorted(DEMO.glob("*.txt"))]


def line(name: str, characters: int, seconds: float, scanned: float, note: str = "") -> None:
    """Speed, and how many times as long as the scan it takes (`scanned`: seconds of the scan per character)."""
    print(f"{name:32}{characters / seconds / 1e6:9.3f} M characters/s{seconds / characters / scanned:9.1f} × the scan   {note}")


def interpreted(folder: Path) -> None:
    """Print how fast the reader is by its sources, where this process uses compiled modules."""
    if compiled.used():
        print("INTERPRETED, for comparison:", flush=True)
        subprocess.run([sys.executable, __file__, str(folder), "--alone"], env={**os.environ, compiled.INTERPRETED: "1"}, check=True)
        print("COMPILED (make compile), as everything below:")
    else:
        print("INTERPRETED (make compile makes it quicker):")


def ours(sample: list[str]) -> tuple[float, float]:
    """Print how fast the reader is; returns seconds a character of the scan and of reading with models."""
    size = sum(map(len, sample))
    made = [documents.from_text(text) for text in sample]
    scanned = scan(sample) / size
    blocks = best(lambda: [documents.from_text(text) for text in sample])
    whole = best(lambda: [reading.read(document) for document in made])
    fast = best(lambda: [reading.read(document, fast=True) for document in made])
    print(f"{len(sample)} texts, {size:,} characters, one core, processor time")
    line("plain regular-expression scan", size, scanned * size, scanned)
    line("documents: text to blocks", size, blocks, scanned)
    line("reading", size, whole, scanned, f"a record of {CLERK:,} characters: {1000 * whole / size * CLERK:.0f} ms")
    line("reading --fast (rules only)", size, fast, scanned)
    line("reading, with its document", size, blocks + whole, scanned)
    return scanned, whole / size


def others(python: Path, sample: list[str], scanned: float, whole: float) -> None:
    """Print how fast others are on the same texts, and how many times as long as our reading they take."""
    if not python.exists():
        print(f"NOT COMPARED with Duckling and underthesea: {python} is missing (make bench-reading makes it from requirements/bench.txt)")
        return
    done = subprocess.run([str(python), str(OTHERS)], input=json.dumps(sample), capture_output=True, text=True, check=True)
    for each in json.loads(done.stdout):
        if "missing" in each:
            print(f"NOT COMPARED with {each['name']}: {each['missing']}")
        else:
            ratio = each["seconds"] / each["characters"] / whole
            line(each["name"], each["characters"], each["seconds"], scanned, f"{ratio:.1f} × our reading")


def memory(sample: list[str]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        held = [most(folder_of(sample, copies, Path(scratch, str(copies)))) for copies in (1, 4)]
    print(f"most memory, a folder of {len(sample)} texts: {held[0]:.0f} MB; of {4 * len(sample)}: {held[1]:.0f} MB (asked: under 400)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("nowhere"))
    parser.add_argument("--others", type=Path, default=Path("nowhere"), metavar="PYTHON")
    parser.add_argument("--alone", action="store_true", help="nothing but how fast the reader is")
    args = parser.parse_args()
    sample = texts(args.folder)
    if args.alone:
        ours(sample)
        return
    interpreted(args.folder)
    scanned, whole = ours(sample)
    others(args.others, sample, scanned, whole)
    print(f"growth of reading from 100 kB to 1 MB: {growth(max(sample, key=len)):.2f} (1.00 is linear)")
    clock, processor = start_up(sorted(DEMO.glob("*.txt"))[0])
    print(f"start-up, one file: {clock:.2f} s, of these {processor:.2f} s of the processor (asked: under 0.5)")
    memory(sample)


if __name__ == "__main__":
    sys.exit(main())
