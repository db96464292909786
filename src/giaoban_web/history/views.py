"""The log as a page: filtered, sorted, taken away."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giaoban_web.history import printed, queries
from giaoban_web.history.forms import Filter
from giaoban_web.history.models import Entry
from giaoban_web.ui.lists import listing
from giaoban_web.ui.sheets import FORMS, sheet

SORTABLE = {"number": ["number"], "by": ["by__name"], "act": ["act"]}


@require_safe
@permission_required("history.view", raise_exception=True)
def entries(request: HttpRequest) -> HttpResponse:
    """The entries that the reader may see."""
    chosen = Filter(request.GET)
    rows = chosen.narrow(queries.visible_to(request.user))
    listed = listing(request, rows, sortable=SORTABLE, default="-number", endless=True)
    if (form := request.GET.get("export")) in FORMS:
        return sheet("nhat-ky", form, _header(), (_row(entry) for entry in listed.rows.iterator(2_000)))
    newest = rows.order_by("-number").values_list("at", flat=True).first()
    return render(request, "history/list.html", {"listing": listed, "form": chosen, "head": queries.head(), "newest": newest})


def _header() -> list[str]:
    return [_("Number"), _("At"), _("By"), _("Act"), _("Subject"), _("Details"), _("Hash")]


def _row(entry: Entry) -> list[object]:
    return [entry.number, entry.at, str(entry.by or ""), _(entry.act), printed.subject(entry), printed.details(entry), entry.hash]
