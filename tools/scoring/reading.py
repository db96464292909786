"""Texts read for scoring: by the weights of the package, by rules alone, or each by weights learned from the other folds."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from giaoban import flow
from giaoban.exchange.record import record
from giaoban.reading.weights import SHIPPED, Weights
from scoring.annotated import Annotated

TOOLS = Path(__file__).parent.parent
TRAINERS = ("learn_clauses.py",)
"""Each is given a folder of texts, one of records, `--negative FOLDER` and `--out FOLDER`."""

Records = list[dict[str, Any]]
Read = Callable[[Iterable[Path], Weights], Records]


def read_all(paths: Iterable[Path], weights: Weights = SHIPPED, *, fast: bool = False) -> Records:
    """The records of some texts, in their order, each read in a process of its own kind."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(partial(_read, weights=weights, fast=fast), paths, chunksize=4))


def _read(path: Path, weights: Weights, fast: bool) -> dict[str, Any]:
    return record(*flow.read(path.read_bytes(), path.name, weights=weights, fast=fast))


def learned(texts: Iterable[Annotated], negative: Iterable[Path]) -> Weights:
    """Weights learned from these texts alone, as the tools that make the package's weights learn them."""
    with tempfile.TemporaryDirectory() as scratch:
        folders = {name: Path(scratch, name) for name in ("texts", "records", "negative", "out")}
        for folder in folders.values():
            folder.mkdir()
        for each in texts:
            (folders["texts"] / each.path.name).symlink_to(each.path.absolute())
            (folders["records"] / each.record.name).symlink_to(each.record.absolute())
        for path in negative:
            (folders["negative"] / path.name).symlink_to(path.absolute())
        for trainer in TRAINERS:
            command = [sys.executable, str(TOOLS / trainer), str(folders["texts"]), str(folders["records"])]
            subprocess.run([*command, "--negative", str(folders["negative"]), "--out", str(folders["out"])], check=True, stdout=sys.stderr)
        return Weights({path.name: path.read_bytes() for path in sorted(folders["out"].iterdir())})
