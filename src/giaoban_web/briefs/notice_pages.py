"""Notices: the list, composing one from a meeting, and the page of one with its draft beside the paper."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from giaoban.brief import Order
from giaoban.brief.notice_paragraphs import numbers
from giaoban.model import Refused
from giaoban.render.layouts import NAMES
from giaoban_web.accounts.queries import may
from giaoban_web.briefs import composing, drafting, notices, recipients
from giaoban_web.briefs.models import ItemKind, Notice, NoticeItem, NoticeVersion
from giaoban_web.briefs.notice_forms import AddForm, ComposeForm, NoticeFilter, short
from giaoban_web.briefs.notice_moves import DRAFTING, EDITABLE, STEPS, NoticeState
from giaoban_web.briefs.notice_paper import paper
from giaoban_web.briefs.notice_words import ORDERS
from giaoban_web.directives import once
from giaoban_web.meetings.models import Meeting
from giaoban_web.meetings.queries import visible_to as meetings_visible_to
from giaoban_web.ui.lists import listing
from giaoban_web.ui.sheets import FORMS, sheet

SORTABLE = {"issued_on": ("issued_on", "number"), "place": ("place__path",), "state": ("state",), "since": ("moved_at",)}
WAITING = 10
"""Meetings without a notice that are offered at once."""


@require_safe
def notices_list(request: HttpRequest) -> HttpResponse:
    """The notices that the person may see, and meetings that still have none; as a sheet where one is asked for."""
    form = NoticeFilter(request.GET)
    found = form.narrow(notices.with_abstracts(notices.visible_to(request.user)))
    shown = listing(request, found, sortable=SORTABLE, default="-since")
    if (asked := request.GET.get("export")) in FORMS:
        return sheet("thong-bao-ket-luan", asked, _header(), (_row(each) for each in shown.rows))
    own = Notice.objects.filter(meeting=OuterRef("pk")).exclude(state=NoticeState.DISCARDED)
    waiting = notices.meetings_to_tell(request.user).filter(~Exists(own))[:WAITING]
    lines = [(each, number_of(each)) for each in shown.page]
    return render(request, "briefs/notices.html", {"listing": shown, "lines": lines, "form": form, "waiting": waiting})


@require_http_methods(["GET", "HEAD", "POST"])
def compose(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Choose layout and order; then a draft is made."""
    meeting = get_object_or_404(meetings_visible_to(request.user), pk=meeting_id)
    if not may(request.user, DRAFTING, meeting.place):
        raise PermissionDenied
    usual = notices.usual(meeting.place)
    first = {"layout": usual.layout, "order": usual.notice.order} if usual else {"layout": notices.fitting(meeting)}
    form = ComposeForm(request.POST if request.method == "POST" else None, initial=first)
    refusal = None
    if form.is_valid():
        try:
            return _composed(request, meeting, form)
        except Refused as refused:
            refusal = refused
    context = {
        "meeting": meeting,
        "form": form,
        "sources": composing.sources(meeting, request.user),
        "untold": _quoted(meeting, request.user),
        once.FIELD: once.new_key(),
        "earlier": notices.with_abstracts(notices.visible_to(request.user)).filter(meeting=meeting),
    }
    status = 409 if refusal else 422 if form.errors else 200
    return render(request, "briefs/notice_compose.html", context | {"refusal": refusal}, status=status)


def _composed(request: HttpRequest, meeting: Meeting, form: ComposeForm) -> HttpResponse:
    """To the draft that was made; to the one that this form made before, where it was sent before."""
    draft = partial(drafting.draft, meeting=meeting, **form.cleaned_data, by=request.user)
    sent = {"key": once.key_of(request.POST), "digest": once.digest_of(request), "stands": _is_editable}
    made = once.once(by=request.user, **sent, make=draft)
    if made.again:
        messages.info(request, _("This form had been sent before. This is the notice that it made; nothing was made twice."))
    else:
        messages.success(request, _("The notice was composed. Read it through, then submit it for approval."))
    return redirect(made.url)


def _is_editable(number: int) -> bool:
    return Notice.objects.filter(pk=number, state__in=EDITABLE).exists()


