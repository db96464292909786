"""The page of one task; a piece of its evidence, opened."""

from typing import Any

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from giaoban_web.accounts.queries import may
from giaoban_web.directives.evidence import look
from giaoban_web.directives.forms_moves import MoveForm
from giaoban_web.directives.models import Directive, Evidence, EvidenceFile, EvidenceKind
from giaoban_web.directives.queries import visible_to, whole
from giaoban_web.directives.task_sheet import sheet
from giaoban_web.directives.whole_file import whole_file
from giaoban_web.records.originals import SANDBOX


@require_safe
def directive(request: HttpRequest, directive_id: int) -> HttpResponse:
    """One task with all that happened to it and the moves that this person may make."""
    return show(request, found(request, directive_id))


@require_safe
@csp_update(SANDBOX)
def file(request: HttpRequest, directive_id: int) -> HttpResponse:
    """Everything about one task as one file, to be saved."""
    shown = found(request, directive_id)
    response = HttpResponse(whole_file(shown, request.user, timezone.localdate()), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="giaoban-task-{shown.pk}.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """A piece, opened: who did is noted, since whoever accepts must have looked. An address alone opens nothing and leads to the task."""
    piece = get_object_or_404(
        Evidence.objects.select_related("directive__place", "place", "record__place").defer("record__text", "record__blocks"),
        pk=evidence_id,
    )
    found(request, piece.directive_id)
    if request.method != "POST":
        return redirect(f"{reverse('directives:directive', args=[piece.directive_id])}#evidence-{piece.pk}")
    answer = OPENED[EvidenceKind(piece.kind)](request, piece)
    look(evidence=piece, by=request.user)
    return answer


def found(request: HttpRequest, directive_id: int) -> Directive:
    """The task, if the person may see it."""
    return get_object_or_404(whole(visible_to(request.user)), pk=directive_id)


def show(request: HttpRequest, shown: Directive, status: int = 200, sent: MoveForm | None = None) -> HttpResponse:
    """The page of a task; `sent` is the form of a move that has to be put right."""
    context = sheet(request.user, shown, timezone.localdate())
    if sent is not None:
        context["forms"] = [sent if each.move.name == sent.move.name else each for each in context["forms"]]
    return render(request, "directives/directive.html", context | {"sent": sent}, status=status)


@csp_update(SANDBOX)
def _file(_request: HttpRequest, piece: Evidence) -> HttpResponse:
    """Its bytes to be saved, never shown within the site."""
    kept = get_object_or_404(EvidenceFile, pk=piece.pk)
    response = HttpResponse(bytes(kept.data), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=piece.label)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _told(request: HttpRequest, piece: Evidence) -> HttpResponse:
    """What was brought; of a link the address in full, to be followed by a click: nobody is sent away unseen."""
    return render(request, "directives/piece.html", {"piece": piece})


def _observation(request: HttpRequest, piece: Evidence) -> HttpResponse:
    if not may(request.user, "ledger.view", piece.place):
        return _told(request, piece)
    return redirect("ledger:cell", piece.place_id, piece.line_id, piece.period_id)


def _document(request: HttpRequest, piece: Evidence) -> HttpResponse:
    if piece.record is None or not may(request.user, "records.view", piece.record.place):
        return _told(request, piece)
    return redirect("records:confirm", piece.record_id)


OPENED: dict[EvidenceKind, Any] = {
    EvidenceKind.FILE: _file,
    EvidenceKind.LINK: _told,
    EvidenceKind.OBSERVATION: _observation,
    EvidenceKind.DOCUMENT: _document,
}
