"""Whether the text of a notice still says who does a task and by when, after the office has edited it."""

import re
from collections.abc import Iterable
from datetime import date

from giaoban.model import Period
from giaoban.reference.folding import fold

LEAD, DEADLINE = "lead", "deadline"
OPENERS = re.compile(r"^(?:trong|truoc|den|het|cham nhat|muon nhat|hoan thanh|ngay|vao|\s)+\b")
PADDED = re.compile(r"\b0(?=\d)")
AFTER_YEAR = re.compile(r"\s*(?:/|nam)\s*\d{4}$")


def lost(text: str, *, lead: Iterable[str] = (), deadline: str = "", due_on: date | None = None) -> tuple[str, ...]:
    """What the task has and the text no longer says: "lead", "deadline".

    text      of the paragraph, with the headings above it
    lead      every name of the body that leads; none where nobody does
    deadline  as worded; `due_on` the day it means

    >>> lost("Phòng Kinh tế rà soát hồ sơ.", lead=["Phòng Kinh tế"], deadline="trong quý II/2020")
    ('deadline',)
    """
    said = _plain(text)
    names = [_plain(name) for name in lead if name]
    missing = [LEAD] if names and not any(name in said for name in names) else []
    dues = list(_dues(deadline, due_on))
    return tuple(missing + ([DEADLINE] if dues and not any(re.search(rf"\b{re.escape(due)}\b", said) for due in dues) else []))


def _dues(deadline: str, due_on: date | None) -> Iterable[str]:
    """The ways in which the deadline may be said; the year may be left out."""
    if core := OPENERS.sub("", _plain(_in_words(deadline))):
        yield core
        yield AFTER_YEAR.sub("", core)
    if due_on:
        yield f"{due_on.day}/{due_on.month}"
        yield f"{due_on.day} thang {due_on.month}"


def _in_words(deadline: str) -> str:
    """A deadline in exchange form (2020-Q2) as a text has it."""
    try:
        period = Period.parse(deadline)
    except ValueError:
        return deadline
    last = period.end_on
    return f"{last.day}/{last.month}" if period.start_on == last else period.text


def _plain(text: str) -> str:
    return " ".join(PADDED.sub("", fold(text)).split())
