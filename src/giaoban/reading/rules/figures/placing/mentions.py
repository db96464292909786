"""A name that figures may be about, where it stands."""

import re
from dataclasses import dataclass


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Mention:
    """One name where it stands. `apart`: it only speaks, gives the figure, or is what another is compared with."""

    start: int
    end: int
    name: str
    key: str
    sort: str
    apart: bool


LOCAL = frozenset(("commune", "district", "city", "province"))
"""Sorts of names of places below the country."""
HEADS = LOCAL | {"customs", "firm", "office"}
"""Sorts of which a section may be."""


DEPARTMENT = re.compile(r"(?:Sở|Cục|Chi cục) \w")
"""How bodies begin whose sector is their name: Sở Xây dựng."""


def is_proper(name: str) -> bool:
    """Whether what is named has a name of its own: xã Phú Lâm, phường 5, Sở Xây dựng; not toàn tỉnh."""
    last = name.rsplit(" ", 1)[-1]
    return last[0].isupper() or last.isdigit() or DEPARTMENT.match(name) is not None


def heads(mention: Mention) -> bool:
    """Whether it is a place or body with a name of its own, of which a section may be."""
    return mention.sort in HEADS and is_proper(mention.name)


def is_own(mention: Mention) -> bool:
    """Whether it is a place with a name of its own that does not only speak."""
    return mention.sort in LOCAL and not mention.apart and is_proper(mention.name)


def is_body(mention: Mention) -> bool:
    """The same of a place or body."""
    return not mention.apart and heads(mention)
