"""Train what the reader chooses by: learn_choices.py TEXTS RECORDS [--sources sources.csv --folds N] [--negative TEXTS] [--out FOLDER].

TEXTS holds one NAME.txt per document, RECORDS its annotated NAME.json (docs/reading.md); negative texts teach nothing here. The records
written for this project (corpus/meeting_records) teach who presides and who holds the meeting, too. Writes choices.tsv: who presides, who
holds the meeting, who asks, who acts, by when; and choices.json: the texts with their hashes, and with --folds how often each choice is
right in texts whose source taught nothing. Nothing is left to chance: the same texts give the same weights.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from giaoban import __version__
from giaoban.documents import from_text
from giaoban.reading.engine import Page, Pipeline
from giaoban.reading.learning.choices import HOLD, table
from giaoban.reading.learning.decisions import ASKED, ROUNDS, learned, of_directives, of_meeting
from giaoban.reading.pipeline import MEETING

sys.path.insert(0, str(Path(__file__).parent))
from scoring.annotated import annotated as named
from scoring.annotated import folds, sources

WEIGHTS = Path(__file__).parent.parent / "src" / "giaoban" / "reading" / "weights"
CORPUS = Path(__file__).parent.parent / "corpus"
Annotated = tuple[Page, dict[str, Any]]


def annotated(texts: Path, records: Path) -> Iterator[Annotated]:
    """Each text that has a record, read as far as the choices need, with its record."""
    ready = Pipeline(MEETING)
    for path in sorted(texts.glob("*.txt")):
        record = records / f"{path.stem}.json"
        if record.exists():
            yield ready.run(from_text(path.read_text("utf-8"))), json.loads(record.read_text("utf-8"))


def written(corpus: Path) -> Iterator[Annotated]:
    """The records written for this project that report a meeting, with what is told of it; no directive of theirs is annotated."""
    ready = Pipeline(MEETING)
    rows = [line for line in (corpus / "meeting_records.tsv").read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""):
        if row["held"] == "yes":
            chair = {"name": row["chair"]} if row["chair"] else None
            text = (corpus / "meeting_records" / f"{row['name']}.txt").read_text("utf-8")
            yield ready.run(from_text(text)), {"meeting": {"convener": row["convener"] or None, "chair": chair}, "directives": []}


def cross_validated(texts: Path, records: Path, known: dict[str, str], number: int) -> dict[str, float]:
    """The share right of each choice, in texts whose source the weights have not seen, what was decided before as annotated."""
    told = named([(texts, records)], known)
    read, own = dict(zip((each.name for each in told), annotated(texts, records), strict=True)), list(written(CORPUS))
    right: dict[str, list[bool]] = {}
    for part in folds(told, number):
        held = [read[each.name] for each in part]
        weights = learned([*(read[name] for name in sorted(read.keys() - {each.name for each in part})), *own])
        for page, record in held:
            for choice, (options, good, _) in (*of_meeting(page, record), *of_directives(page, record)):
                totals = [sum(weights[choice].get(trait, 0.0) for trait in traits) for traits in options]
                right.setdefault(choice, []).append(totals.index(max(totals)) in good)
    return {choice: round(sum(each) / len(each), 3) for choice, each in sorted(right.items())}


def provenance(texts: Path, records: Path, known: dict[str, str], number: int) -> dict[str, Any]:
    """What the weights were learned from, and how often they are right."""
    names = [each.path for each in named([(texts, records)], known)]
    return {
        "version": __version__,
        "hold": {choice: HOLD[choice] for choice in sorted((*ASKED, "chair", "convener"))},
        "rounds": ROUNDS,
        "cross-validated by source": cross_validated(texts, records, known, number) if number else {},
        "texts": {path.stem: hashlib.sha256(from_text(path.read_text("utf-8")).text.encode()).hexdigest() for path in names},
        "written for this project": "corpus/meeting_records",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--sources", type=Path, default=Path("sources.csv"))
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--negative", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    weights = learned([*annotated(args.texts, args.records), *written(CORPUS)])
    (args.out / "choices.tsv").write_text(table(weights), "utf-8")
    told = provenance(args.texts, args.records, sources(args.sources), args.folds)
    (args.out / "choices.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(", ".join(f"{choice}: {len(each)} weights" for choice, each in sorted(weights.items())))


if __name__ == "__main__":
    main()
