"""Units as tables write them: in a column, in a heading, after the name of a row, over the whole table, or in what is counted.

"Sản lượng (tấn)" tấn    "Tr.đ" triệu đồng    "Số doanh nghiệp thành lập mới" doanh nghiệp
"""

import re
from functools import lru_cache

from giaoban.reading.phrases import listed
from giaoban.reference.folding import fold
from giaoban.reference.units import COUNTED, KINDS, SCALE, WEAK, Kind

BRACKETED = re.compile(r"\(\s*(?:(?:đvt|đơn vị(?: tính)?)\s*:?\s*)?([^()]{1,40})\)", re.IGNORECASE)
OVER = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:\s*([^\n\t();.]{1,40}(?:\.[^\n\t();.]{1,10})?)", re.IGNORECASE)
"""The line over a table that says the unit of all its figures."""
LAST = re.compile(r"\(([^()]{1,40})\)\s*$")
"""The unit in brackets at the end of a caption."""
DITTO = frozenset({'"', "''", "”", "nt", "-nt-", "- nt -", "//", "như trên", "“"})
SHORT = {
    "trđ": "triệu đồng", "trđồng": "triệu đồng", "triệuđ": "triệu đồng", "tỷđ": "tỷ đồng", "tỉđ": "tỷ đồng", "nghìnđ": "nghìn đồng",
    "ngđ": "nghìn đồng", "1000đ": "nghìn đồng", "1000đồng": "nghìn đồng", "đ": "đồng", "tỷ": "tỷ đồng", "tỉ": "tỷ đồng",
    "triệu": "triệu đồng", "trusd": "triệu USD", "phầntrăm": "%",
}  # fmt: skip
"""Short forms, blanks and stops left out, and what they say in full."""
KNOWN = frozenset(
    phrase.lower()
    for kind in (Kind.SHARE, Kind.POINTS, Kind.TIMES, Kind.MONEY, Kind.MEASURE, Kind.THING, Kind.TIME)
    for phrase in listed(KINDS[kind])
)
MEASURED = frozenset(phrase.lower() for kind in (Kind.MEASURE, Kind.MONEY, Kind.SHARE) for phrase in listed(KINDS[kind]))
PER = re.compile(r"\s*/\s*")
COUNT = re.compile(r"(?:tổng số |tổng |trong đó:? )?(?:số |lượt )?(?:lượng )?", re.IGNORECASE)
LONGEST = 4
"""Words of a thing counted at most."""


@lru_cache(maxsize=4096)
def known(written: str) -> str:
    """The unit written so, in full; empty for what is none."""
    said = " ".join(written.split()).strip(" .:")
    full = SHORT.get(re.sub(r"[\s.]", "", said).lower(), said)
    if full[1:].islower():
        full = full[0].lower() + full[1:]
    parts = [part for part in PER.split(full) if part]
    return full if parts and _is_unit(parts[0]) else ""


def spelled(written: str) -> str:
    """What a column of units says, in full, whether or not it is known; empty for no unit at all."""
    said = " ".join(written.split()).strip(" :")
    return known(said) or (said if any(map(str.isalpha, said)) else "")


def parted(heading: str) -> tuple[str, str]:
    """The heading without its unit, and the unit: ("Giá trị sản xuất", "tỷ đồng")."""
    for match in BRACKETED.finditer(heading):
        if unit := known(match[1]):
            return " ".join((heading[: match.start()] + heading[match.end() :]).split()).strip(" ·,"), unit
    tail = heading.rpartition(", ")
    if tail[0] and (unit := known(tail[2])) and tail[2].lower() in MEASURED:
        return tail[0], unit
    if re.search(r"\D%\s*$", heading):
        return heading.rstrip()[:-1].rstrip(), "%"
    return (heading.lstrip()[1:].lstrip(), "%") if heading.lstrip().startswith("%") else (heading, "")


def over(text: str) -> tuple[str, ...]:
    """The units that a line over the table says."""
    found = OVER.search(text) or LAST.search(text)
    said = [known(part) for part in re.split(r"[,;]", found[1])] if found else []
    return tuple(unit for unit in said if unit)


def of_all(units: tuple[str, ...], name: str) -> str:
    """Of the units over a table the one for a name: percent for shares, else the first of the others."""
    share = fold(name).startswith(("ty le", "ty trong", "co cau", "toc do"))
    return next((unit for unit in units if (unit == "%") == share), "")


def counted(name: str) -> str:
    """The thing that a name counts; empty where it names none, or one that is as often named as counted and not said to be counted."""
    rest = COUNT.sub("", name, count=1)
    words = re.findall(r"[^\W\d_]+", rest.lower())
    sizes = range(min(LONGEST, len(words)), 0, -1)
    thing = next((phrase for size in sizes if (phrase := " ".join(words[:size])) in COUNTED), "")
    return "" if thing in WEAK and rest == name else thing


def _is_unit(said: str) -> bool:
    words = said.lower().split()
    while len(words) > 1 and (words[0] in SCALE or re.fullmatch(r"10{2,5}|1\.000|100", words[0])):
        words = words[1:]
    return " ".join(words) in KNOWN or (len(words) == 1 and words[0] in SCALE)
