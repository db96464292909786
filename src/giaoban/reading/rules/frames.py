"""The frame in which directives stand, as the text moves on: who asks, who acts, how firmly, by when.

Events in the order of the text set it: somebody speaks, a heading names who is addressed or the period whose tasks follow, a directive
says its own. What a directive does not say itself, it has from the frame.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Force, Found
from giaoban.reading.engine import Page
from giaoban.reading.marks import PeriodMention
from giaoban.reading.rules.speech import Speech
from giaoban.reading.syllables import Syllables

HEADING = 160
"""Code points of the longest heading."""
ADDRESSING = frozenset(("đối", "về", "0", "0.0", "-", "–", "+", "*", "•", "a", "b", "c", "d", "đ", "e"))
ADDRESSED = re.compile(r"(?:[\d.)]+ ?|[-–+•*] ?|[a-zđ]\) ?)?(?:Đối với|Về phía) (?P<who>[^:;]{4,120}?)[:.]?$")
TASKS = re.compile(
    r"(?:[Nn]hiệm vụ|[Pp]hương hướng|[Mm]ục tiêu|[Kk]ế hoạch|[Gg]iải pháp|[Cc]hỉ tiêu|[Bb]ước sang)(?: (?!năm\b|tháng\b|quý\b)\w+){0,5} ?$"
)
FORCES = {
    "order": Force.ORDER,
    "request": Force.REQUEST,
    "praise": Force.REQUEST,
    "say": Force.REQUEST,
    "according": Force.REQUEST,
    "report": Force.PLAN,
}


@dataclass(slots=True)
class Frame:
    """What holds at a place in the text."""

    issuer: str | None = None
    assignee: str | None = None
    force: Force = Force.PLAN
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """At `at` somebody speaks, or a heading says who is addressed or what period is planned."""

    at: int
    speech: Speech | None = None
    addressed: str | None = None
    period: str | None = None


def events(page: Page) -> list[Event]:
    """All events of a text, in order."""
    spoken = [Event(found.span.start, speech=found.what) for found in page.all(Speech)]
    return sorted([*spoken, *_headings(page)], key=lambda event: event.at)


def _headings(page: Page) -> Iterator[Event]:
    for found in page.all(Syllables):
        line, span = found.what, found.span
        if len(span) < HEADING and line.words[0] in ADDRESSING and (match := ADDRESSED.fullmatch(page.text, span.start, span.end)):
            yield Event(span.start, addressed=match["who"])
        if line.words[0] in ("về", "nhiệm", "phương", "mục", "bước", "năm", "trong", "triển", "một", "sang") or len(span) < 120:
            yield from (
                Event(each.span.start, period=_text(each)) for each in page.within(PeriodMention, span) if _planned(page, each, span.start)
            )


def _planned(page: Page, found: Found[PeriodMention], start: int) -> bool:
    return found.what.period is not None and found.span.start - start < 90 and bool(TASKS.search(page.text[start : found.span.start]))


def _text(found: Found[PeriodMention]) -> str | None:
    return found.what.period.text if found.what.period else None


def move(frame: Frame, event: Event) -> None:
    """Let an event change the frame."""
    if event.speech:
        if event.speech.speaker and event.speech.speaker != frame.issuer:
            frame.issuer, frame.assignee = event.speech.speaker, None
        if event.speech.speaker or event.speech.manner in ("order", "request"):
            frame.force = FORCES[event.speech.manner]
    if event.addressed:
        frame.assignee = event.addressed
    if event.period:
        frame.period, frame.force = event.period, Force.PLAN
