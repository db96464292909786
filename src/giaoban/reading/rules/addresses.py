"""Where a text begins to give in full what somebody read out: an address to a council or a conference.

    "Kính thưa chủ tọa kỳ họp, │ Thưa các vị đại biểu"      from the first of these greetings on

Days told in it are of other meetings than the one it is read at, unless it says that they are of today.
What must and must not be read: corpus/meetings.tsv.
"""

import re
from functools import lru_cache

GREETS = re.compile(
    r"(?:^|\n|[,;.!] )[ \t–-]*(?:Kính thưa|Thưa)"
    r"(?: toàn thể| toàn| các(?! bạn)| quý(?: vị)? (?:đại|khách)| đồng chí| đồng bào| chủ| Chủ| Đoàn| đoàn| hội| Hội| cử| đại| bà)\b"
)
LEAST = 2
"""Greetings that make an address; one may be quoted."""


@lru_cache(maxsize=1)
def address(text: str) -> int:
    """Where the address begins; the end of a text that gives none. Of one text it is asked for every sentence."""
    greets = [match.start() for match in GREETS.finditer(text)] if "hưa " in text else []
    return greets[0] if len(greets) >= LEAST else len(text)
