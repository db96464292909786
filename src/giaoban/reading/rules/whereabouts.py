"""Of which place or body a figure is: the nearest one that is named before it and does not speak, else the one the text is about.

    "TX Đông Triều … Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng"   TX Đông Triều

What must and must not be read: corpus/contexts.tsv.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from giaoban.model import BlockKind
from giaoban.reading.engine import Page
from giaoban.reading.letters import CAPITALS, NAME
from giaoban.reading.marks import AgencyMention, PlaceMention
from giaoban.reading.rules.nations import NATIONS
from giaoban.reading.rules.seats import entitled, issuer, nameless, parties, seat
from giaoban.reading.rules.shortened import spelled_out, spoken_short
from giaoban.reference.places import PROVINCES, SURNAMES

OPENING = 1200
"""Code points at the start of a text in which what it is about is named first."""
IN_TITLE, IN_OPENING, LATER, INSIDE = 20, 4, 1, 1
"""What a name weighs by where it stands; INSIDE is a province inside the name of an agency."""
STANDS_OUT = 7
"""The weight from which a text is about a place; a short text is about one that it names once."""
MEANT = 2
"""How many times as much as any other weighs what a text is about that it names seldom."""
WHOLE = 2
"""How many times as much the whole country weighs, which is named only where it is meant."""
BEFORE, AFTER = 24, 20
"""Code points around a name that say whether it only speaks."""
SPEAK = frozenset((
    "giao", "được giao", "yêu cầu", "cho biết", "báo cáo", "công bố", "ban hành", "khuyến cáo", "nhấn mạnh", "cho rằng", "đề nghị", "cho",
    "phê duyệt", "quy định", "chủ trì", "cho hay", "thông tin",
))  # fmt: skip
"""Words after which a place or agency speaks or orders."""
OFFICES = frozenset((
    "chủ", "tịch", "bí", "thư", "giám", "đốc", "cục", "trưởng", "phó", "bộ", "đại", "biểu", "ông", "bà", "lãnh", "đạo", "đồng", "chí",
    "thứ", "tổng", "diện",
))  # fmt: skip
"""Syllables of offices before a place, which then is whose office it is."""
OFFICE_WITHIN = 4
GIVE = frozenset(("theo", "do", "giao", "với", "chuyển"))
"""Words before a place or agency that gives the figure, or stands beside."""
TOLD_BY = (
    "báo cáo của", "số liệu của", "thống kê của", "thông tin của", "thông tin từ", "tổng hợp của", "đánh giá của", "nguồn từ",
)  # fmt: skip
"""The same in more words: theo báo cáo của Sở Tài chính."""
COMPARED = ("so với", "cùng kỳ")
AVERAGED = ("bình quân", "trung bình", "bình quân của", "bình quân chung", "bình quân chung của", "trung bình của")
RANKED = re.compile(r"(?:thứ|hạng|top|tốp) (?:\d+|nhất|nhì|ba)(?:/\d+ tỉnh(?:, thành)?(?: phố)?)?(?: của| trong)?(?: toàn)? ?$")
"""Words before the places among which one is ranked: đứng thứ 6 vùng đồng bằng sông Hồng, thứ 30/63 tỉnh, thành của cả nước."""
RANKED_WITHIN = 40
AT = frozenset(("tại", "ở"))
OWN_WHOLES = frozenset((
    "toàn tỉnh", "toàn huyện", "toàn thị xã", "toàn xã", "toàn quận", "toàn phường", "toàn thành phố", "toàn tp", "cả tỉnh", "cả huyện",
))  # fmt: skip
"""The whole of the place that the text is about."""
COUNTRY = frozenset(("cả nước", "toàn quốc", "nước ta"))
HOSTS = (
    "Bộ ", "Ban Chỉ đạo", "Ban chỉ đạo", "Tổng cục ", "Ủy ban", "Uỷ ban", "Quốc hội", "Ngân hàng Nhà nước", "Khu ", "Trung tâm",
    "Viện", "Trường", "Cơ quan Thường", "Chính phủ", "Cục Thống kê", "Chi cục Thống kê",
)  # fmt: skip
"""Agencies that hold meetings and give figures, and are not what they are about."""
SITES = ("Cụm ", "cụm ", "Khu ", "khu ", "Dự án", "dự án", "Nhà máy", "nhà máy")
"""Parts of a place, which a text is not about for naming one of them once."""
DEPARTMENTS = ("Sở ", "Phòng ", "Văn phòng ")
"""Departments of a committee: they tell the figures of its place and have none of their own."""
COMMITTEES = ("UBND ", "HĐND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "Hội đồng nhân dân ")
UNNAMED = re.compile(r"(?:tỉnh|huyện|quận|phường|xã|thành phố|thị xã|thị trấn)(?= (?:khóa|khoá|nhiệm kỳ|tặng)\b)", re.IGNORECASE)
"""A kind of place after which goes on what is no name: HĐND tỉnh khóa XVII, UBND huyện tặng Bằng khen."""
KIND_WORDS = ("tỉnh ", "tp ", "tp. ", "tp.", "thành phố ", "huyện ", "thị xã ", "tx ")
CITY = frozenset(("hcm", "tphcm", "tp hcm"))
PROJECT = re.compile(
    r"[DdKkĐđCcSsNnHh](?<!\w.)(?:(?<=[Dd])ự án(?: [a-zà-ỹđ]+){0,4}|(?<=[Kk])hu đô thị(?: mới| sáng tạo)?|(?<=[Đđ])ường|(?<=[Cc])ụm thi đua"
    r"|(?<=[Cc])ao tốc|(?<=[Ss])ân bay|(?<=[Kk])hu du lịch|(?<=[Nn])hà máy(?: [a-zà-ỹđ]+){0,3}|(?<=[Cc])ảng|(?<=[Ss])ông|(?<=[Hh])ồ)"
    rf"(?: ?[-–]? ?(?:[{CAPITALS}]\w*|số \d+))+"
)
"""What a text may be about beside places and agencies: a project, a road, a plant. Begins with its letters: a text is searched quickly."""

HOSTED = re.compile(rf"(?<= )(?:tỉnh|thành phố|TP|huyện|thị xã|quận|phường|xã) {NAME}$")
"""The place at the end of an agency's name."""
TITLED = re.compile(rf"{NAME}(?= ?:)")
"""How the title of local news begins: Bình Lâm: Thu ngân sách vượt dự toán."""
BY_KIND = frozenset(("huyện", "tỉnh", "thị xã", "thành phố", "quận", "phường", "xã"))
"""The kind of a place that stands for the one spoken of."""
TIMES = frozenset(("Quý", "Tháng", "Năm", "Tuần", "Vụ", "Kỳ", "Khóa", "Khoá"))
"""Words that begin a title with a time: Quý I: Công nghiệp tăng."""
SYLLABLES = (2, 3)
"""Syllables of a place that a title names without its kind."""


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Named:
    """A place or agency where it is named, by what it is `of`: UBND huyện Krông Nô is of huyện Krông Nô."""

    start: int
    end: int
    name: str
    of: str


