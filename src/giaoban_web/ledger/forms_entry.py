"""What is typed into one row of the entry grid, and what the lists of filings are narrowed by."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from giaoban.ledger import Status
from giaoban.model import Bound, Role
from giaoban.reading.rules.figures.tables.numbers import BOUNDS as TYPED_BOUNDS
from giaoban.reading.rules.figures.tables.numbers import FIRMNESS
from giaoban.reference.folding import fold
from giaoban.reference.indicators import Indicator
from giaoban_web.ledger.filing import Typed
from giaoban_web.ledger.filing_moves import FilingState
from giaoban_web.ledger.filing_parts import row_key, units
from giaoban_web.ledger.models import FilingCell
from giaoban_web.ledger.words import STATUSES, part_told
from giaoban_web.places.models import Place
from giaoban_web.records.fields import NumberField, PeriodField, read_number
from giaoban_web.records.words import BOUNDS
from giaoban_web.ui import printed
from giaoban_web.ui.filters import Filter

DIGITS, DECIMALS = 18, 6
RANGE = re.compile(r"(?<=\d)\s*[-–—]\s*(?=-?\d)")
CODE = re.compile(r"[-\w]*\d[-\w]*", re.ASCII)
"""How a code looks; whether a place has it is told by its page."""
SHOWN = 6
FIRMLY = re.compile(rf"({FIRMNESS})\s*(?=\d)")
FILED_AS = (Status.PROVISIONAL, Status.ESTIMATE, Status.FORECAST)
VALUES = {Role.ACTUAL: "value", Role.TARGET: "target", Role.BASELINE: "baseline"}
"""The field in which the figure of each role is typed."""
Cells = dict[Role, FilingCell]


def as_typed(value: str, value_to: str = "") -> str:
    """A stored value as the reader's language writes it, its digits kept: "19200.50" is 19.200,50; a range is 10–12."""
    told = (format(Decimal(each), ",f").translate(str.maketrans(",.", "".join(printed.separators()))) for each in (value, value_to) if each)
    return "–".join(told) if value else ""


class DigitsField(NumberField):
    """A number as the reader's language writes it, or a range of two ("10–12"); gives both ends, each a `Decimal` with the digits as typed.

    (None, None) where nothing is typed; the upper end is None where one number is.
    """

    default_error_messages = {
        "digits": _("The ledger keeps 18 digits, at most 6 of them after the decimal comma. Choose a larger unit or round the figure."),
        "range": _("A range is written from the smaller number to the larger one: 10–12."),
    }

    def clean(self, value: Any) -> Any:
        ends = [self._number(each) for each in RANGE.split(value or "", maxsplit=1)]
        if len(ends) == 1:
            return ends[0], None
        if None in ends or ends[0] >= ends[1]:
            raise ValidationError(self.error_messages["range"], code="range")
        return tuple(ends)

    def _number(self, value: str) -> Any:
        super().clean(value)
        number = read_number(value)
        if number is None:
            return None
        _sign, digits, exponent = number.as_tuple()
        if -int(exponent) > DECIMALS or len(digits) + max(0, int(exponent)) > DIGITS:
            raise ValidationError(self.error_messages["digits"], code="digits")
        return number


