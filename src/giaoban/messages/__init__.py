"""What is said to people, in Vietnamese and English: what happened, why, and what to do next."""

import tomllib
from functools import cache
from importlib.resources import files

from giaoban.messages.printed import in_words
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
    """The sentence of `code` in `language`, with these values in it: numbers, quantities, periods and days as the language prints them, and
    another refusal as its sentence.
    """
    wanted = language.split("-", maxsplit=1)[0]
    wanted = wanted if wanted in LANGUAGES else "vi"
    said = {name: say(value, wanted) if isinstance(value, Refused) else in_words(value, wanted) for name, value in values.items()}
    return table()[code][wanted].format(**said)
