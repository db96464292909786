"""Whether words say that somebody does something: bố trí 12 tỷ đồng, kiểm soát 120 lượt xe.

What must and must not be read: corpus/wordings.tsv, corpus/roles.tsv.
"""

from functools import cache

from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reference.wording import BIT, wording

DEEDS = frozenset(
    listed("""
thu giữ, bắt giữ, triệt xóa, triệt phá, khởi tố, phát hiện, tịch thu, tạm giữ, làm rõ, lắp đặt, kích hoạt, khám phá, bắt, khám, tiêm,
chở, trao, tặng, phạt, đào, sửa, cung ứng, giải thể, biểu diễn, khám chữa, ra quân, giúp nhau, phát sóng, phẫu thuật, điều trị,
xét xử, thụ lý, hòa giải, sưu tầm, trưng bày, cấp phát, thu gom, vận chuyển, đón tiếp, chi trả, thu nợ, chuyển giao, tư vấn,
nạo vét, kết nạp, cải tạo, thu hoạch, thu mua, tiêu thụ, xuất bán, sửa chữa, ghi nhận, đăng tải, truy tố, quyên góp, cứu chữa, sơ tán
""")
)
"""Deeds that open no instruction, so that the table of wording does not hold them."""


def is_deed(row: list[Item], at: int) -> bool:
    """Whether something that somebody does begins at item `at`."""
    words = words_at(row, at)
    return words in _deeds() or words in DEEDS or (at < len(row) and row[at].text in DEEDS)


def words_at(row: list[Item], at: int) -> str:
    """The first two syllables from an item on."""
    return " ".join(" ".join([item.text for item in row[at : at + 2]]).split(" ")[:2])


@cache
def _deeds() -> frozenset[str]:
    return frozenset(phrase for phrase, kinds in wording().items() if kinds & BIT["action"] and phrase.count(" ") == 1)
