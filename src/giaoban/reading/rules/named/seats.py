"""The place that a text speaks from where nothing stands out of it: most papers name their own place once and then only its kind.

"Phú Sơn chống hạn … phường Phú Sơn"                    named with its kind, and bare in the title
"UBND huyện An Khê … toàn huyện … của huyện"            the one place of the kind that is spoken of alone
"Hội nghị Tỉnh ủy … toàn tỉnh … trên địa bàn tỉnh"      the kind alone, where none of it is named
"""

import re
from collections import Counter
from functools import lru_cache

from giaoban.model import BlockKind
from giaoban.reading import beginnings
from giaoban.reading.engine import Page
from giaoban.reading.gates import where
from giaoban.reading.letters import CAPITALS, NAME
from giaoban.reading.marks import PlaceMention
from giaoban.reference.places import PROVINCES, SURNAMES, UNIONS

PARTY = re.compile(
    rf"[uủUỦoO](?=[yỷYỶàÀ])(?:(?<=[Tt]ỉnh .)|(?<=[Tt]ỉnh đ.)|(?<=[Hh]uyện .)|(?<=[Hh]uyện đ.)|(?<=[Tt]hị .)|(?<=[Tt]hị đ.)|(?<=[Tt]hành .)"
    r"|(?<=[Tt]hành đ.)|(?<=[Qq]uận .)|(?<=[Qq]uận đ.)|(?<=TỈNH .)|(?<=HUYỆN .)|(?<=THỊ .)|(?<=THÀNH .)|(?<=QUẬN .))"
    rf"(?:[yỷYỶ]|àn|ÀN) (?P<name>{NAME})"
)
"""A committee of the party or the youth by the place it is of, from its own word."""
COMMITTEES = (("ủy", 0), ("uỷ", 0), ("Ủy", 0), ("Uỷ", 0), ("ỦY", 0), ("UỶ", 0), (" đoàn", -2))
"""What that begins with, or, of few letters that a text is quickly searched for, holds; and how far in that begins."""
HEAD = beginnings.compiled(
    r"\b(?:TỈNH|HUYỆN|THỊ XÃ|THÀNH PHỐ|QUẬN|PHƯỜNG|XÃ|THỊ TRẤN|THÔN|ẤP|KHU PHỐ)"
    rf"(?= (?P<name>[{CAPITALS}]+(?: [{CAPITALS}]+){{1,6}})(?!\w))"
)
"""The name is only looked at, since another kind may stand in what follows: HUYỆN ỦY AN KHÊ LÀM VIỆC VỚI XÃ TÂN LẬP."""
HEAD_WITHIN = 400
"""Code points in which the head of a paper stands."""
_NO_PLACE = """
ỦY UỶ ĐOÀN HỘI BÁO BIÊN THÔNG KẾT SƠ TỔNG HỌP GIAO TRIỂN KHAI KHÓA KHOÁ NHIỆM VỀ ĐẾN CÓ RA LÀM CHỈ THỰC VÀ VỚI CỘNG ĐỘC SỐ KỲ NGHỊ QUYẾT NĂM
THÁNG QUÝ TẠI ĐẨY TĂNG TẬP NÂNG PHÁT TIẾP CHỦ CỦA SAU TRONG BAN PHÒNG VĂN QUA ĐẢNG NGÀY GIAI ĐOẠN
"""
NO_PLACE = frozenset(_NO_PLACE.split())
"""Words in capitals that are no part of a place's name."""
SHORT = ("TP", "TX")
"""How what is always in capitals begins: Thành ủy TP HCM."""
MINUTES = ("BIÊN", "BẢN")
MOST = 4
LEAST = 2
"""Syllables from which a bare name is looked for."""

