"""Annotated texts: each with its record and its source, parted into folds by source."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

UNNAMED = "(source not named)"


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text with its annotated record; `source` is its publisher or site."""

    name: str
    path: Path
    record: Path
    source: str

    def gold(self) -> dict[str, Any]:
        made: dict[str, Any] = json.loads(self.record.read_text("utf-8"))
        return made


def sources(table: Path) -> dict[str, str]:
    """The publisher or site of each text by its name, from `sources.csv`; empty where there is no such table."""
    if not table.exists():
        return {}
    with table.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["publisher or site"] for row in csv.DictReader(file)}


def annotated(pairs: Iterable[tuple[Path, Path]], known: dict[str, str]) -> list[Annotated]:
    """Texts that have a record, from folders of texts and of records, by name; a name met twice counts once."""
    found: dict[str, Annotated] = {}
    for texts, records in pairs:
        for path in sorted(texts.glob("*.txt")):
            record = records / f"{path.stem}.json"
            if record.exists():
                found.setdefault(path.stem, Annotated(path.stem, path, record, known.get(path.stem, UNNAMED)))
    return [found[name] for name in sorted(found)]


def folds(texts: Iterable[Annotated], number: int) -> list[list[Annotated]]:
    """Texts parted into `number` folds so that all texts of one source stand in one.

    The largest source first, each into the fold that has fewest texts: the same texts give the same folds.
    """
    by_source: defaultdict[str, list[Annotated]] = defaultdict(list)
    for text in texts:
        by_source[text.source].append(text)
    made: list[list[Annotated]] = [[] for _ in range(number)]
    for source in sorted(by_source, key=lambda source: (-len(by_source[source]), source)):
        min(made, key=len).extend(by_source[source])
    return [fold for fold in made if fold]
