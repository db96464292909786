"""Numbers, quantities and periods in the language of the reader: 19.200 and 85,7 in Vietnamese, 19,200 and 85.7 in English.

What they say is said by `giaoban.messages.printed`; a find comes here as its fields.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from giaoban.messages import printed, units
from giaoban.model import Bound, Measure, Period, Quantity

BOUNDS = {bound.value: bound for bound in Bound}


def number(value: Decimal | float | str) -> str:
    """`value` with its thousands grouped and without trailing zeros."""
    return digits(shortest(value))


def named(name: str) -> str:
    """An indicator or a group of them by its name in the reader's language, where the catalogue has one."""
    return printed.name(name, language())


def unit(text: str) -> str:
    """A unit in the reader's language, where the table has it."""
    return units.unit(text, language())


def digits(value: Decimal) -> str:
    """`value` with its thousands grouped and every digit that it was printed with: 0,120 stays 0,120."""
    return printed.number(value, language())


def shortest(value: Decimal | float | str) -> Decimal:
    """`value` without trailing zeros behind the point."""
    text = format(Decimal(str(value)), "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def as_printed(value: Decimal | float | str) -> Decimal:
    """`value` with every digit that it was printed with; a JSON number, which keeps none behind its last, as short as it can be."""
    return value if isinstance(value, Decimal) else shortest(value)


def separators() -> tuple[str, str]:
    """What groups thousands and what stands before the decimals."""
    return (".", ",") if language() == "vi" else (",", ".")


def quantity(fields: Mapping[str, Any], of: Callable[[Any], Decimal] = as_printed) -> str:
    """The quantity of an observation's fields (`value`, `value_to`, `unit`, `bound`), bound in words: "trên 19.200 tỷ đồng".

    One whose `measure` is a change is told as a rise or a fall, "giảm 17 hộ": nobody says minus.

    of  which digits it shows: `as_printed`, or `shortest` for what was worked out
    """
    told = _quantity(fields, of)
    if fields.get("measure") == Measure.CHANGE.value and told.value:
        return printed.in_words(printed.Moved(told), language())
    return printed.quantity(told, language())


def comparison(fields: Mapping[str, Any], of: Callable[[Any], Decimal] = as_printed) -> str:
    """A growth rate or a share in words: "tăng 15,1% so với cùng kỳ", "đạt 104% kế hoạch", "giảm 5–10%"."""
    kind = Measure.ATTAINMENT if fields["kind"] == Measure.ATTAINMENT else Measure.CHANGE
    return printed.compared(kind, _quantity(fields, of), fields.get("base"), language())


def _quantity(fields: Mapping[str, Any], of: Callable[[Any], Decimal]) -> Quantity:
    upper = fields.get("value_to")
    return Quantity(of(fields["value"]), fields.get("unit") or "", _bound(fields), None if upper is None else of(upper))


def based(base: str | None) -> str:
    """In words, what a share is taken of: "cùng kỳ"."""
    return printed.based(base, language())


def against(base: str | None) -> str:
    """In words, what a change is compared with: "so với cùng kỳ"."""
    return printed.against(base, language())


def period(text: str | None) -> str:
    """A period of the exchange form in words; what is not a period is given back as it is.

    2019 → năm 2019 · 2020-Q1 → quý I/2020 · 2020-M9 → 9 tháng đầu năm 2020 · 2016/2020 → giai đoạn 2016–2020
    """
    try:
        return printed.heading(Period.parse(text or ""), language())
    except ValueError:
        return text or ""


def _bound(fields: Mapping[str, Any]) -> Bound:
    return BOUNDS.get(fields.get("bound") or "", Bound.EXACT)


def language() -> str:
    """The language in which the reader is told numbers and names: "vi" or "en"."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"
