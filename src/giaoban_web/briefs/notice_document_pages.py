"""Versions of a notice: what changed between two, any of them as a paper, and an edited paper brought back."""

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban import documents
from giaoban.brief.changes import Change, changed, taken
from giaoban.brief.changes import compare as compared
from giaoban.brief.notice_levels import shown
from giaoban.brief.notice_paragraphs import Kind, Paragraph
from giaoban.model import Refused
from giaoban.render.layouts import NAMES, layout
from giaoban_web.briefs import drafting, notice_heading_back, notice_papers, notices
from giaoban_web.briefs.models import Notice, NoticeVersion
from giaoban_web.briefs.notice_editing_pages import editable, seen
from giaoban_web.briefs.notice_forms import LARGEST, DocumentForm
from giaoban_web.briefs.notice_words import DID, LAYOUTS, PARTS
from giaoban_web.ui.numbers import whole


@require_safe
def paper(request: HttpRequest, notice_id: int, version_number: int, layout_name: str, paper: str) -> HttpResponse:
    """Any version that is a draft, in either layout; the one that went out only as it went out."""
    found = _found(request, notice_id)
    version = _version(request, found, version_number)
    if layout_name not in NAMES or paper not in notice_papers.MEDIA:
        raise Http404
    if found.out and version.number == found.version:
        if layout_name != version.layout:
            raise Refused("notice-paper-not-issued", layout=LAYOUTS[version.layout])
        return _as_issued(found, paper)
    name = notice_papers.name_of(version, layout_name)
    return notice_papers.answer(notice_papers.drawn(version, paper, layout_name), paper, name)


@require_safe
def kept(request: HttpRequest, issued_id: int, paper: str) -> HttpResponse:
    """The paper as it went out."""
    return _as_issued(_found(request, issued_id), paper)


def _as_issued(found: Notice, paper: str) -> HttpResponse:
    """The same bytes every time; refused where they no longer match their hash."""
    file = get_object_or_404(found.files, paper=paper)
    data = bytes(file.data)
    if sha256(data).hexdigest() != file.sha256:
        raise Refused("notice-file-damaged")
    return notice_papers.answer(data, paper, notice_papers.name_of(notices.current(found)))


