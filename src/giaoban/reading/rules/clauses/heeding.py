"""What somebody does who is heard to ask for something behind it, though the verb asks nothing itself.

    "Chánh án Vũ Hoài Nam tiếp thu ý kiến …"     he takes up what was said
    "Chủ tịch xã giao Ban quản lý rừng …"        giao, which here is no half of "giao ban"

What must and must not be read: corpus/speech.tsv.
"""

from giaoban.reading.syllables import Syllables, sign

HEEDS = frozenset((
    ("tiếp", "thu"), ("động", "viên"), ("gợi", "mở"), ("lĩnh", "hội"), ("phê", "bình"), ("chỉ", "ra"),
    ("căn", "dặn"), ("tán", "thành"), ("cảnh", "báo"), ("trăn", "trở"), ("băn", "khoăn"), ("làm", "rõ"), ("gửi", "lời"), ("dặn", "dò"),
    ("chốt", "mục"), ("chốt", "lại"), ("chốt", "tạm"), ("chốt", "ý"), ("phân", "việc"), ("nói", "rõ"), ("nói", "thẳng"),
))  # fmt: skip
"""What somebody does who speaks, and is heard to ask for something behind it."""
HEED_FIRST = frozenset(first for first, _ in HEEDS)
BEGINS_TO_HEED, HEEDING = sign(words=HEED_FIRST), sign(words=[second for _, second in HEEDS])
CHARGE = "giao"


def heeds(line: Syllables) -> list[int]:
    """Where somebody takes up what was said, after which he asks: Chánh án Vũ Hoài Nam │tiếp thu│ ý kiến … và yêu cầu …"""
    if not (line.signs & BEGINS_TO_HEED and line.signs & HEEDING):
        return []
    words, last = line.words, len(line.words) - 1
    return [at for at, word in enumerate(words) if word in HEED_FIRST and at < last and (word, words[at + 1]) in HEEDS]


def charges(line: Syllables) -> list[int]:
    """Where a body is charged whose name makes another word of the verb: giao │Ban quản lý rừng│ tuần tra."""
    return [at - 1 for at, said in enumerate(line.said) if said == "Ban" and at and line.words[at - 1] == CHARGE]
