"""The names of places and bodies that figures may be about: what is the same one, and what a committee or a title names.

"UBND huyện Krông Nô"   huyện Krông Nô
"TP Hồ Chí Minh"        the same as TPHCM
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from giaoban.model import BlockKind
from giaoban.reading.engine import Page
from giaoban.reading.letters import NAME
from giaoban.reading.marks import AgencyMention, PlaceMention
from giaoban.reading.rules.named.seats import heads, nameless
from giaoban.reference.places import PROVINCES, SURNAMES

OWN_WHOLES = frozenset((
    "toàn tỉnh", "toàn huyện", "toàn thị xã", "toàn xã", "toàn quận", "toàn phường", "toàn đặc khu", "toàn thành phố", "toàn tp",
    "cả tỉnh", "cả huyện",
))  # fmt: skip
"""The whole of the place that the text is about."""
COUNTRY = frozenset(("cả nước", "toàn quốc", "nước ta"))
HOSTS = (
    "Bộ ", "Ban Chỉ đạo", "Ban chỉ đạo", "Tổng cục ", "Ủy ban", "Uỷ ban", "Quốc hội", "Ngân hàng Nhà nước", "Khu ", "Trung tâm",
    "Viện", "Trường", "Cơ quan Thường", "Chính phủ", "Cục Thống kê", "Chi cục Thống kê",
)  # fmt: skip
"""Agencies that hold meetings and give figures, and are not what they are about."""
DEPARTMENTS = ("Sở ", "Phòng ", "Văn phòng ")
"""Departments of a committee: they tell the figures of its place and have none of their own."""
COMMITTEES = ("UBND ", "HĐND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "Hội đồng nhân dân ")
UNNAMED = re.compile(r"(?:tỉnh|huyện|quận|phường|xã|thành phố|thị xã|thị trấn)(?= (?:khóa|khoá|nhiệm kỳ|tặng)\b)", re.IGNORECASE)
"""A kind of place after which goes on what is no name: HĐND tỉnh khóa XVII, UBND huyện tặng Bằng khen."""
KIND_WORDS = (
    "tỉnh ", "tp ", "tp. ", "tp.", "t.p ", "t.p. ", "thành phố ", "huyện ", "thị xã ", "tx ", "tx. ", "tx.", "t.x ", "t.x. ",
)  # fmt: skip
CITY = frozenset(("hcm", "tphcm", "tp hcm"))
CITY_WORDS = ("tp ", "tp. ", "tp.", "t.p ", "t.p. ", "thành phố ")
OF_THEIR_OWN = frozenset(("hà nội", "hải phòng", "đà nẵng", "cần thơ", "huế", "hồ chí minh"))
CALLED_ALIKE = frozenset(name.lower() for name in PROVINCES) - OF_THEIR_OWN
"""Names of provinces that are no cities themselves: what is called thành phố Yên Bái is a city in the province of that name."""
TITLED = re.compile(rf"{NAME}(?= ?:)")
"""How the title of local news begins: Bình Lâm: Thu ngân sách vượt dự toán."""
BY_KIND = frozenset(("huyện", "tỉnh", "thị xã", "thành phố", "quận", "phường", "xã", "đặc khu"))
"""The kind of a place that stands for the one spoken of."""
TIMES = frozenset(("Quý", "Tháng", "Năm", "Tuần", "Vụ", "Kỳ", "Khóa", "Khoá"))
"""Words that begin a title with a time: Quý I: Công nghiệp tăng."""
SYLLABLES = (2, 3)
"""Syllables of a place that a title names without its kind."""
Written = tuple[int, int, str]
"""Start, end and name."""


def named(page: Page) -> list[Written]:
    """Places and agencies without those inside the names of others."""
    reached = 0
    kept: list[Written] = []
    marks = [(mark.span.start, -mark.span.end, mark.what.name) for mark in page.all(AgencyMention)]
    marks += [(mark.span.start, -mark.span.end, mark.what.name) for mark in page.all(PlaceMention)]
    marks += [(start, -end, name) for start, end, name in [*titled(page), *_in_capitals(page)]]
    for start, end, name in sorted(marks):
        if start >= reached:
            reached = -end
            kept.append((start, reached, name))
    return kept


def titled(page: Page) -> Iterator[Written]:
    """The place that the title names before a colon, without its kind, where the text goes on to speak of it by its kind alone."""
    block = next(iter(page.document.blocks), None)
    match = TITLED.match(page.text, block.span.start, block.span.end) if block and block.kind is BlockKind.TITLE else None
    if match and _may_be_local(match[0]) and spoken_of(page.text):
        yield match.start(), match.end(), match[0]


def _in_capitals(page: Page) -> Iterator[Written]:
    """The places that a title in capitals names with their kind, as they are written elsewhere: HUYỆN ỦY LÀM VIỆC VỚI XÃ AN KHÊ."""
    title = page.title
    if title:
        yield from ((start, end, name) for start, end, name, _ in heads(page.text) if title.start <= start < title.end)


def _may_be_local(name: str) -> bool:
    """Whether a name may be that of a place below the provinces: neither a person nor a headline in capitals."""
    words = name.split(" ")
    person = words[0] in SURNAMES
    return len(words) in SYLLABLES and not person and words[0] not in TIMES and name not in PROVINCES and not name.isupper()


@lru_cache(maxsize=1)
def spoken_kinds(text: str) -> Counter[str]:
    """How often a text speaks of a place by each kind alone. Of one text it is asked several times."""
    return Counter([said for _, said in nameless(text) if said in BY_KIND])


def spoken_of(text: str) -> str:
    """The kind by which a text mostly speaks of its place; empty where it never does."""
    kinds = spoken_kinds(text)
    return max(kinds, key=lambda kind: kinds[kind], default="")


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """The name by which a place is the same one: in small letters, without its kind."""
    lowered = name.lower()
    kind = next((kind for kind in KIND_WORDS if lowered.startswith(kind)), "")
    bare = lowered[len(kind) :]
    if kind in CITY_WORDS and bare in CALLED_ALIKE:
        return f"thành phố {bare}"
    return "hồ chí minh" if bare in CITY else bare


@lru_cache(maxsize=4096)
def of_place(name: str) -> str:
    """The place that a committee or council is of: UBND huyện Krông Nô is of huyện Krông Nô, HĐND tỉnh khóa XVII of tỉnh."""
    place = next((name[len(head) :] for head in COMMITTEES if name.startswith(head) and len(name) > len(head)), name)
    if place == name:
        return name
    kind = UNNAMED.match(place)
    return kind[0] if kind else place