ALONE = tuple(
    (word, lead, re.compile(rf"(?<!\w)[{kind[0].upper()}{kind[0]}]{kind[1:]}(?!\w| [{CAPITALS}\d]|,)"))
    for kind, words, lead in (
        *((kind, (kind[1:],), 1) for kind in ("tỉnh", "thành phố", "thị xã", "thị trấn", "huyện", "quận", "phường", "đặc khu")),
        ("xã", ("xã", "Xã"), 0),
    )
    for word in words
)
"""Kinds of places without a name, each with what it is looked for by: the word behind its first letter, but "ã" ends too many others."""
SOCIETY = (" hội", " viên")
"""What makes "xã" another word: xã hội, xã viên."""
MANY = ("các ", "những ", "mỗi ", "nhiều ", "số ", "cấp ", "từng ", "một ", "hai ", "ba ", "bốn ", "năm ", "hầu hết ", "bí thư ")
"""Words after which a kind means several places, or any; so it does after a digit."""
LOOK_BACK = 12
PARTIES = (("tỉnh", "tỉnh"), ("huyện", "huyện"), ("quận", "quận"), ("thị", "thị xã"), ("thành", "thành phố"))
SPOKEN = 3
"""How often a kind stands alone that is the text's own place without a name."""
MEANT = 2
"""How often it does where a place of the kind is named; and how many times as much that place weighs as the next."""
IN_TITLE, IN_OPENING, LATER = 20, 4, 1
"""What a name weighs by where it stands."""
HAMLETS, OF_HAMLET = ("thôn", "ấp", "khu phố"), 40
"""The smallest places that papers stand below, and what they weigh: the commune above them in the head is not meant."""
OPENING = 1200
"""Code points after the title in which a text names its own place."""
SIZES = (("tỉnh",), ("huyện", "thị xã", "quận", "thành phố"), ("xã", "phường", "thị trấn", "đặc khu"))
"""Kinds of places by their size, the largest first."""
Key = tuple[str, str]
"""A kind and the name that follows it, in small letters."""
KINDS = {
    "tỉnh ": "tỉnh", "thành phố ": "thành phố", "tp ": "thành phố", "tp. ": "thành phố", "tp.": "thành phố", "huyện ": "huyện",
    "thị xã ": "thị xã", "tx ": "thị xã", "quận ": "quận", "phường ": "phường", "xã ": "xã", "thị trấn ": "thị trấn",
    "đặc khu ": "đặc khu",
}  # fmt: skip


def seat(page: Page, title: int) -> tuple[str | None, int]:
    """The place that a text is of whose title ends at `title`, and what speaks for it; None where the text does not speak as of one."""
    weights, forms = _named(page, title)
    alone = _alone(page.text)
    key = _entitled(weights) or _outer(weights, alone)
    if key:
        return forms[key], alone[key[0]] + (_headed(page.text, key) if weights[key] >= IN_TITLE else max(weights.values()) - weights[key])
    kind = max(alone, key=lambda kind: alone[kind], default="")
    ranked = sorted((weights[key] for key in weights if key[0] == kind), reverse=True)
    if not ranked:
        return (kind, alone[kind]) if alone[kind] >= SPOKEN else (None, 0)
    if alone[kind] < MEANT or (len(ranked) > 1 and ranked[0] < MEANT * ranked[1]):
        return None, 0
    return next(forms[key] for key in weights if key[0] == kind and weights[key] == ranked[0]), alone[kind]


def entitled(page: Page, title: int) -> str | None:
    """The place below the country that the title names."""
    weights, forms = _named(page, title)
    key = _entitled(weights)
    return forms[key] if key else None


def _headed(text: str, key: Key) -> int:
    """What it weighs that a paper stands below the name of a place."""
    return 2 * IN_OPENING if any(name.lower() == " ".join(key) for _, _, name, _ in heads(text)) else 0


@lru_cache(maxsize=1)
def heads(text: str) -> list[tuple[int, int, str, str]]:
    """Start, end, name and kind of the places below whose name a paper stands in capitals: ỦY BAN NHÂN DÂN XÃ AN KHÊ."""
    found = []
    for match in HEAD.finditer(text, 0, HEAD_WITHIN):
        if name := _of_capitals(match["name"]):
            kind = match[0].lower()
            found.append((match.start(), match.start("name") + len(name), f"{kind} {name.title()}", kind))
    return found