@require_safe
def history(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Every version, and what changed between two of them: the last two unless others are asked for."""
    found = _found(request, notice_id)
    versions = list(_versions(request, found).select_related("by").order_by("-number"))
    if not versions:
        raise Http404
    old = _asked(request, "from", versions, versions[min(1, len(versions) - 1)])
    new = _asked(request, "to", versions, versions[0])
    sides = [notices.listed(notices.items_of(each)) for each in (old, new)]
    changes = changed(compared(*sides))
    context = {"notice": found, "versions": versions, "old": old, "new": new, "changes": _told(changes), "heads": _heads(old, new)}
    return render(request, "briefs/notice_history.html", context | {"layouts": NAMES})


@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Say what was changed in an uploaded DOCX, to choose what is taken over; nothing is kept."""
    found = editable(request, notice_id)
    version = notices.current(found)
    form = DocumentForm(request.POST or None, request.FILES or None, initial={"layout": version.layout})
    context: dict[str, Any] = {"notice": found, "form": form, "version": version}
    if not form.is_valid():
        return render(request, "briefs/notice_compare.html", context, status=422 if form.errors else 200)
    data = form.cleaned_data["document"].read()
    try:
        edited, made = _read(data, form, version)
    except Refused as refusal:
        return render(request, "briefs/notice_compare.html", context | {"refusal": refusal}, status=409)
    every = compared(_plain(version), edited)
    choices = [(at, told) for at, (each, told) in enumerate(zip(every, _told(every), strict=True)) if _offered(each)]
    context |= notice_heading_back.compared(data, version, made)
    context |= {"levels": _levels(data, version)}
    context |= {"made": LAYOUTS[made] if made != form.cleaned_data["layout"] else ""}
    context |= {"choices": choices, "read": True, "edited": _packed(edited), "document": sha256(data).hexdigest()}
    return render(request, "briefs/notice_compare.html", context)


@require_POST
def take_over(request: HttpRequest, notice_id: int) -> HttpResponse:
    """The chosen changes as a new version."""
    found = editable(request, notice_id)
    version = notices.current(found)
    plain = _plain(version)
    every = compared(plain, _unpacked(request.POST.get("edited", ""), plain))
    chosen = {number for each in request.POST.getlist("take") if (number := whole(each)) is not None}
    said = _as_written(taken(plain, every, chosen), version)
    heading = notice_heading_back.chosen(request.POST.get("headed", ""), request.POST.getlist("head"), version)
    document = request.POST.get("document", "")[:64]
    drafting.take_over(notice=found, listed=said, heading=heading, seen=seen(request), by=request.user, sha256=document)
    messages.success(request, _("The chosen changes were taken over as a new version."))
    return redirect(found)


def _offered(change: Change) -> bool:
    """Whether a change can be taken over: abstract and closing are never left out."""
    needed = change.before is not None and change.before.kind in drafting.NEEDED and change.after is None
    return bool(changed([change])) and not needed


def _read(data: bytes, form: DocumentForm, version: NoticeVersion) -> tuple[tuple[Paragraph, ...], str]:
    """The paragraphs of the document, and its layout: the one that it prints, else the one that was chosen.

    Refused where it is too large, marked secret or no DOCX.
    """
    from giaoban.render.notice_around import made_in
    from giaoban.render.notice_reading import read

    if len(data) > LARGEST:
        raise Refused("too-big", megabytes=-(-len(data) // 2**20), limit=LARGEST // 2**20)
    made = notices.paper_of(version, notices.items_of(version))
    documents.read(data, form.cleaned_data["document"].name)
    name = made_in(data) or form.cleaned_data["layout"]
    return read(data, made, layout(name)), name


def _plain(version: NoticeVersion) -> tuple[Paragraph, ...]:
    """The paragraphs of a version as a document brings them back."""
    return tuple(replace(each, text=" ".join(each.text.split())) for each in notices.listed(notices.items_of(version)))


def _as_written(said: Sequence[Paragraph], version: NoticeVersion) -> list[Paragraph]:
    """What nobody changed as the version has it, spaces and all; a new paragraph without a mark."""
    items = {each.mark: each.text for each in notices.items_of(version)}
    found = []
    for each in said:
        old = items.get(each.mark)
        same = old is not None and " ".join(old.split()) == each.text
        found.append(replace(each, text=old if same and old else each.text, mark=each.mark if old is not None else ""))
    return found


def _packed(said: Sequence[Paragraph]) -> str:
    return json.dumps([[each.mark, each.text] for each in said], ensure_ascii=False)


def _unpacked(text: str, plain: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """What `_packed` sent along; a paragraph whose mark the version does not know is a new text, whatever it says it is."""
    known = {each.mark: each for each in plain}
    try:
        listed = [(str(mark), " ".join(str(words).split())) for mark, words in json.loads(text)]
    except (ValueError, TypeError) as error:
        raise Refused("paragraph-not-there") from error
    found = (replace(known[mark], text=words) if mark in known else Paragraph("", Kind.TEXT, words) for mark, words in listed if words)
    return tuple(found)


def _levels(data: bytes, version: NoticeVersion) -> list[tuple[str, str, str]]:
    """Paragraphs that stand on another level of the list: the level before and now, and the words."""
    from giaoban.render.notice_levels import relevelled

    found = relevelled(data, notices.paper_of(version, notices.items_of(version)))
    return [(_level(each.was), _level(each.now), each.text) for each in found]


def _level(level: int | None) -> str:
    return _("outside the list") if level is None else shown(level)


def _told(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """Changes as the page shows them."""
    return [{"change": each, "did": DID[each.did], "pieces": each.pieces} for each in changes]


def _heads(old: NoticeVersion, new: NoticeVersion) -> list[tuple[Any, str, str]]:
    """Parts of the heading that are not the same, with both."""
    parts = [(PARTS[name], _line(old.heading.get(name)), _line(new.heading.get(name))) for name in PARTS]
    parts.append((_("Layout"), str(LAYOUTS[old.layout]), str(LAYOUTS[new.layout])))
    return [each for each in parts if each[1] != each[2]]


def _line(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value or "")


def _asked(request: HttpRequest, name: str, versions: Sequence[NoticeVersion], usual: NoticeVersion) -> NoticeVersion:
    wanted = whole(request.GET.get(name))
    return next((each for each in versions if each.number == wanted), usual)


def _found(request: HttpRequest, notice_id: int) -> Notice:
    return get_object_or_404(notices.visible_to(request.user), pk=notice_id)


def _versions(request: HttpRequest, found: Notice) -> Any:
    """Earlier versions are drafts: only who drafts or approves sees them; everybody else the one that went out."""
    return found.versions.all() if notices.may_see_drafts(request.user, found) else found.versions.filter(number=found.version)


def _version(request: HttpRequest, found: Notice, number: int) -> NoticeVersion:
    return get_object_or_404(_versions(request, found).select_related("notice"), number=number)
