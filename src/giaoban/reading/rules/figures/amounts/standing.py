"""Where numerals begin and end: what stands alone, what a scan split, what belongs to a second number.

    19. 200    18/21 xã    9 trong 16 gói thầu    nợ74,1 tỷ đồng    một nghìn 652 km

What must and must not be read: corpus/quantities.tsv.
"""

from decimal import Decimal

from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.numbers import numeral
from giaoban.reading.rules.figures.amounts.units import GLUED, Unit
from giaoban.reference.units import SCALE, Kind

MEASURE, MONEY, SHARE, THING = Kind.MEASURE, Kind.MONEY, Kind.SHARE, Kind.THING

BESIDE = frozenset((THING, MEASURE, MONEY, SHARE))
"""Units after which a stroke leads to what else is counted: 21,3 ha/ │ 297 hộ."""
STROKE_WITHIN = 4
DASHES = frozenset("-–—÷")
UP_TO = frozenset(("đến", "tới", "hoặc"))
OUT_OF, TOTALS = frozenset(("trong", "trên")), frozenset(("tổng số", "số"))
"""Words between a number and what it is out of: 160 │ trong tổng số │ 178 xã."""
THOUSANDS = frozenset(("nghìn", "ngàn"))
"""Powers before which a number goes on: 2 nghìn │ 764 tỷ đồng."""
THOUSAND = 1000
SAID = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
"""Words for how many thousands stand before a number."""
SPELT = frozenset((*SAID, *SCALE, "không", "mươi", "mốt", "tư", "lăm", "trăm", "linh", "lẻ", "rưỡi", "phẩy"))
SPELT_WITHIN = 12
"""Words that numbers are said in, and items of the longest."""
GLUED_FROM, PLAIN_UNTIL = 2, "z"
"""Letters of the shortest word that a scan ran into a number, and the last of the letters that codes are written with."""
LONG = 3
"""Digits from which a number run into a word is a number of something: trồng mới│640 ha; not: quý│2."""


def stands_alone(row: list[Item], index: int, text: str) -> bool:
    """Whether the numeral is no part of a code (HQ36a, QH14, 7/CP, Covid-19, km12+300)."""
    start, end = row[index].start, row[index].end
    before = text[start - 1] if start else " "
    if before == "/" and index > 1 and (row[index - 2].means & BESIDE or _counted_before(row, index)):
        before = " "
    tied = before in "-.–" and start > 1 and text[start - 2].isalnum() and not text[start - 2].isdigit()
    glued = before.isalpha() and index > 0 and _runs_in(row[index - 1], row[index], text)
    if (before.isalnum() and not glued) or before in "/_" or tied or (before == "+" and start > 1 and text[start - 2].isdigit()):
        return False
    after = row[index + 1] if index + 1 < len(row) else None
    if after is None or after.start > end:
        return True
    if after.text[0].isalpha():
        letter = len(after.text) == 1 and text[after.start].isupper()
        return (bool(after.means) and not letter) or after.text in SCALE or after.text in GLUED
    return not (after.text in "/-" and index + 2 < len(row) and row[index + 2].start == after.end and row[index + 2].text[0].isalpha())


def _runs_in(word: Item, number: Item, text: str) -> bool:
    """Whether a scan lost the blank between a word and a number: dư nợ│74,1 tỷ đồng; not: km│12, HQ│36, nhóm│4."""
    said = text[word.start : word.end]
    spelt = word.end == number.start and len(said) >= GLUED_FROM and said[1:].islower() and any(letter > PLAIN_UNTIL for letter in said)
    return spelt and (number.end - number.start >= LONG)


def _counted_before(row: list[Item], index: int) -> bool:
    """Whether a number of things stands a few words before the stroke: 2 vụ đánh bạc/ │ 11 đối tượng."""
    for at in range(index - 2, max(0, index - 2 - STROKE_WITHIN), -1):
        if row[at].is_mark or row[at].is_numeral:
            return False
        if THING in row[at].means and row[at - 1].is_numeral:
            return True
    return False


def is_rate(row: list[Item], index: int, value: Decimal, unit: Unit) -> bool:
    """Whether a number after a stroke and a measure only says for how much of something: 3 km/2 giờ."""
    if not index or row[index - 1].text != "/" or row[index - 1].end != row[index].start or THING in row[index - 2].means:
        return False
    if unit.text.split(" ")[-1] == row[index - 2].text:
        return False
    return unit.kind is not THING or not unit.known or value <= 1


def written(row: list[Item], index: int) -> tuple[str, int]:
    """The numeral, joined again where a scan split it (19. 200), and its last item."""
    written = row[index].text
    if index + 2 < len(row) and row[index + 1].text in ".," and len(row[index + 2].text) == 3 and row[index + 2].text.isdigit():
        split = row[index + 1].start == row[index].end and row[index + 2].start == row[index + 1].end + 1
        if split and row[index + 1].text == "," and index + 3 < len(row) and row[index + 3].text in ("và", ","):
            return written, index  # thu 120, │130 và 140 tỷ đồng
        if split and "," not in written and (row[index + 1].text == "." or "." not in written):
            return f"{written}{row[index + 1].text}{row[index + 2].text}", index + 2
    return written, _spelt_out(row, index)


def _spelt_out(row: list[Item], index: int) -> int:
    """The item that closes a bracket in which the number is said again in words: 45 (bốn mươi lăm│)│ hộ; `index` where none is."""
    if index + 1 >= len(row) or row[index + 1].text != "(":
        return index
    for at in range(index + 2, min(len(row), index + 2 + SPELT_WITHIN)):
        if row[at].text == ")":
            return at if at > index + 2 else index
        if not SPELT.issuperset(row[at].text.split(" ")):
            return index
    return index


def second(row: list[Item], at: int) -> tuple[str | None, str, int]:
    """A second numeral bound to the first: "/" of a whole (also 160 trong tổng số 178), "-" of a range (10 - 12%, giữa 10 và 12%)."""
    if at + 2 < len(row) and row[at + 2].is_numeral:
        if row[at + 1].text == "/":
            return row[at + 2].text, "/", at + 2
        between = row[at + 1].text == "và" and at > 0 and row[at - 1].text == "giữa"
        if between or row[at + 1].text in DASHES or row[at + 1].text in UP_TO:
            return row[at + 2].text, "-", at + 2
    if at + 3 < len(row) and row[at + 1].text in OUT_OF and row[at + 2].text in TOTALS and row[at + 3].is_numeral:
        return row[at + 3].text, "/", at + 3
    if at + 3 < len(row) and row[at + 1].text in OUT_OF and _part_of(row, at):
        return row[at + 2].text, "/", at + 2
    return None, "", at


def _part_of(row: list[Item], at: int) -> bool:
    """Whether a number of things is told right after how many of them: 9 │ trong │ 16 gói thầu; not: 1 trong 12 nước."""
    if not row[at + 2].is_numeral or THING not in row[at + 3].means:
        return False
    part, whole = numeral(row[at].text, whole=True), numeral(row[at + 2].text, whole=True)
    return part is not None and whole is not None and 1 < part <= whole


def thousands_before(row: list[Item], index: int, value: Decimal) -> int:
    """How many thousands are said in a word before a number: │một nghìn│ 652 km; 0 where none are."""
    if index < 2 or value >= THOUSAND or row[index - 1].text not in THOUSANDS or row[index - 2].text not in SAID:
        return 0
    return SAID[row[index - 2].text] if index < 3 or not row[index - 3].is_numeral else 0
