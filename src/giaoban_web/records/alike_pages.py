"""The page on which what was put right in one find is put right in the others that were read alike."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from giaoban.model import Refused
from giaoban_web.records import amending, strokes
from giaoban_web.records.alike import PARAGRAPH, RECORD, SECTION, SHARED, Alike, alike_of, shown
from giaoban_web.records.blocks import unpack
from giaoban_web.records.cards import Card, cards
from giaoban_web.records.confirming import FindFilter
from giaoban_web.records.desk import find_to_decide
from giaoban_web.records.models import Find
from giaoban_web.records.standing import standing
from giaoban_web.ui.numbers import whole

SCOPES = (RECORD, SECTION, PARAGRAPH)
SHORT = 3
"""Finds left as they were that are named."""


@require_http_methods(["GET", "HEAD", "POST"])
def alike(request: HttpRequest, record_id: int, corrected_id: int, name: str) -> HttpResponse:
    """Who else says what this find said: all listed with what they would say; those ticked are changed at once."""
    find = find_to_decide(request, record_id, corrected_id)
    if name not in SHARED.get(standing(find).kind, ()):
        raise Http404
    same = alike_of(find, name)
    if same is None:
        messages.info(request, _("No find that waits was read like that any more."))
        return redirect(_back(request, find))
    if request.method != "POST":
        return _page(request, same)
    if whole(request.POST.get("seen")) != standing(find).number:
        return _page(request, same, Refused("alike-source-changed", value=same.now), 409)
    done = amending.amend(record=find.record, wishes=_wishes(request, same), by=request.user)
    strokes.keep(request, find.record_id, [], done.changed, done.number)
    tell(request, done)
    return redirect(desk(request, find))


def ticked(request: HttpRequest) -> dict[int, int]:
    """The finds chosen on a page, each with the number of the last decision that was seen there."""
    pairs = (each.partition("-")[::2] for each in request.POST.getlist("find"))
    return {key: seen for find, number in pairs if (key := whole(find)) is not None and (seen := whole(number)) is not None}


def tell(request: HttpRequest, done: amending.Amendment) -> None:
    """Say how many were changed, and which were left."""
    count = len(done.changed)
    said = ngettext(
        "%(count)d find was changed; it still waits to be confirmed.",
        "%(count)d finds were changed; they still wait to be confirmed.",
        count,
    )
    messages.success(request, said % {"count": count}) if count else messages.warning(request, _("Nothing was changed."))
    if done.left:
        named = ", ".join(f"“{_name(each)}”" for each in done.left[:SHORT]) + ("…" if len(done.left) > SHORT else "")
        left = ngettext(
            "%(count)d was decided meanwhile and left as it is: %(names)s",
            "%(count)d were decided meanwhile and left as they are: %(names)s",
            len(done.left),
        )
        messages.warning(request, left % {"count": len(done.left), "names": named})


def _wishes(request: HttpRequest, same: Alike) -> dict[int, amending.Wish]:
    return {key: amending.Wish(seen, {same.name: same.value}) for key, seen in ticked(request).items()}


def _name(find: Find) -> str:
    return cards(find.record, [find])[0].title[:60]


def _page(request: HttpRequest, same: Alike, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    find, record = same.find, same.find.record
    blocks = unpack(record.blocks)
    scope = request.GET.get("within") if request.GET.get("within") in SCOPES else RECORD
    others = same.within(blocks, scope)
    context = {
        "record": record,
        "same": same,
        "card": cards(record, [find], blocks)[0],
        "scopes": _scopes(same, blocks),
        "scope": scope,
        "rows": [_row(same.name, each) for each in cards(record, others, blocks)],
        "seen": standing(find).number,
        "address": FindFilter(request.GET).address(),
        "back": _back(request, find),
        "refusal": refusal,
    }
    return render(request, "records/alike.html", context, status=status)


def _scopes(same: Alike, blocks: list[Any]) -> list[tuple[str, str, int]]:
    """The stretches of text to choose among, those left out that hold as many as a wider one, or none."""
    called = {RECORD: _("the whole text"), SECTION: _("this section"), PARAGRAPH: _("this paragraph")}
    counts = {scope: len(same.within(blocks, scope)) for scope in SCOPES}
    return [
        (scope, called[scope], count)
        for scope, count in counts.items()
        if count and list(counts.values()).index(count) == SCOPES.index(scope)
    ]


def _row(name: str, each: Card) -> dict[str, Any]:
    return {"card": each, "before": shown(name, each.now.fields.get(name)), "tick": f"{each.id}-{each.now.number}"}


def desk(request: HttpRequest, find: Find) -> str:
    """The screen of the record from its top, where it is said what was done and how it is taken back."""
    return reverse("records:confirm", args=[find.record_id]) + FindFilter(request.GET).address()


def _back(request: HttpRequest, find: Find) -> str:
    return f"{desk(request, find)}#find-{find.pk}"
