"""The tables of `corpus/`: one case a row, tab-separated, the first row names the columns; lines that start with # are remarks."""

import csv
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"


def table(name: str) -> list[dict[str, str]]:
    """The rows of `corpus/NAME` as dictionaries; an absent cell is an empty string."""
    lines = [line for line in (CORPUS / name).read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    return [dict(row) for row in rows]
