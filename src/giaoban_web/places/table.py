"""The tables of places that come with the program, as plain values."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Row:
    """One place over one stretch of time; `parent` is a code, "" for a root."""

    code: str
    kind: str
    name: str
    parent: str
    valid_from: date
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """On `on` the place with code `before` became, wholly or in `part`, the place with code `after`."""

    on: date
    kind: str
    before: str
    after: str
    part: bool
    act: str


def rows(name: str) -> tuple[Row, ...]:
    """The places of table `name`."""
    return tuple(
        Row(
            each["code"],
            each["kind"],
            each["name"],
            each["parent"],
            date.fromisoformat(each["valid_from"]),
            date.fromisoformat(each["valid_to"]) if each["valid_to"] else None,
            each["source"],
        )
        for each in _lines(name)
    )


def changes(name: str) -> tuple[ChangeRow, ...]:
    """The changes between the places of table `name`."""
    return tuple(
        ChangeRow(date.fromisoformat(each["on"]), each["kind"], each["before"], each["after"], each["part"] == "part", each["act"])
        for each in _lines(f"{name}_changes")
    )


def _lines(name: str) -> Iterator[dict[str, str]]:
    text = files("giaoban_web.places").joinpath("data", f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
