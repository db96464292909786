"""What speaks for and against a number of things being a figure: the things are counted, not talked of, ranked or in the room.

Every reason has a name and a weight; a figure is what comes to `COUNTED_FROM`. What must and must not be read: corpus/figures.tsv.
"""

from itertools import pairwise

from giaoban.model import Bound
from giaoban.reading.cues import DONE, EACH, HAS, LEVEL, LINK, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.counting.present import WITHIN, in_the_room, whose_heads
from giaoban.reading.rules.figures.counting.thresholds import AREAS
from giaoban.reading.rules.figures.drafts import Spot
from giaoban.reference.units import WEAK, Kind

THING = Kind.THING
HAS_OR_DONE_OR_LEVEL = frozenset((HAS, DONE, LEVEL))
PREPOSITIONS = frozenset(("của", "tại", "ở", "giữa", "với", "về", "trong", "cho", "từ", "các", "cả", "đối với"))
TALKED_OF = frozenset(
    ("chủ yếu", "trọng tâm", "trọng", "đột phá", "đột", "này", "nêu", "cơ bản", "quan trọng", "quan", "chung", "trên", "nói")
)
"""Words after things that are talked about rather than counted: 4 nhiệm vụ trọng tâm."""
WORKS = frozenset(("dự án", "dự án thành phần", "công trình", "hạng mục", "gói thầu", "vụ", "vụ việc", "vụ án", "tuyến đường", "tụ điểm"))
"""Things that are as concrete where they are called important: 5 dự án trọng điểm."""
WHERE_ON = frozenset((
    "địa bàn", "phạm vi", "toàn", "cả", "truyền", "sóng", "báo", "đài", "mạng", "internet", "mái", "quốc lộ", "đường", "biển", "sông",
    "núi",
    "hồ", "tuyến", "cổng", "hệ", "nền", "loa", "thế", "lưu", "website", "zalo", "facebook",
))  # fmt: skip
"""Words after "trên" that say where things are: 32 hồ chứa trên │ địa bàn."""
PAGE, THICK = "trang", (["dài"], ["dày"])
PAGES, MINUTES, MINUTES_APART = frozenset(("trang", "bản")), "biên bản", ("biên", "bản")
"""How much paper the minutes take: Biên bản gồm 03 trang, 04 bản."""
OUT_OF, PART_WITHIN = frozenset(("trong", "trong số", "số", "tổng số", "trong tổng số")), 14
MEMBERS = frozenset(("đồng chí", "người", "thành viên"))
GROUPED = frozenset(("với", "gồm", "có"))
ELECTS, ELECTED_WITHIN = frozenset(("bầu",)), 12
"""Items after the vote within which those elected are numbered: bầu Ban Chấp hành gồm 39 đồng chí."""
AGAIN_WITHIN = 8
"""Items between two numbers of the same things that are told of together."""
LIMITS = frozenset((Bound.AT_LEAST, Bound.AT_MOST))
PASSED = frozenset(("thông qua", "ban hành"))
"""Words before papers that were passed, whose number counts: thông qua 3 nghị quyết."""
COUNTED_FROM = 2
"""The weight from which a number of things is a figure."""
BOUND, APART_WITHIN = frozenset(("dưới", "trên")), 7
"""Words before the bound that sets things counted apart from others, and how far behind them it may stand."""
PLACED = frozenset(("tỉnh", "thành", "tỉnh thành", "thành phố", "quận", "huyện", "địa phương", "cơ quan", "đơn vị", "ngành", "quốc gia"))
OWNED = frozenset((THING, Kind.MONEY))
"""Kinds of what so many places or bodies have: 204 xã │ của 29 tỉnh, 6,9 tỷ đồng │ của 42 đơn vị."""
AT = frozenset(("ở", "tại", "thuộc", "qua", "tại các", "địa bàn"))
OF_A_REGION = frozenset(("miền", "ven", "phía", "vùng", "còn", "còn lại", "nói"))
"""Words after places that say which they are rather than how many."""
SENT, SETTING_UP, SET_UP_WITHIN = ("tổ", "đoàn"), frozenset(("thành lập", "lập", "cử")), 3
"""Groups that are counted where they were set up: thành lập 4 tổ công tác."""
CHECKED = ("kiểm tra", "thanh tra", "giám sát", "kiểm toán", "xử phạt", "xử lý", "phát hiện")
"""Words right before those that were checked and found wanting: phát hiện 41 đơn vị vi phạm."""
CHECKED_WITHIN = 6
DEALT = ("giao", "quản lý", "hoàn thành", "hỗ trợ", "đề ra", "triển khai", "thực hiện", "xử phạt", "phê duyệt", "toàn bộ")
"""Words right before things that somebody set, did or helped: hỗ trợ │ 46 đề án."""
TOLD_WITHIN = 20
"""Items before a number in which its things are told of by a longer name."""
AMONG = frozenset(("trong", "trên", "tổng số", "số", "tổng", "cả"))
RANKS = frozenset(("thứ", "hạng", "đứng thứ", "xếp thứ", "hạng thứ", "vị trí thứ"))
NUMBERS = frozenset(("số", "tổng số", "số lượng"))
"""Words with which the name of what is counted says that it is: số tỉnh có dịch lên 8 tỉnh."""
NORMS = frozenset((("đạt", "chuẩn"), ("về", "đích"), ("về đích",)))
STATED = frozenset((Cue.HAS, Cue.LEVEL, Cue.UP, Cue.DOWN, Cue.TO_UP, Cue.TO_DOWN))


