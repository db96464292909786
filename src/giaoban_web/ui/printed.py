"""Numbers, quantities and periods as people read them: 19.200 and 85,7 in Vietnamese, 19,200 and 85.7 in English."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.model import Period

ROMAN = ("", "I", "II", "III", "IV")
WRITTEN = {
    "over": lambda amount: _("over %(amount)s") % {"amount": amount},
    "at_least": lambda amount: _("at least %(amount)s") % {"amount": amount},
    "under": lambda amount: _("under %(amount)s") % {"amount": amount},
    "at_most": lambda amount: _("at most %(amount)s") % {"amount": amount},
    "about": lambda amount: _("about %(amount)s") % {"amount": amount},
}
AGAINST = {
    "same_period": lambda year: _("on the same period"),
    "previous_year": lambda year: _("on the year before"),
    "previous_period": lambda year: _("on the period before"),
    "plan": lambda year: _("against the plan"),
    "baseline_year": lambda year: _("on %(year)s") % {"year": year},
}


def number(value: Decimal | float | str) -> str:
    """`value` with its thousands grouped and without trailing zeros, in the reader's language."""
    text = digits(Decimal(str(value)))
    point = separators()[1]
    return text.rstrip("0").rstrip(point) if point in text else text


def digits(value: Decimal) -> str:
    """`value` with its thousands grouped and every digit that it was printed with, in the reader's language: 0,120 stays 0,120."""
    text = format(value, ",f")
    return text if _english() else text.translate(str.maketrans(",.", ".,"))


def separators() -> tuple[str, str]:
    """What groups thousands and what stands before the decimals, in the reader's language."""
    return (",", ".") if _english() else (".", ",")


def quantity(fields: Mapping[str, Any], write: Callable[[Any], str] = number) -> str:
    """The quantity of an observation's fields (`value`, `value_to`, `unit`, `bound`), bound in words: "trên 19.200 tỷ đồng".

    write  how its numbers are written: `number`, or `digits` for what was printed so
    """
    amount = write(fields["value"])
    if fields.get("value_to") is not None:
        amount += f"–{write(fields['value_to'])}"
    return _bounded(_with_unit(amount, fields.get("unit") or ""), fields)


def comparison(fields: Mapping[str, Any], write: Callable[[Any], str] = number) -> str:
    """A growth rate or share of plan in words: "tăng 15,1% so với cùng kỳ", "đạt 104% kế hoạch"."""
    value, unit = Decimal(str(fields["value"])), fields.get("unit") or ""
    amount = _bounded(_with_unit(write(abs(value)), unit), fields)
    base, _colon, year = (fields.get("base") or "").partition(":")
    if fields["kind"] == "attainment":
        return _("%(amount)s of the plan") % {"amount": amount}
    moved = (_("down %(amount)s") if value < 0 else _("up %(amount)s")) % {"amount": amount}
    return f"{moved} {AGAINST[base](year)}" if base in AGAINST else moved


def period(text: str | None) -> str:
    """A period of the exchange form in words; what is not a period is given back as it is.

    2019 → năm 2019 · 2020-Q1 → quý I/2020 · 2020-M9 → 9 tháng đầu năm 2020 · 2016/2020 → giai đoạn 2016–2020
    """
    first, slash, last = (text or "").partition("/")
    if not slash:
        return _one_period(first)
    if first.isdigit() and last.isdigit():
        return _("%(first)s–%(last)s") % {"first": first, "last": last}
    return _("from %(first)s to %(last)s") % {"first": _one_period(first), "last": _one_period(last)}


def _english() -> bool:
    return (get_language() or "vi").startswith("en")


def _with_unit(amount: str, unit: str) -> str:
    return f"{amount}%" if unit == "%" else f"{amount} {unit}".strip()


def _bounded(amount: str, fields: Mapping[str, Any]) -> str:
    bound = fields.get("bound") or "exact"
    return WRITTEN[bound](amount) if bound in WRITTEN else amount


def _one_period(text: str) -> str:
    try:
        Period.parse(text)
    except ValueError:
        return text
    return next(words(*match.groups()) for form, words in FORMS if (match := form.fullmatch(text)))


def _year(year: str) -> str:
    return _("%(year)s") % {"year": year}


def _quarter(year: str, quarter: str) -> str:
    return _("Q%(quarter)s %(year)s") % {"quarter": quarter if _english() else ROMAN[int(quarter)], "year": year}


def _half(year: str, half: str) -> str:
    return (_("first half of %(year)s") if half == "1" else _("second half of %(year)s")) % {"year": year}


def _months(year: str, months: str) -> str:
    if int(months) == 1:
        return _month(year, months)
    return _("first %(months)s months of %(year)s") % {"months": int(months), "year": year}


def _month(year: str, month: str) -> str:
    first = date(int(year), int(month), 1)
    return _("%(month)s %(year)s") % {"month": formats.date_format(first, "F") if _english() else first.month, "year": year}


def _day(year: str, month: str, day: str) -> str:
    return formats.date_format(date(int(year), int(month), int(day)), "DATE_FORMAT")


FORMS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (re.compile(r"(\d{4})"), _year),
    (re.compile(r"(\d{4})-Q([1-4])"), _quarter),
    (re.compile(r"(\d{4})-H([12])"), _half),
    (re.compile(r"(\d{4})-M(\d{1,2})"), _months),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), _day),
)
