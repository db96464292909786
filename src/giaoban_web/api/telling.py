"""The API told to people: errands with requests that run, and each operation in the reader's language."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """A request as a shell runs it. KEY and ADDRESS stand for the key and the server, other words in capitals for what an answer gave.

    status  of the answer
    keep    words in capitals, and where in the answer stands what they are: "items.0.id"
    expect  how many items the answer has at least
    """

    request: str
    status: int = 200
    keep: Mapping[str, str] = field(default_factory=dict)
    expect: int = 0


@dataclass(frozen=True, slots=True)
class Errand:
    """What another system comes for, told to people in steps that run."""

    id: str
    title: str
    told: str
    steps: Sequence[Step]


def errands(language: str) -> list[Errand]:
    """The errands of the guide in Vietnamese or English."""
    rows = _table("errands")["errand"]
    return [Errand(row["id"], row[language], row[f"told_{language}"], [Step(**step) for step in row["step"]]) for row in rows]


def in_vietnamese(kind: str, english: str) -> str:
    """The Vietnamese of a tag, of an operation by its id, or of what a parameter means; "" where there is none."""
    return str(_table("summaries")[kind].get(english, ""))


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("giaoban_web.api").joinpath(f"{name}.toml").read_text("utf-8"))
