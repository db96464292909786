"""Places named in the text: a kind with a name, a province by its bare name, or a whole.

    "TX Đông Triều"  "huyện Krông Nô"  "quận 2"  "TP.HCM"  "Quảng Ninh"  "cả nước"

What must and must not be read (Ban Quản lý dự án, Hồ Chí Minh the man, xã hội): corpus/places.tsv.
"""

import re
from collections.abc import Iterable, Iterator

from giaoban.model import Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.letters import NAME, WORD, either
from giaoban.reading.marks import PlaceMention
from giaoban.reading.syllables import SYLLABLE, Syllables, sign
from giaoban.reference.places import ABBREVIATED, KINDS, NO_NAMES, PROVINCES, SELDOM, SURNAMES, UNIONS, WHOLES

SAINTS = frozenset(("Bà", "Ông"))
"""Words before persons that begin names of places, too: xã Bà Điểm."""


def _both_cases(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in dict.fromkeys((word[0].lower() + word[1:], word[0].upper() + word[1:]))]


MIDDLE = frozenset(("Văn", "Thị"))
"""Words in the middle of names of persons, whatever the surname: Chủ tịch UBND huyện Thiều Văn An."""
OFFICE = re.compile(r"(?:[Cc]hủ tịch|[Gg]iám đốc|[Bb]í thư|[Tt]rưởng ban|[Vv]iện trưởng|[Cc]hánh án|[Cc]ục trưởng)(?: [^\W\d]+){1,4} $")
OFFICE_WITHIN = 48
PERSON = 3
"""Syllables of a person's name."""
NO_KIND = {
    "xã": UNIONS,
    "thôn": ("nông ", "Nông "),
    "bản": ("biên ", "Biên ", "phiên ", "Phiên ", "văn ", "Văn ", "kịch ", "Kịch ", "xuất ", "cơ "),
}
"""Words before a kind of place that make it another word: hợp tác xã, biên bản 45 trường hợp."""
INITIALS = ("H.", "Q.", "P.", "X.")
"""Huyện, quận, phường, xã, before two words or a number."""
WHOLE_FORMS = frozenset(_both_cases(WHOLES))
HEADS = sorted({*ABBREVIATED, *INITIALS, *_both_cases(KINDS), *WHOLE_FORMS, "TPHCM", "TP HCM"})
LASTED = r" (?:tháng(?! \d)|năm(?! \d)|tuần\b|ngày\b)"
"""After a number that says how long: thu của phường │ 9 tháng, 41 thôn │ 5 năm liền."""
PLACE = re.compile(rf"(?P<head>{either(HEADS)})(?:(?P<gap>\. ?| |(?<=\.))(?P<name>HCM|{NAME}|(?:số )?\d\d?(?![\d.,/]|\w|{LASTED})))?(?!\w)")
BEGINS = frozenset(match[0].rstrip() for head in HEADS if (match := SYLLABLE.match(head)))
"""First syllables of places: the pattern is tried only where one stands."""
CITIES = frozenset(("TPHCM", "TP HCM"))
GAPS = {**dict.fromkeys(ABBREVIATED, (". ", ".", " ")), **dict.fromkeys(INITIALS, ("",))}
NUMBERED = re.compile(r"(?:(?:quận|phường|khu phố|tổ dân phố|thôn|ấp|bản|Q\.?|P\.?) ?|.+ số )\d", re.IGNORECASE)
OF_NUMBER = "số "
"""Before the number of a place: khu phố số 5."""
SIZES: dict[str, tuple[int, ...]] = {name.split(" ")[0]: (5, 4, 3, 2, 1) for name in PROVINCES}
"""How many words a province's name may have, by its first word."""
BY_FIRST = {first: tuple(name for name in sorted(PROVINCES) if name.split(" ")[0] == first) for first in SIZES}
"""Names of provinces by their first words."""
FIRST = BEGINS.union(SIZES)
MAY_BEGIN = sign(forms=FIRST)
SECONDS = {first: frozenset(head.split(" ")[1] for head in HEADS if head.startswith(f"{first} ")) for first in BEGINS}
"""What goes on the kinds that begin with a syllable: before any other word, one that stands for itself or begins a name must follow."""
BY_ITSELF = frozenset(match[0] for head in (*WHOLE_FORMS, *CITIES, *GAPS) if " " not in head and (match := SYLLABLE.match(head)))
"""First syllables of what is a place without more, or is cut short."""
RUN = re.compile(WORD + rf"(?: ?[-–] ?{WORD}| {WORD})+|Huế\b")
OF_PROVINCES = ("tỉnh", "t.")
"""Kinds behind which a province's name is never part of a longer one: thành phố Điện Biên Phủ, huyện Điện Biên Đông."""
LONGER = frozenset(("Điện Biên Phủ", "Điện Biên Đông"))
"""Names of towns and districts that begin with that of a province."""
NOT_BEFORE = re.compile(
    r"(?:[Cc]hiến (?:dịch|thắng|khu)|[Đđ]ường|[Pp]hố|[Cc]ầu|[Tt]ư tưởng|[Cc]hủ tịch|[Bb]ác|[Ll]ăng"
    r"|[Đđ]ồng chí|[Ôô]ng|[Bb]à|TNCS|[Cc]ộng sản) $"
)
"""What makes a province's name something else: a street, a man."""