@require_safe
def notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """One notice: the draft beside the paper, and the steps that this person may take."""
    return page(request, get_object_or_404(notices.visible_to(request.user), pk=notice_id))


def page(request: HttpRequest, found: Notice, status: int = 200, **rest: Any) -> HttpResponse:
    """The page of one notice; `rest` are forms with what is wrong in them."""
    version = notices.current(found)
    items = notices.items_of(version)
    rows = notices.rows(items)
    context = {
        "notice": found,
        "version": version,
        "rows": rows,
        **({} if found.out else before_it_goes_out(found, version, items, rows)),
        "since": [row for row in rows if row.since] if found.out else [],
        "paper": paper(version, items),
        "number": number_of(found),
        "lower_number": _within(found),
        "steps": [(name, STEPS[name]) for name in notices.steps_for(request.user, found)],
        "may_correct": notices.may_correct(request.user, found),
        "corrected": _within(found.corrects) if found.corrects else "",
        "corrections": [(each, _within(each)) for each in found.corrections.filter(pk__in=notices.visible_to(request.user))],
        "layouts": () if found.out else NAMES,
        "files": found.files.defer("data"),
    }
    if context["steps"] or context["may_correct"] or notices.may_issue(request.user, found):
        context["left_behind"] = notices.left_behind(found, items)
        context["gone"] = [] if found.out else notices.gone(items, timezone.localdate())
    if notices.may_edit(request.user, found):
        context |= _editing(request, found, items) | {"untouched": notices.untouched(rows)}
    context["may_issue"] = notices.may_issue(request.user, found)
    return render(request, "briefs/notice.html", context | rest, status=status)


def before_it_goes_out(
    found: Notice, version: NoticeVersion, items: Sequence[NoticeItem], rows: Sequence[notices.Row] = ()
) -> dict[str, Any]:
    """What is to be looked at before it goes out: gaps in its heading, tasks without a lead or overdue at once, who does not get it."""
    warned = [] if found.editable else [row for row in rows or notices.rows(items) if row.warnings]
    return {
        "warned": warned,
        "lacking": notices.lacking(version),
        "gaps": notices.open_gaps(items),
        "without_lead": notices.without_lead(items),
        "unconfirmed": notices.unconfirmed_in(items),
        "unsent": recipients.unsent(version, items),
        "overdue": notices.overdue_at_once(items, timezone.localdate()),
    }


def _within(found: Notice) -> str:
    """Its number as it stands within a sentence."""
    number = number_of(found)
    return number[:1].lower() + number[1:]


def _editing(request: HttpRequest, found: Notice, items: Any) -> dict[str, Any]:
    """What the page shows only to those who may edit the notice."""
    told = {each.mark for each in items}
    said = notices.listed(items)
    numbered = list(zip(said, numbers(said), strict=True))
    return {
        "editing": True,
        "orders": [(each.value, ORDERS[each]) for each in Order],
        "sections": [(each.mark, f"{number} {short(each.text, 50)}") for each, number in numbered if each.kind.value == ItemKind.HEADING],
        "adding": AddForm(paragraphs=numbered),
        "left_out": list(composing.left_out(found.meeting, request.user, told)),
        "untold": _quoted(found.meeting, request.user),
    }


def number_of(found: Notice) -> str:
    """ "Số 12-TB/TU"; empty while it has none. Reads `layout` and `symbol` of the row where `with_abstracts` put them."""
    if not found.number:
        return ""
    if hasattr(found, "layout"):
        return notices.number_in(found.layout, found.number, found.symbol or "")
    return notices.said_number(found, notices.current(found))


def _quoted(meeting: Meeting, user: Any) -> list[tuple[Any, str]]:
    """Confirmed directives without a task, each with its words."""
    found = composing.untold(meeting, user)
    return [(each, composing.line_of(each.record.text[each.standing.start : each.standing.end])) for each in found]


def _header() -> list[str]:
    return [_("Number"), _("Day of issue"), _("Abstract"), _("State"), _("Place"), _("Meeting")]


def _row(each: Any) -> list[object]:
    return [number_of(each), each.issued_on, each.abstract, each.get_state_display(), str(each.place), str(each.meeting)]
