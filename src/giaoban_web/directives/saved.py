"""Lists that a person keeps under a name."""

from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_noop as _

from giaoban.model import Refused
from giaoban_web.directives.models import SavedView
from giaoban_web.directives.register_forms import RegisterFilter
from giaoban_web.history import actions as history

ACTS = (_("view saved"), _("view renamed"), _("view deleted"))
MOST = 50
LONGEST = 1000
NAMES = (*RegisterFilter.base_fields, "sort")


def views_of(user: Any) -> QuerySet[SavedView]:
    """The saved views of a person."""
    return SavedView.objects.filter(user=user)


def kept(query: QueryDict) -> str:
    """What of the query of an address makes the list: filters and sorting in a fixed order, without page or form of export."""
    return urlencode([(name, query[name]) for name in NAMES if query.get(name)])


@transaction.atomic
def save(*, user: Any, name: str, query: str) -> SavedView:
    """Keep a list under a name; one of that name is kept anew. Refused when there are fifty, or the query is too long."""
    text = kept(QueryDict(query))
    if len(text) > LONGEST:
        raise Refused("view-too-long", limit=LONGEST)
    if not views_of(user).filter(name=name).exists() and views_of(user).count() >= MOST:
        raise Refused("views-too-many", limit=MOST)
    view, _new = SavedView.objects.update_or_create(user=user, name=name, defaults={"query": text})
    history.record(view, "view saved", by=user, name=name, query=text)
    return view


@transaction.atomic
def rename(*, view: SavedView, name: str, by: Any) -> SavedView:
    """Another name. Refused where another view of the person has it."""
    if views_of(view.user).filter(name=name).exclude(pk=view.pk).exists():
        raise Refused("view-named-already", name=name)
    before, view.name = view.name, name
    view.save(update_fields=["name"])
    history.record(view, "view renamed", by=by, before=before, name=name)
    return view


@transaction.atomic
def delete(*, view: SavedView, by: Any) -> None:
    """A saved view is let go; the tasks are untouched."""
    history.record(view, "view deleted", by=by, name=view.name, query=view.query)
    view.delete()