def weight(row: list[Item], spot: Spot) -> int:
    """How much speaks for a number of things being a figure: the sum over `reasons`."""
    return sum([weight for told in _told(row, spot) for weight, holds in told.values() if holds])


def reasons(row: list[Item], spot: Spot) -> dict[str, tuple[int, bool]]:
    """What speaks for and against, each by its name with its weight and whether it holds."""
    return {name: reason for told in _told(row, spot) for name, reason in told.items()}


def _told(row: list[Item], spot: Spot) -> list[dict[str, tuple[int, bool]]]:
    noun = spot.amount.unit.text[len(spot.amount.unit.power) :].strip().lower().split("/", 1)[0].split(",", 1)[0]
    return [_in_itself(row, spot, noun), _by_its_words(row, spot, noun), _beside_others(row, spot, noun), _against(row, spot, noun)]


def _in_itself(row: list[Item], spot: Spot, noun: str) -> dict[str, tuple[int, bool]]:
    """What the number and its unit say for it."""
    amount, weak = spot.amount, noun in WEAK
    near = row[spot.zone : amount.first]
    out_of = amount.first > 1 and row[amount.first - 2].is_numeral
    return {
        "a thing that is counted": (2, not weak),
        "ten or more": (1, amount.value >= 10),
        "a hundred or more": (1, amount.value >= 100),
        "so many out of so many": (2, amount.whole is not None),
        "on average": (2, weak and (amount.value % 1 != 0 or "/" in amount.unit.text)),
        "bounded or summed": (1, (amount.bound is not Bound.EXACT and not out_of) or any(item.text.endswith("tổng số") for item in near)),
        "a limit": (1, weak and amount.bound in LIMITS),
    }


def _by_its_words(row: list[Item], spot: Spot, noun: str) -> dict[str, tuple[int, bool]]:
    """What the words around it say for it."""
    amount, weak = spot.amount, noun in WEAK
    several = weak and amount.value >= COUNTED_FROM
    before = row[amount.first - 1].text if amount.first else ""
    done = row[spot.before.first - 1] if spot.before and spot.before.first else row[spot.zone - 1] if spot.zone > spot.floor else None
    return {
        "had": (1, weak and any(item.text.endswith("có") for item in row[spot.zone : amount.first])),
        "described": (1, weak and spot.ceiling - amount.last > 3 and amount.value >= 5),
        "stated by a verb": (1, spot.head in STATED and before not in PREPOSITIONS and bool(before)),
        "behind a label": (1, several and before == ":" and noun not in MEMBERS),
        "done": (1, done is not None and DONE in done.means),
        "named as a number": (1, weak and _as_number(row, spot)),
        "named by itself": (2, weak and several and _by_itself(row, spot, noun)),
        "the subject": (1, weak and amount.value >= 5 and _is_subject(row, amount)),
        "passed": (2, several and before in PASSED),
        "set apart": (2, several and _set_apart(row, amount)),
        "of what was told": (2, several and _told_before(row, amount, noun)),
        "dealt with": (1, weak and _behind(row, amount, DEALT)),
        "where it is done": (3, several and noun in PLACED and _where(row, spot)),
        "set up": (2, weak and noun.startswith(SENT) and _set_up(row, amount)),
        "checked": (1, weak and (_behind(row, amount, CHECKED) or _looked_into(row, spot))),
        "told of as having": (1, several and _then_has(row, amount)),
        "said to reach a norm": (2, weak and _reaches_norm(row, amount)),
    }


def _beside_others(row: list[Item], spot: Spot, noun: str) -> dict[str, tuple[int, bool]]:
    """What other numbers say for it."""
    weak = noun in WEAK
    return {
        "of which so many": (2, weak and _of_which(row, spot.amount, noun)),
        "beside others counted": (1, weak and _beside_counted(row, spot)),
        "of those counted": (2, noun in MEMBERS and weak and _belong(row, spot)),
        "more of what was counted": (2, weak and (spot.shares or _counted_again(spot))),
    }


