"""What a person was told, and how she wants to be told."""

from django.conf import settings
from django.contrib import messages as notes
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban_web.directives.queries import visible_to
from giaoban_web.reminders import actions, queries
from giaoban_web.reminders.forms import Filter, PreferenceForm
from giaoban_web.reminders.words import told
from giaoban_web.ui.lists import listing
from giaoban_web.ui.sheets import FORMS, sheet

UNREAD = ExpressionWrapper(Q(read_at=None), output_field=BooleanField())
SORTABLE = {"told": ("unread", "made_at")}


@never_cache
@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    """Her messages, those she has not read first."""
    form = Filter(request.GET)
    rows = form.narrow(queries.messages_of(request.user)).select_related("directive").annotate(unread=UNREAD)
    listed = listing(request, rows, sortable=SORTABLE, default="-told")
    if (asked := request.GET.get("export")) in FORMS:
        lines = ([each.made_at, told(each), each.read_at] for each in listed.rows)
        return sheet("thong-bao", asked, [_("Told"), _("Message"), _("Read at")], lines)
    seen = visible_to(request.user).filter(pk__in={each.directive_id for each in listed.page if each.directive_id})
    context = {
        "seen": set(seen.values_list("pk", flat=True)),
        "listing": listed,
        "form": form,
        "unread": queries.unread(request.user),
        "most": queries.COUNTED,
    }
    return render(request, "reminders/messages.html", context)


@require_POST
def read(request: HttpRequest, message_id: int) -> HttpResponse:
    """One message."""
    found = get_object_or_404(queries.messages_of(request.user), pk=message_id)
    actions.read(messages=queries.messages_of(request.user).filter(pk=found.pk), by=request.user)
    return _back(request)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """All of them."""
    count = actions.read(messages=queries.messages_of(request.user), by=request.user)
    notes.success(request, ngettext("%(count)s message marked as read.", "%(count)s messages marked as read.", count) % {"count": count})
    return redirect("reminders:messages")


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """Whether she gets the letter of the day."""
    now = {"by_mail": queries.wants_mail(request.user)}
    form = PreferenceForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_valid():
        actions.prefer(person=request.user, by_mail=form.cleaned_data["by_mail"])
        notes.success(request, _("It was kept."))
        return redirect("reminders:preferences")
    return render(request, "reminders/preferences.html", {"form": form, "letters": bool(settings.EMAIL_HOST)})


def _back(request: HttpRequest) -> HttpResponse:
    """To the page of the list that it was sent from."""
    to = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(to, allowed_hosts=None) and to.startswith("/"):
        return redirect(to)
    return redirect("reminders:messages")
