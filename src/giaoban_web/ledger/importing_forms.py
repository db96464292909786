"""What a steward fills in on the way of a file into the ledger: the file, what its columns mean, what the labels of its rows name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from giaoban.exchange.sheets.figures import labels
from giaoban.exchange.sheets.grid import Grid, address
from giaoban.exchange.sheets.layout import FIGURES, INDICATORS, LABELS, NAMED, PERIODS, PLACES, SKIPPED, UNITS, Column, Layout, left_out
from giaoban.ledger import Status
from giaoban.model import Role
from giaoban.reference.folding import fold
from giaoban_web.accounts.queries import offered, places_of
from giaoban_web.ledger.importing_naming import Naming, bearers, coded
from giaoban_web.ledger.indicator_fields import KeyField
from giaoban_web.ledger.queries import indicators
from giaoban_web.ledger.words import ROLES, STATUSES
from giaoban_web.places.models import Place
from giaoban_web.records.fields import PeriodField
from giaoban_web.ui.fields import DayField

LEFT_OUT = "-"
"""What is written for a row that is to be left out."""
MOST_LABELS = 300
WHAT = (
    (FIGURES, _("figures")),
    (LABELS, _("names of the rows")),
    (NAMED, _("indicators of the rows")),
    (UNITS, _("units of the rows")),
    (PERIODS, _("periods of the rows")),
    (SKIPPED, _("left out")),
)
TITLES = {
    "what": _("Holds"),
    "indicator": _("Indicator"),
    "period": _("Period"),
    "unit": _("Unit"),
    "role": _("Role"),
    "status": _("Status"),
}
"""Fields of a column and the headings over them."""
COLUMNS = {"value": _("figures"), "place": _("Place"), **TITLES}
"""What a refusal calls a column, in words."""
ROLE_CHOICES = [(each.value, ROLES[each]) for each in (Role.ACTUAL, Role.TARGET, Role.BASELINE)]
STATUS_CHOICES = [(each.value, STATUSES[each]) for each in Status]


class PlaceChoice(forms.ModelChoiceField):
    """A place told apart from others of its name by its code and the day it ended."""

    def label_from_instance(self, place: Place) -> str:
        ended = f" ({_now('until %(on)s') % {'on': date_format(place.last_day, 'SHORT_DATE_FORMAT')}})" if place.last_day else ""
        return f"{place} · {place.code}{ended}"


class LabelField(KeyField):
    """The indicator that a row is about; a dash leaves the row out."""

    def to_python(self, value: Any) -> str:
        return LEFT_OUT if str(value or "").strip() == LEFT_OUT else super().to_python(value)


class BringForm(forms.Form):
    """The file, the place that reports it, the day it was reported."""

    file = forms.FileField(label=_("Spreadsheet or other file"), help_text=_("XLSX, CSV, JSON, SDMX-CSV, DHIS2 or Parquet"))
    place = PlaceChoice(Place.objects.none(), label=_("Reported by"), empty_label=_("choose"))
    reported_on = DayField(label=_("Reported on"), required=False, help_text=_("Left empty: today."))

    def __init__(self, *args: Any, user: Any, sought: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        field.queryset = places_of(user, "ledger.import")
        listed = offered(field.queryset, sought, self.data.get("place"))
        named = [(each.pk, field.label_from_instance(each)) for each in listed]
        field.choices = named if len(named) == 1 else [("", field.empty_label), *named]

    def clean_reported_on(self) -> Any:
        return self.cleaned_data["reported_on"] or timezone.localdate()


class LayoutForm(forms.Form):
    """What a sheet means: its headings, its columns, the labels of its rows. Filled with the guess, or with what was said before."""

    header_first = forms.IntegerField(label=_("First row of the headings"), min_value=1)
    header_last = forms.IntegerField(label=_("Last row of the headings"), min_value=1)
    rows = forms.ChoiceField(label=_("Each row is"), choices=[(PLACES, _("a place")), (INDICATORS, _("an indicator"))])
    indicator = KeyField(label=_("Indicator, where neither row nor column says it"), required=False)
    period = PeriodField(label=_("Period, where neither row nor column says it"), required=False)
    unit = forms.CharField(label=_("Unit, where neither row nor column says it"), required=False, max_length=60)

    def __init__(self, data: Any = None, *, grid: Grid, layout: Layout, within: Place, on: Any) -> None:
        first = {name: getattr(layout, name) for name in ("rows", "indicator", "period", "unit")}
        super().__init__(data, initial={**first, "header_first": layout.header[0], "header_last": layout.header[1]})
        self._grid, self._layout = grid, layout
        self._indicators = list(indicators())
        self.fields["indicator"].among = self._indicators
        for number, column in layout.columns.items():
            self._add_column(number, column)
        naming, self._within = Naming(layout.rows, within, on), within
        self._labels = labels(grid, layout)[:MOST_LABELS]
        for at, label in enumerate(self._labels):
            known = layout.labels.get(fold(label))
            told = (known or LEFT_OUT) if known is not None else naming(label)
            self.fields[f"label_{at}"] = self._label_field(label, layout.rows, told)
        self.names_places = layout.rows == PLACES
        self._named: list[str] = []
        if self.names_places:
            self._say_places()
            self._named = labels(grid, layout, NAMED)[:MOST_LABELS]
        if self._named:
            self._add_named(Naming(INDICATORS, within, on))

    def wide_fields(self) -> list[Any]:
        """Fields about the whole sheet."""
        return [self[name] for name in ("rows", "header_first", "header_last", "indicator", "period", "unit")]

    def columns(self) -> Iterator[dict[str, Any]]:
        """For each column its letters, heading, the first figures in it, whether numbers in it are passed over, its fields by title."""
        spare = left_out(self._grid, self._layout)
        for number, column in self._layout.columns.items():
            below = [row[number] for at, row in sorted(self._grid.rows.items()) if at > self._layout.header[1] and number in row]
            fields = [(title, self[f"{name}_{number}"]) for name, title in TITLES.items()]
            yield {
                "letters": address(0, number)[:-1],
                "heading": column.heading,
                "sample": below[:3],
                "spare": number in spare,
                "fields": fields,
            }

    def unknown_labels(self) -> list[Any]:
        """Fields of the labels that name nothing known yet, and of those with an error."""
        return [field for field in self._label_fields() if not field.initial or field.errors]

    def known_labels(self) -> list[Any]:
        return [field for field in self._label_fields() if field.initial and not field.errors]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        first, last = told.get("header_first"), told.get("header_last")
        if first and last and last < first:
            self.add_error("header_last", ValidationError(_("The last row of the headings stands above the first."), code="order"))
        if not any(told.get(f"what_{number}") == FIGURES for number in self._layout.columns):
            self.add_error(None, ValidationError(_("No column holds figures. Say which one does."), code="nothing"))
        if not any(told.get(f"what_{number}") == LABELS for number in self._layout.columns):
            self.add_error(None, ValidationError(_("No column holds the names of the rows. Say which one does."), code="nameless"))
        return told

    def layout(self) -> Layout:
        """The layout of the sheet as the form describes it."""
        told = self.cleaned_data
        columns = {number: self._column(number, column.heading) for number, column in self._layout.columns.items()}
        named = {fold(label): told[f"label_{at}"] for at, label in enumerate(self._labels) if told[f"label_{at}"]}
        return replace(
            self._layout,
            header=(told["header_first"], told["header_last"]),
            rows=told["rows"],
            columns=columns,
            labels={label: "" if key == LEFT_OUT else key for label, key in named.items()},
            indicator=told["indicator"],
            period=told["period"] or "",
            unit=told["unit"],
            named={fold(name): "" if key == LEFT_OUT else key for at, name in enumerate(self._named) if (key := told[f"named_{at}"])},
        )

    def _column(self, number: int, heading: str) -> Column:
        told = {name: self.cleaned_data[f"{name}_{number}"] or "" for name in TITLES}
        return Column(heading=heading, **told)

    def _add_column(self, number: int, column: Column) -> None:
        name = {"letters": address(0, number)[:-1]}
        fields = {
            "what": forms.ChoiceField(label=_("Column %(letters)s holds") % name, choices=WHAT, initial=column.what),
            "indicator": KeyField(
                label=_("Indicator of column %(letters)s") % name, among=self._indicators, initial=column.indicator, required=False
            ),
            "period": PeriodField(label=_("Period of column %(letters)s") % name, initial=column.period, required=False),
            "unit": forms.CharField(label=_("Unit of column %(letters)s") % name, initial=column.unit, required=False, max_length=60),
            "role": forms.ChoiceField(label=_("Role of column %(letters)s") % name, choices=ROLE_CHOICES, initial=column.role),
            "status": forms.ChoiceField(label=_("Status of column %(letters)s") % name, choices=STATUS_CHOICES, initial=column.status),
        }
        self.fields |= {f"{name}_{number}": field for name, field in fields.items()}

    def _add_named(self, naming: Naming) -> None:
        """A field for each name in the column of indicators."""
        for at, name in enumerate(self._named):
            known = self._layout.named.get(fold(name))
            told = (known or LEFT_OUT) if known is not None else naming(name)
            self.fields[f"named_{at}"] = self._label_field(name, INDICATORS, told)

    def _label_field(self, label: str, rows: str, told: str) -> forms.Field:
        if rows == INDICATORS:
            return LabelField(label=label, among=self._indicators, initial=told, required=False)
        return forms.CharField(label=label, initial=told, required=False, max_length=10, widget=forms.TextInput(attrs={"size": 8}))

    def _say_places(self) -> None:
        """Beside each code the places that bear or bore it; beside a name without one those that it may mean."""
        named = {f"label_{at}": label for at, label in enumerate(self._labels)}
        codes = {name: str((self.data.get(name) if self.is_bound else None) or self.fields[name].initial or "") for name in named}
        bearing: dict[str, list[Place]] = {}
        for place in Place.objects.filter(code__in=set(codes.values())).order_by("valid_from"):
            bearing.setdefault(place.code, []).append(place)
        for name, code in codes.items():
            self.fields[name].help_text = escape(coded(bearing.get(code, ()) if code else bearers(named[name], self._within)))

    def _label_fields(self) -> list[Any]:
        return [self[f"label_{at}"] for at in range(len(self._labels))] + [self[f"named_{at}"] for at in range(len(self._named))]