@dataclass(slots=True)
class Whereabouts:
    """What is named in a text, in its order, and what the text is about."""

    text: str
    own: str | None
    named: list[Named]
    starts: list[int]
    _apart: dict[int, bool] = field(default_factory=dict)

    def of(self, sentence: int, figure: int) -> str | None:
        """The place of a figure at `figure`, in a sentence that starts before it."""
        near = range(bisect_left(self.starts, sentence), bisect_left(self.starts, figure))
        found = next((self.named[at].of for at in reversed(near) if not self._stands_apart(at)), self.own)
        return self.own or found if found and found.lower() in OWN_WHOLES else found

    def _stands_apart(self, at: int) -> bool:
        """Whether what is named there only speaks, gives the figure or is what another is compared with; most are never asked for."""
        if at not in self._apart:
            each = self.named[at]
            self._apart[at] = apart(self.text, each.start, each.end) or each.name.startswith(HOSTS + DEPARTMENTS)
        return self._apart[at]


def whereabouts(page: Page) -> Whereabouts:
    """The places and bodies of a text in their order, and the one that the text is about."""
    every = named(page)
    places = [Named(start, end, name, of_place(name)) for start, end, name in every]
    return Whereabouts(page.text, _own(page, every), places, [each.start for each in places])


Written = tuple[int, int, str]
"""Start, end and name."""


def named(page: Page) -> list[Written]:
    """Places and agencies without those inside the names of others."""
    reached = 0
    kept: list[Written] = []
    marks = [(mark.span.start, -mark.span.end, mark.what.name) for mark in page.all(AgencyMention)]
    marks += [(mark.span.start, -mark.span.end, mark.what.name) for mark in page.all(PlaceMention)]
    marks += [(start, -end, name) for start, end, name in titled(page)]
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


