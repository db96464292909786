"""What a clause only says of the meeting itself, of what was reported there, asked, prescribed or supposed: it counts for nothing.

    "Hội nghị │tiếp tục thảo luận việc đấu giá đất│"        no task, no judgement
    "Hội nghị đánh giá │kết quả tiêm chủng│"                 no judgement
    "bao giờ xã │mới làm xong đường│?"                       no task
    "Theo quy định, hộ kinh doanh phải │đăng ký thuế│"       no task
    "cần │khoảng 46 tỷ đồng để đầu tư phòng học│"           no task
    "Nếu xã │không di dời dân thì sẽ bị phê bình│"           no task

What must and must not be read: corpus/directives.tsv, corpus/findings.tsv.
"""

from collections.abc import Sequence
from itertools import pairwise

from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.actors import CHARGE, needs_sum
from giaoban.reading.rules.clauses.nothing import words_of
from giaoban.reading.segments import Segment
from giaoban.reading.syllables import Syllables

SITTINGS = frozenset((("hội", "nghị"), ("cuộc", "họp"), ("kỳ", "họp"), ("phiên", "họp"), ("đại", "biểu"), ("làm", "việc")))
OPENS, BETWEEN = 6, 5
"""Syllables of a sentence within which the meeting is named, and between that and what it does."""
TALKS = frozenset((("thảo", "luận"), ("nghe", "báo"), ("cho", "ý"), ("bàn", "về"), ("trao", "đổi")))
"""What a meeting does, of which nothing comes yet."""
ASKED = frozenset(listed("yêu, nghị, cần, phải, giao, nhất, quyết, lưu, sẽ, chỉ, kết"))
"""Syllables by which somebody is asked after all: yêu cầu, đề nghị, thống nhất, quyết định, lưu ý, chỉ đạo, kết luận."""
REPORTS = frozenset((("báo", "cáo"), ("đánh", "giá"), ("kiểm", "điểm"), ("thông", "qua"), ("làm", "rõ")))
REPORTED = frozenset((("kết", "quả"), ("tiến", "độ"), ("tình", "hình"), ("nguyên", "nhân")))
"""What is reported or gone over."""
JUDGED = frozenset(
    listed("đã, được, còn, chưa, rất, nhiều, khá, vẫn, đạt, tốt, cao, tích, nổi, thấp, chậm, kém, yếu, không, tăng, giảm, có, bị")
)
"""Syllables by which something is said of it all the same."""
QUESTIONS = frozenset((
    ("bao", "giờ"), ("khi", "nào"), ("thế", "nào"), ("ra", "sao"), ("vì", "sao"), ("tại", "sao"), ("ở", "đâu"), ("làm", "gì"),
))  # fmt: skip
QUESTION, ENDS = "?", 3
LAWS = frozenset((("quy", "định"), ("nghị", "định"), ("thông", "tư"), ("pháp", "luật")))
BY, LAW, MUST = "theo", "luật", "phải"
SUPPOSES, THEN = "nếu", "thì"
REACH = 24
"""Syllables behind what is supposed in which it is told what would follow."""


def of_the_sitting(paragraph: Paragraph, found: Segment) -> bool:
    """Whether a stretch that is likely a clause is one of these."""
    line, first = paragraph.lines[paragraph.within[found.first]], paragraph.parts[found.first].first
    words = words_of(paragraph, found)
    if _asks(line, first):
        return True
    if found.kind == "D":
        needs = needs_sum(line.words, first) and CHARGE not in words
        return needs or _talked(line.words, first, words) or _prescribed(line.words, first) or _supposed(line.words, first)
    return JUDGED.isdisjoint(words) and (_talked(line.words, first, words) or _reported(line.words, first, words))


def _talked(line: Sequence[str], first: int, words: Sequence[str]) -> bool:
    """Whether it is only told what the meeting talks about."""
    at = next((at for at in range(min(OPENS, first)) if tuple(line[at : at + 2]) in SITTINGS), None)
    if at is None:
        return False
    said = [*line[at:first], *words[:BETWEEN]]
    talks = next((each for each, pair in enumerate(pairwise(said)) if pair in TALKS), None)
    return talks is not None and talks <= BETWEEN + 2 and ASKED.isdisjoint([*line[:at], *said[2:]])


def _reported(line: Sequence[str], first: int, words: Sequence[str]) -> bool:
    """Whether it is only named what somebody reports, or goes over."""
    told = tuple(words[:2]) in REPORTS and tuple(words[2:4]) in REPORTED
    return told or (tuple(words[:2]) in REPORTED and tuple(line[max(0, first - 2) : first]) in REPORTS)


def _asks(line: Syllables, first: int) -> bool:
    """Whether a sentence that ends in a question asks when, why or how before it, or by it."""
    return line.words[-1] == QUESTION and any(pair in QUESTIONS for pair in pairwise(line.words[max(0, first - REACH) : first + ENDS]))


def _prescribed(line: Sequence[str], first: int) -> bool:
    """Whether a sentence tells what must be done by law, and nobody asks for it."""
    by_law = line[0] == BY and (line[1:2] == [LAW] or tuple(line[1:3]) in LAWS)
    return by_law and MUST in (line[first], line[first - 1]) and not any(word in ("yêu", "nghị", "giao") for word in line[3:first])


def _supposed(line: Sequence[str], first: int) -> bool:
    """Whether a sentence that opens with a supposition has yet to tell what would follow."""
    opens = next((at for at in range(min(2, first + 1)) if line[at] == SUPPOSES), None)
    return opens is not None and THEN not in line[opens:first] and THEN in line[first : first + REACH]
