"""The boards that build for the state or keep something, whose names tell in small letters what they build and for whom, or what they keep.

    "Ban Quản lý dự án đầu tư xây dựng │các công trình dân dụng và công nghiệp tỉnh│ chịu trách nhiệm …"
    "Ban Quản lý │cụm công nghiệp Kim Sen│ hoàn thành …"

What must and must not be read: corpus/bodies.tsv.
"""

from collections.abc import Sequence

from giaoban.reading.phrases import listed

BOARD = (("ban", "quản", "lý", "dự", "án"), ("ban", "qlda"), ("bqlda",), ("ban", "quản", "lý", "các", "dự", "án"))
OPENS = frozenset(each[0] for each in BOARD)
BUILT = frozenset(
    listed("""
đầu, tư, xây, dựng, các, công, trình, dự, án, giao, thông, dân, dụng, và, nghiệp, nông, phát, triển, thôn, hạ, tầng, kỹ, thuật, thủy, lợi,
đô, thị, chuyên, ngành, y, tế, giáo, dục, văn, hóa, môi, trường, điện, lực, trọng, điểm
""")
)
"""Syllables of what such a board builds."""
FOR = frozenset(("tỉnh", "huyện", "xã", "phường", "quận"))
"""Whom it builds for, which ends the name or the name of a place follows."""
KEEPER = ("ban", "quản", "lý")
KEPT = tuple(
    tuple(each.split())
    for each in listed("""
cụm công nghiệp, khu công nghiệp, các khu công nghiệp, khu kinh tế, khu du lịch, khu di tích, di tích, rừng phòng hộ, rừng đặc dụng,
chợ, cảng, vườn quốc gia, khu bảo tồn, bến xe, nghĩa trang, vịnh, đường sắt đô thị, công trình công cộng, dịch vụ công ích
""")
)
"""What such a board keeps."""
LONGEST = 16
"""Syllables of what it builds, at most."""


def past_field(words: Sequence[str], first: int, last: int) -> int:
    """Where the name ends that begins at syllable `first` and was read up to `last`, with what the board builds and for whom."""
    if tuple(words[first:last]) == KEEPER:
        return next((last + len(each) for each in KEPT if tuple(words[last : last + len(each)]) == each), last)
    if words[first] not in OPENS or not any(tuple(words[first : first + len(each)]) == each for each in BOARD):
        return last
    for at in range(last, min(last + LONGEST, len(words))):
        if words[at] in FOR:
            return at + 1 if at > last else last
        if words[at] not in BUILT:
            return last
    return last