def apart(text: str, start: int, end: int) -> bool:
    """Whether a name only tells who speaks, gives or is compared with."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True
    before = text[max(0, start - BEFORE) : start].rpartition("\n")[2].lower().split()
    after = text[end : end + AFTER].lower().split()[:2]
    if after and (after[0] in SPEAK or " ".join(after) in SPEAK):
        return True
    if not before:
        return False
    given = before[-1] in GIVE or " ".join(before[-3:]).endswith(TOLD_BY)
    return given or _of_office(before) or _compares(before) or ranks(text, start)


def _of_office(before: list[str]) -> bool:
    """Whether an office stands before a place; growth is none (tăng trưởng)."""
    near = before[-OFFICE_WITHIN - 1 :]
    return any(
        word in OFFICES and not (word == "trưởng" and at and near[at - 1] == "tăng")
        for at, word in enumerate(near)
        if at or len(near) <= OFFICE_WITHIN
    )


def ranks(text: str, start: int) -> bool:
    """Whether the place at `start` is the one within which something is ranked."""
    return bool(RANKED.search(text[max(0, start - RANKED_WITHIN) : start].lower()))


def _compares(before: list[str]) -> bool:
    near = " ".join(before[-3:])
    return any(word in near for word in COMPARED) or near.endswith(AVERAGED)


def _own(page: Page, every: list[Written]) -> str | None:
    """What the text names most, its title and opening counting more; None where nothing stands out."""
    text = page.text
    title = next((block.span.end for block in page.document.blocks if block.kind is BlockKind.TITLE), 0)
    weights: Counter[str] = Counter()
    said: dict[str, str] = {}
    projects = [(match.start(), match.end(), match[0]) for match in PROJECT.finditer(text, 0, title + OPENING)]
    committees = [(start, end, name) for start, end, name, _ in parties(text)]
    sender, above = issuer(page)
    for start, end, written in [*every, *projects, *committees]:
        name = _of_host(of_place(written))
        if name.startswith(HOSTS + DEPARTMENTS) or name.lower() in OWN_WHOLES or (start < above and name.lower() == sender):
            continue
        weight = IN_TITLE if start < title and name.lower() not in COUNTRY else _weight(text, start, end, name, title)
        said.setdefault(key(name), name)
        weights[key(name)] += weight
        for inner in _provinces_in(name):
            said.setdefault(key(inner), inner)
            weights[key(inner)] += INSIDE
    place, spoken = seat(page, title)
    if place and key(place) != sender:
        said.setdefault(key(place), place)
        weights[key(place)] += spoken
    for name, times in spoken_short(text, said).items():
        weights[name] += times
    for initials, full in spelled_out(said):
        weights[full] += weights[initials]
    best = max(weights, key=lambda key: weights[key], default="")
    needed = STANDS_OUT if len(text) > title + OPENING else IN_OPENING
    if all(MEANT * weight <= weights[best] for each, weight in weights.items() if each != best):
        needed = min(needed, IN_OPENING + 1)
    alone = len(said) == 1 and not said[best].startswith(SITES) and said[best] not in NATIONS
    if not alone and weights[best] < needed:
        return place
    return entitled(page, title) or said[best] if said[best].lower() in COUNTRY else said[best]


def _of_host(name: str) -> str:
    """The place below the country that a host or department is of: Cục Thống kê tỉnh An Giang, Sở Y tế tỉnh An Giang."""
    inner = HOSTED.search(name) if name.startswith(HOSTS + DEPARTMENTS) else None
    return inner[0] if inner else name


def _weight(text: str, start: int, end: int, name: str, title: int) -> int:
    """What a name in the body weighs: nothing for a country, where people met, or whose office somebody holds."""
    if name in NATIONS:
        return 0
    before = text[max(0, start - BEFORE) : start].lower().split()
    if before and (before[-1] in AT or _of_office(before)):
        return 0
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return 0
    weight = IN_OPENING if start < title + OPENING else LATER
    return WHOLE * weight if name.lower() in COUNTRY else weight


@lru_cache(maxsize=4096)
def _provinces_in(name: str) -> tuple[str, ...]:
    return tuple(province for province in sorted(PROVINCES) if name.endswith(f" {province}"))


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """The name by which a place is the same one: in small letters, without its kind."""
    lowered = name.lower()
    bare = next((lowered[len(kind) :] for kind in KIND_WORDS if lowered.startswith(kind)), lowered)
    return "hồ chí minh" if bare in CITY else bare


@lru_cache(maxsize=4096)
def of_place(name: str) -> str:
    """The place that a committee or council is of: UBND huyện Krông Nô is of huyện Krông Nô, HĐND tỉnh khóa XVII of tỉnh."""
    place = next((name[len(head) :] for head in COMMITTEES if name.startswith(head) and len(name) > len(head)), name)
    if place == name:
        return name
    kind = UNNAMED.match(place)
    return kind[0] if kind else place
