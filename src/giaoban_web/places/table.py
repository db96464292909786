"""The tables of places that come with the program, as plain values.

places     code, kind, name, parent, valid_from, valid_to, unit ("new": a unit set up anew under a code that was used), area, lat, lon,
           source, doubt
events     key, kind, on, act, source, doubt
changes    event, before, after (codes), part ("part": only a part), basis and weight of that part (46.55 km² of the whole)
conflicts  place, what, one and other (what two sources say), used (which of them stands in the register), why
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
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
    source: str = ""
    doubt: str = ""
    new: bool = False
    area: Decimal | None = None
    lat: Decimal | None = None
    lon: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """The place with code `before` became, wholly or in `part`, the place with code `after`."""

    before: str
    after: str
    part: bool = False
    basis: str = ""
    weight: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """What happened on a day, with the places that belong together in it."""

    kind: str
    on: date
    act: str
    source: str = ""
    doubt: str = ""
    links: tuple[LinkRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources say different things of a place; `used` says which of them the register follows."""

    place: str
    what: str
    one: str
    other: str
    used: str


@dataclass(frozen=True, slots=True)
class Table:
    """Places with what happened to them, parents before what lies in them."""

    name: str
    rows: tuple[Row, ...]
    events: tuple[EventRow, ...] = ()
    conflicts: tuple[Conflict, ...] = field(default=())


def table(name: str) -> Table:
    """The table `name` of the package."""
    links: dict[str, list[LinkRow]] = {}
    for each in lines(f"{name}_changes"):
        weight = Decimal(each["weight"]) if each["weight"] else None
        links.setdefault(each["event"], []).append(LinkRow(each["before"], each["after"], each["part"] == "part", each["basis"], weight))
    events = (
        EventRow(each["kind"], date.fromisoformat(each["on"]), each["act"], each["source"], each["doubt"], tuple(links[each["key"]]))
        for each in lines(f"{name}_events")
    )
    conflicts = (Conflict(**each) for each in lines(f"{name}_conflicts"))
    return Table(name, tuple(map(_row, lines(name))), tuple(events), tuple(conflicts))


def lines(name: str) -> Iterator[dict[str, str]]:
    """The rows of the file `name`.tsv by the names in its first row; lines that start with # are remarks."""
    text = files("giaoban_web.places").joinpath("data", f"{name}.tsv").read_text("utf-8")
    kept = [line for line in text.splitlines() if line and not line.startswith("#")]
    yield from csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")


def decimal(text: str) -> Decimal | None:
    """The number written so; None for nothing."""
    return Decimal(text) if text else None


def _row(each: dict[str, str]) -> Row:
    return Row(
        each["code"],
        each["kind"],
        each["name"],
        each["parent"],
        date.fromisoformat(each["valid_from"]),
        date.fromisoformat(each["valid_to"]) if each["valid_to"] else None,
        each["source"],
        each["doubt"],
        each["unit"] == "new",
        decimal(each["area"]),
        decimal(each["lat"]),
        decimal(each["lon"]),
    )