@lru_cache(maxsize=1)
def headed(text: str) -> dict[str, str]:
    """The places named in capitals in the head or title of a paper, as they are written elsewhere, by their name in small letters.

    By the bare name, too, but not where two kinds share it, nor that of a province, which is not that of the town of the same name.
    """
    named: dict[str, set[str]] = {}
    for _, _, name, kind in heads(text):
        named.setdefault(name[len(kind) + 1 :].lower(), set()).add(name)
    bare = {said: next(iter(names)) for said, names in named.items() if len(names) == 1 and said.title() not in PROVINCES}
    return bare | {name.lower(): name for _, _, name, _ in heads(text)}


def _of_capitals(run: str) -> str:
    """The name of a place that a run of words in capitals begins with; empty where it begins with none."""
    words = run.split()
    kept = next((at for at, word in enumerate(words) if at and word in NO_PLACE and not _ends_name(words, at)), len(words))
    return " ".join(words[:kept]) if LEAST <= kept <= MOST and words[0] not in NO_PLACE else ""


def _ends_name(words: list[str], at: int) -> bool:
    """Whether "BIÊN" belongs to a name: HUYỆN ỦY TÂN BIÊN, not TÂN LẬP │BIÊN BẢN."""
    return words[at] == MINUTES[0] and words[at + 1 : at + 2] != [MINUTES[1]]


@lru_cache(maxsize=1)
def parties(text: str) -> list[tuple[int, int, str, str]]:
    """Start, end, bare name and kind of the places by whose committees of the party or the youth a text names them."""
    found, reached = [], 0
    for match in sorted([match for word, lead in COMMITTEES for match in where(text, word, PARTY, lead)], key=re.Match.start):
        if match.start() < reached:
            continue
        reached = match.end()
        if name := _without_person(_of_capitals(match["name"]) if match["name"].isupper() else match["name"]):
            start = match.start("name")
            kind = next(kind for head, kind in PARTIES if head in text[max(0, start - LOOK_BACK) : start].lower())
            found.append((start, start + len(name), name, kind))
    return found


@lru_cache(maxsize=1)
def committed(text: str) -> dict[str, str]:
    """The places by whose committees a text names them in capitals, as they are written elsewhere; of a province only with its kind."""
    return {name: spelt(name, kind) for _, _, name, kind in parties(text) if name.isupper()}


def spelt(name: str, kind: str) -> str:
    """The name of a place by its committee; HUYỆN ỦY TÂN BIÊN in capitals is of huyện Tân Biên."""
    return f"{kind} {name.title()}" if name.isupper() and not name.startswith(SHORT) else name


def issuer(page: Page) -> tuple[str, int]:
    """The place, in small letters, of the party committee or the date line above the title of a paper about the one smaller place whose
    committee it names, and the code point up to which it only sends the paper; else nothing.

    The office of a province sends the conclusions of work with a town: they are not about what its letterhead and its date line name.
    """
    title = page.title.start if page.title else 0
    above = next(((name.lower(), kind) for start, _, name, kind in parties(page.text) if start < title), None) or _sent_from(page, title)
    if above is None:
        return "", 0
    smaller = {name.lower() for start, _, name, kind in parties(page.text) if start > title and _size(kind) > _size(above[1])}
    return (above[0], title) if len(smaller) == 1 else ("", 0)


def _sent_from(page: Page, title: int) -> tuple[str, str] | None:
    """The province and its kind in the date line above the title: Quảng Ninh, ngày 20 tháng 10 năm 2020."""
    for block in page.document.blocks:
        place = page.text[block.span.start : block.span.end].partition(",")[0].strip()
        if block.span.end <= title and block.kind is BlockKind.DATELINE and place in PROVINCES:
            return place.lower(), "tỉnh"
    return None


