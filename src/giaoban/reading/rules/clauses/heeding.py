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
    ("lắc", "đầu"), ("gật", "đầu"), ("ngắt", "lời"), ("tiếp", "lời"), ("mở", "lời"), ("đặt", "câu"), ("đặt", "vấn"), ("hỏi", "lại"),
    ("chen", "vào"), ("đáp", "lại"), ("nói", "thêm"),
))  # fmt: skip
"""What somebody does who speaks, and is heard to ask for something behind it."""
HEED_FIRST = frozenset(first for first, _ in HEEDS)
BEGINS_TO_HEED, HEEDING = sign(words=HEED_FIRST), sign(words=[second for _, second in HEEDS])
CHARGE, SHARES = "giao", ["phân", "công"]
SHARING, CHARGING, BOARD = sign(words=SHARES[:1]), sign(words=(CHARGE,)), sign(forms=("Ban",))


def heeds(line: Syllables) -> list[int]:
    """Where somebody takes up what was said, after which he asks: Chánh án Vũ Hoài Nam │tiếp thu│ ý kiến … và yêu cầu …"""
    if not (line.signs & BEGINS_TO_HEED and line.signs & HEEDING):
        return []
    words, last = line.words, len(line.words) - 1
    return [at for at, word in enumerate(words) if word in HEED_FIRST and at < last and (word, words[at + 1]) in HEEDS]


def charges(line: Syllables) -> list[tuple[int, int]]:
    """Where a body is charged whose name makes another word of the verb, or is given work: giao │Ban quản lý rừng│, phân công │Sở Y tế│."""
    found: list[tuple[int, int]] = []
    if line.signs & CHARGING and line.signs & BOARD:
        found = [(at - 1, at) for at, said in enumerate(line.said) if said == "Ban" and at and line.words[at - 1] == CHARGE]
    if line.signs & SHARING:
        words, said = line.words, line.said
        found += [(at, at + 2) for at in range(1, len(words) - 2) if words[at : at + 2] == SHARES and said[at + 2][0].isupper()]
    return found
