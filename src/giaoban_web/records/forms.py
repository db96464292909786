"""Forms: a find of each kind, and what a list of records can be narrowed by."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.records import words
from giaoban_web.records.actions import Change
from giaoban_web.records.fields import NumberField, PeriodField
from giaoban_web.records.models import Kind, Record
from giaoban_web.records.spans import locate

COMPARISONS = 3
NOTHING = ("", "—")


def _choices(table: dict[Any, Any], *, empty: bool = False) -> list[tuple[str, Any]]:
    named = [(str(getattr(key, "value", key)), name) for key, name in table.items()]
    return [NOTHING, *named] if empty else named


class FindForm(forms.Form):
    """What every find has: its words in the text, and the number of the last decision seen."""

    kind: str = ""
    quote = forms.CharField(
        label=_("Words of the record"),
        widget=forms.Textarea(attrs={"rows": 3}),
        strip=False,
        help_text=_("Exactly as they stand in the text; change them to move the find."),
    )
    nth = forms.IntegerField(
        label=_("Which occurrence"), required=False, min_value=1, help_text=_("Only where these words stand several times.")
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, min_value=0, initial=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, record: Record, key: int = 0, **kwargs: Any) -> None:
        """`key` of the find, since several forms may be open on one page."""
        super().__init__(*args, auto_id=f"find_{key}_%s", **kwargs)
        self.record, self.key = record, key

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("quote"):
            try:
                hints = {name: cleaned.get(name) for name in ("start", "end", "nth")}
                cleaned["span"] = locate(self.record.text, cleaned["quote"], **hints)
            except Refused as refused:
                self.add_error("quote", say(refused, get_language() or "vi"))
        return cleaned

    def asks_which(self) -> bool:
        """Whether the words stand several times in the text, so that their number matters."""
        words = (self["quote"].value() or "").replace("\r\n", "\n").strip()
        return bool(words) and self.record.text.count(words) > 1

    def change(self) -> Change:
        """The find as the person wants it; only for a valid form."""
        return Change(self.kind, *self.cleaned_data["span"], self.said())

    def said(self) -> dict[str, Any]:
        raise ValueError("a find has a kind")

    @classmethod
    def initial_of(cls, fields: dict[str, Any]) -> dict[str, Any]:
        return dict(fields)

    def _text(self, name: str) -> str | None:
        return " ".join(self.cleaned_data[name].split()) or None


class ObservationForm(FindForm):
    """A figure with its comparisons."""

    kind = Kind.OBSERVATION
    indicator = forms.CharField(label=_("Indicator"), max_length=500, widget=forms.TextInput(attrs={"size": 40}))
    value = NumberField(label=_("Value"))
    value_to = NumberField(label=_("Upper end of a range"), required=False)
    unit = forms.CharField(label=_("Unit"), max_length=80)
    bound = forms.ChoiceField(label=_("Bound"), choices=lambda: _choices(words.BOUNDS))
    measure = forms.ChoiceField(label=_("Measure"), choices=lambda: _choices(words.MEASURES))
    role = forms.ChoiceField(label=_("Role"), choices=lambda: _choices(words.ROLES))
    period = PeriodField(label=_("Period"), required=False)
    place = forms.CharField(label=_("Place"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(COMPARISONS):
            self.fields |= {
                f"c{number}_kind": forms.ChoiceField(
                    label=_("Comparison"), required=False, choices=[NOTHING, ("change", _("growth")), ("attainment", _("share of plan"))]
                ),
                f"c{number}_value": NumberField(label=_("by (a fall with a minus)"), required=False),
                f"c{number}_unit": forms.CharField(label=_("Unit"), required=False, max_length=80, initial="%"),
                f"c{number}_bound": forms.ChoiceField(label=_("Bound"), required=False, choices=_choices(words.BOUNDS)),
                f"c{number}_base": forms.ChoiceField(label=_("against"), required=False, choices=_choices(words.BASES, empty=True)),
                f"c{number}_year": forms.IntegerField(
                    label=_("or against the year"), required=False, min_value=1900, max_value=2100, localize=False
                ),
            }

    def comparisons(self) -> list[tuple[int, bool, list[forms.BoundField]]]:
        """Of each comparison its number, whether anything stands in it, and its fields."""
        return [
            (number + 1, bool(self[f"c{number}_kind"].value()), [self[name] for name in self.fields if name.startswith(f"c{number}_")])
            for number in range(COMPARISONS)
        ]

    def plain(self) -> list[forms.BoundField]:
        """The fields that are not of a comparison, nor of the words: those put right most often come first."""
        return [self[name] for name in ("indicator", "value", "unit", "period", "place", "role", "bound", "measure", "value_to")]

    def said(self) -> dict[str, Any]:
        kept = self.cleaned_data
        return {
            "indicator": self._text("indicator"),
            "measure": kept["measure"],
            "value": kept["value"],
            "value_to": kept["value_to"],
            "unit": self._text("unit"),
            "bound": kept["bound"],
            "role": kept["role"],
            "period": kept["period"],
            "place": self._text("place"),
            "comparisons": [said for number in range(COMPARISONS) if (said := self._comparison(number))],
        }

    def _comparison(self, number: int) -> dict[str, Any] | None:
        kept = {name: self.cleaned_data.get(f"c{number}_{name}") for name in ("kind", "value", "unit", "bound", "base", "year")}
        if not kept["kind"] or kept["value"] is None:
            return None
        base = f"baseline_year:{kept['year']}" if kept["year"] else kept["base"] or None
        return {"kind": kept["kind"], "value": kept["value"], "unit": kept["unit"] or "%", "bound": kept["bound"] or "exact", "base": base}

    @classmethod
    def initial_of(cls, fields: dict[str, Any]) -> dict[str, Any]:
        initial = {name: value for name, value in fields.items() if name != "comparisons"}
        for number, each in enumerate(fields.get("comparisons") or ()):
            base, _colon, year = (each.get("base") or "").partition(":")
            shown = {**each, "base": "" if year else base, "year": year or None}
            initial |= {f"c{number}_{name}": value for name, value in shown.items()}
        return initial


class FindingForm(FindForm):
    """A judgement: strength or shortcoming."""

    polarity = forms.ChoiceField(label=_("Kind"), choices=lambda: _choices(words.POLARITIES))
    topic = forms.ChoiceField(label=_("Topic"), choices=lambda: _choices(words.TOPICS))

    def plain(self) -> list[forms.BoundField]:
        return [self["polarity"], self["topic"]]

    def change(self) -> Change:
        return Change(self.cleaned_data["polarity"], *self.cleaned_data["span"], self.said())

    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("polarity", "topic")}


class DirectiveForm(FindForm):
    """What somebody asks somebody to do."""

    kind = Kind.DIRECTIVE
    issuer = forms.CharField(label=_("Issuer"), required=False, max_length=300)
    force = forms.ChoiceField(label=_("Force"), choices=lambda: _choices(words.FORCES))
    assignee = forms.CharField(label=_("Assignee"), required=False, max_length=300)
    deadline = PeriodField(label=_("Deadline"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), choices=lambda: _choices(words.TOPICS))

    def plain(self) -> list[forms.BoundField]:
        return [self[name] for name in ("issuer", "force", "assignee", "deadline", "topic")]

    def said(self) -> dict[str, Any]:
        kept = self.cleaned_data
        return {
            "issuer": self._text("issuer"),
            "force": kept["force"],
            "assignee": self._text("assignee"),
            "deadline": kept["deadline"],
            "topic": kept["topic"],
        }


class MeetingForm(FindForm):
    """The meeting that the record tells of."""

    kind = Kind.MEETING
    date = PeriodField(label=_("Held on"), required=False)
    day = forms.RegexField(r"--\d\d-\d\d", required=False, widget=forms.HiddenInput)
    mode = forms.ChoiceField(label=_("Mode"), required=False, choices=lambda: _choices(words.MODES, empty=True))
    convener = forms.CharField(label=_("Convener"), required=False, max_length=300)
    reviewed = forms.CharField(label=_("Under review"), required=False, max_length=300)
    chair_name = forms.CharField(label=_("Chair"), required=False, max_length=120)
    chair_offices = forms.CharField(
        label=_("Offices of the chair"), required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("One a line.")
    )

    def plain(self) -> list[forms.BoundField]:
        return [self[name] for name in ("date", "mode", "convener", "reviewed", "chair_name", "chair_offices")]

    def clean_date(self) -> str | None:
        day: str | None = self.cleaned_data["date"]
        if day and len(day) != len("2020-03-12"):
            raise forms.ValidationError(_("Write the day of the meeting as 12/03/2020."))
        return day

    def said(self) -> dict[str, Any]:
        offices = [line.strip() for line in self.cleaned_data["chair_offices"].splitlines() if line.strip()]
        name = self._text("chair_name")
        return {
            "date": self.cleaned_data["date"],
            "mode": self.cleaned_data["mode"] or None,
            "convener": self._text("convener"),
            "reviewed": self._text("reviewed"),
            "chair": {"name": name, "offices": offices} if name else None,
            **({"day": self.cleaned_data["day"]} if self.cleaned_data["day"] and not self.cleaned_data["date"] else {}),
        }

    @classmethod
    def initial_of(cls, fields: dict[str, Any]) -> dict[str, Any]:
        chair = fields.get("chair") or {}
        return {**fields, "chair_name": chair.get("name", ""), "chair_offices": "\n".join(chair.get("offices") or ())}


FORMS: dict[str, type[FindForm]] = {
    Kind.OBSERVATION: ObservationForm,
    Kind.STRENGTH: FindingForm,
    Kind.SHORTCOMING: FindingForm,
    Kind.DIRECTIVE: DirectiveForm,
    Kind.MEETING: MeetingForm,
}
