"""Train what chooses the names, periods and places of figures.

    learn_figures.py FOLDER... [--written FOLDER]... [--passages TSV] [--sources CSV] [--folds N] [--choice NAME]... [--out FOLDER]

Each FOLDER holds text/NAME.txt and gold/NAME.json, its annotated record (docs/reading.md). Writes figures.tsv and figures.json (the texts
with their hashes, settings, scores). With --folds the scores are from cross-validation, by source where --sources gives a table with the
columns "id" and "publisher or site" (a source is never split), else by text. The same texts give the same weights.

Records written for this project, in folders of the same form, teach too. Their places are invented, and taught by both alike places of
real texts are chosen worse; so for places the weights begin at what both teach, and the texts of each FOLDER teach them again. Passages
(corpus/passages.tsv) teach names only.

With --choice only the choices that it names are written; the others stay as the table in the folder has them. figures.json says which
choices were made anew: what else it says holds for them.
"""

import argparse
import csv
import hashlib
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from giaoban import __version__
from giaoban.documents import from_text
from giaoban.reading.learning import choices
from giaoban.reading.learning.choices import Case, table, whole
from giaoban.reading.learning.figures import Naming, cases, namings
from giaoban.reading.learning.passages import passage
from giaoban.reading.rules.figures import dating
from giaoban.reading.rules.figures.names import phrasing
from giaoban.reading.rules.figures.names.phrasing import TABLE
from giaoban.reading.rules.figures.placing import weighed

sys.path.insert(0, str(Path(__file__).parent))
from scoring.anew import made_anew

WEIGHTS = Path(__file__).parent.parent / "src" / "giaoban" / "reading" / "weights"
CHOICES = (phrasing.CHOICE, dating.CHOICE, weighed.CHOICE)
DECIMALS = 4


def passages(table: Path) -> list[Case]:
    """What a table of passages in which names are marked teaches."""
    rows = [line for line in table.read_text("utf-8").splitlines() if line and not line.startswith("#")][1:]
    told = [passage(row.split("\t")[0]) for row in rows]
    return [naming.case for text, record in told for naming in namings(from_text(text), record)]


class Text:
    """One document with its cases."""

    def __init__(self, path: Path, record: Path) -> None:
        self.name = path.stem
        said = path.read_text("utf-8")
        self.sha256 = hashlib.sha256(unicodedata.normalize("NFC", said).encode()).hexdigest()
        document, annotated = from_text(said), json.loads(record.read_text("utf-8"))
        self.namings = list(namings(document, annotated))
        self.cases = cases(document, annotated)


def texts(folders: list[Path]) -> Iterator[Text]:
    for folder in folders:
        for record in sorted((folder / "gold").glob("*.json")):
            path = folder / "text" / f"{record.stem}.txt"
            if path.exists():
                yield Text(path, record)


def parts(names: list[str], sources: dict[str, str], folds: int) -> dict[str, int]:
    """The fold of each text: whole sources, the largest first, each to the fold that has fewest texts."""
    sizes = Counter(sources.get(name, name) for name in names)
    loads = [0] * folds
    fold: dict[str, int] = {}
    for source, size in sorted(sizes.items(), key=lambda each: (-each[1], each[0])):
        fold[source] = loads.index(min(loads))
        loads[fold[source]] += size
    return {name: fold[sources.get(name, name)] for name in names}


def right(weights: dict[str, int], naming: Naming) -> bool:
    """Whether a figure is named right, what stands before it being named as annotated."""
    totals = [sum(weights.get(trait, 0) for trait in traits) for traits in naming.case[0]]
    return naming.agree[phrasing.chosen(totals, naming.words, naming.forms)]


def learned(read: list[Text], written: Sequence[Text] = (), marked: Sequence[Case] = ()) -> dict[str, dict[str, float]]:
    """The weights of every choice, as these texts and the written records teach them, and passages names; places by these texts again."""
    own = {choice: [case for text in read for case in text.cases[choice]] for choice in CHOICES}
    told = {choice: [*cases, *(case for text in written for case in text.cases[choice])] for choice, cases in own.items()}
    told[phrasing.CHOICE] += marked
    both = choices.learned(told)
    if not written:
        return both
    return both | choices.learned({choice: cases for choice, cases in own.items() if choice in choices.AGAIN}, both, holds=choices.AGAIN)


def cross_validated(read: list[Text], written: list[Text], marked: list[Case], fold: dict[str, int], folds: int) -> list[float]:
    """The share of figures named right in each fold, by weights that have not seen it."""
    shares = []
    for number in range(folds):
        rest = [text for text in read if fold[text.name] != number]
        weights = learned(rest, written, marked)
        held = [text for text in read if fold[text.name] == number]
        figures = [naming for text in held for naming in text.namings]
        names = whole(weights)[phrasing.CHOICE]
        shares.append(round(sum(right(names, naming) for naming in figures) / max(1, len(figures)), DECIMALS))
        ruled = sum(naming.ruled for naming in figures) / max(1, len(figures))
        print(f"fold {number + 1}: {shares[-1]} of {len(figures)} figures named right, {ruled:.4f} by rules alone")
        for choice in (dating.CHOICE, weighed.CHOICE):
            print(f"        {_chosen(held, choice, weights[choice])}")
    return shares


def _chosen(held: list[Text], choice: str, weights: dict[str, float]) -> str:
    """How often a choice is right by weights."""
    cases = [case for text in held for case in text.cases[choice]]
    weighed = sum(_heaviest(weights, options) in right for options, right, _ in cases)
    return f"{choice} right {weighed / max(1, len(cases)):.4f} of {len(cases)}"


def _heaviest(weights: dict[str, float], options: list[list[str]]) -> int:
    totals = [sum(weights.get(trait, 0.0) for trait in traits) for traits in options]
    return totals.index(max(totals))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--written", type=Path, action="append", default=[])
    parser.add_argument("--passages", type=Path)
    parser.add_argument("--choice", action="append", choices=CHOICES, default=[])
    parser.add_argument("--sources", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    read = list(texts(args.folders))
    written = list(texts(args.written))
    marked = passages(args.passages) if args.passages else []
    sources: dict[str, str] = {}
    if args.sources:
        with args.sources.open(encoding="utf-8", newline="") as lines:
            sources = {row["id"]: row["publisher or site"] for row in csv.DictReader(lines)}
    fold = parts([text.name for text in read], sources, args.folds) if args.folds else {}
    scores = cross_validated(read, written, marked, fold, args.folds) if args.folds else []
    weights = learned(read, written, marked)
    (args.out / TABLE).write_text(made_anew(table(weights), args.out / TABLE, args.choice), "utf-8")
    provenance = {
        "version": __version__,
        "choices made anew": args.choice or list(CHOICES),
        "hold": {choice: choices.HOLD[choice] for choice in CHOICES},
        "hold of what begins at what written records teach": {
            choice: choices.AGAIN[choice] for choice in CHOICES if choice in choices.AGAIN
        },
        "figures": sum(len(text.namings) for text in read),
        "cross-validated by source": scores if args.sources else [],
        "cross-validated by text": [] if args.sources else scores,
        "texts": {text.name: text.sha256 for text in read},
        "written for this project": {text.name: text.sha256 for text in written},
        "passages written for this project, for names": {
            each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in (args.passages,) if each
        },
    }
    (args.out / "figures.json").write_text(json.dumps(provenance, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{len(read)} texts, {provenance['figures']} figures, {sum(map(len, weights.values()))} traits")


if __name__ == "__main__":
    main()
