"""Figures of the ledger: what stands, in any form that other systems read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest
from ninja import Query, Router

from giaoban.exchange.figures import Figure
from giaoban.exchange.formats import FORMATS
from giaoban.messages.printed import name
from giaoban_web.api.errors import DECLARED, files
from giaoban_web.api.schemas import CODE
from giaoban_web.ledger.export_pages import streamed
from giaoban_web.ledger.exporting import Selection, selected
from giaoban_web.ui.printed import language

router = Router(tags=["ledger"])
FORM = Query("json", description="The form of the answer; the fields are those of an exported file.")
KNOWN_ON = Query(None, description="As it was known at the end of that day: 2020-03-12.")
Form = Literal["json", "csv", "xlsx", "sdmx-csv", "dhis2", "iati", "parquet"]


@router.get(
    "/figures",
    response={200: list[dict[str, str]] | dict[str, Any], **DECLARED},
    operation_id="get_figures",
    openapi_extra=files(*(each.media_type for each in FORMATS.values() if "json" not in each.media_type)),
)
def get_figures(
    request: HttpRequest,
    place: str = Query("", pattern=CODE, description="Code of a place: itself and what lies in it."),
    indicator: str = Query("", description="Key of an indicator."),
    period: str = Query("", description="2019, 2020-Q1, 2020-M9 …"),
    known_on: date | None = KNOWN_ON,
    form: Form = FORM,
) -> Any:
    """The figures that stand, with unit, bound, status and source, of the places you see; sent while they are read."""
    return streamed(_named(selected(request.auth, Selection(place, indicator, period, known_on), form), language()), form)


def _named(figures: Iterator[Figure], language: str) -> Iterator[Figure]:
    """The figures with their indicators by their names in that language."""
    if language == settings.LANGUAGE_CODE:
        return figures
    return (replace(each, indicator_name=name(each.indicator_name, language)) for each in figures)
