"""The place under which a record is filed, as a page lets it be chosen: of hundreds those that a name means."""

from typing import Any

from django.http import HttpRequest

from giaoban_web.accounts.queries import OFFERED, offered
from giaoban_web.records.queries import places_to_file_under


def choice(request: HttpRequest, chosen: str = "") -> dict[str, Any]:
    """For a template: the `places` to choose from, the one `chosen`, what was `sought`, and whether there are too `many` to look through.

    chosen  its key, "" for none. Who seeks another by its name is no longer held to it; a sole place needs no choice.
    """
    sought = request.GET.get("place_like", "").strip()
    places = offered(places_to_file_under(request.user), sought, "" if sought else chosen)
    sole = str(places[0].pk) if len(places) == 1 else ""
    return {
        "places": places,
        "chosen": sole or ("" if sought else chosen),
        "sought": sought,
        "many": bool(sought) or len(places) >= OFFERED,
    }
