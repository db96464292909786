"""Whether a sentence tells what is to be once places or bodies are merged, as a paper proposes it.

    "Theo Đề án sắp xếp …, sau khi sắp xếp, toàn tỉnh còn │ 58 đơn vị"   to be
    "Sau sắp xếp, tỉnh có │ 102 xã"                                     there, where no paper proposes it

What must and must not be read: corpus/roles.tsv.
"""

import re

from giaoban.reading.rules.figures.drafts import Line
from giaoban.reading.syllables import sign

ONCE_MERGED = re.compile(r"\bsau (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất|nhập)\b", re.IGNORECASE)
AFTER, MERGER = sign(words=("sau",)), sign(words=("sắp", "sáp", "hợp", "nhập"))
PROPOSED = re.compile(
    r"\b(?:tờ trình|đề án|phương án|dự thảo)\b[^.;\n]{0,80}\b(?:sắp xếp|sáp nhập|hợp nhất|nhập|thành lập)\b", re.IGNORECASE
)
PASSED = re.compile(r"\b(?:đã|đến nay|hiện nay|từ ngày)\b", re.IGNORECASE)
"""Words of a sentence that tells how it came out."""
WITHIN = 800
"""Code points before a sentence, of its own paragraph, in which the proposal is named."""


def to_be_merged(line: Line) -> bool:
    """Whether a sentence tells of the time after a merger that its paragraph so far only proposes."""
    if not (line.row and line.signs & AFTER and line.signs & MERGER):
        return False
    said = line.text[line.row[0].start : line.row[-1].end]
    if not ONCE_MERGED.search(said) or PASSED.search(said):
        return False
    earliest = max(0, line.row[0].start - WITHIN)
    return PROPOSED.search(line.text, line.text.rfind("\n", earliest, line.row[0].start) + 1 or earliest, line.row[-1].end) is not None
