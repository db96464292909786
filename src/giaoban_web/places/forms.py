"""What a steward fills in to declare what happens to places."""

from typing import Any
from unicodedata import normalize

from django import forms
from django.db.models import QuerySet
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giaoban_web.accounts.queries import find_places
from giaoban_web.places.fields import Codes, said
from giaoban_web.places.kinds import Basis, EventKind, Kind
from giaoban_web.places.models import Event, Place
from giaoban_web.places.planning import After, Declared
from giaoban_web.places.queries import touching
from giaoban_web.ui.fields import DayField
from giaoban_web.ui.folding import holding

DECLARABLE = (
    EventKind.MERGER, EventKind.SPLIT, EventKind.RENAMING, EventKind.UPGRADE, EventKind.MOVE, EventKind.ABOLITION,
)  # fmt: skip
PARTS = range(1, 7)


class DeclareForm(forms.Form):
    """What every change has: its places, its day, its legal act."""

    kind: EventKind
    least, most = 1, 1

    on = DayField(label=gettext_lazy("Day of effect"), help_text=gettext_lazy("The first day on which it is so."))
    act = forms.CharField(
        label=gettext_lazy("Legal act"), max_length=200, help_text=gettext_lazy("Number and day: 1199/NQ-UBTVQH15 of 28/9/2024.")
    )
    source = forms.CharField(label=gettext_lazy("Where it was read"), max_length=300, required=False)
    doubt = forms.CharField(label=gettext_lazy("What is not verified"), max_length=500, required=False)

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        label = gettext_lazy("Place: its code or name") if self.most == 1 else gettext_lazy("Places: codes or names, apart by commas")
        self.fields["places"] = Codes(label=label, least=self.least, most=self.most)
        self.order_fields(["places", *(name for name in self.fields if name not in {"places", "on", "act", "source", "doubt"})])

    def full_clean(self) -> None:
        """What was typed is told back beneath it: which places a code or a name was taken for."""
        super().full_clean()
        for name, field in self.fields.items():
            if isinstance(field, Codes) and (found := self.cleaned_data.get(name) if self.is_bound else None):
                self[name].help_text = format_html_join("; ", "{}", ((said(place),) for place in found))

    def declared(self) -> Declared:
        """The change as the core of the app takes it; only after `is_valid`."""
        found = self.cleaned_data
        told = {name: found[name] for name in ("on", "act", "source", "doubt")}
        return Declared(self.kind, places=tuple(found["places"]), afters=tuple(self.afters()), **told, **self.further())

    def afters(self) -> list[After]:
        return []

    def further(self) -> dict[str, Any]:
        return {}


class AbolitionForm(DeclareForm):
    """The end of a level: what lies in the place moves up to what the place lay in."""

    kind = EventKind.ABOLITION

    def clean(self) -> None:
        for place in self.cleaned_data.get("places", []):
            if not Place.objects.filter(path__startswith=place.path, valid_to=None).exclude(path=place.path).exists():
                self.add_error(
                    "places", _("Nothing lies in this place. Declare a merger or a split, so that it is known where its land went.")
                )


class RenamingForm(DeclareForm):
    """A new name for one place."""

    kind = EventKind.RENAMING
    name = forms.CharField(label=gettext_lazy("New name"), max_length=120)

    def afters(self) -> list[After]:
        return [After(place.code, place.kind, _name(self.cleaned_data["name"]), _above(place)) for place in self.cleaned_data["places"]]


class UpgradeForm(DeclareForm):
    """A new kind for some places."""

    kind = EventKind.UPGRADE
    most = 50
    kind_after = forms.ChoiceField(label=gettext_lazy("New kind"), choices=Kind.choices)

    def afters(self) -> list[After]:
        return [After(place.code, self.cleaned_data["kind_after"], place.name, _above(place)) for place in self.cleaned_data["places"]]


class MoveForm(DeclareForm):
    """Another place above some places; refused where one lies there already."""

    kind = EventKind.MOVE
    most = 50
    parent = Codes(label=gettext_lazy("New parent: its code or name"), least=1, most=1)

    def clean(self) -> None:
        parent = (self.cleaned_data.get("parent") or [None])[0]
        if parent and any(place.paths_above[-1:] == [parent.path] for place in self.cleaned_data.get("places", [])):
            self.add_error("parent", _("The place lies there already."))

    def afters(self) -> list[After]:
        return [After(place.code, place.kind, place.name, self.cleaned_data["parent"][0]) for place in self.cleaned_data["places"]]


