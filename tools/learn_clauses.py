"""Train the judgement on clauses.

    learn_clauses.py TEXTS RECORDS [--own TEXTS RECORDS]... [--written FOLDER]... [--marked FOLDER]... [--negative TEXTS]
                     [--vectors FILE] [--folds N] [--sources CSV] [--topics] [--out FOLDER]

TEXTS holds one NAME.txt per document, RECORDS its annotated NAME.json (docs/reading.md); --own those that the project annotated itself.
Each --written FOLDER (text/, gold/) holds records that it wrote: what a clause is about the other texts teach again after all have.
Each --marked FOLDER holds texts that it wrote with their clauses marked (`scoring.marked`): they teach where clauses are before all others
teach that again, and nothing of what those are about.
Negative texts hold nothing to find. Writes clauses.tsv, splitting.tsv, network.npz, topics.tsv and provenance.json (texts with their
hashes, settings, scores). The vectors of syllables are those of the package; with --vectors they are made anew from an .npz file of `words`
and `vectors`. With --folds every text is also read by weights that have seen none of its source (--sources: columns "id", "publisher or
site"): that gives the scores, and how far chances may be trusted (trust.tsv). Texts of no named source (those written for this project)
teach every fold and are read in none. With --topics nothing is learned but topics.tsv. The same texts give the same files on the same
machine.
"""

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from giaoban import __version__
from giaoban.documents import from_text
from giaoban.model import Document, Finding, Polarity
from giaoban.reading import read
from giaoban.reading.chances import LABELS
from giaoban.reading.learning import clauses, network, themes
from giaoban.reading.learning.agreement import Stretch, agreed
from giaoban.reading.learning.examples import labelled, stretches
from giaoban.reading.learning.reliability import reliability
from giaoban.reading.senses import Senses
from giaoban.reading.theming import parse
from giaoban.reading.trust import NAMES, table
from giaoban.reading.weights import SHIPPED, Weights

sys.path.insert(0, str(Path(__file__).parent))
from scoring import marked
from scoring.annotated import UNNAMED, Annotated, annotated, folds, sources

WEIGHTS = Path(__file__).parent.parent / "src" / "giaoban" / "reading" / "weights"
Vectors = tuple[list[str], "np.ndarray"]
UNTRIED = table(dict.fromkeys(NAMES, (1.0, 0.0))).encode()
"""Chances as they are."""
AGAIN = 8.0
"""How many times as strongly topics are held to what all texts teach, while those that are not written for the project teach them again."""


class Text:
    """One document with its blocks, labelled."""

    def __init__(self, name: str, document: Document, told: dict[str, Any] | None, source: str = "", *, written: bool = False) -> None:
        self.name, self.document, self.source, self.written = name, document, source, written
        self.marked = stretches(told) if told else []
        self.blocks = labelled(document, told)
        self.themes: list[themes.Case] = []
        self.first = False

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.document.text.encode()).hexdigest()


def with_record(each: Annotated, known: Senses, *, written: bool) -> Text:
    """A text with all that its record says."""
    document, told = from_text(each.path.read_text("utf-8")), each.gold()
    text = Text(each.name, document, told, each.source, written=written)
    text.themes = themes.cases(document, told, known)
    return text


def with_marks(path: Path) -> Text:
    """A text that tells where its clauses are."""
    plain, marks = marked.parse(path.read_text("utf-8"))
    document = from_text(plain)
    text = Text(path.stem, document, marked.record(document, marks), UNNAMED, written=True)
    text.first = True
    return text


def finds(text: Text, weights: Weights) -> Iterator[tuple[Stretch, float]]:
    """What the weights find in a text, each with its confidence."""
    reading = read(text.document, weights)
    for found in (*reading.findings, *reading.directives):
        kind = ("S" if found.what.polarity is Polarity.STRENGTH else "H") if isinstance(found.what, Finding) else "D"
        yield (found.span.start, found.span.end, kind), found.confidence


def agrees(found: Stretch, marked: list[Stretch]) -> bool:
    return bool(agreed([each for each in marked if each[2] == found[2]], [found]))


def tables(texts: list[Text], vectors: Vectors, part: str) -> dict[str, bytes]:
    """All that is learned from some texts."""
    first = {place for place, text in enumerate(texts) if text.first}
    made = clauses.tables([text.blocks for text in texts], *vectors, said(part), first)
    return made | {"topics.tsv": topics(texts).encode()}


def topics(texts: list[Text]) -> str:
    """The table of what clauses are about: as all texts teach it, and those that are not written for the project again."""
    taught = themes.learn([case for text in texts for case in text.themes])
    again = [case for text in texts if not text.written for case in text.themes]
    return themes.learn(again, parse(taught), AGAIN) if again and any(text.written for text in texts) else taught


