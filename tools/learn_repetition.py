"""Train whether two directives ask the same: learn_repetition.py RECORDS [RECORDS …] [--judged RECORDS …].

RECORDS are folders of annotated records (docs/reading.md): how many of their directives hold a word goes into rarity.tsv, and directives
that stand near each other in one of them are taught as not the same, together with the weight of APART pairs. The trees of repeated.tsv
are trained on corpus/asked_before.tsv, on the wordings of each topic of corpus/asked_before_topics.tsv with each other (together with the
weight of TOPICS pairs), on pairs made of these wordings (made_pairs.py, the weight of MADE pairs) and on the pairs of records that were
judged for it (corpus/asked_before_records.tsv holds where they stand, not their text; those of records that are neither given nor among
--judged, which teach nothing else, are passed over). Prints precision and recall by chance, the pairs of each hand and of some rounds
weighed when only the others taught, and those of records in five folds, the same earlier directive in one. The same texts give the same
files.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
from boosting import Boosted, boost
from made_pairs import each_alike, made_pairs

ROOT = Path(__file__).parent.parent
OUT, CORPUS = ROOT / "src" / "giaoban" / "directives" / "repetition", ROOT / "corpus"
FOLDS, NEAR, APART, TOPICS, RECORDS, MADE, MOST_APART = 5, 30, 300.0, 10000.0, 4.0, 150.0, 2000
LEAST_NAMED, TOGETHER = 25, 4
TEACHES = "train"
Pair = dict[str, str]


def directives(folders: Sequence[Path], without: Collection[str] = ()) -> Iterator[list[str]]:
    """Of each record the wordings of its directives, records of some names left out."""
    for path in sorted(path for folder in folders for path in folder.rglob("*.json")):
        if path.stem not in without:
            yield [each["quote"] for each in json.loads(path.read_text("utf-8")).get("directives", ()) if each.get("quote")]


def table(name: str) -> list[Pair]:
    """The rows of a table of the corpus, lines of remarks left out."""
    with (CORPUS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def fold(row: Pair) -> str:
    """Of a topic: rounds that one writer wrote one after the other are kept together."""
    return f"rounds {(int(row['round']) - 1) // TOGETHER}"


def topics() -> list[Pair]:
    """The wordings of each topic, two by two."""
    by: dict[str, list[Pair]] = {}
    for row in table("asked_before_topics.tsv"):
        by.setdefault(row["topic"], []).append(row)
    return [
        {
            "earlier": one["wording"],
            "now": two["wording"],
            "same": str(int(one["asks"] == two["asks"])),
            "hand": "topics",
            "fold": fold(one),
        }
        for topic, rows in by.items()
        for one, two in combinations(rows, 2)
    ]


def judged(folders: Sequence[Path], half: str) -> list[Pair]:
    """The judged pairs of records, with their wordings; the hash tells that it is still the wording that was judged. What measures is the
    same where more than half of its judges say so; what teaches, where the first did."""
    wordings = {
        (path.stem, "{start}-{end}".format(**each["span"])): each["quote"]
        for folder in folders
        for path in folder.rglob("*.json")
        for each in json.loads(path.read_text("utf-8")).get("directives", ())
        if each.get("span")
    }
    pairs = []
    for row in table("asked_before_records.tsv"):
        found = {side: wordings.get((row[side], row[f"{side} at"]), "") for side in ("earlier", "now")}
        kept = all(sha256(text.encode()).hexdigest()[:12] == row[f"{side} hash"] for side, text in found.items())
        if kept and row["half"] == half:
            same = row["same"] if half == TEACHES else str(int(Fraction(row["votes"]) > Fraction(1, 2)))
            pairs.append({**found, "same": same, "hand": "records", "fold": ""})
    records = sorted({pair["earlier"] for pair in pairs})
    for pair in pairs:
        pair["fold"] = f"records {records.index(pair['earlier']) % FOLDS}"
    return pairs


def count(records: Sequence[Sequence[str]]) -> None:
    """Write rarity.tsv."""
    from giaoban.directives.repetition.likeness import said

    held = Counter(word for record in records for wording in record for word in set(said(wording).words))
    total = sum(map(len, records))
    rows = ["word\tdirectives", f"*\t{total}", *(f"{word}\t{number}" for word, number in sorted(held.items()) if number > 1)]
    (OUT / "rarity.tsv").write_text("\n".join(rows) + "\n", "utf-8")


def weighed(pairs: Sequence[Pair]) -> list[dict[str, float]]:
    """The features by pair."""
    from giaoban.directives.repetition.comparing import features, worded

    read = {pair[side]: worded(pair[side]) for pair in pairs for side in ("earlier", "now")}
    return [features(read[pair["earlier"]], read[pair["now"]]) for pair in pairs]


@dataclass(frozen=True, slots=True)
class Taught:
    """Rows of features with what is wanted of them, how much they matter and in which fold they are ("" is in none)."""

    given: np.ndarray
    same: np.ndarray
    matter: np.ndarray
    fold: np.ndarray

    def without(self, fold: str) -> Boosted:
        """The trees that the other folds teach."""
        rest = self.fold != fold
        return boost(self.given[rest], self.same[rest], self.matter[rest])


def measure(rows: Sequence[Pair], taught: Taught) -> None:
    """Print precision and recall by chance, each fold weighed by what the others taught; of topics, as if half their pairs were same.

    rows  the first of those taught
    """
    fold, hand, same = (np.array([row[name] for row in rows]) for name in ("fold", "hand", "same"))
    chances, right = np.zeros(len(rows)), (same == "1").astype(float)
    for each in np.unique(fold):
        chances[fold == each] = taught.without(each).chances(taught.given[: len(rows)][fold == each])
    topic, known = hand == "topics", np.isin(hand, ["topics", "records"])
    even = np.where(topic & (right == 0), right[topic].sum() / (1 - right[topic]).sum(), 1.0)
    for at in np.arange(0.3, 0.95, 0.05):
        told = []
        for name, part in (("hands", ~known), ("topics", topic), ("records", hand == "records")):
            found = (chances >= at) & part
            true = (even * right)[found].sum()
            told.append(f"{name} {true / max(even[found].sum(), 1e-9):.3f} {true / (even * right)[part].sum():.3f}")
        print(f"{at:.2f}: " + ", ".join(told), flush=True)


def write(trees: Boosted, names: Sequence[str]) -> None:
    """Write repeated.tsv: the weights of features and the level without any, then by tree its questions and ends."""
    weights = zip([*names, ""], trees.weights, strict=True)
    lines = ["tree\tat\tfeature\tvalue", *(f"\t\t{name}\t{weight:.4f}" for name, weight in weights)]
    for tree, (asked, measures, levels) in enumerate(zip(trees.asked, trees.measures, trees.levels, strict=True)):
        lines += [f"{tree}\t{at}\t{names[asked[at]]}\t{value:.5g}" for at, value in enumerate(measures)]
        lines += [f"{tree}\t{len(measures) + at}\t\t{value:.5f}" for at, value in enumerate(levels)]
    (OUT / "repeated.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def judged_pairs(folders: Sequence[Path]) -> list[Pair]:
    """Of hands, of topics and of records: those by which it is measured what the others teach."""
    return [{**row, "fold": row["hand"]} for row in table("asked_before.tsv")] + topics() + judged(folders, TEACHES)


def made_of_topics() -> list[Pair]:
    """Made of their wordings."""
    return made_pairs([{**row, "fold": fold(row)} for row in table("asked_before_topics.tsv")])


def apart(records: Sequence[Sequence[str]]) -> list[Pair]:
    """Directives that stand near each other in a record."""
    beside = [(record[at], record[at - by]) for record in records for by in range(1, NEAR + 1) for at in range(by, len(record))]
    chosen = Random(0).sample([(one, two) for one, two in beside if one != two], MOST_APART)  # noqa: S311
    return [{"earlier": one, "now": two, "same": "0", "hand": "apart", "fold": ""} for one, two in chosen]


def lesson(rows: Sequence[Pair], made: Sequence[Pair], apart: Sequence[Pair]) -> tuple[Taught, list[str]]:
    """What trees are taught, and the names of its features."""
    pairs = [*rows, *made, *apart]
    seen = weighed(pairs)
    held = Counter(name for each in seen for name, value in each.items() if value)
    names = sorted(name for name in held if held[name] >= LEAST_NAMED)
    given = np.array([[each.get(name, 0.0) for name in names] for each in seen])
    worth = {"topics": TOPICS / sum(row["hand"] == "topics" for row in rows), "records": RECORDS, "apart": APART / len(apart)}
    worth |= each_alike(made, MADE)
    matter = np.array([worth.get(pair["hand"], 1.0) for pair in pairs])
    same, folds = np.array([float(pair["same"]) for pair in pairs]), np.array([pair["fold"] for pair in pairs])
    return Taught(given, same, matter, folds), names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, nargs="+")
    parser.add_argument("--judged", type=Path, nargs="+", default=[])
    given = parser.parse_args()
    records = list(directives(given.records))
    count(records)
    rows = judged_pairs([*given.records, *given.judged])
    taught, names = lesson(rows, made_of_topics(), apart(records))
    write(taught.without("none of them"), names)
    measure(rows, taught)


if __name__ == "__main__":
    main()
