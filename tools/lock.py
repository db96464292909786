"""Write requirements/*.txt anew from *.in: every package pinned, with hashes, without the address of an index. Needs `uv`."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUN = ["pyproject.toml", "requirements/run.in"]
LOCKS = {"run": RUN, "dev": [*RUN, "requirements/dev.in"], "bench": ["requirements/bench.in"], "compile": ["requirements/compile.in"]}
OPTIONS = [
    "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-annotate", "--no-header", "--quiet",
]  # fmt: skip


def main() -> None:
    for name, sources in LOCKS.items():
        subprocess.run(["uv", "pip", "compile", *OPTIONS, *sources, "-o", f"requirements/{name}.txt"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
