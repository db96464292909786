"""Numbers, quantities, periods and changes in words: "trên 19.200 tỷ đồng", "over 19,200 billion dong".

Sentences, papers and screens all say them from here; `giaoban_web.ui.printed` says them in the language of the reader.
"""

import errno
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from giaoban.messages.units import unit
from giaoban.model import Bound, Comparison, Measure, Period, Quantity

BOUNDS = {
    Bound.EXACT: ("", ""),
    Bound.OVER: ("trên ", "over "),
    Bound.AT_LEAST: ("ít nhất ", "at least "),
    Bound.UNDER: ("dưới ", "under "),
    Bound.AT_MOST: ("không quá ", "at most "),
    Bound.ABOUT: ("khoảng ", "about "),
}
MOVES = (("tăng", "giảm"), ("up", "down"))
BASES = {
    "same_period": ("cùng kỳ", "the same period"),
    "previous_year": ("năm trước", "the year before"),
    "previous_period": ("kỳ trước", "the period before"),
    "plan": ("kế hoạch", "the plan"),
    "baseline_year": ("năm {year}", "{year}"),
}
"""What a change is against, or a share is of."""
PLAN = "plan"
NO_GAP = ("%", "‰")
"""Signs that stand at their number: 10%/năm."""
ROMAN = ("", "I", "II", "III", "IV")
MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"(\d{4})"), "năm {0}", "{0}"),
    (re.compile(r"(\d{4})-Q([1-4])"), "quý {roman}/{0}", "Q{1} {0}"),
    (re.compile(r"(\d{4})-M0?(1)"), "tháng 1/{0}", "{month} {0}"),
    (re.compile(r"(\d{4})-H1"), "6 tháng đầu năm {0}", "the first half of {0}"),
    (re.compile(r"(\d{4})-H2"), "6 tháng cuối năm {0}", "the second half of {0}"),
    (re.compile(r"(\d{4})-M0?(\d{1,2})"), "{1} tháng đầu năm {0}", "the first {1} months of {0}"),
    (re.compile(r"(\d{4})-0?(\d{1,2})"), "tháng {1}/{0}", "{month} {0}"),
    (re.compile(r"(\d{4})-(\d\d)-0?(\d{1,2})"), "{day}/{1}/{0}", "{2} {month} {0}"),
)
"""How a period is said by the form of its text; `roman` and `month` are its second part in Roman numerals and as an English name."""


@dataclass(frozen=True, slots=True)
class Rough:
    """A quantity that was worked out: its number is about right, its bound says to which side it is open."""

    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Moved:
    """A change: said as a rise or a fall."""

    quantity: Quantity


TROUBLES = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "đường dẫn đi qua một tệp",
    errno.EEXIST: "đã có tệp mang tên này",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EDQUOT: "hết phần đĩa được dùng",
    errno.EFBIG: "tệp lớn hơn mức cho phép",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EIO: "thiết bị không đọc hoặc ghi được",
    errno.EADDRINUSE: "cổng đã có chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
}
"""What a system says in English where it does not do what was asked."""


NAMES: list[Callable[[str], str]] = []
"""What gives the English name of what it knows by its own: the catalogue of indicators adds itself here."""


def in_words(value: object, language: str) -> str:
    """`value` as a sentence in `language` says it."""
    for kind, say in PRINTERS:
        if isinstance(value, kind) and not isinstance(value, bool):
            return say(value, language)
    return name(str(value), language)


def name(text: str, language: str) -> str:
    """What bears an English name beside its own by the name of that language; everything else as it is."""
    for named in NAMES if language == "en" else ():
        text = named(text)
    return text


def number(value: Decimal | int, language: str = "vi") -> str:
    """The number with its digits: 19.200,50 in Vietnamese, 19,200.50 in English."""
    plain = f"{Decimal(value):,f}"
    return plain.translate(str.maketrans(",.", ".,")) if language == "vi" else plain


def quantity(quantity: Quantity, language: str = "vi", rough: bool = False) -> str:
    """Bound, number or range, and unit."""
    upper = "" if quantity.value_to is None else f"–{number(quantity.value_to, language)}"
    gap = "" if quantity.unit.startswith(NO_GAP) else " "
    told_unit = unit(quantity.unit, language, one=quantity.value_to is None and abs(quantity.value) == 1)
    english = language != "vi"
    bounds = [quantity.bound, Bound.ABOUT] if rough and quantity.bound is not Bound.ABOUT else [quantity.bound]
    told = "".join(BOUNDS[bound][english] for bound in bounds)
    return f"{told}{number(quantity.value, language)}{upper}{gap}{told_unit}".strip()


