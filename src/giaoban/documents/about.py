"""What a file says of itself beside its text (title, subject, keywords, category, what an office adds), as lines that may bear a mark.

keywords "giao ban; mật"         each keyword
title "Báo cáo quý I (MẬT)"      the title, and what stands apart in it and begins with a capital
"""

import re
from collections.abc import Iterable, Iterator

from giaoban.documents.normal import normal
from giaoban.reference.folding import fold

LISTED = frozenset({"keywords", "keyword", "subject", "category", "label"})
"""What is a list of words by its nature: each is looked at, also in small letters. Names in lower case."""
WHO = frozenset({"creator", "author", "lastmodifiedby", "manager", "company", "application", "creatortool", "producer"})
"""Who made the file and with what: Mật is a name of people, MAT one of firms. Names in lower case."""
ORDINARY, DEGREES, CHOICES = frozenset({"thuong", "binh thuong", "khong", "khong mat"}), frozenset({"mat", "toi mat", "tuyet mat"}), 2
"""A list that has what is no secret beside so many degrees of secrecy is one to choose from, as a template has it: no mark."""
APART = re.compile(r"[;,|\n\t()\[\]{}]+|\s[-–—/]+\s")
MOST = 2_000
"""Values of one file that are looked at."""


def lines(values: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """A page for each thing said: no line there runs on from another. `values` are names and what stands under them."""
    for _, (name, value) in zip(range(MOST), values, strict=False):
        if name.lower() not in WHO:
            yield from ([each] for each in dict.fromkeys(_said(name.lower(), normal(value).strip())) if each)


def _said(name: str, value: str) -> list[str]:
    """The value, and those of its parts that may be a mark."""
    parts = [part.strip() for part in APART.split(value)]
    folded = set(map(fold, parts))
    if folded & ORDINARY and len(folded & DEGREES) >= CHOICES:
        return [value]
    return [value, *(part for part in parts if part[:1].isupper() or name in LISTED)]
