"""Train whether two directives ask the same: learn_repetition.py RECORDS [RECORDS …].

RECORDS are folders of annotated records (docs/reading.md): how many of their directives hold a word goes into rarity.tsv, and directives
that stand near each other in one of them are taught as not the same, together with the weight of APART pairs. The trees of repeated.tsv
are trained on corpus/asked_before.tsv, on the wordings of each topic of corpus/asked_before_topics.tsv with each other (together with the
weight of TOPICS pairs) and on the pairs of records that were judged for it (corpus/asked_before_records.tsv holds where they stand, not
their text; those of records that are not given are passed over), with the table of synonyms and with thinned ones. Prints precision and
recall by chance, the pairs of each hand or round weighed when only the others taught, and those of records in five folds, the same earlier
directive in one. The same texts give the same files.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
from boosting import Boosted, boost

ROOT = Path(__file__).parent.parent
OUT, CORPUS = ROOT / "src" / "giaoban" / "directives", ROOT / "corpus"
FOLDS, NEAR, APART, TOPICS, RECORDS, MOST_APART = 5, 30, 300.0, 1200.0, 1.5, 2000
FORGOTTEN, COPIES = (0.3, 0.5, 0.7), 3
Pair = dict[str, str]


def directives(folders: Sequence[Path]) -> Iterator[list[str]]:
    """Of each record the wordings of its directives."""
    for path in sorted(path for folder in folders for path in folder.rglob("*.json")):
        yield [each["quote"] for each in json.loads(path.read_text("utf-8")).get("directives", ()) if each.get("quote")]


def table(name: str) -> list[Pair]:
    """The rows of a table of the corpus, lines of remarks left out."""
    with (CORPUS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


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
            "fold": f"round {one['round']}",
        }
        for topic, rows in by.items()
        for one, two in combinations(rows, 2)
    ]


def judged(folders: Sequence[Path], half: str) -> list[Pair]:
    """The judged pairs of records, with their wordings; the hash tells that it is still the wording that was judged."""
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
            pairs.append({**found, "same": row["same"], "hand": "records", "fold": ""})
    records = sorted({pair["earlier"] for pair in pairs})
    for pair in pairs:
        pair["fold"] = f"records {records.index(pair['earlier']) % FOLDS}"
    return pairs


def count(records: Sequence[Sequence[str]]) -> None:
    """Write rarity.tsv."""
    from giaoban.directives.likeness import said

    held = Counter(word for record in records for wording in record for word in set(said(wording).words))
    total = sum(map(len, records))
    rows = ["word\tdirectives", f"*\t{total}", *(f"{word}\t{number}" for word, number in sorted(held.items()) if number > 1)]
    (OUT / "rarity.tsv").write_text("\n".join(rows) + "\n", "utf-8")


def weighed(pairs: Sequence[tuple[str, str]], table: Mapping[str, str]) -> tuple[list[str], np.ndarray]:
    """The names of the features in their order, and these by pair, words being brought together by a table."""
    from giaoban.directives.comparing import features, worded

    read = {text: worded(text, table) for pair in pairs for text in pair}
    rows = [features(read[one], read[two]) for one, two in pairs]
    names = sorted(rows[0])
    return names, np.array([[each[name] for name in names] for each in rows])


def thinned(table: Mapping[str, str], seed: int) -> dict[str, str]:
    """A table that has forgotten part of what it knows, as it knows but part of what another hand writes."""
    chance = Random(seed)  # noqa: S311  # the same each time is what is wanted
    forgotten, dropped = FORGOTTEN[seed % len(FORGOTTEN)], 0.2
    mine = {phrase: phrase if meaning and chance.random() < forgotten else meaning for phrase, meaning in table.items()}
    return {phrase: meaning for phrase, meaning in mine.items() if meaning or chance.random() >= dropped}


def fit(given: np.ndarray, same: np.ndarray, matter: np.ndarray, apart: np.ndarray) -> Boosted:
    """The trees.

    given  by copy, pair and feature; the copies together matter as much as one
    """
    copies, many = given.shape[:2]
    rows = np.r_[given.reshape(copies * many, -1), apart]
    wanted = np.r_[np.tile(same, copies), np.zeros(len(apart))]
    return boost(rows, wanted, np.r_[np.tile(matter / copies, copies), np.full(len(apart), APART / len(apart))])


def measure(rows: Sequence[Pair], given: np.ndarray, same: np.ndarray, matter: np.ndarray, apart: np.ndarray) -> None:
    """Print precision and recall by chance, each fold weighed by what the others taught; of topics, as if half their pairs were same."""
    fold = np.array([row["fold"] for row in rows])
    chances = np.zeros(len(rows))
    for each in np.unique(fold):
        rest = fold != each
        chances[~rest] = fit(given[:, rest], same[rest], matter[rest], apart).chances(given[0, ~rest])
    hand = np.array([row["hand"] for row in rows])
    even = np.where((hand == "topics") & (same == 0), (same[hand == "topics"]).sum() / (1 - same[hand == "topics"]).sum(), 1.0) * matter
    for at in np.arange(0.4, 0.95, 0.05):
        told = []
        for name, part in (("written", hand != "records"), ("topics", hand == "topics"), ("records", hand == "records")):
            found = (chances >= at) & part
            right = (even * same)[found].sum()
            told.append(f"{name} {right / max(even[found].sum(), 1e-9):.3f} {right / (even * same)[part].sum():.3f}")
        print(f"{at:.2f}: " + ", ".join(told))


def write(trees: Boosted, names: Sequence[str]) -> None:
    """Write repeated.tsv: the weights of features and the level without any, then by tree its questions and ends."""
    weights = zip([*names, ""], trees.weights, strict=True)
    lines = ["tree\tat\tfeature\tvalue", *(f"\t\t{name}\t{weight:.4f}" for name, weight in weights)]
    for tree, (asked, measures, levels) in enumerate(zip(trees.asked, trees.measures, trees.levels, strict=True)):
        lines += [f"{tree}\t{at}\t{names[asked[at]]}\t{value:.5g}" for at, value in enumerate(measures)]
        lines += [f"{tree}\t{len(measures) + at}\t\t{value:.5f}" for at, value in enumerate(levels)]
    (OUT / "repeated.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, nargs="+")
    folders = parser.parse_args().records
    records = list(directives(folders))
    count(records)
    from giaoban.directives.likeness import synonyms

    hands = [{**row, "fold": row["hand"]} for row in table("asked_before.tsv")]
    rows = hands + topics() + judged(folders, "train")
    tables = [synonyms(), *(thinned(synonyms(), seed) for seed in range(COPIES))]
    seen = [weighed([(row["earlier"], row["now"]) for row in rows], table) for table in tables]
    names, given, same = seen[0][0], np.array([each for _names, each in seen]), np.array([float(row["same"]) for row in rows])
    worth = {"topics": TOPICS / sum(row["hand"] == "topics" for row in rows), "records": RECORDS}
    matter = np.array([worth.get(row["hand"], 1.0) for row in rows])
    beside = [(record[at], record[at - by]) for record in records for by in range(1, NEAR + 1) for at in range(by, len(record))]
    chosen = Random(0).sample([(one, two) for one, two in beside if one != two], MOST_APART)  # noqa: S311
    apart = weighed(chosen, synonyms())[1]
    measure(rows, given, same, matter, apart)
    write(fit(given, same, matter, apart), names)


if __name__ == "__main__":
    main()
