"""Train the judgement on clauses: learn_clauses.py TEXTS RECORDS [--negative TEXTS] [--folds N] [--out FOLDER].

TEXTS holds one NAME.txt per document, RECORDS its annotated NAME.json (docs/reading.md); negative texts hold nothing to find, every second
of them is learned from. Writes clauses.tsv, splitting.tsv and provenance.json (texts with their hashes, settings, scores). With --folds the
scores are from cross-validation over documents; without, none are written. The same texts give the same weights.
"""

import argparse
import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from giaoban import __version__
from giaoban.documents import from_text
from giaoban.reading import splitting
from giaoban.reading.judging import LABELS, ONE, Judge, parse
from giaoban.reading.learning import agreement, splits
from giaoban.reading.learning.chain import Learned, Settings, learn
from giaoban.reading.learning.examples import Labelled, Stretch, chain_examples, labelled, split_cases, stretches
from giaoban.reading.learning.tables import chain_table, split_table
from giaoban.reading.rules.clauses import runs

WEIGHTS = Path(__file__).parent.parent / "src" / "giaoban" / "reading" / "weights"
SETTINGS = Settings()


class Text:
    """One document with its blocks, labelled."""

    def __init__(self, path: Path, record: Path | None) -> None:
        self.name = path.stem
        said = path.read_text("utf-8")
        self.sha256 = hashlib.sha256(unicodedata.normalize("NFC", said).encode()).hexdigest()
        self.marked: list[Stretch] = []
        annotated = json.loads(record.read_text("utf-8")) if record else None
        if annotated:
            self.marked = stretches(annotated)
        self.blocks: list[Labelled] = labelled(from_text(said), annotated)
        self.examples = chain_examples(self.blocks)


def train(texts: list[Text], *, progress: str) -> tuple[str, str]:
    """The two tables of weights."""
    learned: Learned | None = None
    for number, (cost, found) in enumerate(learn([each for text in texts for each in text.examples], SETTINGS), start=1):
        learned = found
        print(f"\r{progress}: round {number} of {SETTINGS.rounds}, cost {cost:.0f} ", end="", flush=True)
    print()
    cases = [case for text in texts for case in split_cases(text.blocks)]
    return chain_table(learned or Learned({}, [])), split_table(splits.learn(cases))


def read(text: Text, tables: tuple[str, str]) -> Iterator[Stretch]:
    """What the weights find in a text."""
    judging = Judge(*parse(tables[0]))
    known = splitting.parse(tables[1])
    for paragraph, _ in text.blocks:
        labels = judging.labels(judging.weigh(paragraph))
        for first, last, kind in runs(labels):
            for start, end in splitting.pieces(paragraph, labels, first, last, kind, known):
                opening, closing = paragraph.lines[paragraph.within[start]], paragraph.lines[paragraph.within[end - 1]]
                yield opening.starts[paragraph.parts[start].first], closing.ends[paragraph.parts[end - 1].last - 1], kind


def cross_validated(texts: list[Text], negative: list[Text], folds: int) -> dict[str, float]:
    """F1 of spans per kind, each text read by weights that have not seen it."""
    pairs: Counter[str] = Counter()
    all_finds: Counter[str] = Counter()
    for fold in range(folds):
        rest = [text for place, text in enumerate(texts) if place % folds != fold] + [
            text for place, text in enumerate(negative) if place % folds != fold
        ]
        tables = train(rest, progress=f"fold {fold + 1} of {folds}")
        for text in texts[fold::folds]:
            found = list(read(text, tables))
            pairs += agreement.agreed(text.marked, found)
            all_finds += Counter(kind for _, _, kind in [*text.marked, *found])
    names = {"D": "directive", "S": "strength", "H": "shortcoming"}
    return {name: round(2 * pairs[kind] / all_finds[kind], 3) for kind, name in names.items() if all_finds[kind]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--negative", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    texts = [Text(path, args.records / f"{path.stem}.json") for path in sorted(args.texts.glob("*.txt"))]
    negative = [Text(path, None) for path in sorted(args.negative.glob("*.txt"))[::2]] if args.negative else []
    scores = cross_validated(texts, negative, args.folds) if args.folds else {}
    chain, parting = train([*texts, *negative], progress="all texts")
    (args.out / "clauses.tsv").write_text(chain, "utf-8")
    (args.out / "splitting.tsv").write_text(parting, "utf-8")
    provenance = {
        "version": __version__,
        "settings": asdict(SETTINGS),
        "labels": LABELS,
        "one": ONE,
        "cross-validated F1": scores,
        "texts": {text.name: text.sha256 for text in texts},
        "negative": {text.name: text.sha256 for text in negative},
    }
    (args.out / "provenance.json").write_text(json.dumps(provenance, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(scores or "no scores: give --folds")


if __name__ == "__main__":
    main()
