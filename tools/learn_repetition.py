"""Train whether two directives ask the same: learn_repetition.py RECORDS [RECORDS …].

RECORDS are folders of annotated records (docs/reading.md): how many of their directives hold a word goes into rarity.tsv, and directives
that stand near each other in one of them are taught as not the same, together with the weight of APART pairs. The weights of
repeated.tsv are trained on corpus/asked_before.tsv and on the pairs of records that were judged for it (corpus/asked_before_records.tsv
holds where they stand, not their text; those of records that are not given are passed over), with the table of synonyms and with thinned
ones. Prints precision and recall over seven folds, pairs of the same earlier directive in one fold, and of each hand's pairs when only
the others' taught, at the chance asked for and at others. The same texts give the same files.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random

import numpy as np

ROOT = Path(__file__).parent.parent
OUT, PAIRS = ROOT / "src" / "giaoban" / "directives", ROOT / "corpus" / "asked_before.tsv"
JUDGED = ROOT / "corpus" / "asked_before_records.tsv"
HOLD, STEPS, FOLDS, NEAR, APART = 1.0, 30, 7, 30, 300.0
FORGOTTEN, COPIES = (0.3, 0.5, 0.7), 6


def directives(folders: Sequence[Path]) -> Iterator[list[str]]:
    """Of each record the wordings of its directives."""
    for path in sorted(path for folder in folders for path in folder.rglob("*.json")):
        yield [each["quote"] for each in json.loads(path.read_text("utf-8")).get("directives", ()) if each.get("quote")]


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a table, lines of remarks left out."""
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def judged(folders: Sequence[Path]) -> list[dict[str, str]]:
    """The judged pairs of records that teach, with their wordings; the hash tells that it is still the wording that was judged."""
    wordings = {
        (path.stem, "{start}-{end}".format(**each["span"])): each["quote"]
        for folder in folders
        for path in folder.rglob("*.json")
        for each in json.loads(path.read_text("utf-8")).get("directives", ())
        if each.get("span")
    }
    pairs = []
    for row in table(JUDGED):
        found = {side: wordings.get((row[side], row[f"{side} at"]), "") for side in ("earlier", "now")}
        kept = all(sha256(text.encode()).hexdigest()[:12] == row[f"{side} hash"] for side, text in found.items())
        if kept and row["half"] == "train":
            pairs.append({**found, "same": row["same"], "hand": "records"})
    return pairs


def count(records: Sequence[Sequence[str]]) -> None:
    """Write rarity.tsv."""
    from giaoban.directives.likeness import said

    held = Counter(word for record in records for wording in record for word in set(said(wording).words))
    total = sum(map(len, records))
    rows = ["word\tdirectives", f"*\t{total}", *(f"{word}\t{number}" for word, number in sorted(held.items()) if number > 1)]
    (OUT / "rarity.tsv").write_text("\n".join(rows) + "\n", "utf-8")


def weighed(pairs: Sequence[tuple[str, str]], table: Mapping[str, str]) -> tuple[list[str], np.ndarray]:
    """The names of the features, and these by pair, words being brought together by a table."""
    from giaoban.directives.likeness import compared
    from giaoban.directives.repetition import features

    rows = [features(compared(one, table), compared(two, table)) for one, two in pairs]
    return list(rows[0]), np.array([list(each.values()) for each in rows])


def thinned(table: Mapping[str, str], seed: int) -> dict[str, str]:
    """A table that has forgotten part of what it knows, as it knows but part of what another hand writes."""
    chance = Random(seed)  # noqa: S311  # the same each time is what is wanted
    forgotten, dropped = FORGOTTEN[seed % len(FORGOTTEN)], 0.2
    mine = {phrase: phrase if meaning and chance.random() < forgotten else meaning for phrase, meaning in table.items()}
    return {phrase: meaning for phrase, meaning in mine.items() if meaning or chance.random() >= dropped}


