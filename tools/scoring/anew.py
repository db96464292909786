"""Tables of weights of which only some choices are made anew."""

from pathlib import Path


def made_anew(made: str, path: Path, wanted: list[str]) -> str:
    """The table, choices that are not wanted as it was before; all are made anew where none is named."""
    if not wanted:
        return made
    head, *rows = made.splitlines()
    kept = [row for row in path.read_text("utf-8").splitlines() if not row.startswith("#") and _choice(row) not in wanted]
    return "\n".join([head, *sorted((*kept, *(row for row in rows if _choice(row) in wanted)), key=_choice)]) + "\n"


def _choice(row: str) -> str:
    return row.split("\t", maxsplit=1)[0]
