"""How the ledger answers at size, each figure a ratio within this run: bench_ledger.py [--full] [--in FOLDER].

Two ledgers are made by chance (the same ones each time), one ten times the other: of 20,000 and 200,000 observations, with --full of one
and ten million; what is asked is asked of those. Compared are the read models with a memory-mapped array of the same figures and with a
default table. Processor time, on SQLite.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

RUN = Path(__file__).parent / "benching" / "ledger_run.py"
SMALL, FULL = 200_000, 10_176_000
ARRAY, TABLE, GROWTH, BYTES, PAGE = 25, 20, 1.5, 50, 0.150


def measured(observations: int, folder: Path) -> dict[str, Any]:
    """What `ledger_run` prints, run over the code beside this file."""
    tools = Path(__file__).parent
    command = [sys.executable, str(RUN), str(observations), str(folder)]
    path = f"{tools}:{tools.parent / 'src'}"
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env={"PYTHONPATH": path})
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def line(name: str, told: str, asked: str, *, met: bool, judged: bool) -> None:
    print(f"{name:44}{told:>34}   asked: {asked}{'' if met or not judged else '   NOT MET'}", flush=True)


def show(large: dict[str, Any], small: dict[str, Any], *, judged: bool) -> None:
    """Print everything; what is not met is marked where it is `judged`, for the demands are made of national size."""
    print(f"{large['observations']:,} observations beside {small['observations']:,}; SQLite")
    for name in ("entered a second", "rebuilt a second"):
        if name in large:
            print(f"{name:44}{large[name]:34,.0f}")
    for query in ("roll-up", "portrait", "across"):
        ours, array = large[f"{query} ours"], large[f"{query} array"]
        told = f"{1000 * ours:.2f} ms, {ours / array:.1f} × the array"
        line(query, told, f"at most {ARRAY} ×", met=ours <= ARRAY * array, judged=judged)
    times = large["roll-up table"] / large["roll-up ours"]
    line("roll-up beside a default table", f"{times:.0f} times as quick", f"at least {TABLE}", met=times >= TABLE, judged=judged)
    line("bytes an observation, with its index", f"{large['bytes']:.1f}", f"at most {BYTES}", met=large["bytes"] <= BYTES, judged=judged)
    for name in ("cell", "series"):
        growth = large[name] / small[name]
        line(f"growth at ten times the size, one {name}", f"{growth:.2f}", f"at most {GROWTH}", met=growth <= GROWTH, judged=judged)
    for name in ("place page", "province page", "indicator page"):
        line(
            f"{name}, 95th percentile",
            f"{1000 * large[name]:.0f} ms",
            f"at most {1000 * PAGE:.0f} ms",
            met=large[name] <= PAGE,
            judged=judged,
        )
    chart = f"{1000 * large['one chart of it, new']:.0f} ms"
    print(f"{'one new chart of it, by its own request, p95':44}{chart:>34}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--in", dest="folder", type=Path, help="keep both ledgers here, and use those that are here already")
    args = parser.parse_args()
    size = FULL if args.full else SMALL
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.folder or Path(scratch)
        small, large = (measured(each, folder / str(each)) for each in (size // 10, size))
    show(large, small, judged=args.full)


if __name__ == "__main__":
    main()
