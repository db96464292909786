"""The names and titles of persons in a sentence: where each begins and ends.

    "Đồng chí │Nguyễn Xuân Ký│, Bí thư Tỉnh ủy"    a title, a name by its surname
    "bà │Nay H'Nan│"                                a name because a title announces it

What must and must not be read: corpus/persons.tsv.
"""

from giaoban.reading.rules.named.surnames import HEADS, MIDDLE, begins_person
from giaoban.reading.syllables import Syllables, sign
from giaoban.reference.offices import DEGREES, TITLES
from giaoban.reference.phrases import by_syllables
from giaoban.reference.places import SELDOM, SURNAMES

CLIPPED = frozenset("HKY")
"""Parts of names before an apostrophe: bà Nay H'Nan."""
LONGEST_TITLE = 3
"""Syllables of the longest title looked for."""
LONGEST_NAME = 5
"""Syllables of the longest name."""
GIVEN = frozenset((
    "thanh", "hải", "trung", "công", "liên", "hiệp", "văn", "tư", "lực", "chi", "cảnh", "trường", "quân", "thường", "bảo", "thông", "thành",
    "thống", "toàn", "quốc", "hợp", "đại", "quyền",
))  # fmt: skip
"""Given names that also begin bodies and offices: ông Hải, not Hải quan."""
CALLED = by_syllables({title: title not in TITLES for title in TITLES | DEGREES if title.count(" ") < LONGEST_TITLE})
"""Titles, and whether each is a degree, which another may follow."""
TITLE_WORDS = frozenset(title.split(" ")[0] for title in TITLES | DEGREES)
FAMILIES = SURNAMES | SELDOM
TWO, PLACED = 2, frozenset(("xã", "phường", "trấn", "huyện", "quận", "tỉnh", "thôn", "bản", "xóm", "ấp", "đảo"))
"""Syllables of a name that a place may have, and the kinds of places right before it."""
OF_FAMILY, BY_MIDDLE = sign(forms=FAMILIES), sign(forms=MIDDLE)
TITLED, BEGINS_TITLE, ENDS_TITLE = (
    sign(words=words)
    for words in (
        [title for title in TITLES | DEGREES if " " not in title],
        [title.split(" ")[0] for title in TITLES | DEGREES if " " in title],
        [title.split(" ")[1] for title in TITLES | DEGREES if " " in title],
    )
)
"""Of a title in one word, and of the first and second word of one in several: "đồng" is rather money than "đồng chí"."""


def titled(signs: int) -> bool:
    """Whether a title may stand in a sentence."""
    return bool(signs & TITLED or (signs & BEGINS_TITLE and signs & ENDS_TITLE))


def names_at(line: Syllables) -> set[int]:
    """The syllables at which a name may begin that nothing announces: a surname, or what stands before a middle name."""
    by_family = {at for at, said in enumerate(line.said) if said in FAMILIES} if line.signs & OF_FAMILY else set()
    return by_family.union([at - 1 for at, said in enumerate(line.said) if at and said in MIDDLE]) if line.signs & BY_MIDDLE else by_family


def title_end(line: Syllables, at: int) -> int:
    """Where the title ends, with its full stop and those that follow it: PGS.TS."""
    said = CALLED.at(line.words, at) if at < len(line.words) else None
    if said is None:
        return 0
    end = at + said[0]
    if said[1]:
        end += line.words[end : end + 1] == ["."]
        return title_end(line, end) or end
    return end


def is_degree(line: Syllables, at: int) -> bool:
    """Whether the title at `at` is a degree alone, which another title may follow: TS │giám đốc."""
    return not any(" ".join(line.words[at : at + size]) in TITLES for size in (3, 2, 1))


def name_end(line: Syllables, at: int, after_title: bool) -> int:
    """Where the run of capitals ends that is a person's name, 0 where none begins."""
    said, end = line.said, at
    if not (begins_person(said, at) or (after_title and said[at][0].isupper() and said[at].isalpha() and not _begins_a_body(line, at))):
        return 0
    most = at + LONGEST_NAME
    while end < min(len(said), most):
        if end > at and said[end - 1] in CLIPPED and said[end] in "'’" and end + 1 < len(said) and said[end + 1][0].isupper():
            end, most = end + 2, most + 2
        elif _goes_on(line, at, end):
            end += 1
        else:
            break
    return end if end > at else 0


def is_place(line: Syllables, at: int, end: int) -> bool:
    """Whether two syllables that no office announces name a place, by its kind or as the end of its name.

    họp tại xã │Mai Sơn│, Chủ tịch UBND xã chủ trì        Chi cục Thuế khu vực Sơn │Dương Hạ│ tổ chức hội nghị
    """
    if at == 0 or end - at != TWO:
        return False
    return line.words[at - 1] in PLACED or (at > 1 and line.said[at - 1].istitle() and line.starts[at] - line.end(at - 1) == 1)


def _begins_a_body(line: Syllables, at: int) -> bool:
    """Whether a body or an office begins at `at`, or may: no given name."""
    word = line.words[at]
    return word in HEADS.begins and (word not in GIVEN or HEADS.at(line.words, at) is not None)


def _goes_on(line: Syllables, at: int, end: int) -> bool:
    """Whether the syllable at `end` belongs to the name that begins at `at`: a capital, no initials, no office."""
    said = line.said[end]
    return said[0].isupper() and said.isalpha() and not (said.isupper() and len(said) > 1) and not (end > at + 1 and office_at(line, end))


def office_at(line: Syllables, at: int) -> bool:
    """Whether an office of two syllables or more stands there: Lê Văn Hùng │Chủ tịch UBND huyện."""
    head = HEADS.at(line.words, at)
    return head is not None and head[0] > 1 and head[1]
