"""The unit after a numeral: power, currency or measure, share, or the thing counted; with "/năm", "/ha" where they follow.

A power without a currency counts money ("121.825 tỷ" is "tỷ đồng"), unless a thing is counted after it ("1,5 triệu người").
"""

from dataclasses import dataclass, replace

from giaoban.reading.cues import PLAN
from giaoban.reading.items import LEXICON, Item
from giaoban.reading.marks import AgencyMention, PlaceMention
from giaoban.reading.rules.figures.amounts.beside_others import MEDAL, SAMPLE, are_medals, are_samples
from giaoban.reading.rules.figures.amounts.for_one import PER, of_head, of_one
from giaoban.reference.units import COUNTED, JOINED, MISREAD, SCALE, STRONG, TOGETHER, Kind

CLOCK, MEASURE, MONEY, POINTS = Kind.CLOCK, Kind.MEASURE, Kind.MONEY, Kind.POINTS
SHARE, THING, TIME = Kind.SHARE, Kind.THING, Kind.TIME

NONE_YET = -1
PER_ALSO = frozenset(("s", "l", "lít", "cây", "con", "quý", "lượt", "vạn", "sản"))
PER_MANY = frozenset(("100", "1.000", "1000", "10.000", "10000", "100.000", "100000", "vạn"))
"""Round numbers of people for whom there is so much of something: 34,5 giường/10.000 dân."""
GLUED = (
    {
        f"{power}{said}": (power, currency)
        for power in ("tỷ", "tỉ", "triệu")
        for said, currency in (("đồng", "đồng"), ("đ", "đồng"), ("usd", "USD"), ("vnđ", "đồng"))
    }
    | dict.fromkeys(("tr", "trđ", "trđồng"), ("triệu", "đồng"))
    | dict.fromkeys(("ngđ", "ngđồng"), ("nghìn", "đồng"))
)
"""Powers and currencies that are run together or cut short: 2.184,6 tỷđồng, 1,37 tỷUSD, 46 trđ."""
PER_THOUSAND = frozenset(("‰", "phần nghìn"))
SMALL_POWERS = frozenset(("nghìn", "ngàn"))
"""Powers of which money seldom is told without its currency: 14,3 nghìn nông hộ."""
AIMED = ("chỉ tiêu ", "nhiệm vụ ")
"""Aims that are counted, where words that say whose they are make one phrase of them: 20/21 │ chỉ tiêu đề ra."""
CENTRAL = frozenset(("cơ quan trung ương", "cơ quan ngang bộ"))
WHERE = frozenset(("tỉnh", "thành", "tp", "tp.", "huyện", "quận", "thị"))
"""Words of an agency's name that say where it is."""
_NOT_COUNTED = """
và của những các đến cho trong tại với về theo là được bị thì mà từ này đó nêu tới khi để có liên do làm gây vì nhờ cùng cũ trở sang ts feet
chưa không đã đang sẽ phải
"""
NOT_COUNTED = frozenset(_NOT_COUNTED.split())
"""Words after a number that name no thing."""
EACH_OF = {Kind.MONEY: ("mỗi", "một"), Kind.SHARE: ("một",), Kind.THING: ("mỗi",)}
"""Words behind a unit that lead to what there is so much for."""
FOR_EACH = {"khối": "m3", "héc ta": "ha", "hecta": "ha"}
IN_TIME, OF_THINGS = frozenset((Kind.TIME,)), frozenset((Kind.THING,))
EACH_ONE = frozenset(("một", "mỗi", "cho"))
GOES_ON = frozenset(("khai", "bố", "tác", "nhận", "chứng"))
"""What makes another word of "công" behind days: 15 ngày │ công khai."""
COMRADE = ["đ", "/", "c"]
STOPS = frozenset(".,")
SHORT = {"tr": "triệu", "ng": "nghìn"}
GUESSED = 2
"""Words of a thing counted that no table knows."""


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Unit:
    """A unit as printed, spelled in full where it abbreviates a currency.

    last   its last item in the row; -1 where there is no unit
    power  "tỷ", "nghìn tỷ" …, part of `text` too
    bare   a power with nothing after it that says of what
    known  the thing counted stands in the tables
    """

    text: str = ""
    kind: Kind | None = None
    last: int = NONE_YET
    power: str = ""
    bare: bool = False
    known: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is things that are counted, known or not, or what was asked for; points are what somebody scores."""
        return self.kind is THING or self.kind is None or (self.kind is Kind.TALK and self.text != "điểm")

    def in_power(self, power: str) -> "Unit":
        """The same unit under another power: "triệu đồng" under "tỷ" is "tỷ đồng"."""
        return replace(self, text=f"{power}{self.text[len(self.power) :]}", power=power)


def unit_at(row: list[Item], at: int, text: str) -> Unit:
    """The unit that begins at item `at`."""
    at += _stopped(row, at)
    if (short := _short(row, at, text)) is not None:
        return _per(row, short, text)
    if at < len(row) and (glued := GLUED.get(row[at].text)):
        return _per(row, Unit(" ".join(glued), MONEY, at, glued[0], known=True), text)
    if (spelt := _spelt(row, at)) is not None:
        return spelt
    power, base = _power(row, at)
    unit = _base(row, base, text, power) if power or not are_medals(row, at) else Unit(MEDAL, THING, at, known=True)
    return _per(row, unit, text) if unit.last != NONE_YET else unit


def _stopped(row: list[Item], at: int) -> bool:
    """Whether a stop stands between a sum and its currency: 45.000.000│.đ│."""
    close = 0 < at < len(row) - 1 and row[at].text in STOPS and row[at - 1].end == row[at].start and row[at].end == row[at + 1].start
    return close and row[at + 1].text in ("đ", "đồng")


def _spelt(row: list[Item], at: int) -> Unit | None:
    """What several items make together: đ/c, days before "công khai"; None where none do."""
    said = [item.text for item in row[at : at + 3]]
    if said == COMRADE:
        return Unit("đồng chí", THING, at + 2, known=True)
    return Unit("ngày", TIME, at, known=True) if said[:1] == ["ngày công"] and said[1:2] and said[1] in GOES_ON else None


def _short(row: list[Item], at: int, text: str) -> Unit | None:
    """Millions and thousands cut short, with what they are of beside them: 34 tr.kWh, 12,5 tr.đ, 45 tr đ; None where nothing is."""
    power = SHORT.get(row[at].text) if at + 1 < len(row) else None
    if power is None:
        return None
    last = at + 1 + (row[at + 1].text == "." and at + 2 < len(row) and row[at + 1].start == row[at].end)
    item = row[last]
    if last > at + 1 and item.start != row[last - 1].end:
        return None
    if MONEY in item.means or item.text == "đ":
        return Unit(f"{power} {_said(MONEY, text[item.start : item.end])}", MONEY, last, power, known=True)
    measured = MEASURE in item.means and row[at].text != "ng"
    return Unit(f"{power} {text[item.start : item.end]}", MEASURE, last, power, known=True) if measured else None


def _power(row: list[Item], at: int) -> tuple[str, int]:
    words: list[str] = []
    while at < len(row) and row[at].text in SCALE and len(words) < 2:
        words.append(row[at].text)
        at += 1
    return " ".join(words), at


def _base(row: list[Item], at: int, text: str, power: str) -> Unit:
    item = row[at] if at < len(row) else None
    if item is not None and (meant := MISREAD.get(item.text)) and (known := LEXICON.at([meant], 0)):
        item = Item(meant, item.start, item.end, known[1])
    kind = _kind(row, at, item) if item and item.means else None
    if power and (item is None or kind not in (MONEY, MEASURE, THING)):
        return _of_power(row, at, text, power)
    if item is not None and isinstance(item.place, PlaceMention):
        return _of_place(item, at, text, power)
    if item is not None and item.place and not power and (counted := _of_agency(item, text)):
        return Unit(counted, THING, at, known=True)
    if item is None or item.is_mark or item.is_numeral or item.period:
        return Unit("%", SHARE, at, known=True) if kind is SHARE else Unit()
    if kind is None:
        return _guessed(row, at, text) if power or not item.text.startswith(AIMED) else _of_aims(item, at, text)
    last = _joined(row, at) if kind is THING else at + _of_land(row, at)
    said = _said(kind, text[item.start : row[last].end])
    return Unit(f"{power} {said}".strip(), kind, last, power, known=True)


def _kind(row: list[Item], at: int, item: Item) -> Kind | None:
    if item.text == SAMPLE and are_samples(row, at):
        return THING
    return next((kind for kind in STRONG if kind in item.means), None)


def _of_power(row: list[Item], at: int, text: str, power: str) -> Unit:
    """Money, unless a thing that no table knows is counted in thousands, or hours: 14,3 nghìn │ nông hộ, 16 triệu │ giờ."""
    if at < len(row) and CLOCK in row[at].means:
        return Unit(f"{power} {row[at].text}", THING, at, power, known=True)
    guessed = _guessed(row, at, text) if power in SMALL_POWERS and at < len(row) and not row[at].place and not row[at].period else Unit()
    if guessed.text and guessed.text.islower() and not row[at].is_numeral and row[at].text not in NOT_COUNTED | EACH_ONE:
        last = guessed.last + (guessed.last == at and at + 1 < len(row) and THING in row[at + 1].means)
        return Unit(f"{power} {' '.join(text[row[at].start : row[last].end].split())}", THING, last, power)
    return Unit(f"{power} đồng", MONEY, at - 1, power, bare=True)


def _of_aims(item: Item, at: int, text: str) -> Unit:
    """Aims that are counted, by their own noun: chỉ tiêu │ đề ra."""
    return Unit(" ".join(text[item.start : item.end].split()[:2]), THING, at, known=True)


def _of_place(item: Item, at: int, text: str, power: str) -> Unit:
    """The kind of the places that are counted by name: 2 xã Quảng Tín và Đắk Ru."""
    printed = text[item.start : item.end].split(" ")
    kind = next((said for size in (2, 1) if (said := " ".join(printed[:size])) in COUNTED), "")
    return Unit(f"{power} {kind}".strip(), THING, at, power, known=True) if kind and not power else Unit()


def _of_agency(item: Item, text: str) -> str:
    """The kind of the agencies or projects that are counted: 4 Cục Hải quan, 15 dự án │ FDI; empty where no kind is."""
    printed = text[item.start : item.end].split(" ")
    kind = next((size for size in (2, 1) if " ".join(printed[:size]).lower() in COUNTED), 0)
    if not kind:
        return ""
    rest = next((at for at in range(kind, len(printed)) if printed[at].isupper() or printed[at].lower() in WHERE), len(printed))
    return " ".join(printed[:rest])


def _said(kind: Kind, printed: str) -> str:
    if kind is SHARE:
        return "‰" if printed.lower() in PER_THOUSAND else "%"
    if kind is POINTS:
        return "điểm %"
    return "đồng" if printed == "đ" else MISREAD.get(printed.lower(), " ".join(printed.split()))


def _of_land(row: list[Item], at: int) -> bool:
    """Whether "đất" after an area only says of what: 302 ha đất, …; not 302 ha đất lúa."""
    if row[at].text not in ("ha", "m2", "m²") or at + 1 >= len(row) or row[at + 1].text != "đất":
        return False
    return at + 2 >= len(row) or row[at + 2].is_mark or row[at + 2].text == "và"


def _guessed(row: list[Item], at: int, text: str) -> Unit:
    """A thing counted that no table knows: its first words."""
    if row[at].text == "và":
        return Unit()
    last = at
    while (
        last + 1 < len(row)
        and last + 1 < at + GUESSED
        and not (row[last + 1].means or _shortened(text, row[last]))
        and row[last + 1].text.isalpha()
        and row[last + 1].text not in NOT_COUNTED
    ):
        last += 1
    if row[at].means or not row[at].text[0].isalpha():
        return Unit()
    return Unit(" ".join(text[row[at].start : row[last].end].split()), None, last)


def _shortened(text: str, item: Item) -> bool:
    """Whether a thing is written by its initials, and so whole: 42 LĐ │ đi làm việc ở nước ngoài, 45 HS │ bỏ học."""
    return item.end - item.start > 1 and text[item.start : item.end].isupper()


def _joined(row: list[Item], at: int) -> int:
    """The last item of things counted together: huyện, thị xã."""
    last = at + (row[at].text == "lượt" and at + 1 < len(row) and THING in row[at + 1].means)
    while last + 2 < len(row) and row[last + 1].text == "," and _goes_with(row[last], row[last + 2]):
        last += 2
    return last


def _goes_with(before: Item, item: Item) -> bool:
    """An agency is one of them where only its kind is named: bộ, cơ quan Trung ương."""
    if any(before.text in sort and item.text in sort for sort in TOGETHER):
        return True
    counted = THING in item.means or (isinstance(item.place, AgencyMention) and item.text in CENTRAL)
    return counted and item.text.split(" ")[0] in JOINED and before.text.split(" ")[0] in JOINED


def _is_per(row: list[Item], unit: Unit, last: int) -> bool:
    """Whether the word after a stroke is what there is so much for; money is per anything: 1,24 triệu đồng/chỉ."""
    after = row[last + 2]
    if PLAN in after.means:
        return False
    if after.means & PER or after.text in PER_ALSO:
        return True
    close = row[last + 1].start == row[last].end and after.start == row[last + 1].end
    return unit.kind is MONEY and close and after.text.isalpha() and after.place is None


def _each(row: list[Item], unit: Unit, last: int) -> int:
    """The item that says for each of what it is so much: 3 tỷ đồng mỗi │ năm, 46 em mỗi │ lớp; 0 where none does."""
    at = last + 2
    if unit.kind is None or last == NONE_YET or at >= len(row) or row[last + 1].text not in EACH_OF.get(unit.kind, ()):
        return 0
    if row[at].text == "đầu" and at + 1 < len(row) and row[at + 1].text == "người":
        return at + 1
    ends = not unit.bare and (at + 1 >= len(row) or not row[at + 1].is_numeral)
    meant = row[at].means & PER if unit.kind is MONEY else row[at].means & (IN_TIME if unit.kind is SHARE else OF_THINGS)
    return at if meant and (ends or (row[last + 1].text == "mỗi" and unit.kind is MONEY)) else 0


def _per(row: list[Item], unit: Unit, text: str) -> Unit:
    """With what the unit is per: "/năm", " / người / tháng", "mỗi ngày"."""
    last, said = unit.last, unit.text
    if head := of_head(row, last):
        said, last = f"{said}{text[row[last].end : row[head].end]}", head
    if one := of_one(row, last):
        said, last = f"{said}/{text[row[one].start : row[one].end]}", one
    while last + 2 < len(row) and row[last + 1].text == "/" and _is_per(row, unit, last):
        said += text[row[last].end : row[last + 2].end]
        last += 2
    if last + 3 < len(row) and row[last + 1].text == "/" and row[last + 2].text in PER_MANY and THING in row[last + 3].means:
        said += text[row[last].end : row[last + 3].end]
        last += 3
    if last > unit.last and row[last].text == "ngày" and last + 1 < len(row) and row[last + 1].text == "đêm":
        said += text[row[last].end : row[last + 1].end]
        last += 1
    if last > unit.last and row[last].text == "vạn" and last + 1 < len(row) and THING in row[last + 1].means:
        said += text[row[last].end : row[last + 1].end]
        last += 1
    if unit.kind is MEASURE and last + 2 < len(row) and row[last + 1].text == "mỗi" and TIME in row[last + 2].means:
        said += f" mỗi {row[last + 2].text}"
        last += 2
    while (each := _each(row, unit, last)) and last != each:
        said += f"/{FOR_EACH.get(row[each].text, row[each].text)}"
        last = each
    return unit if last == unit.last else replace(unit, text=said, last=last)
