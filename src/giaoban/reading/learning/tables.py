"""Trained weights as the tables that the reader loads: whole numbers, 256ths of a logarithm of odds."""

from giaoban.reading.chances import LABELS
from giaoban.reading.judging import ONE
from giaoban.reading.learning.chain import Learned

LEAST = 4
"""Weights smaller than this in every label are left out."""
BIAS = 0.25
"""What is taken off the weight of nothing: the share of false finds that the clerk may be shown for one found more."""


def chain_table(learned: Learned) -> str:
    """The table `clauses.tsv`; traits whose every weight is slight are left out."""
    rows = ["# trait\t" + "\t".join(LABELS), f"(bias)\t{round(BIAS * ONE)}"]
    rows += [_row(f"(after {label})", steps) for label, steps in zip(LABELS, learned.steps, strict=True)]
    kept = (name for name in sorted(learned.weights) if max(abs(round(each * ONE)) for each in learned.weights[name]) >= LEAST)
    return "\n".join([*rows, *(_row(name, learned.weights[name]) for name in kept)]) + "\n"


def _row(name: str, weights: list[float]) -> str:
    return "\t".join([name, *(str(round(each * ONE) or "") if not name.startswith("(") else str(round(each * ONE)) for each in weights)])


def split_table(weights: dict[str, float]) -> str:
    """A table of one weight a trait; slight ones are left out."""
    rows = [f"{name}\t{round(weight * ONE)}" for name, weight in sorted(weights.items()) if abs(round(weight * ONE)) >= LEAST]
    return "\n".join(["# trait\tweight", *rows]) + "\n"