def period(period: Period, language: str = "vi") -> str:
    """The period in words: năm 2019, quý I/2020, 6 tháng đầu năm 2020."""
    first, slash, last = period.text.partition("/")
    if slash and first.isdigit() and last.isdigit():
        return f"{'giai đoạn ' if language == 'vi' else ''}{first}–{last}"
    if slash:
        ends = _of_one_part(first, language), _of_one_part(last, language)
        return "từ {} đến {}".format(*ends) if language == "vi" else "from {} to {}".format(*ends)
    return _of_one_part(first, language)


def heading(of: Period, language: str = "vi") -> str:
    """The period where it stands by itself, as beside a figure or over a column: without the article that an English sentence needs."""
    return period(of, language).replace("the ", "")


def comparison(comparison: Comparison, language: str = "vi") -> str:
    """A rise or fall with what it is against, or a share with what it is of: "tăng trên 20,2% so với cùng kỳ", "104% of the plan"."""
    amount = Quantity(comparison.value, comparison.unit, comparison.bound)
    return compared(comparison.kind, amount, comparison.base, language)


def compared(kind: Measure, amount: Quantity, base: str | None, language: str = "vi") -> str:
    """As `comparison`, for an amount that may be a range: "giảm 5–10% so với cùng kỳ"; whatever is no share is a rise or a fall."""
    if kind is Measure.ATTAINMENT:
        return _share(quantity(amount, language), base, language)
    return f"{_moved(Moved(amount), language)} {against(base, language)}".strip()


def against(base: str | None, language: str = "vi") -> str:
    """What a change is against, by the base's exchange form: "so với cùng kỳ", "so với năm 2015"; nothing for no base."""
    if not (named := based(base, language)):
        return ""
    return f"so với {named}" if language == "vi" else f"{'against' if base == PLAN else 'on'} {named}"


def based(base: str | None, language: str = "vi") -> str:
    """A base by its name alone: "cùng kỳ", "năm 2015"; nothing for no base."""
    kind, _colon, year = (base or "").partition(":")
    return BASES[kind][language != "vi"].format(year=year) if kind in BASES else ""


def _share(told: str, base: str | None, language: str) -> str:
    """A share of what: of the plan it is reached, of an earlier level it is so much; nothing is added where the text does not say."""
    named = based(base, language)
    if language == "vi":
        return f"{'đạt' if base in (None, '', PLAN) else 'bằng'} {told} {named}".strip()
    return f"{told} of {named}" if named else f"reached {told}"


def _of_one_part(text: str, language: str) -> str:
    """A period that is no range, or one end of a range, in words."""
    for form, vietnamese, english in FORMS:
        if match := form.fullmatch(text):
            said = vietnamese if language == "vi" else english
            second = int(match[2]) if len(match.groups()) > 1 else 0
            return said.format(*match.groups(), roman=ROMAN[second] if "Q" in text else "", month=MONTHS[second], day=text[-2:])
    return text


def _day(value: date, _language: str) -> str:
    return value.strftime("%d/%m/%Y")


def _trouble(value: OSError, language: str) -> str:
    """Why a system did not do what was asked; in its own words where there are no Vietnamese ones for it."""
    own = value.strerror or str(value)
    return TROUBLES.get(value.errno or 0, own) if language == "vi" else own


def _rough(value: Rough, language: str) -> str:
    return quantity(value.quantity, language, rough=True)


def _moved(value: Moved, language: str) -> str:
    told = value.quantity
    falls = told.value < 0
    if falls:
        told = replace(told, value=-told.value, value_to=None if told.value_to is None else -told.value_to)
    return f"{MOVES[language != 'vi'][falls]} {quantity(told, language)}"


PRINTERS: tuple[tuple[type | tuple[type, ...], Callable[..., str]], ...] = (
    (date, _day),
    ((Decimal, int), number),
    (Quantity, quantity),
    (Rough, _rough),
    (Moved, _moved),
    (Period, period),
    (OSError, _trouble),
)
