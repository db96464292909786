"""Progress of many tasks on one page: typed there, or brought in a sheet that was filled in elsewhere."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from giaoban.model import Refused
from giaoban_web.directives.progress_many import COLUMNS, MOST, Line, Read, lines, read, row, send
from giaoban_web.records.uploads import too_large
from giaoban_web.ui.numbers import whole
from giaoban_web.ui.sheets import FORMS, sheet

LONGEST = 10_000


@require_http_methods(["GET", "HEAD", "POST"])
def progress_many(request: HttpRequest) -> HttpResponse:
    """The tasks on whose progress one may report, to be filled in; a sheet fills the form, and only sending the form reports."""
    found = lines(request.user)
    if request.method == "POST" and not found:
        return redirect("directives:progress_many")
    if request.method == "POST":
        return _brought(request, found) if "sheet" in request.POST else _sent(request, found)
    if (form := request.GET.get("export", "")) in FORMS:
        return sheet("giaoban-progress", form, [_(each) for each in COLUMNS], map(row, found))
    return _page(request, found)


def _brought(request: HttpRequest, found: list[Line]) -> HttpResponse:
    file = request.FILES.get("file")
    try:
        if large := too_large(request):
            raise large[0][1]
        if file is None:
            raise Refused("progress-sheet-missing")
        told = read(file.read(), found)
    except Refused as refusal:
        return _page(request, found, refusal=refusal, status=422)
    for line in found:
        line.percent, line.text = told.said.get(line.task.pk, ("", ""))
    return _page(request, found, told=told)


def _sent(request: HttpRequest, found: list[Line]) -> HttpResponse:
    seen: dict[int, int] = {}
    for each in request.POST.getlist("row")[:MOST]:
        key, _colon, version = each.partition(":")
        if (number := whole(key)) is not None and (at := whole(version)) is not None:
            seen[number] = at
    for line in found:
        line.percent = request.POST.get(f"percent_{line.task.pk}", "").strip().removesuffix("%").strip()
        line.text = request.POST.get(f"text_{line.task.pk}", "").strip()[:LONGEST]
    wanted = [line for line in found if line.filled and line.task.pk in seen]
    left = list(send(wanted, seen, request.user))
    if count := len(wanted) - len(left):
        told = ngettext("Progress of %(count)d task was reported.", "Progress of %(count)d tasks was reported.", count)
        messages.success(request, told % {"count": count})
    if left:
        refusal = Refused("progress-left", count=len(left))
        kept = {line.task.pk: line for line in left}
        return _page(request, [kept.get(each.task.pk, each) for each in lines(request.user)], refusal=refusal, status=422)
    if not wanted:
        return _page(request, found, refusal=Refused("progress-nothing"), status=422)
    return redirect("directives:progress_many")


def _page(request: HttpRequest, found: list[Line], *, told: Read | None = None, refusal: Refused | None = None, status: int = 200) -> Any:
    context = {"lines": found, "told": told, "refusal": refusal, "most": MOST if len(found) == MOST else 0}
    return render(request, "directives/progress_many.html", context, status=status)