def fit(given: np.ndarray, same: np.ndarray, apart: np.ndarray) -> np.ndarray:
    """Weights by logistic regression (Newton's method), held to nothing by HOLD; the last is the level. For features as they are.

    given  by copy, pair and feature; the copies together matter as much as one
    """
    copies, many = given.shape[:2]
    every = np.r_[given.reshape(copies * many, -1), apart]
    mean, spread = given.mean((0, 1)), given.std((0, 1)) + 1e-6
    scaled = np.c_[(every - mean) / spread, np.ones(len(every))]
    wanted = np.r_[np.tile(same, copies), np.zeros(len(apart))]
    matter = np.r_[np.full(copies * many, 1 / copies), np.full(len(apart), APART / len(apart))]
    hold = np.diag(np.r_[np.full(len(mean), HOLD), 1e-6])
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (matter * (chance - wanted)) + hold @ weights
        weights -= np.linalg.solve((scaled.T * (matter * chance * (1 - chance))) @ scaled + hold, slope)
    return np.r_[weights[:-1] / spread, weights[-1] - (weights[:-1] * mean / spread).sum()]


def silent(one: str, two: str) -> bool:
    """Whether one of two wordings says nothing of its own, so that it is never found."""
    from giaoban.directives.likeness import said

    return (said(one).general or said(two).general) and said(one).words != said(two).words


def measure(given: np.ndarray, same: np.ndarray, apart: np.ndarray, part: np.ndarray, heard: np.ndarray) -> None:
    """Print precision and recall, the pairs of each part weighed by what the other parts taught: with the table whole, and thinned.

    part   names a hand, or numbers a fold; heard  whether a pair may be found at all
    """
    from giaoban.directives.repetition import SAME

    found = np.zeros(given.shape[:2], bool)
    for each in np.unique(part):
        weights = fit(given[:, part != each], same[part != each], apart)
        found[:, part == each] = 1 / (1 + np.exp(-(given[:, part == each] @ weights[:-1] + weights[-1]))) >= SAME
    found &= heard
    parts = [("all", np.ones(len(same), bool)), ("hands", part != "records"), *((each, part == each) for each in np.unique(part))]
    for told, rows in parts if part.dtype.kind == "U" else [("folds", parts[0][1])]:
        for table, asked in (("whole", found[:1]), ("thinned", found[1:])):
            right, wanted = (asked & rows & (same == 1)).sum(), (rows & (same == 1)).sum() * len(asked)
            print(f"{told}, {table}: precision {right / (asked & rows).sum():.3f}, recall {right / wanted:.3f} of {rows.sum()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, nargs="+")
    folders = parser.parse_args().records
    records = list(directives(folders))
    count(records)
    from giaoban.directives.likeness import synonyms

    rows = table(PAIRS) + judged(folders)
    tables = [synonyms(), *(thinned(synonyms(), seed) for seed in range(COPIES))]
    seen = [weighed([(row["earlier"], row["now"]) for row in rows], table) for table in tables]
    names, given, same = seen[0][0], np.array([each for _names, each in seen]), np.array([float(row["same"]) for row in rows])
    beside = [(record[at], record[at - by]) for record in records for by in range(1, NEAR + 1) for at in range(by, len(record))]
    apart = weighed([(one, two) for one, two in beside if one != two], synonyms())[1]
    folds = {text: number % FOLDS for number, text in enumerate(sorted({row["earlier"] for row in rows}))}
    heard = np.array([not silent(row["earlier"], row["now"]) for row in rows])
    measure(given, same, apart, np.array([folds[row["earlier"]] for row in rows]), heard)
    measure(given, same, apart, np.array([row["hand"] for row in rows]), heard)
    lines = [f"{name}\t{weight:.4f}" for name, weight in zip([*names, "level"], fit(given, same, apart), strict=True)]
    (OUT / "repeated.tsv").write_text("\n".join(["feature\tweight", *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