OLD = re.compile(r" (?:\((?:cũ|trước (?:khi )?sáp nhập|trước đây)\)|cũ)(?!\w)(?! (?:kỹ|kĩ|nát)\b)")
"""What says of a place that it is another's today: xã Bình Lâm │ cũ, xã An Khê │ (trước sáp nhập)."""


@rule(makes=PlaceMention, needs=(Syllables,))
def places(page: Page) -> Iterator[Found[PlaceMention]]:
    """Every place that is named, in the order of the text."""
    text = page.text
    for found in page.all(Syllables):
        line = found.what
        if not line.signs & MAY_BEGIN:
            continue
        first = [(line.starts[at], said) for at, said in enumerate(line.said) if said in FIRST and (said in SIZES or _may_go_on(line, at))]
        provinces = [at for at, said in first if said in SIZES and text.startswith(BY_FIRST[said], at)]
        taken, passed, end = found.span.start, 0, found.span.end
        for at, said in first:
            if said not in BEGINS or at < passed or (at and text[at - 1].isalnum()) or not (match := PLACE.match(text, at, end)):
                continue
            passed = match.end()
            if reach := _reach(match):
                if provinces:
                    yield from _provinces(text, taken, at, provinces)
                told = OLD.match(text, reach, end)
                yield Found(PlaceMention(text[at:reach]), Span(at, told.end() if told else reach), confidence=0.95)
                taken = reach
        if provinces:
            yield from _provinces(text, taken, end, provinces)


def _may_go_on(line: Syllables, at: int) -> bool:
    """Whether what a kind of place goes on with, or a name or number, follows the syllable at `at`."""
    said = line.said[at]
    if said in BY_ITSELF or at + 1 == len(line.said):
        return said in BY_ITSELF
    follows = line.said[at + 1]
    return follows[0].isupper() or follows[0].isdecimal() or follows in (".", "số") or follows in SECONDS[said]


def _reach(match: re.Match[str]) -> int:
    """Where the place ends: before the name of a person who follows it; 0 where no place is named."""
    head, named = match["head"], match["name"]
    if match.string.endswith(NO_KIND.get(head, ()), 0, match.start()):
        return 0
    if head in WHOLE_FORMS or head in CITIES:
        return 0 if match.string.startswith(" hội", match.end("head")) else match.end("head")
    if named is None or match["gap"] not in GAPS.get(head, (" ",)) or (head in INITIALS and " " not in named and not named.isdigit()):
        return 0
    if named.removeprefix(OF_NUMBER).isdigit():
        return match.end() if NUMBERED.match(match[0]) else 0
    words = named.split(" ")
    province = next((size for size in range(len(words), 0, -1) if " ".join(words[:size]) in PROVINCES), 0)
    if province < len(words) and not head.lower().startswith(OF_PROVINCES) and words[province] not in SURNAMES:
        province = 0
    kept = province or next((at for at in range(1, len(words) - 1) if words[at] in SURNAMES), len(words))
    if (
        (words[0] in NO_NAMES and not province and not (words[0] in SAINTS and len(words) > 1 and words[1] not in SURNAMES))
        or (words[0] in SURNAMES and kept > 2 and not province)
        or (len(words) > 2 and words[1] in MIDDLE and not province)
        or (named.isupper() and named != "HCM")
        or (not province and holds_office(match.string, match.start(), words))
    ):
        return 0
    return match.end() - len(named) + len(" ".join(words[:kept]))


def holds_office(text: str, start: int, words: list[str]) -> bool:
    """Whether words behind a place or body are the name of whoever holds an office of it: Chủ tịch UBND tỉnh │ Lâm Quang Sơn.

    start  where the place or body begins
    """
    return len(words) == PERSON and words[0] in SELDOM and OFFICE.search(text[max(0, start - OFFICE_WITHIN) : start]) is not None


def _provinces(text: str, start: int, end: int, begin: list[int]) -> Iterator[Found[PlaceMention]]:
    """Provinces by bare name between two offsets. `begin`: where their first syllables stand."""
    if not any(start <= at < end for at in begin):
        return
    for run in RUN.finditer(text, start, end):
        words = run[0].split(" ")
        at = run.start()
        for index, word in enumerate(words):
            sizes = SIZES.get(word, ())
            name = next((name for size in sizes if (name := " ".join(words[index : index + size])) in PROVINCES), None)
            if name and f"{name} {''.join(words[index + len(name.split(' ')) :][:1])}" in LONGER:
                break
            if name and not (index and words[index - 1] in SURNAMES) and not NOT_BEFORE.search(text, max(0, at - 14), at):
                yield Found(PlaceMention(name), Span(at, at + len(name)), confidence=0.85)
                break
            at += len(word) + 1
