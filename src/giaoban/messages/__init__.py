"""What is said to people, in Vietnamese and English: what happened, why, and what to do next."""

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from giaoban.model import Refused

LANGUAGES = ("vi", "en")


@cache
def table() -> dict[str, dict[str, str]]:
    """Every message by code and language, from the TOML files beside this module."""
    merged: dict[str, dict[str, str]] = {}
    for path in sorted(files(__name__).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            merged |= tomllib.loads(path.read_text("utf-8"))
    return merged


def say(refused: Refused, language: str = "vi") -> str:
    """The sentence for a refusal in `language` ("vi", "en", also "vi-VN"); Vietnamese where the language is unknown."""
    return phrase(refused.code, language, **refused.values)


def phrase(code: str, language: str = "vi", /, **values: object) -> str:
    """The sentence of `code` in `language`, with these values in it."""
    wanted = language.split("-", maxsplit=1)[0]
    printed = {name: _printed(value, wanted) for name, value in values.items()}
    return table()[code][wanted if wanted in LANGUAGES else "vi"].format(**printed)


def _printed(value: object, language: str) -> str:
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        grouped = f"{value:,}"
        return grouped.translate(str.maketrans(",.", ".,")) if language == "vi" else grouped
    return str(value)
