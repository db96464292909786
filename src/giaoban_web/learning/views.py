"""Where learning stands: which weights are in use, since when, learned from what, and how each part fared; and the way back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoban.model import Refused
from giaoban.reading.learning import calibrating
from giaoban.reading.learning.lessons import ASKED, CASES
from giaoban.reading.learning.measuring import CHANCE
from giaoban.reading.weights import shipped_stamp
from giaoban_web.learning import actions
from giaoban_web.learning.models import Lesson
from giaoban_web.learning.queries import bands, calibrated, confidence_in_use, fared, parts_in_use
from giaoban_web.learning.words import KINDS, PARTS
from giaoban_web.ui.lists import listing

keepers = permission_required(actions.KEEP, raise_exception=True)


@require_safe
@keepers
def state(request: HttpRequest) -> HttpResponse:
    """Where learning stands, for whoever keeps a ledger or people anywhere."""
    return _state(request)


@require_POST
@keepers
def back(request: HttpRequest) -> HttpResponse:
    """Takes the weights in use back; refused where others have come into use since the page was shown."""
    try:
        left = actions.take_back(by=request.user, seen=request.POST.get("seen", ""))
    except Refused as refused:
        return _state(request, refused)
    messages.success(request, _("The weights %(stamp)s are no longer used.") % {"stamp": left.stamp})
    return redirect("learning:state")


def _state(request: HttpRequest, refusal: Refused | None = None) -> HttpResponse:
    used = Lesson.objects.standing().first()
    context = {
        "used": used,
        "old_base": bool(used and used.base != shipped_stamp()),
        "parts": [
            *({"name": PARTS[part], "lesson": lesson} for part, lesson in parts_in_use().items()),
            *({"name": _confidence_of(kind), "lesson": lesson} for kind, lesson in confidence_in_use().items()),
        ],
        "last": _told(Lesson.objects.first()),
        "listing": listing(request, Lesson.objects.all(), sortable={"learned": ("pk",)}, default="-learned", size=20),
        "needed": {"cases": CASES, "asked": ASKED, "chance": round(100 * CHANCE)},
        "drawn": {"finds": calibrating.FINDS, "records": calibrating.RECORDS, "asked": calibrating.ASKED},
        "refusal": refusal,
    }
    return render(request, "learning/state.html", context, status=409 if refusal else 200)


def _confidence_of(kind: str) -> str:
    return _("Confidence: %(kind)s") % {"kind": KINDS[kind]}


def _told(lesson: Lesson | None) -> dict[str, Any] | None:
    """A lesson with its parts in words: scores in percent, one decimal."""
    if lesson is None:
        return None
    rows = [
        {
            "name": PARTS[each.part],
            "fared": each,
            "before": _percent(each.before.share),
            "after": _percent(each.after.share),
            "chance": None if each.chance is None else _percent(each.chance),
        }
        for each in fared(lesson)
    ]
    return {"lesson": lesson, "rows": rows, "sure": _sure(lesson)}


def _sure(lesson: Lesson) -> dict[str, Any]:
    """How sure finds were shown to be, and are: errors in percent by kind, and the share right by what is shown."""
    told = calibrated(lesson)
    kinds = [
        {"name": KINDS[each.kind], "told": each, "before": _percent(each.before.error), "after": _percent(each.after.error)}
        for each in told
    ]
    rows = [
        {
            "band": each,
            "before": None if each.right_before is None else _percent(each.right_before),
            "after": None if each.right_after is None else _percent(each.right_after),
        }
        for each in bands(told)
    ]
    return {"kinds": kinds, "bands": rows}


def _percent(share: float) -> float:
    return round(100 * share, 1)
