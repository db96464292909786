"""What a file says of itself beside its text (title, subject, keywords, category, what an office adds), as lines that may bear a mark.

keywords "giao ban; mật"         each keyword
title "Báo cáo quý I (MẬT)"      the title, and what stands apart in it and begins with a capital
"""

import re
from collections.abc import Iterable, Iterator

from giaoban.documents.normal import normal

LISTED = frozenset({"keywords", "keyword", "subject", "category", "label"})
"""What is a list of words by its nature: each is looked at, also in small letters. Names in lower case."""
APART = re.compile(r"[;,|\n\t()\[\]{}]+|\s[-–—/]+\s")
MOST = 2_000
"""Values of one file that are looked at."""


def lines(values: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """A page for each thing said: no line there runs on from another. `values` are names and what stands under them."""
    for _, (name, value) in zip(range(MOST), values, strict=False):
        said = normal(value).strip()
        parts = [part.strip() for part in APART.split(said)]
        yield from (
            [each] for each in dict.fromkeys([said, *(part for part in parts if part[:1].isupper() or name.lower() in LISTED)]) if each
        )