def _against(row: list[Item], spot: Spot, noun: str) -> dict[str, tuple[int, bool]]:
    """What speaks against it."""
    amount = spot.amount
    before = row[amount.first - 1] if amount.first else None
    placed = before is not None and before.text in PREPOSITIONS
    return {
        "only a place to be in": (-1, noun in WEAK and amount.value < 10 and placed),
        "talked of": (-2, noun not in WORKS and _talked_of(row, amount)),
        "of the paper itself": (-4, noun in PAGES and _of_minutes(row, amount)),
        "ranked among": (-6, _ranked_among(row, amount)),
        "elected": (-4, noun in MEMBERS and _said_before(row, amount, ELECTED_WITHIN, ELECTS)),
        "in the room": (-4, in_the_room(row, spot)),
        "whose heads": (-4, whose_heads(row, amount)),
        "one of each": (-3, amount.value == 1 and before is not None and EACH in before.means),
    }


def _talked_of(row: list[Item], amount: Amount) -> bool:
    """Whether it is said right behind things that they are talked about: 4 nhiệm vụ │ trọng tâm; not: 33 cuộc, │ đột xuất 4 cuộc."""
    for at in range(amount.last + 1, min(amount.last + 3, len(row))):
        if row[at].is_mark:
            break
        if row[at].text in TALKED_OF:
            after = row[at + 1].text if at + 1 < len(row) else ""
            return not _said_otherwise(row, at, after, amount)
    return False


def _said_otherwise(row: list[Item], at: int, after: str, amount: Amount) -> bool:
    """Whether such a word is part of another one: 33 cuộc │đột│ xuất, 32 hồ trên │địa bàn│, 42 tàu │trên│ 15 m, 4 cục hải │quan│."""
    word = row[at].text
    if word == "trên":
        bounded = at + 2 < len(row) and row[at + 1].is_numeral and not row[at + 2].text.endswith(AREAS)
        return after in WHERE_ON or bounded
    if word == "nói":
        return amount.unit.text.lower() not in WEAK
    return (word == "đột" and after == "xuất") or (word == "quan" and after != "trọng")


def _of_minutes(row: list[Item], amount: Amount) -> bool:
    """Whether the minutes are spoken of before the number: Biên bản gồm │ 3 trang; not: đường biên giới qua │ 11 bản."""
    said = [item.text for item in row[max(0, amount.first - WITHIN) : amount.first]]
    return (said[-1:] in THICK and amount.unit.text == PAGE) or MINUTES in said or MINUTES_APART in pairwise(said)


def _said_before(row: list[Item], amount: Amount, within: int, words: frozenset[str]) -> bool:
    return any(item.text in words for item in row[max(0, amount.first - within) : amount.first])


def _set_apart(row: list[Item], amount: Amount) -> bool:
    """Whether things are counted by what sets them apart from others: 4 đơn vị │ chưa giải ngân, 8 đơn vị │ dưới 20%."""
    after = row[amount.last + 1 : amount.last + 1 + APART_WITHIN]
    clause = after[: next((at for at, item in enumerate(after) if item.is_mark), len(after))]
    bounded = any(item.text in BOUND and number.is_numeral for item, number in pairwise(clause))
    return bounded or [item.text for item in clause[:1]] in (["chưa"], ["bị"]) or [item.text for item in clause[:2]] == ["giải", "ngân"]


def _where(row: list[Item], spot: Spot) -> bool:
    """Whether things counted are where something is or was done: tại │ 19 xã, 204 xã của │ 29 tỉnh; not: tại 4 tỉnh miền Trung."""
    at, after = spot.amount.first - 1, row[spot.amount.last + 1] if spot.amount.last + 1 < len(row) else None
    if after is not None and (after.text in OF_A_REGION or after.place is not None):
        return False
    last = spot.previous
    return at >= 0 and (
        row[at].text in AT or (row[at].text == "của" and last is not None and last.unit.kind in OWNED and last.last == at - 1)
    )


def _behind(row: list[Item], amount: Amount, verbs: tuple[str, ...]) -> bool:
    return " ".join([item.text for item in row[max(0, amount.first - 2) : amount.first]]).endswith(verbs)


