"""The indicators that review meetings report: names, units, direction, definition, and how figures of them add up (`indicators.toml`).

Each row names the source of its definition or says that it is unverified: general knowledge, never a ground for a verdict.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from giaoban.messages.printed import NAMES


class Direction(StrEnum):
    """Which way is good for an indicator."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class Nature(StrEnum):
    """What a figure of it says of time: what came together in a period, what there was at its end, or a relation of two figures."""

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"


class Aggregation(StrEnum):
    """How figures of places make the figure of the place above them."""

    SUM = "sum"
    WEIGHTED_MEAN = "weighted_mean"
    LAST = "last"
    NONE = "none"


class Frequency(StrEnum):
    """How often it is reported at least."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Formula:
    """`scale` × numerator / denominator, both ids of the catalogue, each taken in the unit named for it."""

    numerator: str
    numerator_unit: str
    denominator: str
    denominator_unit: str
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator.

    id           stable name
    name_en      what it is called in English; no way in which records write it
    units        as written, the first is the one the ledger compares in
    names_other  phrases close to its names that name something else, and what
    units_other  units in which something else goes by its name, its amount or a share of it: no slip, and not its figure
    needs        phrases of which a name must have one, or it says too little
    source       document or address of the definition; empty where it is unverified, and then it says so
    weight       for a weighted mean: id of the indicator whose figures weigh; empty where the catalogue has none
    parts        ids of indicators that are parts of this whole; `complete` says that together they are all of it
    adds_to      what the shares of a structure add to, over each axis; None where it is no structure
    at_most      id of the indicator that it cannot exceed
    breakdowns   axes along which it is reported (sex, sector)
    whole        counts come in wholes
    share_of     what the percentage is a share of, as a dimension of `dimensions.tsv` (commune, household); empty where it is none of units
    low, high    a figure outside them cannot be; None where there is no limit
    of_plan      it is itself a share of a plan: what is told as attained of the plan is told in its unit
    growth_of    id of the indicator whose growth on the same period it tells
    constant_prices  growth is told at constant prices, the figure itself mostly at current ones
    """

    id: str
    name: str
    group: str
    units: tuple[str, ...]
    name_en: str = ""
    direction: Direction = Direction.NEUTRAL
    nature: Nature = Nature.FLOW
    aggregation: Aggregation = Aggregation.NONE
    frequency: Frequency = Frequency.YEAR
    abbreviations: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    names_other: tuple[str, ...] = ()
    units_other: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    definition: str = ""
    definition_vi: str = ""
    source: str = ""
    unverified: bool = False
    note: str = ""
    weight: str = ""
    formula: Formula | None = None
    parts: tuple[str, ...] = ()
    complete: bool = False
    adds_to: int | None = None
    at_most: str = ""
    breakdowns: tuple[str, ...] = ()
    whole: bool = False
    share_of: str = ""
    low: int | None = None
    high: int | None = None
    of_plan: bool = False
    growth_of: str = ""
    constant_prices: bool = False

    @property
    def unit(self) -> str:
        return self.units[0]

    @property
    def verified(self) -> bool:
        return bool(self.source) and not self.unverified

    @property
    def names(self) -> tuple[str, ...]:
        """Every way in which it is written."""
        return (self.name, *self.abbreviations, *self.synonyms)


Catalogue = Mapping[str, Indicator]
GROUPS = {
    "An ninh": "Security",
    "Chỉ đạo điều hành": "Direction and management",
    "Cải cách": "Reform",
    "Doanh nghiệp": "Enterprises",
    "Du lịch": "Tourism",
    "Dân số": "Population",
    "Giáo dục": "Education",
    "Kinh tế": "Economy",
    "Môi trường": "Environment",
    "NTM": "New-style rural areas",
    "Nông nghiệp": "Agriculture",
    "Tài chính": "Finance",
    "Văn hóa": "Culture",
    "Xây dựng Đảng": "Party building",
    "Xã hội": "Society",
    "Y tế": "Health",
    "Đất đai": "Land",
    "Đầu tư": "Investment",
}
"""What the groups are called in English."""


def indicator(key: str, row: Mapping[str, Any]) -> Indicator:
    """One row of a catalogue, as in `indicators.toml`; TypeError or ValueError for a field or word that there is not."""
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    for name, kind in WORDS.items():
        if name in fields:
            fields[name] = kind(fields[name])
    if "formula" in fields:
        fields["formula"] = Formula(**fields["formula"])
    return Indicator(id=key, **fields)


WORDS = {"direction": Direction, "nature": Nature, "aggregation": Aggregation, "frequency": Frequency}


@cache
def catalogue() -> Catalogue:
    """The indicators that come with Giaoban, by id."""
    rows = tomllib.loads(files("giaoban.reference").joinpath("indicators.toml").read_text("utf-8"))
    return MappingProxyType({key: indicator(key, row) for key, row in rows.items()})


@cache
def english() -> Mapping[str, str]:
    """The names of indicators and their groups in English, by those in Vietnamese."""
    return MappingProxyType({known.name: known.name_en for known in catalogue().values()} | GROUPS)


def _in_english(text: str) -> str:
    """The English name, that of a part with its part behind it: "Average population (nữ)"; what is no such name as it is."""
    name, part, rest = text.partition(" (")
    return english().get(text) or f"{english().get(name, name)}{part}{rest}"


NAMES.append(_in_english)