class Crossed:
    """Each text read by weights that have not seen its source."""

    def __init__(self, texts: list[Text], negative: list[Text], vectors: Vectors, number: int) -> None:
        self.pairs: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self.judged: list[clauses.Judged] = []
        self.false = 0
        known = {text.name: text for text in texts}
        sourced = [text for text in texts if text.source != UNNAMED] or texts
        parted = folds([Annotated(text.name, Path(), Path(), text.source) for text in sourced], number)
        for fold, each in enumerate(parted):
            test = [known[one.name] for one in each]
            aside = negative[fold::number]
            rest = [text for text in (*texts, *negative) if text not in test and text not in aside]
            made = tables(rest, vectors, f"fold {fold + 1}")
            weights = Weights(made | {"trust.tsv": UNTRIED})
            for text in test:
                self._add(text, list(finds(text, weights)))
            self.false += sum(len(list(finds(text, weights))) for text in aside)

    def _add(self, text: Text, found: list[tuple[Stretch, float]]) -> None:
        spans = [span for span, _ in found]
        self.pairs += agreed(text.marked, spans)
        self.counts += Counter(kind for _, _, kind in [*text.marked, *spans])
        self.judged += [(span[2], chance, agrees(span, text.marked)) for span, chance in found]

    def scores(self) -> dict[str, float]:
        return {name: round(2 * self.pairs[kind] / max(1, self.counts[kind]), 3) for kind, name in NAMES.items()}

    def errors(self) -> dict[str, float]:
        by_kind = {kind: [(chance, right) for each, chance, right in self.judged if each == kind] for kind in NAMES}
        return {name: round(reliability(by_kind[kind])[1], 3) for kind, name in NAMES.items()}


def said(part: str):
    def say(words: str) -> None:
        print(f"\r{part}: {words}   ", end="", flush=True)

    return say


def given(file: Path | None) -> Vectors:
    """Syllables and their vectors, from the package or from a file."""
    if file:
        with np.load(file) as tables:
            return network.vectors(tables["words"].tolist(), tables["vectors"])
    with np.load(BytesIO(SHIPPED.data("network.npz"))) as tables:
        return tables["syllables"].tolist(), tables["vectors"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--own", type=Path, nargs=2, action="append", default=[], metavar=("TEXTS", "RECORDS"))
    parser.add_argument("--written", type=Path, action="append", default=[])
    parser.add_argument("--marked", type=Path, action="append", default=[])
    parser.add_argument("--negative", type=Path)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--sources", type=Path, default=Path("sources.csv"))
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--topics", action="store_true")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    known = sources(args.sources)
    wrote = annotated([(folder / "text", folder / "gold") for folder in args.written], known)
    written = {each.name for each in wrote}
    own = [*annotated([(texts, records) for texts, records in args.own], known), *wrote]
    given_ = [each for each in annotated([(args.texts, args.records)], known) if each.name not in {one.name for one in own}]
    vectors = given(args.vectors)
    known_senses = Senses({word: row for row, word in enumerate(vectors[0]) if word}, vectors[1])
    texts = [with_record(each, known_senses, written=each.name in written) for each in sorted([*given_, *own], key=lambda each: each.name)]
    if args.topics:
        (args.out / "topics.tsv").write_text(topics(texts), "utf-8")
        return
    marked_ = [with_marks(path) for folder in args.marked for path in sorted(folder.glob("*.txt"))]
    texts += marked_
    negative = (
        [Text(path.stem, from_text(path.read_text("utf-8")), None) for path in sorted(args.negative.glob("*.txt"))] if args.negative else []
    )
    crossed = Crossed(texts, negative, vectors, args.folds) if args.folds else None
    made = tables([*texts, *negative], vectors, "all texts")
    if crossed:
        made["trust.tsv"] = clauses.trust(crossed.judged).encode()
    for name, data in made.items():
        (args.out / name).write_bytes(data)
    told = provenance(texts, negative, [each.name for each in (*own, *marked_)], crossed)
    (args.out / "provenance.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print("\n", crossed.scores() if crossed else "no scores: give --folds")


def provenance(texts: list[Text], negative: list[Text], own: list[str], crossed: Crossed | None) -> dict[str, object]:
    return {
        "version": __version__,
        "settings": asdict(clauses.SETTINGS),
        "network": asdict(clauses.SIZES) | {"seeds": clauses.SEEDS},
        "labels": LABELS,
        "cross-validated F1": crossed.scores() if crossed else {},
        "false finds in texts without a meeting, cross-validated": crossed.false if crossed else None,
        "calibration error before trust.tsv": crossed.errors() if crossed else {},
        "texts": {text.name: text.sha256 for text in texts},
        "annotated by the project itself": own,
        "negative": {text.name: text.sha256 for text in negative},
    }  # fmt: skip


if __name__ == "__main__":
    main()
