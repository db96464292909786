"""Score the reader on annotated texts: score.py READING_FOLDER.

READING_FOLDER holds dev/text, dev/gold, negative and the scorer score.py. Prints the scorer's table with the worst documents.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from giaoban import cli

WORST = "10"


def main() -> int:
    folder = Path(sys.argv[1])
    if not (folder / "score.py").exists():
        print(f"{folder}: no annotated texts here; name a folder that has dev/, negative/ and score.py", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        out, negative = Path(scratch, "out"), Path(scratch, "negative")
        failed = cli.main(["read", str(folder / "dev" / "text"), "--json", "--out", str(out)])
        failed += cli.main(["read", str(folder / "negative"), "--json", "--out", str(negative)])
        command = [
            sys.executable,
            str(folder / "score.py"),
            str(folder / "dev" / "gold"),
            str(out),
            "--negative",
            str(negative),
            "--worst",
            WORST,
        ]
        scored = subprocess.run(command, check=False)
    return failed or scored.returncode


if __name__ == "__main__":
    sys.exit(main())
