"""Everything that figures of a text may be about, where it is named: places, agencies, bare names, lists, what has no proper name.

A bare name is that of a place which the text elsewhere names with its kind, or by its party committee (thị xã Bình An, Thị ủy Bình An …
Bình An, BÌNH AN); places in a row are a list (An Khê, Bình Lâm và Phú Sơn).
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from giaoban.reading.engine import Page
from giaoban.reading.letters import NAME
from giaoban.reading.rules.figures.placing.called import calls
from giaoban.reading.rules.figures.placing.headings import sections
from giaoban.reading.rules.figures.placing.leading import BY_THEMSELVES, leading
from giaoban.reading.rules.figures.placing.loose import Named, loose
from giaoban.reading.rules.figures.placing.mentions import Mention
from giaoban.reading.rules.figures.whereabouts.apart import apart, ranks
from giaoban.reading.rules.figures.whereabouts.names import (
    COUNTRY,
    DEPARTMENTS,
    HOSTS,
    KIND_WORDS,
    OWN_WHOLES,
    key,
    named,
    of_place,
    spoken_kinds,
    spoken_of,
    titled,
)
from giaoban.reading.rules.named.nations import NATIONS
from giaoban.reading.rules.named.seats import heads, issuer, parties
from giaoban.reference.places import PROVINCES

SORTS = (
    ("country", tuple(COUNTRY)), ("whole", tuple(OWN_WHOLES)), ("host", tuple(host.lower().strip() for host in HOSTS)),
    ("customs", ("cục hải quan", "chi cục", "hải quan", "tổng cục", "cơ quan")), ("sector", ("ngành", "lực lượng", "toàn ")),
    ("firm", ("công ty", "tập đoàn", "tổng công ty", "nhà máy", "ngân hàng")), ("office", ("cục", "sở", "chi nhánh", "công an", "kho bạc")),
    ("work", ("dự án", "khu ", "tuyến", "gói thầu", "cảng", "sân bay", "cao tốc", "đường", "cầu", "công trình")),
    ("province", ("tỉnh ",)), ("city", ("thành phố", "tp", "t.p")), ("district", ("huyện", "quận", "thị xã", "tx", "t.x")),
    ("commune", ("xã ", "phường ", "thị trấn", "đặc khu", "thôn ", "ấp ", "bản ")),
)  # fmt: skip
"""Sorts of names by how they begin; the first that fits."""
LOCAL_KINDS = (*KIND_WORDS, "quận ", "phường ", "xã ", "thị trấn ", "đặc khu ")
LIST = re.compile(r"(?:, ?| và )(?:(?:các )?(?:xã|phường|huyện|tỉnh|quận):? )?")
"""What stands between the members of a list."""
SIZES = {"commune": 1, "district": 2, "city": 3, "province": 3}
"""Places by their size: a city may be a province."""
OUTER = re.compile(rf" ?(?:,|\(|-|–|thuộc)(?: ?(?:huyện |quận |thị xã |TP\.? |thành phố )?{NAME}(?:,| -| –))? ?(?:tỉnh )?")
IS_PART = re.compile(
    r" là (?:một |địa phương |đơn vị )?(?:trong những |\d+ )?(?:xã|phường|thị trấn|huyện|thị xã|quận)\b[^.,;:\d]{0,40} (?:của|thuộc|ở) "
)
"""What stands between a place and the larger one in which it lies."""
COUNTED = re.compile(
    r" (?:(?:có|đạt|với|là|còn|mới|chỉ|mới đạt|chỉ đạt) )?\(?\d|: (?:mới |chỉ )?(?:đạt )?\d"
    r"|(?: (?:mới|đã|chỉ|cũng|mới chỉ))? (?:giải ngân|tiếp nhận|giải quyết|tồn)(?: được| đạt)? \d"
)
"""What follows a department that has its own figure: Sở Công Thương 3.700 hồ sơ, Sở Xây dựng (13%), Sở Y tế mới giải ngân 40%."""
HANDED = re.compile(r"(?:^|\W)[Cc]huyển (?:hồ sơ |vụ việc |tin báo )?(?:cho |sang |đến |tới )?$")
HANDED_WITHIN = 24
LEAST = 2
"""Syllables from which a bare name is looked for."""
UNNAMED = frozenset(("bare", "general", "list", "whole"))
"""Sorts that a text is not about as such."""
RANKS, TENTHS = 3, 5


@dataclass(slots=True)
class Surroundings:
    """All mentions in order; by key the sort, the form mostly written, and how the name stands out of the text; the keys named most; the
    kind of the place that is spoken of where none is named; the country, where it is spoken of; what begins clauses, in order; bodies
    called by their kind alone; where sections begin and of which place."""

    mentions: list[Mention]
    starts: list[int]
    sorts: dict[str, str]
    forms: dict[str, str]
    about: dict[str, list[str]]
    most: list[str]
    spoken: str | None = None
    country: str | None = None
    leads: list[Mention] = field(default_factory=list)
    called: list[Mention] = field(default_factory=list)
    sections: tuple[list[int], list[str]] = ([], [])

    told: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def facts(self, has: str) -> dict[str, list[str]]:
        """By key how the name stands out where a sentence has so many: `about` with `has` behind each, remembered in `told`."""
        facts = self.told.get(has)
        if facts is None:
            facts = self.told[has] = {key: [f"{fact} {has}" for fact in facts] for key, facts in self.about.items()}
        return facts

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that start between two offsets."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, start: int, most: int) -> list[Mention]:
        """The last mentions that start before an offset."""
        at = bisect_left(self.starts, start)
        return self.mentions[max(0, at - most) : at]


def surroundings(page: Page) -> Surroundings:
    """All of it for one text; worked out once, for every figure."""
    text = page.text
    written = [each for each in named(page) if not each[2].startswith(DEPARTMENTS) or COUNTED.match(text, each[1])]
    title = {name for _, _, name in titled(page)}
    proper = sorted([*written, *_bare(text, written, title)])
    sort = sort_of(f"{spoken_of(text)} ") if title else ""
    mentions = [_mention(text, start, end, name, sort if name in title else "") for start, end, name in proper]
    mentions += [_mention(text, start, end, text[start:end], sort) for start, end, sort in loose(page, proper)]
    sender, above = issuer(page)
    mentions = [each for each in mentions if not (each.start < above and each.key == sender)]
    mentions = sorted((each for each in mentions if not (ranks(text, each.start) or _handed(text, each.start))), key=_place)
    mentions = [
        replace(each, apart=True) if _is_outer(text, before, each) else each
        for before, each in zip([None, *mentions], mentions, strict=False)
    ]
    ends = {start: end for start, end, _ in written}
    leads = [_mention(text, start, end, text[start:end]) for start, end in ((at, max(end, ends.get(at, 0))) for at, end in leading(page))]
    spoken = list(calls(text, sorted([*mentions, *(each for each in leads if each.key not in BY_THEMSELVES)], key=_place)))
    called = {each.start for each in spoken}
    leads = [each for each in leads if each.start not in called]
    mentions = sorted([*mentions, *_lists(text, mentions), *spoken], key=_place)
    forms: dict[str, Counter[str]] = {}
    for each in mentions:
        forms.setdefault(each.key, Counter())[each.name] += 1
    often = Counter(each.key for each in mentions if each.sort not in UNNAMED)
    for name in [each.key for each in mentions if each.sort == "work" and often[each.key] == 1]:
        del often[name]
    return Surroundings(
        mentions,
        [each.start for each in mentions],
        {each.key: each.sort for each in reversed(mentions)},
        {key: max(counts, key=lambda name: (counts[name], name)) for key, counts in forms.items()},
        _about(page, mentions, often),
        sorted(often, key=lambda key: (-often[key], key))[: RANKS + 1],
        spoken_of(text) or None,
        _country(mentions),
        leads=leads,
        called=spoken,
        sections=sections(page, mentions),
    )


def _country(mentions: list[Mention]) -> str | None:
    """The whole country as it is named first, where a text names it more than once other than to compare with it."""
    named = [each.name for each in mentions if each.sort == "country" and not each.apart]
    return named[0] if len(named) > 1 else None


def sort_of(name: str) -> str:
    """What sort of thing a name names, by its first words; "initials" or "other" where they do not say."""
    lowered = name.lower()
    if lowered in COUNTRY:
        return "country"
    if name in NATIONS:
        return "nation"
    if name in PROVINCES:
        return "province"
    begun = next((sort for sort, heads in SORTS if lowered.startswith(heads)), "")
    return begun or ("initials" if name.isupper() else "other")


def _handed(text: str, start: int) -> bool:
    """Whether something is but handed over to whoever is named: chuyển │cơ quan điều tra 11 vụ."""
    return HANDED.search(text, max(0, start - HANDED_WITHIN), start) is not None


def _is_outer(text: str, before: Mention | None, mention: Mention) -> bool:
    """Whether a place only says where the smaller one right before it lies: xã Phú Lâm, An Khê, Bình Sơn; phường Phú Sơn (Bình Sơn)."""
    if before is not None and IS_PART.fullmatch(text, before.end, mention.start):
        return True
    if before is None or before.sort not in SIZES or SIZES.get(mention.sort, 0) <= SIZES[before.sort]:
        return False
    return OUTER.fullmatch(text, before.end, mention.start) is not None


def spoken_sorts(text: str) -> list[str]:
    """The sorts of places that a text speaks of by their kind alone, the commonest first."""
    kinds = spoken_kinds(text)
    return list(dict.fromkeys(sort_of(f"{kind} ") for kind in sorted(kinds, key=lambda kind: (-kinds[kind], kind))))[:RANKS]


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _mention(text: str, start: int, end: int, name: str, sort: str = "") -> Mention:
    name = " ".join(of_place(name).split())
    return Mention(start, end, name, key(name), sort or sort_of(name), apart(text, start, end))


def _about(page: Page, mentions: list[Mention], often: Counter[str]) -> dict[str, list[str]]:
    """How each named key stands out: its rank and share among all, whether the title names it, how many tenths only speak."""
    title = page.title.end if page.title else 0
    sorts = {each.key: each.sort for each in reversed(mentions)}
    in_title = {each.key for each in mentions if each.start < title}
    aside = Counter(each.key for each in mentions if each.apart)
    ranks = {key: at for at, key in enumerate(sorted(often, key=lambda key: (-often[key], key not in in_title, key)))}
    total = often.total()
    spoken = spoken_sorts(page.text)
    of_sort = Counter(sorts[each] for each in often)
    made: dict[str, list[str]] = {}
    for name, count in often.items():
        rank = min(RANKS, ranks[name])
        facts = [f"rank {rank}", f"rank {rank} {sorts[name]}", f"share {min(TENTHS, 10 * count // total)}"]
        if name in in_title:
            facts += ["title", f"title {sorts[name]}"]
        if count > 1:
            facts.append(f"apart {3 * aside[name] // count}")
        if spoken:
            facts.append(f"spoken {spoken.index(sorts[name]) if sorts[name] in spoken else 'no'} {of_sort[sorts[name]] > 1}")
        made[name] = facts
    return made


def _bare(text: str, written: list[Named], title: set[str]) -> Iterator[Named]:
    """Places by their bare names, outside the names written with a kind; `title` holds that of the title."""
    names = title | {bare for _, _, name in written if (bare := _without_kind(name))}
    names |= {bare for _, _, bare, _ in parties(text)} | {_without_kind(name) for _, _, name, _ in heads(text)} - {""}
    if not names:
        return
    forms = sorted({*names, *(name.upper() for name in names)}, key=lambda name: (-len(name), name))
    starts = [start for start, _, _ in written]
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", text):
        at = bisect_left(starts, match.end())
        if not (at and written[at - 1][1] > match.start()):
            yield match.start(), match.end(), match[0]


def _without_kind(name: str) -> str:
    """The proper name of a place written with its kind; empty where it is short."""
    lowered = name.lower()
    kind = next((kind for kind in LOCAL_KINDS if lowered.startswith(kind)), "")
    bare = name[len(kind) :]
    return bare if kind and bare[:1].isupper() and len(bare.split()) >= LEAST else ""


def _lists(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    at = 0
    while at < len(mentions):
        last = at
        while last + 1 < len(mentions) and LIST.fullmatch(text, mentions[last].end, mentions[last + 1].start):
            last += 1
        if last > at:
            start, end = mentions[at].start, mentions[last].end
            name = " ".join(text[start:end].split())
            yield Mention(start, end, name, name.lower(), "list", apart(text, start, end))
        at = last + 1
