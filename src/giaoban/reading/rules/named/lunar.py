"""Years named by the sixty-year cycle, as the New Year is: Tết Nguyên đán Tân Sửu is that of February 2021.

What must and must not be read: corpus/years.tsv.
"""

import re
from collections.abc import Iterator

STEMS = {"Canh": 0, "Tân": 1, "Nhâm": 2, "Quý": 3, "Giáp": 4, "Ất": 5, "Bính": 6, "Đinh": 7, "Mậu": 8, "Kỷ": 9, "Kỉ": 9}
"""The last digit of the year."""
BRANCHES = {
    "Thân": 0, "Dậu": 1, "Tuất": 2, "Hợi": 3, "Tý": 4, "Tí": 4, "Sửu": 5, "Dần": 6, "Mão": 7, "Thìn": 8, "Tỵ": 9, "Tị": 9, "Ngọ": 10,
    "Mùi": 11,
}  # fmt: skip
"""What is left of the year when divided by twelve."""
NAMED = tuple(
    re.compile(rf"{rest}(?<=[{first}]{rest}) (?P<stem>{'|'.join(STEMS)}) (?P<branch>{'|'.join(BRANCHES)})\b")
    for first, rest in (("Tt", "ết"), ("Xx", "uân"), ("Nn", "ăm"), ("Đđ", "án"))
)
"""Behind the first letter of the word before: a text is searched for each word twice as quickly as for all at once."""
NEW_YEAR = 2
"""The month that the New Year is counted in."""
KNOWN = range(1984, 2044)
"""The cycle that records of today are of."""


def lunar_years(text: str) -> Iterator[tuple[int, int]]:
    """Where such a year is named, and which it is."""
    for match in sorted((match for each in NAMED for match in each.finditer(text)), key=re.Match.start):
        stem, branch = STEMS[match["stem"]], BRANCHES[match["branch"]]
        yield from ((match.start() - 1, year) for year in KNOWN if year % 10 == stem and year % 12 == branch)
