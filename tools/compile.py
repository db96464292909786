"""Compile the reader's modules by mypyc, for the Python that runs this: compile.py [--types PYTHON] [--level 0] [--profile] | --remove.

Takes a C compiler and the headers of Python; without them nothing is changed and the reader works as before, interpreted. The compiled
files stand in src/giaoban/compiled, and are used only while the sources are those they were made from.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "src")]

from compiling.building import LEVEL, build, remove  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--types", type=Path, default=Path(sys.executable), metavar="PYTHON", help="whose packages are looked at for types")
    parser.add_argument("--level", default=LEVEL, choices="0123", help="of optimisation: 0 is compiled soonest and read slowest")
    parser.add_argument("--profile", action="store_true", help="compile twice, the second time by what was used most (gcc; twice as long)")
    parser.add_argument("--remove", action="store_true", help="remove what was compiled")
    args = parser.parse_args()
    if args.remove:
        remove()
        return 0
    print(build(args.types, args.level, profile=args.profile))
    return 0


if __name__ == "__main__":
    sys.exit(main())
