"""The register of tasks at size: bench_directives.py [--full] [--postgres] [--in FOLDER].

Two provinces are made by chance (the same ones each time), one ten times the other: of 2,000 and 20,000 tasks, with --full of 20,000 and
200,000, each with about ten events a task. Eight people ask the real server for pages of 25 rows and look at each for a second; a ninth
writes once a second, so that nothing that is remembered stays true for long. Then the eight ask without a pause: how many pages a second
that gives. Times are of the clock on the wall and depend on the machine and on who else uses it; the work of
the server for a page depends on the machine alone, and how times grow and the number of queries on neither.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

RUN = Path(__file__).parent / "benching" / "directives_run.py"
SMALL, FULL = 20_000, 200_000
PAGE, QUERIES = 0.200, 20


def measured(tasks: int, folder: Path, *, postgres: bool) -> dict[str, Any]:
    """What `directives_run` prints, run over the code beside this file."""
    tools = Path(__file__).parent
    command = [sys.executable, str(RUN), str(tasks), str(folder), *(["--postgres"] if postgres else [])]
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}}
    path = f"{tools}:{tools.parent}:{tools.parent / 'src'}"
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=kept | {"PYTHONPATH": path})
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def show(large: dict[str, Any], small: dict[str, Any], *, judged: bool) -> None:
    """Print everything; what is not met is marked where it is `judged`, for the demand is made of the full size."""
    print(f"{large['tasks']:,} tasks with {large['events']:,} events beside {small['tasks']:,}; {large['database']}")
    print(f"{'page':44}{'95 of 100, ms':>16}{'a tenth of it':>16}{'alone, ms':>12}{'work, ms':>10}{'queries':>10}")
    for name, page in large["pages"].items():
        other = small["pages"][name]
        more = "" if page["queries"] == other["queries"] else "   QUERIES GROW"
        cells = f"{1000 * page['p95']:16.0f}{1000 * other['p95']:16.0f}{1000 * page['alone']:12.0f}{1000 * page['work']:10.0f}"
        print(f"{name:44}{cells}{page['queries']:10}{more}")
    met = "" if large["p95"] <= PAGE or not judged else "   NOT MET"
    print(f"{'all of them, eight people, 95 of 100':44}{1000 * large['p95']:13.0f} ms   asked: at most {1000 * PAGE:.0f} ms{met}")
    print(f"{'growth at ten times the size':44}{large['p95'] / small['p95']:13.1f}")
    print(f"{'pages a second, asked without a pause':44}{large['a second']:13.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--in", dest="folder", type=Path, help="keep both provinces here, and use those that are here already (SQLite)")
    args = parser.parse_args()
    size = FULL if args.full else SMALL
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch).chmod(0o711)  # the user that PostgreSQL runs as has to go through
        folder = args.folder or Path(scratch)
        small, large = (measured(each, folder / str(each), postgres=args.postgres) for each in (size // 10, size))
    show(large, small, judged=args.full)


if __name__ == "__main__":
    main()
