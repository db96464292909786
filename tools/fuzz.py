"""Read texts made by chance until one raises or takes too long: fuzz.py [NUMBER] [--first SEED].

The texts are those of tests/core/reading/fuzzed.py, NUMBER of them (100,000) from seed SEED (0) on, each as the bytes of a file in one
of some encodings, read by all cores. Every other lot of them is read by weights as an installation may learn them
(tests/core/reading/shaken.py), and every tenth of its texts is a whole record written for this project. Prints the seeds that raised
anything but a refusal or took more than two seconds of processor time; the exit status is 1 where there is any.
"""

import argparse
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from giaoban import flow
from giaoban.model import Refused
from giaoban.reading.weights import SHIPPED
from tests.core.reading.fuzzed import fuzzed
from tests.core.reading.shaken import shaken

SLOWEST = 2.0
ENCODINGS = ("utf-8", "utf-8", "utf-16", "utf-8-sig", "cp1258")
AT_ONCE = 500
RECORDS = sorted((Path(__file__).parent.parent / "corpus" / "annotated" / "written").glob("*/text/*.txt"))
WHOLE = 10
"""Of so many texts read by other weights one is a whole record."""


class Outcome(NamedTuple):
    """What became of some texts: the seconds of the slowest and its seed, and what went wrong."""

    seconds: float
    seed: int
    wrong: list[str]


def tried(seeds: range) -> Outcome:
    slowest, wrong = (0.0, seeds.start), []
    lot = seeds.start // AT_ONCE
    other = lot % 2 == 1
    weights = shaken(lot) if other else SHIPPED
    for seed in seeds:
        started = time.process_time()
        try:
            text = RECORDS[seed // WHOLE % len(RECORDS)].read_text("utf-8") if other and seed % WHOLE == 0 else fuzzed(seed)
            flow.read(text.encode(ENCODINGS[seed % len(ENCODINGS)], "replace"), "fuzzed.txt", weights=weights)
        except Refused:
            pass
        except Exception:  # noqa: BLE001
            wrong.append(f"seed {seed} raised\n{traceback.format_exc()}")
        slowest = max(slowest, (time.process_time() - started, seed))
    if slowest[0] > SLOWEST:
        wrong.append(f"seed {slowest[1]} took {slowest[0]:.1f} s")
    return Outcome(*slowest, wrong)


def outcomes(first: int, number: int) -> Iterator[Outcome]:
    parts = [range(start, min(start + AT_ONCE, first + number)) for start in range(first, first + number, AT_ONCE)]
    with ProcessPoolExecutor() as pool:
        yield from pool.map(tried, parts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, nargs="?", default=100_000)
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    args = parser.parse_args()
    made = list(outcomes(args.first, args.number))
    for each in made:
        print(*each.wrong, sep="\n", end="\n" if each.wrong else "")
    slowest = max(made)
    wrong = sum(len(each.wrong) for each in made)
    print(f"{args.number:,} texts read, {wrong} went wrong, the slowest took {slowest.seconds:.2f} s (seed {slowest.seed})")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
