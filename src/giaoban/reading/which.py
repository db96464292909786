"""Whether a colon behind the kind of several bodies only says which they are, and parts nothing.

"phối hợp với các Bộ: Kế hoạch và Đầu tư, Tài chính thẩm định"    the two ministries
"yêu cầu các xã: Tân Lập, Bình Minh bàn giao mặt bằng"            the two communes
"Các xã: Rà soát hộ nghèo"                                        a list of who does what begins
"""

from giaoban.reading.phrases import listed
from giaoban.reference.wording import BIT, wording

KINDS = frozenset(tuple(kind.split()) for kind in listed("""
bộ, sở, ban, ngành, sở ngành, ban ngành, phòng, phòng ban, cục, chi cục, vụ, xã, phường, thị trấn, huyện, quận, thị xã, thành phố, tỉnh,
thôn, xóm, bản, ấp, buôn, khu phố, đơn vị, cơ quan, địa phương, công ty, tập đoàn, tổng công ty, ngân hàng, hội, đoàn thể, trường, bệnh viện
"""))  # fmt: skip
SEVERAL = frozenset(("các", "những", "số", "hai", "ba", "bốn", "năm"))
DOES = BIT["action"] | BIT["order"] | BIT["request"] | BIT["say_order"] | BIT["say_request"]
LONGEST_KIND = 3


def tells_which(words: list[str], said: list[str], at: int) -> bool:
    """Whether the colon at syllable `at` is followed by names of the bodies whose kind stands before it, and by no action."""
    if words[at] != ":" or at + 2 >= len(words) or not said[at + 1][0].isupper():
        return False
    first = words[at + 1]
    if wording().get(f"{first} {words[at + 2]}", 0) & DOES or wording().get(first, 0) & DOES:
        return False
    kinds = (at - size for size in range(1, LONGEST_KIND + 1) if at - size >= 1 and tuple(words[at - size : at]) in KINDS)
    return any(words[start - 1] in SEVERAL for start in kinds)
