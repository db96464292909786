"""Train what the reader chooses by: learn_choices.py TEXTS RECORDS [--negative TEXTS] [--out FOLDER].

TEXTS holds one NAME.txt per document, RECORDS its annotated NAME.json (docs/reading.md); negative texts teach nothing here. Writes
choices.tsv: who presides, who holds the meeting, who asks, who acts, by when. The same texts give the same weights.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from giaoban.documents import from_text
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.choices import Case, learn, supposed, table
from giaoban.reading.learning.decisions import Decision, of_meeting
from giaoban.reading.pipeline import MEETING

WEIGHTS = Path(__file__).parent.parent / "src" / "giaoban" / "reading" / "weights"
HOLD = {"chair": 4.0, "convener": 2.0}
"""How strongly the weights of each choice are held to what is supposed."""


def decisions(texts: Path, records: Path) -> Iterator[Decision]:
    ready = Pipeline(MEETING[:-1])
    for path in sorted(texts.glob("*.txt")):
        record = records / f"{path.stem}.json"
        if record.exists():
            yield from of_meeting(ready.run(from_text(path.read_text("utf-8"))), json.loads(record.read_text("utf-8")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--negative", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    cases: dict[str, list[Case]] = {choice: [] for choice in HOLD}
    for choice, case in decisions(args.texts, args.records):
        cases[choice].append(case)
    before = supposed()
    learned = {choice: learn(cases[choice], HOLD[choice], before.get(choice)) for choice in HOLD}
    (args.out / "choices.tsv").write_text(table(learned), "utf-8")
    print(", ".join(f"{choice}: {len(cases[choice])} cases" for choice in HOLD))


if __name__ == "__main__":
    main()
