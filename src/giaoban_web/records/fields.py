"""Form fields that take what people write: 19.200,5 · quý I/2020 · 12/03/2020."""

import re
from calendar import month_name
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giaoban.model import Period
from giaoban.reference.folding import fold
from giaoban_web.ui import printed

NUMBERS = {
    decimal: re.compile(rf"[-+]?(?:(?:\d+|\d{{1,3}}(?:[{group}]\d{{3}})+)(?:[{decimal}]\d*)?|[{decimal}]\d+)")
    for group, decimal in (".,", ",.")
}
"""A number by the sign that marks its decimals, the other one between thousands."""
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
MONTHS = {fold(name): number for number, name in enumerate(month_name) if name}
YEARS = re.compile(r"(?:giai doan |nhiem ky )?(?P<first>\d{4})\s*[-–/]\s*(?P<last>\d{4})")
WRITTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:ngay )?(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})"), "{y}-{m:02}-{d:02}"),
    (re.compile(r"(?:thang )?(?P<m>\d{1,2})/(?P<y>\d{4})"), "{y}-{m:02}"),
    (re.compile(rf"(?P<d>\d{{1,2}}) (?P<m>{'|'.join(MONTHS)}) (?P<y>\d{{4}})"), "{y}-{m:02}-{d:02}"),
    (re.compile(rf"(?P<m>{'|'.join(MONTHS)}) (?P<y>\d{{4}})"), "{y}-{m:02}"),
    (re.compile(r"(?:quy )(?P<q>i{1,3}|iv|[1-4])\s*(?:/|nam )\s*(?P<y>\d{4})"), "{y}-Q{q}"),
    (re.compile(r"q(?P<q>[1-4]) (?P<y>\d{4})"), "{y}-Q{q}"),
    (re.compile(r"(?:6 thang dau nam |first half of )(?P<y>\d{4})"), "{y}-H1"),
    (re.compile(r"(?:6 thang cuoi nam |second half of )(?P<y>\d{4})"), "{y}-H2"),
    (re.compile(r"(?:first )?(?P<n>\d{1,2}) (?:thang(?: dau nam)?|months of) (?P<y>\d{4})"), "{y}-M{n}"),
    (re.compile(r"(?:nam )?(?P<y>\d{4})"), "{y}"),
)


class NumberField(forms.CharField):
    """A number as the reader's language writes it; gives a JSON number."""

    default_error_messages = {"number": _("This is not a number. Write it as 19,200.5.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 14}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return printed.number(value) if isinstance(value, int | float | Decimal) else value

    def clean(self, value: Any) -> int | float | None:
        try:
            number = read_number(super().clean(value))
        except ValueError:
            raise ValidationError(self.error_messages["number"], code="number") from None
        if number is None:
            return None
        return int(number) if number == number.to_integral_value() else float(number)


class PeriodField(forms.CharField):
    """A day or a span of time in words or in the exchange form; gives the exchange form or None."""

    default_error_messages = {
        "period": _("This is not a period. Write it as 2019, Q1 2020, first half of 2020, 03/2020, 12/03/2020 or 2016–2020."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"autocomplete": "off", "size": 20}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return printed.period(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str | None:
        text = super().clean(value).strip()
        if not text:
            return None
        try:
            return str(Period.parse(read_period(text)))
        except ValueError:
            raise ValidationError(self.error_messages["period"], code="period") from None


def read_number(text: str) -> Decimal | None:
    """The number as the reader's language writes it, its digits kept; None for no text, ValueError for what is no number.

    What only the other language can have written so (19,200.5 in Vietnamese) is read as that does.
    """
    text = re.sub(r"\s", "", text).replace("−", "-")
    if not text:
        return None
    own = ",." if (get_language() or "vi").startswith("en") else ".,"
    for grouping, decimal in (own, own[::-1]):
        if NUMBERS[decimal].fullmatch(text):
            return Decimal(text.replace(grouping, "").replace(decimal, "."))
    raise ValueError(text)


def read_period(text: str) -> str:
    """The exchange form of a period written in words; the words themselves where no form fits."""
    folded = " ".join(fold(text).split())
    if years := YEARS.fullmatch(folded):
        return f"{years['first']}/{years['last']}"
    for form, exchange in WRITTEN:
        if match := form.fullmatch(folded):
            return exchange.format(**{name: _worth(name, value) for name, value in match.groupdict().items()})
    return text


def _worth(name: str, value: str) -> int:
    return ROMAN[value] if name == "q" else MONTHS.get(value) or int(value)