class RowForm(forms.Form):
    """The figures of one indicator: what was reached, how firmly and how settled, the target and the baseline."""

    bound = forms.ChoiceField(label=_("Bound"), choices=[(each.value, BOUNDS[each] if each is not Bound.EXACT else "") for each in Bound])
    value = DigitsField(label=_("This period"), required=False)
    unit = forms.ChoiceField(label=_("Unit"))
    status = forms.ChoiceField(label=_("Status"), choices=[(each.value, STATUSES[each]) for each in FILED_AS])
    target = DigitsField(label=_("Target"), required=False)
    baseline = DigitsField(label=_("Baseline"), required=False)
    note = forms.CharField(label=_("Note"), required=False, max_length=300)

    def __init__(self, data: Any = None, *, indicator: Indicator, cells: Cells, form: str, breakdown: str = "") -> None:
        """`form` is the id of the form of the page to which the fields belong, `breakdown` the part that the row is about.

        A blank placeholder lets a style sheet tell fields that hold nothing.
        """
        key, part = row_key(indicator.id, breakdown), part_told(breakdown, indicator)
        offered = units(indicator, breakdown)
        data = data if data is None else plainly(data, key, offered)
        super().__init__(data, prefix=key, initial=initial(cells, offered[0]), auto_id="in_%s")
        self.fields["unit"].choices = [(unit, printed.unit(unit)) for unit in offered]
        self.single = len(offered) == 1
        if self.single:
            self.fields["unit"].widget = forms.HiddenInput()
        for name, field in self.fields.items():
            described = f"said_{key}" if name in VALUES.values() else ""
            label = f"{field.label}: {' · '.join(filter(None, [printed.named(indicator.name), part]))}"
            field.widget.attrs |= {"form": form, "aria-label": label} | ({"aria-describedby": described} if described else {})
            field.widget.attrs.pop("size", None)
            if isinstance(field.widget, forms.TextInput):
                field.widget.attrs["placeholder"] = " "

    def typed(self) -> list[Typed]:
        """The figure of each role."""
        asked = self.cleaned_data
        ends = {role: asked[name] for role, name in VALUES.items()}
        own = {"bound": Bound(asked["bound"]), "status": Status(asked["status"]), "note": asked["note"]}
        return [
            Typed(role, value, asked["unit"], value_to, **(own if role is Role.ACTUAL else {})) for role, (value, value_to) in ends.items()
        ]


def plainly(data: Mapping[str, Any], key: str, offered: Sequence[str]) -> dict[str, Any]:
    """What was sent of the row `key`, its unit and bound in their own fields where they were typed beside a number: "khoảng 2.600 tỷ"."""
    sent = {name: data[name] for name in data if name.startswith(f"{key}-")}
    unit = fold(str(sent.get(f"{key}-unit") or offered[0]))
    for name in VALUES.values():
        text = str(sent.get(f"{key}-{name}") or "").strip()
        if len(fold(text)) == len(text) and fold(text).endswith(unit):
            text = text[: -len(unit)].rstrip()
        if name == VALUES[Role.ACTUAL] and (firm := FIRMLY.match(fold(text))) and len(fold(text)) == len(text):
            sent[f"{key}-bound"], text = TYPED_BOUNDS[firm[1]].value, text[firm.end() :]
        if f"{key}-{name}" in sent:
            sent[f"{key}-{name}"] = text
    return sent


def initial(cells: Cells, unit: str) -> dict[str, str]:
    """What the fields of a row show; `unit` is the one in which it is usually told."""
    shown = {VALUES[role]: as_typed(cell.value, cell.value_to) for role, cell in cells.items()}
    first = cells.get(Role.ACTUAL) or next(iter(cells.values()), None)
    actual = cells.get(Role.ACTUAL)
    return {
        "unit": first.unit if first else unit,
        "bound": actual.bound if actual else Bound.EXACT.value,
        "status": actual.status if actual else Status.PROVISIONAL.value,
        "note": actual.note if actual else "",
        **shown,
    }


class FilingFilter(Filter):
    """State, place and period, all of which may be empty."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), *FilingState.choices])
    place = forms.CharField(label=_("Name or code of the place"), required=False, max_length=120)
    period = PeriodField(label=_("Period"), required=False)


class BeginForm(forms.Form):
    """Of which place and period figures are to be filed."""

    code = forms.CharField(
        label=_("Name or code of the place"), max_length=120, widget=forms.TextInput(attrs={"list": "places", "size": 24})
    )
    period = PeriodField(label=_("Period"))

    def __init__(self, data: Any = None, *, named: Callable[[str], Sequence[Place]] = lambda name: (), **rest: Any) -> None:
        """`named` gives the places that a name may mean."""
        super().__init__(data, **rest)
        self._named = named

    def clean_code(self) -> str:
        """The code as it was typed, else that of the only place of that name."""
        text: str = self.cleaned_data["code"].strip()
        if CODE.fullmatch(text):
            return text
        found = self._named(text)
        if len(found) == 1:
            return found[0].code
        told = {"name": text, "places": " · ".join(f"{each} ({each.code})" for each in found[:SHOWN])}
        if found:
            raise ValidationError(_("“%(name)s” may be several places: %(places)s. Write the code."), code="several", params=told)
        raise ValidationError(_("You enter figures for no place named “%(name)s”."), code="unknown", params=told)
