"""Train what the reader chooses by: learn_choices.py TEXTS RECORDS [--negative TEXTS] [--out FOLDER].

TEXTS holds one NAME.txt per document, RECORDS its annotated NAME.json (docs/reading.md); negative texts teach nothing here. The records
written for this project (corpus/meeting_records) teach who presides and who holds the meeting, too. Writes choices.tsv: who presides, who
holds the meeting, who asks, who acts, by when. The same texts give the same weights.
"""

import argparse
import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from giaoban.documents import from_text
from giaoban.reading.choosing import Scales
from giaoban.reading.engine import Page, Pipeline
from giaoban.reading.learning.choices import Case, learn, supposed, table, whole
from giaoban.reading.learning.decisions import Decision, of_directives, of_meeting
from giaoban.reading.pipeline import MEETING

WEIGHTS = Path(__file__).parent.parent / "src" / "giaoban" / "reading" / "weights"
CORPUS = Path(__file__).parent.parent / "corpus"
HOLD = {"assignee": 0.8, "chair": 4.0, "convener": 2.0, "deadline": 3.0, "issuer": 6.0}
"""How strongly the weights of each choice are held to what is supposed."""
ROUNDS = 2
"""Rounds of learning: in the first what was decided before is as annotated, in the next as the weights learned so far decide."""

Annotated = tuple[Page, dict[str, Any]]
Learned = dict[str, dict[str, float]]


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


def learned(texts: list[Annotated]) -> Learned:
    """Weights of all choices."""
    weights = _learned(decision for page, record in texts for decision in of_meeting(page, record))
    before: Learned | None = None
    for _ in range(ROUNDS):
        scales = {choice: Scales(each) for choice, each in whole(before).items()} if before else None
        before = _learned(decision for page, record in texts for decision in of_directives(page, record, scales))
    return weights | (before or {})


def _learned(decisions: Iterable[Decision]) -> Learned:
    cases: dict[str, list[Case]] = {}
    for choice, case in decisions:
        cases.setdefault(choice, []).append(case)
    known = supposed()
    return {choice: learn(cases[choice], HOLD[choice], known.get(choice)) for choice in cases}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--negative", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    weights = learned([*annotated(args.texts, args.records), *written(CORPUS)])
    (args.out / "choices.tsv").write_text(table(weights), "utf-8")
    print(", ".join(f"{choice}: {len(each)} weights" for choice, each in sorted(weights.items())))


if __name__ == "__main__":
    main()
