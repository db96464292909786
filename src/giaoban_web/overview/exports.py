"""Lists as rows of a sheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from giaoban.model import Topic
from giaoban_web.meetings.models import Meeting
from giaoban_web.overview.found import Figure, figure_in, figures
from giaoban_web.overview.queries import Fact
from giaoban_web.overview.words import SUBJECTS
from giaoban_web.places.models import Place
from giaoban_web.records.models import Kind
from giaoban_web.records.words import TOPICS
from giaoban_web.search.queries import Hit
from giaoban_web.ui.printed import comparison
from giaoban_web.ui.sheets import FORMS, sheet


def asked(request: HttpRequest) -> str:
    """The form of sheet that the address asks for, "" for none."""
    form = request.GET.get("export", "")
    return form if form in FORMS else ""


def facts_sheet(name: str, form: str, facts: Iterable[Fact], request: HttpRequest) -> HttpResponse:
    """The facts with everything known of each, down to who confirmed it and which rule read it."""
    header = [
        _("Kind"), _("Topic"), _("Place"), _("Place code"), _("Indicator"), _("Measure"), _("Bound"), _("Value"), _("Value to"),
        _("Unit of measure"), _("Role of the figure"), _("Period"), _("Comparisons"), _("Issuer"), _("Force"), _("Assignee"), _("Deadline"),
        _("Words of the record"), _("Sentence"), _("Meeting"), _("Record"), _("Decision"), _("Confirmed by"), _("Confirmed at"),
        _("Read by rule"), _("Address"),
    ]  # fmt: skip
    return sheet(name, form, header, (_fact(fact, request) for fact in facts))


def meetings_sheet(name: str, form: str, meetings: Iterable[Meeting], request: HttpRequest) -> HttpResponse:
    """Meetings with how much each brought."""
    header = [
        _("Held on"), _("Title"), _("Place"), _("Place code"), _("Mode"), _("Convener"), _("Reviewed"), _("Chair"),
        _("Offices of the chair"), _("Figures"), _("Shortcomings"), _("Directives"), _("Address"),
    ]  # fmt: skip
    return sheet(name, form, header, _meetings(meetings, request))


def places_sheet(name: str, form: str, places: Iterable[Place], request: HttpRequest) -> HttpResponse:
    """Places with the days on which they are valid."""
    header = [_("Place code"), _("Kind"), _("Place name"), _("Path"), _("Valid from"), _("Valid to"), _("Source"), _("Address")]
    return sheet(name, form, header, (_place(place, request) for place in places))


def hits_sheet(name: str, form: str, hits: Iterable[Hit], request: HttpRequest) -> HttpResponse:
    """What a search found, with what its figures say."""
    header = [
        _("Kind"),
        _("Title"),
        _("Bound"),
        _("Value"),
        _("Value to"),
        _("Unit"),
        _("Period"),
        _("Text"),
        _("Place"),
        _("Date"),
        _("Address"),
    ]
    found = list(hits)
    known = figures(found)
    return sheet(name, form, header, (_hit(hit, figure_in(hit, known), request) for hit in found))


def _fact(fact: Fact, request: HttpRequest) -> list[Any]:
    fields = fact.fields
    return [
        Kind(fact.kind).label, TOPICS[Topic(fact.topic)], str(fact.place), fact.place.code,
        *(fields.get(name) for name in ("indicator", "measure", "bound", "value", "value_to", "unit", "role", "period")),
        "; ".join(comparison(each) for each in fields.get("comparisons") or ()),
        *(fields.get(name) for name in ("issuer", "force", "assignee", "deadline")),
        fact.quote.words, str(fact.quote), fact.on, str(fact.record), fact.decision.get_verdict_display(), str(fact.decision.by),
        fact.decision.at, fact.rule, request.build_absolute_uri(fact.url),
    ]  # fmt: skip


def _meetings(meetings: Iterable[Meeting], request: HttpRequest) -> Iterator[list[Any]]:
    for meeting in meetings:
        yield [
            meeting.held_on, meeting.title, str(meeting.place), meeting.place.code, meeting.get_mode_display(), meeting.convener,
            meeting.reviewed, meeting.chair, "; ".join(meeting.chair_offices), meeting.figures, meeting.shortcomings, meeting.directives,
            request.build_absolute_uri(meeting.get_absolute_url()),
        ]  # fmt: skip


def _place(place: Place, request: HttpRequest) -> list[Any]:
    address = request.build_absolute_uri(place.get_absolute_url())
    return [place.code, place.kind, place.name, place.path, place.valid_from, place.valid_to, place.source, address]


def _hit(hit: Hit, figure: Figure | None, request: HttpRequest) -> list[Any]:
    title, body = ("".join(text for text, _found in pieces) for pieces in (hit.title, hit.body))
    said = [figure.said.get(name) if figure else None for name in ("bound", "value", "value_to", "unit", "period")]
    place = (figure.place if figure else None) or hit.place or ""
    return [str(SUBJECTS.get(hit.kind, "")), title, *said, body, str(place), hit.on, request.build_absolute_uri(hit.url)]
