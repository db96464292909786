"""Small words that templates need everywhere."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from django import template
from django.urls import reverse
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from giaoban.messages import say as say_refused
from giaoban.model import Refused
from giaoban_web.ui import below, printed
from giaoban_web.ui.lists import Listing
from giaoban_web.ui.way_back import page_of

register = template.Library()

STEPS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("overview:home", lambda: _("Desk")),
    ("records:list", lambda: _("Records")),
    ("overview:meetings", lambda: _("Meetings")),
    ("directives:list", lambda: _("Tasks")),
    ("ledger:catalogue", lambda: _("Ledger")),
    ("overview:places", lambda: _("Places")),
)
BESIDE = {"/meetings/": ("/notices/", "/briefs/"), "/directives/": ("/messages/", "/calendar/")}
"""Addresses that belong to a step without standing below it."""


@register.simple_tag(takes_context=True)
def steps(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps of the flow with their addresses, the current one marked."""
    path = context["request"].path_info
    found: list[dict[str, Any]] = [{"name": name(), "url": reverse(view)} for view, name in STEPS]
    for step in found:
        bare = below.bare(step["url"])
        step["current"] = path == "/" if bare == "/" else path.startswith((bare, *BESIDE.get(bare, ())))
    return found


@register.simple_tag(takes_context=True)
def page_now(context: dict[str, Any]) -> str:
    """The address of the page that is shown; of the one from which it was sent where it answers a form."""
    return page_of(context["request"])


@register.simple_tag
def say(refused: Refused) -> str:
    """The sentence of a refusal in the reader's language."""
    return say_refused(refused, get_language() or "vi")


@register.filter
def language_itself(code: str) -> str:
    """The language in its own words, in letters as they are typed: Tiếng Việt, English."""
    name = normalize("NFC", get_language_info(code)["name_local"])
    return name[0].upper() + name[1:]


@register.filter
def number(value: Decimal | float | str | None) -> str:
    """19.200 and 85,7; a dash where there is no number."""
    return "—" if value is None or value == "" else printed.number(value)


@register.filter
def quantity(fields: Mapping[str, Any]) -> str:
    """ "trên 19.200 tỷ đồng" from an observation's fields."""
    return printed.quantity(fields)


@register.filter
def comparison(fields: Mapping[str, Any]) -> str:
    """ "tăng 15,1% so với cùng kỳ" from one of an observation's comparisons."""
    return printed.comparison(fields)


@register.filter
def unit(name: str) -> str:
    """A unit in the reader's language."""
    return printed.unit(name)


@register.filter
def known_as(name: str) -> str:
    """An indicator or a group of them by its name in the reader's language."""
    return printed.named(name)


@register.filter
def period(text: str | None) -> str:
    """ "quý I/2020" from 2020-Q1; nothing where there is no period."""
    return printed.period(text)


@register.inclusion_tag("ui/_header.html")
def header(listing: Listing, column: str, label: str, kind: str = "") -> dict[str, Any]:
    """The heading of a sortable column, as a link that sorts; `kind` "num" for a column of numbers."""
    current = listing.sort.removeprefix("-") == column
    descending = current and listing.sort.startswith("-")
    ordered = ("descending" if descending else "ascending") if current else ""
    address = listing.address(sort=column if descending or not current else f"-{column}")
    return {"label": label, "address": address, "ordered": ordered, "kind": kind}


@register.inclusion_tag("ui/_pager.html")
def pager(listing: Listing) -> dict[str, Any]:
    """Earlier and later pages, and how many rows there are."""
    page = listing.page
    around = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [{"number": each, "address": listing.address(page=each) if isinstance(each, int) else ""} for each in around]
    return {
        "page": page,
        "links": links,
        "earlier": listing.address(page=page.previous_page_number()) if page.has_previous() else "",
        "later": listing.address(page=page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("ui/_export.html")
def export(listing: Listing) -> dict[str, Any]:
    """Links to the whole list, as filtered and sorted, as XLSX and CSV."""
    return {"forms": [{"name": form.upper(), "address": listing.address(export=form)} for form in ("xlsx", "csv")]}


@register.inclusion_tag("ui/_fresh.html")
def fresh(moment: datetime | None) -> dict[str, Any]:
    """The note that says how old the numbers of a page are; None when there are none yet."""
    return {"moment": moment}
