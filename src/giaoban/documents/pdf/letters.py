"""How many letters the instructions of a page draw, about: PDFium makes a hundred bytes of each before anybody can ask it."""

import re

SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*+)\)[\s\d.\-\])]*(?:T[jJ]|['\"(<])|<([0-9A-Fa-f\s]+)>[\s\d.\-\])]*(?:T[jJ]|['\"(<])", re.DOTALL)
"""A string that is shown, by itself or among others with the room between them."""
HEX = 4
"""Digits of a letter, as most fonts have it."""
MOST, MOST_EACH_PAGE = 300_000, 10_000


def letters(instructions: bytes) -> int:
    """The letters in strings that are shown."""
    return sum(len(found[1]) if found[1] is not None else len(found[2]) // HEX for found in SHOWN.finditer(instructions))


def most_letters(pages: int) -> int:
    """No document of so many pages that people read has more."""
    return MOST + MOST_EACH_PAGE * pages
