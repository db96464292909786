"""Train what the reader chooses by.

    learn_choices.py TEXTS RECORDS [--written FOLDER]... [--sources CSV --folds N] [--negative TEXTS] [--choice NAME]... [--out FOLDER]

TEXTS holds one NAME.txt per document, RECORDS its annotated NAME.json (docs/reading.md); negative texts teach nothing here. Records
written for this project teach too: those of corpus/meeting_records who presides and who holds the meeting, those of each --written FOLDER
(text/NAME.txt and gold/NAME.json) by when: the weights of TEXTS begin at what both teach. Writes choices.tsv: who presides, who
holds the meeting, who asks, who acts, by when; and choices.json: the texts with their hashes, and with --folds how often each choice is
right in texts whose source taught nothing. Nothing is left to chance: the same texts give the same weights.

With --choice only the choices that it names are written; the others stay as the table in the folder has them.
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
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.choices import AGAIN, HOLD, Learned, table
from giaoban.reading.learning.decisions import ASKED, ROUNDS, Told, learned, learned_after, of_directives, of_meeting
from giaoban.reading.pipeline import MEETING

sys.path.insert(0, str(Path(__file__).parent))
from scoring.anew import made_anew
from scoring.annotated import annotated as named
from scoring.annotated import folds, sources

WEIGHTS = Path(__file__).parent.parent / "src" / "giaoban" / "reading" / "weights"
CHOICES = ("assignee", "chair", "convener", "deadline", "issuer")
CORPUS = Path(__file__).parent.parent / "corpus"


def annotated(texts: Path, records: Path) -> Iterator[Told]:
    """Each text that has a record, read as far as the choices need, with its record."""
    ready = Pipeline(MEETING)
    for path in sorted(texts.glob("*.txt")):
        record = records / f"{path.stem}.json"
        if record.exists():
            yield ready.run(from_text(path.read_text("utf-8"))), json.loads(record.read_text("utf-8"))


def written(corpus: Path) -> Iterator[Told]:
    """The records written for this project that report a meeting, with what is told of it; no directive of theirs is annotated."""
    ready = Pipeline(MEETING)
    rows = [line for line in (corpus / "meeting_records.tsv").read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""):
        if row["held"] == "yes":
            chair = {"name": row["chair"]} if row["chair"] else None
            text = (corpus / "meeting_records" / f"{row['name']}.txt").read_text("utf-8")
            yield ready.run(from_text(text)), {"meeting": {"convener": row["convener"] or None, "chair": chair}, "directives": []}


def taught(texts: list[Told], beside: list[Told]) -> Learned:
    """The weights of all choices; those of `AGAIN` begin at what records beside teach, too."""
    own = learned([*texts, *written(CORPUS)])
    return own | learned_after(beside, texts, own) if beside else own


def cross_validated(texts: Path, records: Path, beside: list[Told], known: dict[str, str], number: int) -> dict[str, float]:
    """The share right of each choice, in texts whose source the weights have not seen, what was decided before as annotated."""
    told = named([(texts, records)], known)
    read = dict(zip((each.name for each in told), annotated(texts, records), strict=True))
    right: dict[str, list[bool]] = {}
    for part in folds(told, number):
        held = [read[each.name] for each in part]
        weights = taught([read[name] for name in sorted(read.keys() - {each.name for each in part})], beside)
        for page, record in held:
            for choice, (options, good, _) in (*of_meeting(page, record), *of_directives(page, record)):
                totals = [sum(weights[choice].get(trait, 0.0) for trait in traits) for traits in options]
                right.setdefault(choice, []).append(totals.index(max(totals)) in good)
    return {choice: round(sum(each) / len(each), 3) for choice, each in sorted(right.items())}


def provenance(args: argparse.Namespace, beside: list[Told]) -> dict[str, Any]:
    """What the weights were learned from, and how often they are right."""
    known, number = sources(args.sources), args.folds
    return {
        "version": __version__,
        "choices made anew": args.choice or list(CHOICES),
        "hold": {choice: HOLD[choice] for choice in CHOICES},
        "hold where they begin at what written records teach": {choice: AGAIN[choice] for choice in ASKED if choice in AGAIN}
        if beside
        else {},
        "rounds": ROUNDS,
        "cross-validated by source": cross_validated(args.texts, args.records, beside, known, number) if number else {},
        "texts": hashes([each.path for each in named([(args.texts, args.records)], known)]),
        "written for this project": "corpus/meeting_records",
        "written for this project, for by when": hashes(
            sorted(path for folder in args.written for path in (folder / "text").glob("*.txt"))
        ),
    }


def hashes(paths: list[Path]) -> dict[str, str]:
    return {path.stem: hashlib.sha256(from_text(path.read_text("utf-8")).text.encode()).hexdigest() for path in paths}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--written", type=Path, action="append", default=[])
    parser.add_argument("--sources", type=Path, default=Path("sources.csv"))
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--negative", type=Path)
    parser.add_argument("--choice", action="append", choices=CHOICES, default=[])
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    beside = [each for folder in args.written for each in annotated(folder / "text", folder / "gold")]
    weights = taught(list(annotated(args.texts, args.records)), beside)
    (args.out / "choices.tsv").write_text(made_anew(table(weights), args.out / "choices.tsv", args.choice), "utf-8")
    told = provenance(args, beside)
    (args.out / "choices.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(", ".join(f"{choice}: {len(each)} weights" for choice, each in sorted(weights.items())))


if __name__ == "__main__":
    main()
