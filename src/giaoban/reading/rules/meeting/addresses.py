"""Where a text begins to give something else than its own news: an address read out in full, links to other articles.

    "Kính thưa chủ tọa kỳ họp, │ Thưa các vị đại biểu"      from the first of these greetings on

    "Tin liên quan │ Tỉnh ủy họp phiên tháng 10"            from that line on, where only short ones follow

Days told in an address are of other meetings than the one it is read at, unless it says that they are of today.
What must and must not be read: corpus/meetings.tsv.
"""

import re
from functools import lru_cache

from giaoban.reading.rules.named.year_wordings import ENDING, TAIL

GREETS = re.compile(
    r"(?:^|\n|[,;.!] )[ \t–-]*(?:Kính thưa|Thưa)"
    r"(?: toàn thể| toàn| các(?! bạn)| quý(?: vị)? (?:đại|khách)| đồng chí| đồng bào| chủ| Chủ| Đoàn| đoàn| hội| Hội| cử| đại| bà)\b"
)
BEGUN = ("Thưa ", "Kính thưa ")
"""What each of them holds: looked for first, since hardly any text has one."""
LEAST = 2
"""Greetings that make an address; one may be quoted."""


@lru_cache(maxsize=1)
def address(text: str) -> int:
    """Where the address begins; the end of a text that gives none. Of one text it is asked for every sentence."""
    greets = [match.start() for match in GREETS.finditer(text)] if sum(map(text.count, BEGUN)) >= LEAST else []
    return greets[0] if len(greets) >= LEAST else len(text)


ARTICLE = 240
"""Letters of a line that is no link any more."""


def links(text: str) -> int:
    """Where the page begins to name other articles; the end of a text that names none."""
    tail = TAIL.search(text, max(len(text) // 3, len(text) - ENDING))
    if tail is None or any(len(line) > ARTICLE for line in text[tail.end() :].splitlines()):
        return len(text)
    return tail.start()
