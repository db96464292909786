"""Who opens a sentence that asks, called by his kind or by his office and its place alone, which is a name there.

    "Cục cũng đề nghị …"    "Một số nông dân mong …"    "Trưởng khu 5 đề nghị xã …"

What must and must not be read: corpus/speech.tsv.
"""

from giaoban.model import Span
from giaoban.reading.phrases import listed
from giaoban.reading.syllables import Syllables

LIGHT = frozenset(
    listed("""
cũng, đã, còn, đồng, thời, tiếp, tục, đặc, biệt, thẳng, thắn, phát, biểu, một, lần, nữa, lại, nhiều, đề, rõ, và, vừa, thì, chỉ, luôn,
tại, khi, nhấn, mạnh, biết, cho, kết, luận, đạo, có, ý, kiến, vẫn, rất, nêu, bày, tỏ, đánh, giá, cao, ghi, nhận, đang
""")
) | {","}
"""Syllables that may stand between a speaker and his verb."""
KINDS = [
    kind.split()
    for kind in listed("""
nhà trường, bệnh viện, chi cục, cục, sở, bộ, viện, phòng, hội, trường, chi nhánh, ngành, đơn vị, xí nghiệp, hợp tác xã, ban quản lý, trạm,
trung tâm, nông trường, liên hiệp hợp tác xã, đoàn, tổng cục, thôn, ấp, chi bộ, doanh nghiệp
""")
]
"""How bodies are called that are known: │Cục│ kiến nghị Quốc hội sửa luật."""
SOME = (["một", "số"], ["nhiều"], ["các"], ["bà", "con"])
PEOPLE = [
    kind.split()
    for kind in listed("""
nông dân, bà con, người dân, hộ dân, hộ, doanh nghiệp, hợp tác xã, xã, phường, thôn, địa phương, đơn vị, giáo viên, phụ huynh, công nhân,
hội viên, đảng viên, cán bộ, trưởng thôn, ngư dân, tiểu thương, chủ tàu, nhà đầu tư, đại lý, phòng, khoa, sở, ngành, huyện, cử tri
""")
]
"""Those of whom several ask: một số nông dân mong …"""
HEADS = [
    head.split()
    for head in listed("""
trưởng khu, trưởng thôn, trưởng xóm, trưởng bản, trưởng ấp, trưởng làng, tổ trưởng, bí thư chi bộ, bí thư đoàn, chi hội trưởng, đội trưởng,
trạm trưởng, hiệu trưởng, chủ nhiệm hợp tác xã, giám đốc hợp tác xã, đại biểu, cử tri, đại diện
""")
]
"""Offices without a name, which say of what they are: │Trưởng khu 5│, │Bí thư chi bộ khu 2│, │Đại biểu xã Minh Đài│."""
OF_WHAT = 5
"""Syllables in which they do."""


def by_kind(text: str, line: Syllables, verb: int) -> tuple[Span, str] | None:
    """Whoever so called opens the sentence, with nothing between him and the verb but light words; None where it opens otherwise."""
    several = next((len(each) for each in SOME if line.words[: len(each)] == each), 0)
    kinds = PEOPLE if several else KINDS
    size = next((several + len(each) for each in kinds if line.words[several : several + len(each)] == each), 0)
    if not size:
        size = _head(line, verb)
    if not size or not LIGHT.issuperset(line.words[size:verb]):
        return None
    span = Span(line.starts[0], line.end(size - 1))
    return span, text[span.start : span.end]


def _head(line: Syllables, verb: int) -> int:
    """How many syllables an office and what it is of take; none where it is not told of what."""
    head = next((len(each) for each in HEADS if line.words[: len(each)] == each), 0)
    end = verb
    while end > head and line.words[end - 1] in LIGHT:
        end -= 1
    told = line.words[head:end]
    return end if head and 0 < len(told) <= OF_WHAT and all(map(str.isalnum, told)) else 0
