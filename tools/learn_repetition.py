"""Train whether two directives ask the same: learn_repetition.py RECORDS [RECORDS …].

RECORDS are folders of annotated records (docs/reading.md): how many of their directives hold a word goes into rarity.tsv. The weights of
repeated.tsv are trained on corpus/asked_before.tsv. Prints precision and recall over seven folds, pairs of the same earlier directive
in one fold. The same texts give the same files.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
OUT, PAIRS = ROOT / "src" / "giaoban" / "directives", ROOT / "corpus" / "asked_before.tsv"
HOLD, STEPS, RATE, FOLDS = 3.0, 3000, 0.3, 7


def count(folders: Sequence[Path]) -> None:
    """Write rarity.tsv."""
    from giaoban.directives.likeness import said

    held: Counter[str] = Counter()
    total = 0
    for path in sorted(path for folder in folders for path in folder.rglob("*.json")):
        for each in json.loads(path.read_text("utf-8")).get("directives", ()):
            if each.get("quote"):
                held.update(set(said(each["quote"]).words))
                total += 1
    rows = ["word\tdirectives", f"*\t{total}", *(f"{word}\t{number}" for word, number in sorted(held.items()) if number > 1)]
    (OUT / "rarity.tsv").write_text("\n".join(rows) + "\n", "utf-8")


def fit(given: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Weights by logistic regression, held to nothing by HOLD; the last is the level. For features as they are, not scaled."""
    mean, spread = given.mean(0), given.std(0) + 1e-6
    scaled = np.c_[(given - mean) / spread, np.ones(len(given))]
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        weights -= RATE * (scaled.T @ (chance - same) + HOLD * np.r_[weights[:-1], 0]) / len(same)
    return np.r_[weights[:-1] / spread, weights[-1] - (weights[:-1] * mean / spread).sum()]


def chances(weights: np.ndarray, given: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-(given @ weights[:-1] + weights[-1])))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, nargs="+")
    count(parser.parse_args().records)
    from giaoban.directives.likeness import said
    from giaoban.directives.repetition import SAME, features

    with PAIRS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    weighed = [features(said(row["earlier"]), said(row["now"])) for row in rows]
    given, same = np.array([list(each.values()) for each in weighed]), np.array([float(row["same"]) for row in rows])
    folds = {text: number % FOLDS for number, text in enumerate(sorted({row["earlier"] for row in rows}))}
    fold = np.array([folds[row["earlier"]] for row in rows])
    unseen = np.zeros(len(rows))
    for each in range(FOLDS):
        unseen[fold == each] = chances(fit(given[fold != each], same[fold != each]), given[fold == each])
    found = unseen >= SAME
    print(f"precision {same[found].mean():.3f}, recall {found[same == 1].mean():.3f} of {len(rows)} pairs")
    lines = [f"{name}\t{weight:.4f}" for name, weight in zip([*weighed[0], "level"], fit(given, same), strict=True)]
    (OUT / "repeated.tsv").write_text("\n".join(["feature\tweight", *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
