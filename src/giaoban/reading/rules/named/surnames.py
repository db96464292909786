"""Where a person's name begins among the capitals of a name: its surname, and what cannot be one.

    "Bí thư Tỉnh ủy │ Nguyễn Xuân Ký"    a surname, then a capital that is no head of a body
    "UBND thành phố │Hà Tĩnh│"            no person: a surname that is seldom, and a province

What must and must not be read: corpus/bodies.tsv, corpus/persons.tsv.
"""

from giaoban.reference.offices import BODIES, GROUPS, OFFICES
from giaoban.reference.phrases import by_syllables
from giaoban.reference.places import PROVINCES, SELDOM, SURNAMES

MIDDLE = frozenset(("Văn", "Thị"))
"""Middle names that stand in no name of a place or body behind a surname."""
NOT_GIVEN = frozenset(("Hóa", "Hoá", "Phòng", "Nghệ", "Miếu", "Kiện", "Hiến", "Xã", "Trấn", "Ủy", "Uỷ", "Trường", "Minh"))
"""What goes on after these syllables where they are no middle names: Nhà Văn Hóa."""
OF_MEDICINE = frozenset(("học", "viện", "trường", "khoa", "cấp", "đẳng", "ngành", "hội", "bộ", "sở", "quân"))
"""Before "Y" where it is medicine."""
PRESIDIUM = ["Đoàn", "Chủ", "tịch"]
"""Begins with a surname, and is nobody's name."""
PLACED = frozenset(("quận", "huyện", "xã", "phường", "trấn", "tỉnh", "phố", "tp"))
"""What stands before the name of a place."""
HEADS = by_syllables({**dict.fromkeys([*GROUPS, *BODIES], False), **dict.fromkeys(OFFICES, True)})
"""Whether each is the head of an office rather than of a body."""


def begins_person(said: list[str], at: int) -> bool:
    """A surname, then at least one more capital that is no head of a body: Nguyễn Xuân Ký; two after one that is seldom: Hà Văn Ký; any
    capital before a middle name: Trà Thị Ký."""
    if at + 1 >= len(said) or not (said[at + 1][0].isupper() and said[at + 1].isalpha()):
        return False
    seldom = said[at] in SELDOM
    may_begin = seldom or said[at] in SURNAMES or said[at] == "Y" or said[at + 1] in MIDDLE
    if not may_begin or (said[at + 1].isupper() and len(said[at + 1]) > 1) or said[at : at + 3] == PRESIDIUM:
        return False
    if _by_letter(said, at):
        return True
    if not seldom and said[at] not in SURNAMES:
        return _by_middle_name(said, at)
    if (seldom and (_ends_a_place(said, at) or not _goes_on_as_name(said, at))) or _before_a_person(said, at):
        return False
    return not any(" ".join(said[at : at + size]) in PROVINCES for size in (2, 3))


def _ends_a_place(said: list[str], at: int) -> bool:
    """Whether a seldom surname is rather the end of a place's name: Quảng Ninh, Gia │Lâm│ Nguyễn Văn Ký."""
    if said[at + 1] in SURNAMES and said[at + 2 : at + 3] and said[at + 2] in MIDDLE:
        return True
    return any(" ".join(said[max(0, at - size) : at + 1]) in PROVINCES for size in (1, 2))


def _by_middle_name(said: list[str], at: int) -> bool:
    """Whether a surname that no table has stands there, by the middle name behind it."""
    if said[at + 1] not in MIDDLE or not said[at].istitle() or len(said[at]) == 1 or said[at].lower() in HEADS.begins:
        return False
    if at + 2 >= len(said) or not said[at + 2].istitle() or said[at + 2] in NOT_GIVEN:
        return False
    return not any(" ".join(said[at - size : at + 1]) in PROVINCES for size in (1, 2))


def _by_letter(said: list[str], at: int) -> bool:
    """Whether a man's name of the Central Highlands stands there: Y Thông, not Đại học Y Hà Nội."""
    return said[at] == "Y" and said[at + 1].istitle() and len(said[at + 1]) > 1 and (not at or said[at - 1].lower() not in OF_MEDICINE)


def _before_a_person(said: list[str], at: int) -> bool:
    """Whether what looks like a name is that of a place, a person's right behind it: quận │Hoàng Mai│ Nguyễn Quang Minh."""
    if said[at + 1] in MIDDLE:
        return False
    for name in (at + 1, at + 2):
        if name + 1 < len(said) and said[name] in SURNAMES and name > 2 and said[name - 3].lower() in PLACED:
            return said[name + 1][0].isupper() and said[name + 1].isalpha()
    return False


def _goes_on_as_name(said: list[str], at: int) -> bool:
    """Whether two more capitals follow, the first a middle name or both such that begin neither another person nor a province."""
    if at + 2 >= len(said) or not (said[at + 2][0].isupper() and said[at + 2].isalpha()):
        return False
    if said[at + 1] in MIDDLE:
        return True
    if said[at + 2] in SURNAMES:
        return False
    return not any(" ".join(said[at + from_ : at + from_ + 2]) in PROVINCES for from_ in (1, 2))