class MergerForm(DeclareForm):
    """Several places become one, a new one or one of them."""

    kind = EventKind.MERGER
    least, most = 2, 50
    code = forms.RegexField(r"^[0-9A-Za-z]{1,10}$", label=gettext_lazy("Code of the place that is made"))
    kind_after = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Kind.choices, initial=Kind.WARD)
    name = forms.CharField(
        label=gettext_lazy("Place name"), max_length=120,
        help_text=gettext_lazy("Code, kind and name of one of the places: it takes the others in and stays itself."),
    )  # fmt: skip
    parent = Codes(
        label=gettext_lazy("Parent: its code or name"),
        least=1,
        most=1,
        required=False,
        help_text=gettext_lazy("Empty: that of the first place."),
    )

    def afters(self) -> list[After]:
        found = self.cleaned_data
        parent = found["parent"][0] if found["parent"] else _above(found["places"][0])
        return [After(found["code"], found["kind_after"], _name(found["name"]), parent)]


class SplitForm(DeclareForm):
    """Up to six parts; a row is a part once it has a code."""

    kind = EventKind.SPLIT
    basis = forms.ChoiceField(label=gettext_lazy("Shares are measured by"), choices=Basis.choices, initial=Basis.AREA)

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        for number in PARTS:
            needed = number <= 2
            self.fields[f"code_{number}"] = forms.RegexField(r"^[0-9A-Za-z]{1,10}$", label=_("Code"), required=needed)
            self.fields[f"kind_{number}"] = forms.ChoiceField(label=_("Kind"), choices=Kind.choices, required=needed, initial=Kind.WARD)
            self.fields[f"name_{number}"] = forms.CharField(label=_("Place name"), max_length=120, required=needed)
            self.fields[f"share_{number}"] = forms.DecimalField(
                label=_("Share in %"), required=False, min_value=0, max_value=100, max_digits=13, decimal_places=10, localize=True
            )

    @property
    def parts(self) -> list[tuple[int, bool, list[Any]]]:
        """Number, whether it is filled in or needed, and fields of each part."""
        names = ("code", "kind", "name", "share")
        rows = [(number, [self[f"{name}_{number}"] for name in names]) for number in PARTS]
        return [(number, number <= 2 or bool(fields[0].value()), fields) for number, fields in rows]

    def clean(self) -> None:
        for number in PARTS:
            if self.cleaned_data.get(f"code_{number}") and not self.cleaned_data.get(f"name_{number}"):
                self.add_error(f"name_{number}", _("A part with a code needs a name."))

    def afters(self) -> list[After]:
        found = self.cleaned_data
        parent = _above(found["places"][0])
        return [
            After(
                found[f"code_{number}"],
                found[f"kind_{number}"],
                _name(found[f"name_{number}"]),
                parent,
                found[f"share_{number}"],
            )
            for number in PARTS
            if found[f"code_{number}"]
        ]

    def further(self) -> dict[str, Any]:
        return {"basis": Basis(self.cleaned_data["basis"])}


FORMS: dict[str, type[DeclareForm]] = {
    form.kind.value: form for form in (MergerForm, SplitForm, RenamingForm, UpgradeForm, MoveForm, AbolitionForm)
}


class UndoForm(forms.Form):
    """Why a change is undone."""

    reason = forms.CharField(label=gettext_lazy("Why it is undone"), max_length=300)


class ChangeFilter(forms.Form):
    """What the list of changes is narrowed by; what is not understood is left out."""

    q = forms.CharField(label=gettext_lazy("Place, code or legal act"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False, choices=[("", gettext_lazy("all")), *EventKind.choices])
    since = DayField(label=gettext_lazy("Since"), required=False)
    until = DayField(label=gettext_lazy("Until"), required=False)

    def narrow(self, rows: QuerySet[Event]) -> QuerySet[Event]:
        self.is_valid()
        found = self.cleaned_data
        if text := (found.get("q") or "").replace("\0", ""):
            rows = rows.filter(touching(find_places(Place.every.all(), text)) | holding(text, "act"))
        if kind := found.get("kind"):
            rows = rows.filter(kind=kind)
        if since := found.get("since"):
            rows = rows.filter(on__gte=since)
        if until := found.get("until"):
            rows = rows.filter(on__lte=until)
        return rows


def _name(written: str) -> str:
    """A name in NFC, its words one space apart."""
    return " ".join(normalize("NFC", written).split())


def _above(place: Place) -> Place | None:
    """The place right above `place` as it stands today."""
    paths = place.paths_above
    return Place.objects.filter(path=paths[-1], valid_to=None).first() if paths else None
