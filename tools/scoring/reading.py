"""Texts read for scoring: by the weights of the package, by rules alone, or each by weights learned from the other folds."""

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from giaoban import flow
from giaoban.exchange.record import record
from giaoban.reading.weights import SHIPPED, Weights
from scoring.annotated import Annotated

TOOLS = Path(__file__).parent.parent
CORPUS = TOOLS.parent / "corpus"
WRITTEN = tuple(CORPUS / "annotated" / "written" / name for name in ("learned", "worked_from"))
"""Records written for this project, which teach the weights of the package too."""
MARKED = CORPUS / "annotated" / "marked" / "learned"
"""Texts written for it in which clauses alone are marked; they teach where those are."""
TRAINERS: tuple[tuple[str | Path, ...], ...] = (
    ("learn_choices.py", "text", "gold", *chain(*(("--written", each) for each in WRITTEN)), "--negative", "negative"),
    ("learn_figures.py", ".", *chain(*(("--written", each) for each in WRITTEN)), "--passages", CORPUS / "passages.tsv"),
    ("learn_clauses.py", "text", "gold", *chain(*(("--written", each) for each in WRITTEN)), "--marked", MARKED, "--negative", "negative"),
)
"""Tools and their arguments, run in a folder that holds text/, gold/ and negative/; each writes what it learned into `--out FOLDER`."""

Records = list[dict[str, Any]]


def read_all(paths: Iterable[Path], weights: Weights = SHIPPED, *, fast: bool = False) -> Records:
    """The records of some texts, in their order, each read in a process of its own kind."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(partial(_read, weights=weights, fast=fast), paths, chunksize=4))


def _read(path: Path, weights: Weights, fast: bool) -> dict[str, Any]:
    return record(*flow.read(path.read_bytes(), path.name, weights=weights, fast=fast))


def learned(texts: Iterable[Annotated], negative: Iterable[Path]) -> Weights:
    """Weights learned from these real texts alone and from what was written for the project, as those of the package are."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = Path(scratch), Path(scratch, "out")
        for name in ("text", "gold", "negative", "out"):
            (folder / name).mkdir()
        for each in texts:
            (folder / "text" / each.path.name).symlink_to(each.path.absolute())
            (folder / "gold" / each.record.name).symlink_to(each.record.absolute())
        for path in negative:
            (folder / "negative" / path.name).symlink_to(path.absolute())
        for tool, *arguments in TRAINERS:
            command = [sys.executable, str(TOOLS / tool), *map(str, arguments), "--out", str(out)]
            subprocess.run(command, check=True, stdout=sys.stderr, cwd=folder)
        return Weights({path.name: path.read_bytes() for path in sorted(out.iterdir())})
