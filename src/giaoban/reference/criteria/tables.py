"""The criteria sets as they stand in the tables."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from giaoban.reference.tables import headed


class Level(StrEnum):
    """Of which level of places criteria ask."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"


class Tier(StrEnum):
    """How high a set aims: new-style rural (đạt chuẩn), advanced (nâng cao), exemplary (kiểu mẫu)."""

    STANDARD = "standard"
    ADVANCED = "advanced"
    MODEL = "model"


class Known(StrEnum):
    """On what ground something is said: a source was read, general knowledge, nothing, or sources that disagree."""

    VERIFIED = "verified"
    RECALLED = "recalled"
    UNKNOWN = "unknown"
    NEEDS_CHECK = "needs_check"


class Asks(StrEnum):
    """What is asked for: a share, a number, a relation of two numbers, that something is so, what the province fixes, or a longer rule."""

    PERCENT = "percent"
    NUMBER = "number"
    RATIO = "ratio"
    HOLDS = "pass"
    PROVINCE = "province"
    RULE = "rule"


class Sense(StrEnum):
    """On which side of its threshold a figure is good."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


HERE = "giaoban.reference.criteria"
HEAD = re.compile(r"[A-Z]+|\d+")
"""Of the number of a content, that of its criterion: 17 of 17.1a, B of B5c, III of III.2."""
REGIONS: Mapping[str, str] = MappingProxyType({
    "chung": "Cả nước",
    "tdmnpb": "Trung du miền núi phía Bắc",
    "dbsh": "Đồng bằng sông Hồng",
    "btb": "Bắc Trung Bộ",
    "dhntb": "Duyên hải Nam Trung Bộ",
    "tn": "Tây Nguyên",
    "dnb": "Đông Nam Bộ",
    "dbscl": "Đồng bằng sông Cửu Long",
})  # fmt: skip
"""The columns of the sets; Quảng Ninh takes that of the Red River delta. A set may have others: 51/2025 has groups of communes."""


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """One set, valid from `valid_from` (included) to `valid_to` (excluded).

    criteria_count, contents_count  what the act has; the tables may hold less. None where it is not known.
    amended_by                      acts that changed it later, where the tables do not hold the change
    sources                         addresses that were read; none for a set that is known from hearsay alone
    note                            what is not verified or not complete, in Vietnamese; note_en: the same in English
    """

    id: str
    name: str
    act: str
    title: str
    level: Level
    tier: Tier
    issued_on: date
    valid_from: date
    valid_to: date
    criteria_count: int | None = None
    contents_count: int | None = None
    amended_by: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    note_en: str = ""

    def in_force(self, on: date) -> bool:
        return self.valid_from <= on < self.valid_to


@dataclass(frozen=True, slots=True)
class Threshold:
    """What must be reached, in the unit of its criterion: in `where` (a key of `REGIONS`), in `year` (None: all the time)."""

    where: str
    year: int | None
    value: Decimal
    known: Known


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of a set (17), or one of its contents (17.1).

    above       number of the criterion of which it is a content; "" for a criterion
    named       on what ground it is said to be called so
    asks        what is asked for; None for a criterion whose contents ask
    known       on what ground the threshold, or that there is none, is said
    indicators  ids of the catalogue (`reference.indicators`) whose figures speak to it
    source      addresses where it was read, parted by spaces; "" where none was
    """

    set: str
    number: str
    name: str
    group: str
    above: str
    named: Known
    asks: Asks | None
    sense: Sense | None
    unit: str
    known: Known | None
    indicators: tuple[str, ...]
    source: str
    note: str
    thresholds: tuple[Threshold, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.set, self.number

    @property
    def numbered(self) -> bool:
        """Whether the act's own number is known: "3.a" is only the first of the contents of 3 whose number was not found."""
        return not (self.above and self.number[-1].islower() and self.number[-2] == ".")

    @property
    def verified(self) -> bool:
        return self.named is Known.VERIFIED


@cache
def sets() -> Mapping[str, CriteriaSet]:
    """The sets by id, the oldest first."""
    rows = tomllib.loads(files(HERE).joinpath("sets.toml").read_text("utf-8"))
    found = {key: _set(key, row) for key, row in rows.items()}
    return MappingProxyType(dict(sorted(found.items(), key=lambda each: each[1].valid_from)))


@cache
def criteria() -> Mapping[tuple[str, str], Criterion]:
    """Every criterion and content by set and number, in the order of their sets."""
    return MappingProxyType({each.key: each for each in headed(HERE, "criteria.tsv", _criterion)})


def _set(key: str, row: Mapping[str, Any]) -> CriteriaSet:
    told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return CriteriaSet(id=key, **(told | {"level": Level(row["level"]), "tier": Tier(row["tier"])}))


def _criterion(row: Mapping[str, str]) -> Criterion:
    head = HEAD.match(row["number"])
    return Criterion(
        set=row["set"],
        number=row["number"],
        name=row["name"],
        group=row["group"],
        above=head[0] if head and head[0] != row["number"] else "",
        named=Known(row["named"]),
        asks=Asks(row["asks"]) if row["asks"] else None,
        sense=Sense(row["sense"]) if row["sense"] else None,
        unit=row["unit"],
        known=Known(row["known"]) if row["known"] else None,
        indicators=tuple(row["indicators"].split()),
        source=row["source"],
        note=row["note"],
        thresholds=_thresholds().get((row["set"], row["number"]), ()),
    )


@cache
def _thresholds() -> Mapping[tuple[str, str], tuple[Threshold, ...]]:
    rows = groupby(headed(HERE, "thresholds.tsv", _threshold), itemgetter(0))
    return {key: tuple(threshold for _key, threshold in group) for key, group in rows}


def _threshold(row: Mapping[str, str]) -> tuple[tuple[str, str], Threshold]:
    year = int(row["year"]) if row["year"] else None
    return (row["set"], row["number"]), Threshold(row["where"], year, Decimal(row["value"]), Known(row["known"]))
