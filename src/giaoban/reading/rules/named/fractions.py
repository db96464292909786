"""Whether what is written like a day or a year counts things: đã có 8/12 chi cục.

    "đến 31/12 giải ngân trên 95%"   a day
    "đến nay 8/12 chi cục"           so many out of so many
    "đến 15/9 bao phủ mũi 1"         a day: no more are so than there are

What must and must not be read: corpus/fractions.tsv, corpus/periods.tsv.
"""

import re

from giaoban.reference.units import COUNTED, MEASURES, MONEY, SCALE

LEAD = 16
"""Code points before it in which it is said that a day or year follows."""
AFTER = 24
"""Code points behind it that are looked at."""
DONE_THEN = frozenset((
    "giải ngân", "giải phóng", "giải quyết", "giải thể", "giải tỏa", "giải trình", "vụ mùa", "ban hành", "bao phủ", "bình xét", "loại bỏ",
    "phòng chống",
))  # fmt: skip
"""Words after a day that begin like things counted: đến 31/12 │ giải ngân trên 95%."""

DASHES = frozenset("-–")
MEASURE_ENDS = re.compile(r"[/.,;:)]")
MEASURED = frozenset(SCALE) | {words.split()[0] for words in f"{MEASURES},{MONEY}".split(",") if words.split()}
"""Words that begin what is measured or paid: từ 5-7 │ triệu đồng."""


def is_fraction(text: str, match: re.Match[str], floor: int, lead: re.Pattern[str]) -> bool:
    """Whether "8/12" counts things (8/12 chi cục), as "2020" may, or stands where no day or year does."""
    if not lead.search(text, max(floor, match.start() - LEAD), match.start()):
        return True
    of = match.groupdict()
    if of.get("d") and int(of["d"]) > int(of["m"]):
        return False
    after = text[match.end() : match.end() + AFTER].split()[:2]
    if after and not DASHES.isdisjoint(match[0]) and text[match.end()] == " " and MEASURE_ENDS.split(after[0])[0] in MEASURED:
        return True
    return bool(after) and " ".join(after) not in DONE_THEN and (after[0] in COUNTED or " ".join(after) in COUNTED)