def _size(kind: str) -> int:
    return next(at for at, kinds in enumerate(SIZES) if kind in kinds)


def _without_person(name: str) -> str:
    """The name after that of a party committee, up to the person who follows it; empty where only a person does."""
    words = name.split()
    cut = next((at for at in range(len(words)) if words[at].title() in SURNAMES and (at == 0 or at >= LEAST)), len(words))
    return " ".join(words[:cut]) if cut >= LEAST else ""


def _entitled(weights: Counter[Key]) -> Key | None:
    best = max(weights, key=lambda key: weights[key], default=None)
    return best if best and weights[best] >= IN_TITLE else None


def _outer(weights: Counter[Key], alone: Counter[str]) -> Key | None:
    """The only place of its size, of which kind is spoken alone too, where several smaller ones are named: those lie in it."""
    for size in SIZES:
        larger = [key for key in weights if key[0] in size]
        if larger:
            smaller = sum(SIZES.index(size) < at for at, kinds in enumerate(SIZES) for key in weights if key[0] in kinds)
            return larger[0] if len(larger) == 1 and alone[larger[0][0]] and smaller >= MEANT else None
    return None


def _named(page: Page, title: int) -> tuple[Counter[Key], dict[Key, str]]:
    """What places named with their kind weigh by where they stand, also inside names of bodies, and without the kind in the title."""
    weights: Counter[Key] = Counter()
    forms: dict[Key, str] = {}
    for found in page.all(PlaceMention):
        name, at = found.what.name, found.span.start
        key = _key(name)
        if key:
            forms.setdefault(key, name)
            weights[key] += IN_TITLE if at < title else IN_OPENING if at < title + OPENING else LATER
    for _, _, name, kind in heads(page.text):
        forms.setdefault((kind, name.lower().removeprefix(f"{kind} ")), name)
        weights[kind, name.lower().removeprefix(f"{kind} ")] += OF_HAMLET if kind in HAMLETS else IN_TITLE
    for at, _, name, kind in parties(page.text):
        forms.setdefault((kind, name.lower()), spelt(name, kind))
        weights[kind, name.lower()] += IN_TITLE if at < title else IN_OPENING if at < title + OPENING else LATER
    heading = page.text[:title].lower()
    for key in weights:
        if " " in key[1] and _stands_bare(heading, *key):
            weights[key] += IN_TITLE
    return weights, forms


def _stands_bare(heading: str, kind: str, name: str) -> bool:
    """Whether a name stands in a heading as words of their own without its kind; no pattern, of which each name would need one."""
    at = heading.find(name)
    while at >= 0:
        around = heading[max(0, at - 1) : at] + heading[at + len(name) : at + len(name) + 1]
        if not any(letter.isalnum() or letter == "_" for letter in around) and not heading.endswith(f"{kind} ", 0, at):
            return True
        at = heading.find(name, at + 1)
    return False


def _key(name: str) -> Key | None:
    lowered = name.lower()
    if name in PROVINCES:
        return "tỉnh", lowered
    head = next((head for head in KINDS if lowered.startswith(head)), "")
    return (KINDS[head], lowered[len(head) :]) if head else None


def _alone(text: str) -> Counter[str]:
    """How often each kind of place stands alone, and not for several."""
    return Counter([said.lower() for start, said in nameless(text) if not _many(text[max(0, start - LOOK_BACK) : start])])


@lru_cache(maxsize=1)
def nameless(text: str) -> list[tuple[int, str]]:
    """Where a text has a kind of place without a name, as written. Of one text it is asked twice."""
    found, reached = [], 0
    for start, end in sorted([match.span() for word, lead, kind in ALONE for match in where(text, word, kind, lead)]):
        if start >= reached:
            reached = end
            if not (text.startswith(SOCIETY, end) or text.endswith(UNIONS, 0, start)):
                found.append((start, text[start:end]))
    return found


def _many(before: str) -> bool:
    return before.lower().endswith(MANY) or (before[-1:] == " " and before[-2:-1].isdecimal())