def _looked_into(row: list[Item], spot: Spot) -> bool:
    """Whether those are counted that somebody looked into by some manner: kiểm tra công vụ đột xuất │ 22 cơ quan."""
    at, floor = spot.amount.first - 1, max(1, spot.floor, spot.amount.first - CHECKED_WITHIN)
    while at >= floor and not (row[at].is_mark or row[at].is_numeral or row[at].text in PREPOSITIONS):
        if f"{row[at - 1].text} {row[at].text}" in CHECKED:
            return True
        at -= 1
    return False


def _told_before(row: list[Item], amount: Amount, noun: str) -> bool:
    """Whether the things were told of by a longer name: │Phòng học│ dột nát, 9 phòng tốc mái."""
    if noun in PLACED:
        return False
    before = row[max(0, amount.first - TOLD_WITHIN) : amount.first]
    return any(item.text.startswith(f"{noun} ") and item.place is None for item in before)


def _set_up(row: list[Item], amount: Amount) -> bool:
    """Whether groups are sent out or set up: thành lập │ 4 tổ công tác."""
    return any(item.text in SETTING_UP for item in row[max(0, amount.first - SET_UP_WITHIN) : amount.first])


def _ranked_among(row: list[Item], amount: Amount) -> bool:
    """Whether the things counted are those among which a rank is told: đứng thứ 2 trong tổng số │ 35 cục."""
    at = amount.first - 1
    while at > 0 and row[at].text in AMONG:
        at -= 1
    return 0 < at < amount.first - 1 and row[at].is_numeral and row[at - 1].text in RANKS


def _beside_counted(row: list[Item], spot: Spot) -> bool:
    """Whether the number stands right beside another of things: 13 bộ và │ 21 địa phương, 27 bộ │ và 3 địa phương, 4 đợt, │ 96 lô."""
    last, first = spot.previous, spot.amount.last + 2
    if first + 1 < len(row) and row[first].is_numeral and THING in row[first + 1].means:
        listed = row[first - 1].text == "," and row[spot.amount.first - 1].text not in PREPOSITIONS
        if listed or row[first - 1].text == "và":
            return True
    return last is not None and last.unit.kind is THING and last.last + 2 == spot.amount.first and row[last.last + 1].text in ("và", ",")


def _of_which(row: list[Item], amount: Amount, noun: str) -> bool:
    """Whether it is told how many of these things are so: trong số │ 13 chỉ tiêu được giao, có 11 chỉ tiêu đạt."""
    if not amount.first or row[amount.first - 1].text not in OUT_OF:
        return False
    after = range(amount.last + 1, min(len(row) - 1, amount.last + 1 + PART_WITHIN))
    return any(row[at].is_numeral and row[at + 1].text.startswith((noun, noun.split(" ", 1)[0])) for at in after)


def _counted_again(spot: Spot) -> bool:
    """Whether the figure before it is of the same things: 11 chỉ tiêu đạt, │ 2 chỉ tiêu không đạt."""
    last, unit = spot.previous, spot.amount.unit
    return last is not None and last.unit.text == unit.text and 0 < spot.amount.first - last.last <= AGAIN_WITHIN


def _belong(row: list[Item], spot: Spot) -> bool:
    """Whether it is told how many belong to groups that are counted before: 3 mô hình với │ 96 thành viên."""
    last, at = spot.previous, spot.amount.first - 1
    return at > 0 and row[at].text in GROUPED and last is not None and last.unit.kind is THING and at - last.last <= PART_WITHIN


def _then_has(row: list[Item], amount: Amount) -> bool:
    return amount.last + 1 < len(row) and row[amount.last + 1].text == "có"


def _reaches_norm(row: list[Item], amount: Amount) -> bool:
    """Whether it is said right behind things that they reach what is asked of them: 2 huyện │ đạt chuẩn."""
    return tuple(item.text for item in row[amount.last + 1 : amount.last + 3]) in NORMS


def _by_itself(row: list[Item], spot: Spot, noun: str) -> bool:
    """Whether the name before begins with the very things: Đoàn ra │ 18 đoàn."""
    return bool(spot.before) and row[spot.before.first].text == noun


def _as_number(row: list[Item], spot: Spot) -> bool:
    """Whether the name before says that it is a number: tổng số, số tỉnh có dịch; a bare "số" may be "trong số"."""
    name = spot.before
    return bool(name) and row[name.first].text in NUMBERS and (name.last > name.first or row[name.first].text != "số")


def _is_subject(row: list[Item], amount: Amount) -> bool:
    """Whether the things counted open their clause and do or have something: 16 tỉnh có …, ngoài ra, 8 xã đã …"""
    if amount.first and not row[amount.first - 1].is_mark and LINK not in row[amount.first - 1].means:
        return False
    after = row[amount.last + 1] if amount.last + 1 < len(row) else None
    return after is not None and bool(after.means & HAS_OR_DONE_OR_LEVEL)
