"""The page that takes figures away, in any form that other systems read."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from giaoban.exchange.formats import FORMATS
from giaoban.model import Refused
from giaoban_web.accounts.queries import places_of
from giaoban_web.ledger.exporting import Selection, selected, written
from giaoban_web.ledger.indicator_fields import IndicatorField
from giaoban_web.ledger.models import Indicator
from giaoban_web.records.fields import PeriodField
from giaoban_web.ui.fields import DayField

LABELS = {"sdmx-csv": "SDMX-CSV 2.0", "dhis2": "DHIS2 (JSON)", "iati": "IATI 2.03", "parquet": "Parquet"}


class ExportForm(forms.Form):
    """Which figures, and in which form."""

    place = forms.CharField(label=_("Within the place of code"), required=False, max_length=10)
    indicator = IndicatorField(label=_("Indicator"), required=False, help_text=_("Type a part of its name. Left empty, all of them."))
    period = PeriodField(label=_("Period"), required=False)
    known_on = DayField(label=_("As known on"), required=False)
    form = forms.ChoiceField(label=_("Form"), required=False, choices=[(name, LABELS.get(name, name.upper())) for name in FORMATS])

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._user = user
        self.fields["indicator"].among = Indicator.objects.all()

    def clean_place(self) -> str:
        code: str = self.cleaned_data["place"].strip()
        if code and not places_of(self._user, "ledger.view").filter(code=code).exists():
            raise forms.ValidationError(_("You see no place with this code."), code="place")
        return code

    def selection(self) -> Selection:
        told = self.cleaned_data
        key = told["indicator"].key if told["indicator"] else ""
        return Selection(told["place"], key, told["period"] or "", told["known_on"])


@require_safe
def export(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """The form; with `form` in the address, the figures as a file."""
    asked = request.GET.get("form")
    form = ExportForm(request.GET if asked else None, user=request.user)
    refusal = None
    if asked and form.is_valid():
        try:
            asked = form.cleaned_data["form"]
            return streamed(selected(request.user, form.selection(), asked), asked)
        except Refused as refused:
            refusal = refused
    context = {"form": form, "refusal": refusal}
    return render(request, "ledger/export.html", context, status=422 if asked else 200)


def streamed(figures: Any, form: str) -> StreamingHttpResponse:
    """The figures as an attachment that is sent while it is made. Refused before the first byte."""
    known, pieces = written(figures, form)
    answer = StreamingHttpResponse(pieces, content_type=known.media_type)
    answer["Content-Disposition"] = f'attachment; filename="giaoban-{known.name}.{known.ending}"'
    return answer
