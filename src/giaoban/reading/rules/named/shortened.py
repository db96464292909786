"""Agencies and companies that are named once in full and then short: by the first word of their name, or by initials.

    "Công ty Cao su An Khê … Công ty đã khai thác"    the only company named
    "KBNN … KBNN khu vực IV"                          the only one whose name begins so

What must and must not be read: corpus/contexts.tsv.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from giaoban.reading.letters import CAPITALS

SORTS = ("Công ty", "Chi cục", "Cục", "Chi nhánh", "Tổng công ty", "Tập đoàn", "Bệnh viện", "Xí nghiệp", "KBNN")
ALONE = {sort: re.compile(rf"{sort}(?<!\w{sort})(?! [{CAPITALS}]|\w| khu vực)") for sort in SORTS}
"""The sort of an agency or company that stands for the one spoken of. Begins with its word, so that a text is searched quickly."""


def spoken_short(text: str, said: Mapping[str, str]) -> Counter[str]:
    """How often the only agency of its sort is spoken of by its first word alone, by its key. `said`: names by their keys."""
    sorts = {sort: [each for each, name in said.items() if name.startswith(f"{sort} ")] for sort in SORTS}
    return Counter({of[0]: len(ALONE[sort].findall(text)) for sort, of in sorts.items() if len(of) == 1})


def spelled_out(said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The keys of initials, each with that of the only longer name that begins with them."""
    for initials in [each for each, name in said.items() if name.isupper() and " " not in name]:
        longer = [each for each in said if each.startswith(f"{initials} ")]
        if len(longer) == 1:
            yield initials, longer[0]
