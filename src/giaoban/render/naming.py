"""Short names and phrases of explanations in Vietnamese and English, from the tables beside this module; no sentences."""

import tomllib
from functools import cache
from importlib.resources import files

TABLES = ("explaining.toml", "weighed.toml")
VIETNAMESE = "vi"


@cache
def phrases() -> dict[str, dict[str, str]]:
    """Every phrase by code and language."""
    merged: dict[str, dict[str, str]] = {}
    for name in TABLES:
        merged |= tomllib.loads(files("giaoban.render").joinpath(name).read_text("utf-8"))
    return merged


def phrase(code: str, language: str, /, **values: object) -> str:
    """The phrase of `code` in `language` ("vi", "en") with these values in it; Vietnamese where the language is unknown."""
    said = phrases()[code]
    return said.get(language, said[VIETNAMESE]).format(**values)


def named(sort: str, name: str, language: str) -> str:
    """A name of one sort (kind, value, reason) in words; one that has none is given back as it is."""
    return phrase(f"{sort} {name}", language) if f"{sort} {name}" in phrases() else name
