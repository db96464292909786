"""A line in which an indicator is named: of many, the page lists them once, and whoever types finds one without a script."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from giaoban.reference.folding import fold
from giaoban_web.ledger.models import Indicator
from giaoban_web.ledger.queries import indicators
from giaoban_web.ui import printed

WORDS = re.compile(r"\w+")
LIKELY = 5
"""So many are named to somebody who wrote what several bear, or none."""


class IndicatorLine(forms.TextInput):
    """A line for the name, with the list `indicators` of the page beneath it."""

    def __init__(self) -> None:
        super().__init__(attrs={"list": "indicators", "autocomplete": "off", "maxlength": 260})


class IndicatorField(forms.Field):
    """The indicator of that name, with its unit or without, in any letters; or the only one that has the words; or of a key.

    among  those that may be meant, where the caller has them
    """

    widget = IndicatorLine
    default_error_messages = {
        "unknown": _("No indicator has the words “%(name)s”. Type a part of its name and choose one of the list."),
        "several": _("Several indicators have these words: %(likely)s. Write the name in full, or choose one of the list."),
    }

    def __init__(self, *, among: Sequence[Indicator] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.among = among

    def prepare_value(self, value: Any) -> Any:
        return said(value) if isinstance(value, Indicator) else value

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return None
        found = meant(text, list(indicators() if self.among is None else self.among))
        if len(found) == 1:
            return found[0]
        likely = "; ".join(said(each) for each in found[:LIKELY])
        code = "several" if found else "unknown"
        raise ValidationError(self.error_messages[code], code=code, params={"name": text, "likely": likely})

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "")


class KeyField(IndicatorField):
    """As `IndicatorField`, for what keeps the key: gives it, "" for nothing, and shows the name of the key it is given."""

    def prepare_value(self, value: Any) -> Any:
        return next((said(each) for each in self.among or () if each.key == value), value)

    def to_python(self, value: Any) -> str:
        found = super().to_python(value)
        return found.key if found else ""


def said(indicator: Indicator) -> str:
    """Its name with its unit, as the field takes it back."""
    return _with_unit(str(indicator), printed.unit(indicator.unit))


def _with_unit(name: str, unit: str) -> str:
    return f"{name} ({unit})" if unit else name


def _ways(indicator: Indicator) -> set[str]:
    """How it may be named: in the reader's language and in its own, with its unit and without."""
    names, units = {indicator.name, str(indicator)}, {"", indicator.unit, printed.unit(indicator.unit)}
    return {fold(_with_unit(name, unit)) for name in names for unit in units}


def meant(text: str, known: list[Indicator]) -> list[Indicator]:
    """Those of `known` that are meant: the one that is called so, among several the one that is not retired; else all that have every word,
    the last perhaps not typed to its end.
    """
    told = fold(text).strip()
    called = [each for each in known if told in _ways(each) or text.strip() == each.key]
    live = [each for each in called if each.retired_at is None]
    if one := next((found for found in (called, live) if len(found) == 1), None):
        return one
    words = WORDS.findall(told)
    return [each for each in known if any(_has(WORDS.findall(way), words) for way in _ways(each))]


def _has(its: list[str], words: list[str]) -> bool:
    return bool(words) and all(word in its for word in words[:-1]) and any(each.startswith(words[-1]) for each in its)
