"""Fields that every app's forms need."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any
from unicodedata import normalize

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from giaoban.typed import YEARS
from giaoban_web.ui.numbers import DIGITS


class DayField(forms.DateField):
    """A day as 12/03/2020 or 2020-03-12; also with points, commas, dashes or blanks, in figures alone (12032020), or with its words
    (ngày 12 tháng 3 năm 2020).

    The keys that a phone offers for figures have no stroke, and no browser shows its own picker of days alike: so it is typed.
    """

    default_error_messages = {
        "invalid": _("Write day, month and year: 12/03/2020 (or 12032020)."),
        "yearless": _("%(day)s/%(month)s has no year. Write the whole day: %(likely)s."),
        "missing": _("Month %(month)s/%(year)s has no day %(day)s. Put the day right."),
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"placeholder": _("day/month/year"), "size": 13, "inputmode": "numeric", "autocomplete": "off"}
        super().__init__(input_formats=DAYS, widget=forms.DateInput(format="%d/%m/%Y", attrs=attrs), **kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day. Refused beside a day that there is not: a year that nobody means (before 1900, after 2100), and none at all.

        Which year a day without one means is not guessed: the last such day and the next one are offered.
        """
        parts = PARTS.findall(WORDS.sub(" ", normalize("NFC", value))) if isinstance(value, str) else []
        if missing := _missing(parts):
            raise forms.ValidationError(self.error_messages["missing"], code="missing", params=missing)
        if yearless := _yearless(parts, timezone.localdate()):
            raise forms.ValidationError(self.error_messages["yearless"], code="yearless", params=yearless)
        found = super().to_python("/".join(parts) if isinstance(value, str) else value)
        if found and not YEARS[0] <= found.year <= YEARS[1]:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return found


DAYS = ["%d/%m/%Y", "%Y/%m/%d", "%d/%m/%y", "%d%m%Y"]
PARTS = re.compile(r"[^\s./,-]+")
WORDS = re.compile(r"\b(?:ngày|tháng|năm)\b", re.IGNORECASE)
WRITTEN = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})|(?P<first>\d{4})/(?P<second>\d{1,2})/(?P<third>\d{1,2})")
ALONE = re.compile(r"(\d\d)(\d\d)(\d{4})")
YEARLESS = re.compile(r"(\d{1,2})/(\d{1,2})")
LEAP = 8
"""Within so many years there is every day of the calendar."""


def _missing(parts: Sequence[str]) -> dict[str, int] | None:
    """Day, month and year of a day that its month does not have (31/02/2026); None for any other."""
    found = WRITTEN.fullmatch(ALONE.sub(r"\1/\2/\3", "/".join(parts)))
    if found is None:
        return None
    day, month, year = (int(found[name] or found[other]) for name, other in (("day", "third"), ("month", "second"), ("year", "first")))
    known = 1 <= month <= 12 and YEARS[0] <= year <= YEARS[1]
    return {"day": day, "month": month, "year": year} if known and monthrange(year, month)[1] < day <= 31 else None


def _yearless(parts: Sequence[str], today: date) -> dict[str, Any] | None:
    """Day and month typed without a year, with the days they may mean, the last one and the next; None for anything else."""
    found = YEARLESS.fullmatch("/".join(parts))
    if found is None:
        return None
    day, month = int(found[1]), int(found[2])
    years = [year for year in range(today.year - LEAP, today.year + LEAP + 1) if _is_day(year, month, day)]
    days = [date(year, month, day) for year in years]
    near = [*[each for each in days if each < today][-1:], *[each for each in days if each >= today][:1]]
    likely = gettext(" or ").join(f"{each:%d/%m/%Y}" for each in near)
    return {"day": found[1], "month": found[2], "likely": likely} if near else None


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


class WordsField(forms.CharField):
    """Words of a person, to `most` characters. What is longer is told and stays as it was typed: a limit in the page would cut it off."""

    def __init__(self, *, most: int = 4000, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.validators.append(MaxLengthValidator(most, TOO_LONG))


TOO_LONG = _("At most %(limit_value)s characters fit here; these are %(show_value)s. Shorten the text or divide it: nothing was cut off.")


class RowField(forms.IntegerField):
    """The key of a row, which the page sends by itself; larger than any database holds it is none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.HiddenInput, min_value=0, max_value=10**DIGITS - 1, **kwargs)


class PercentField(forms.IntegerField):
    """A whole number from 0 to 100, with or without its sign: "60", "60 %".

    Typed as text: a browser drops without a word what its own field for numbers does not take.
    """

    default_error_messages = dict.fromkeys(("invalid", "min_value", "max_value"), _("A percentage is a whole number from 0 to 100."))

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"size": 5, "inputmode": "numeric", "autocomplete": "off"}
        super().__init__(min_value=0, max_value=100, widget=forms.TextInput(attrs=attrs), **kwargs)

    def to_python(self, value: Any) -> int | None:
        return super().to_python(value.strip().removesuffix("%").rstrip() if isinstance(value, str) else value)
