"""What would be a judgement and says not how things stand: what is only supposed, what is yet to come, what is handed out, how much
harm there was.

    "Nếu │chậm bàn giao thì nhà thầu rút máy│"            supposed
    "│Tuyến đường sẽ mở ra hướng phát triển mới│"         to come
    "Dịp này, UBND huyện │tặng giấy khen 6 tập thể│"      handed out
    "│xảy ra 02 vụ trộm cắp, bắt 01 đối tượng│"            counted

What must and must not be read: corpus/findings.tsv.
"""

from collections.abc import Sequence
from itertools import pairwise

from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.nothing import words_of
from giaoban.reading.segments import Segment

SUPPOSES, THEN_IF = "nếu", frozenset(("như", "so", "tính", "không"))
"""What opens a supposition, and what follows where it compares, or where what stands before is judged: nếu như trước đây …, thì nay …"""
NEAR, STOPS = 12, frozenset(";.:?!")
"""Syllables before a judgement in which that stands, with none of these between."""
TO_COME, CLEAN = "sẽ", "sạch"
SO_FAR = frozenset(listed("đã, đang, vừa, còn, chưa, là, vẫn, không, rất, luôn, được, bị"))
"""Syllables before it in a judgement by which something is told of now all the same."""
WITHIN = 24
HANDED_OUT = frozenset((("bằng", "khen"), ("giấy", "khen"), ("cờ", "thi"), ("huân", "chương"), ("huy", "chương")))
WHY = "vì"
HAPPENED = ("xảy", "ra")
FELL = frozenset(("giảm", "không", "chỉ"))
COUNTED = 3
"""Syllables before its number that a sentence has, at most, which counts what happened: trên địa bàn │xảy ra 02 vụ."""


def is_unreal(paragraph: Paragraph, found: Segment) -> bool:
    """Whether a stretch that was heard as a judgement is one of these."""
    if found.kind == "D":
        return False
    words = words_of(paragraph, found)
    line, first = paragraph.lines[paragraph.within[found.first]].words, paragraph.parts[found.first].first
    if _supposed(line, first, words) or _to_come(words) or _counts_harm(words):
        return True
    return _handed_out(line[max(0, first - NEAR) : first], words)


def _supposed(line: Sequence[str], first: int, words: Sequence[str]) -> bool:
    """Whether "nếu" opens it, or stands right before with nothing judged between."""
    if words[0] == SUPPOSES:
        return words[1:2] != () and words[1] not in THEN_IF
    for at in range(first - 1, max(-1, first - 1 - NEAR), -1):
        if line[at] in STOPS:
            return False
        if line[at] == SUPPOSES:
            return line[at + 1] not in THEN_IF
    return False


def _to_come(words: Sequence[str]) -> bool:
    at = next((at for at, word in enumerate(words[:WITHIN]) if word == TO_COME and words[max(0, at - 1)] != CLEAN), WITHIN)
    return at < WITHIN and SO_FAR.isdisjoint(words[:at])


def _counts_harm(words: Sequence[str]) -> bool:
    """Whether it opens with how often something happened, and says not that it became less."""
    at = next((at for at in range(COUNTED + 1) if tuple(words[at : at + 2]) == HAPPENED), None)
    counted = at is not None and words[at + 2 : at + 3] != [] and words[at + 2][:1].isdigit()
    return counted and FELL.isdisjoint(words)


def _handed_out(before: Sequence[str], words: Sequence[str]) -> bool:
    """Whether it tells of awards, or what they are for: tặng giấy khen │vì có thành tích xuất sắc│."""
    for_what = words[0] == WHY and not HANDED_OUT.isdisjoint(pairwise(before))
    return for_what or not HANDED_OUT.isdisjoint(pairwise(words))
