"""How well the reader reads: score.py READING_FOLDER [--among TEXTS RECORDS] [--cross] [--fast] [--worst N] [--keep FOLDER].

READING_FOLDER holds dev/text, dev/gold, negative, sources.csv and the scorer score.py. Prints, over all texts, the scorer's table, each
row with its mean and spread over folds in which all texts of one source stand together; the scores by source; how often finds are right
that are shown with some confidence; the documents that lose most. Weights trained on these same texts flatter the rows of clauses: with
--cross each fold is read by weights learned from the other folds (some minutes). What stands in docs/reading.md was measured so.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from scoring import printed
from scoring.annotated import Annotated, annotated, folds, sources
from scoring.reading import learned, read_all
from scoring.scorer import lost, right, scorer, scores

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from giaoban.reading.weights import SHIPPED

Pairs = list[tuple[dict[str, Any], dict[str, Any]]]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="READING_FOLDER")
    parser.add_argument(
        "--among", nargs=2, type=Path, action="append", metavar=("TEXTS", "RECORDS"), help="these in place of dev/text and dev/gold"
    )
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--cross", action="store_true", help="learn the weights anew for each fold, from the others")
    parser.add_argument("--fast", action="store_true", help="read by rules alone")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write what was read of each annotated text there, as NAME.json")
    return parser.parse_args()


def read_folds(parts: list[list[Annotated]], negative: list[Path], args: argparse.Namespace) -> tuple[list[Pairs], list[dict[str, Any]]]:
    """Annotated and read records by fold, and the records of texts that hold no meeting."""
    made: list[Pairs] = []
    without: list[dict[str, Any]] = []
    for number, part in enumerate(parts):
        weights, aside = SHIPPED, negative[number :: len(parts)]
        if args.cross:
            print(f"fold {number + 1} of {len(parts)}: learning without {len(part)} texts", file=sys.stderr)
            rest = [text for other in parts if other is not part for text in other]
            weights = learned(rest, [path for path in negative if path not in aside])
        read = read_all([*(text.path for text in part), *aside], weights, fast=args.fast)
        made.append([(text.gold(), each) for text, each in zip(part, read, strict=False)])
        without += read[len(part) :]
    return made, without


def keep(folder: Path, texts: list[Annotated], pairs: Pairs) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for text, (_, read) in zip(texts, pairs, strict=True):
        (folder / f"{text.name}.json").write_text(json.dumps(read, ensure_ascii=False), "utf-8")


def main() -> int:
    args = options()
    if not (args.folder / "score.py").exists():
        print(f"{args.folder}: no annotated texts here; name a folder that has dev/, negative/ and score.py", file=sys.stderr)
        return 2
    score = scorer(args.folder / "score.py")
    texts = annotated(args.among or [(args.folder / "dev" / "text", args.folder / "dev" / "gold")], sources(args.folder / "sources.csv"))
    parts = folds(texts, args.folds)
    made, without = read_folds(parts, sorted((args.folder / "negative").glob("*.txt")), args)
    pairs = [pair for part in made for pair in part]
    ordered = [text for part in parts for text in part]
    if args.keep:
        keep(args.keep, ordered, pairs)
    manner = "by rules alone" if args.fast else "each by weights that have not seen it" if args.cross else "by the weights of the package"
    print(f"{len(pairs)} texts of {len({text.source for text in texts})} sources in {len(parts)} folds, read {manner}")
    printed.negatives(without)
    printed.table(scores(score, pairs), [scores(score, part) for part in made])
    printed.by_source(score, ordered, pairs)
    printed.calibration([right(score, gold, read) for gold, read in pairs])
    ranked = sorted(((lost(scores(score, [pair])), text.name) for text, pair in zip(ordered, pairs, strict=True)), reverse=True)
    print("\nmost missed or false: " + ", ".join(f"{name} {number}" for number, name in ranked[: args.worst]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
