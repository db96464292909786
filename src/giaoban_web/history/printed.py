"""An entry in words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.apps import apps
from django.utils.formats import date_format
from django.utils.translation import gettext, override, pgettext

from giaoban_web.history.models import Entry

SAID_BY_THE_ACT = frozenset({"move", "seal", "row", "register"})
"""Names whose value only repeats what was done, or proves it to a machine."""
NOTHING: tuple[Any, ...] = (None, "", {}, [])
TOLD: dict[str, Callable[[Mapping[str, Any]], str]] = {}
"""How an app tells what it notes under a name, where that is more than a word."""


def kind(subject_type: str) -> str:
    """The kind of thing in the reader's language; the bare type where the model is gone."""
    try:
        return gettext(str(apps.get_model(subject_type)._meta.verbose_name))
    except (LookupError, ValueError):
        return subject_type


def subject(entry: Entry) -> str:
    """What the entry is about: the kind of thing, and its number."""
    return f"{kind(entry.subject_type)} {entry.subject_id}"


def details(entry: Entry) -> str:
    """What else was noted, name by name, without what is empty or said already."""
    return " · ".join(_pairs(entry.details))


def _pairs(noted: Mapping[str, Any]) -> Iterator[str]:
    for name, value in noted.items():
        if name not in SAID_BY_THE_ACT and value not in NOTHING:
            yield f"{_name(name)}: {_told(name, value)}"


def _told(name: str, value: Any) -> str:
    """What older versions noted in another form is told plainly."""
    if name in TOLD and isinstance(value, dict):
        try:
            return f"({TOLD[name](value)})"
        except (KeyError, TypeError, ValueError):
            pass
    return _value(value)


def _name(name: str) -> str:
    """The word that the log uses for it, else the usual translation."""
    return _word(name) if _word(name) != name else gettext(name).replace("_", " ")


def _value(value: Any) -> str:
    match value:
        case bool():
            return pgettext("log", "yes") if value else pgettext("log", "no")
        case dict():
            return f"({'; '.join(_pairs(value))})"
        case list():
            return ", ".join(_value(each) for each in value)
        case str():
            return _day(value) or _word(value)
    return "—" if value is None else str(value)


def _word(text: str) -> str:
    """The word that the log uses; that of a language without one of its own is the code as words, where it is known to be a code."""
    word = pgettext("log", text) if text else text
    if word == text and "_" in text:
        with override("vi"):
            return text.replace("_", " ") if pgettext("log", text) != text else text
    return word


def _day(text: str) -> str:
    """A day as people write it; empty for what is none."""
    try:
        return date_format(date.fromisoformat(text), "SHORT_DATE_FORMAT") if len(text) == len("2020-03-12") else ""
    except ValueError:
        return ""
