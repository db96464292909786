"""Which confirmed directives of a record become tasks, and who leads each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.directives.states import State
from giaoban_web.bodies.fields import said
from giaoban_web.bodies.gone import Gone, gone_of
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import normal
from giaoban_web.directives.body_fields import NamedBody
from giaoban_web.directives.making import Chosen, Offer
from giaoban_web.ui.numbers import whole

ALIKE = _("A lead that I choose for a name that is not known goes for every ticked row of the same name that is left empty.")


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A row of the page: the offer, its two fields (None where its task was made already), and why it was left, if it was.

    gone    its lead, where that is no more by the last day
    asked   the months in which the same was asked before
    """

    offer: Offer
    take: forms.BoundField | None
    lead: forms.BoundField | None
    refused: Any = None
    gone: Sequence[Gone] = ()
    asked: str = ""


class MakingForm(forms.Form):
    """For each directive without a task whether one is made, and its lead, which begins with what was read or may be meant.

    What would be a copy of a task that there is begins unticked.
    """

    def __init__(self, data: Any = None, *, offers: Sequence[Offer]) -> None:
        super().__init__(data)
        self.offers = offers
        self.fields["alike"] = forms.BooleanField(required=False, initial=True, label=ALIKE)
        for each in self.open:
            self.fields[f"take_{each.find.pk}"] = forms.BooleanField(required=False, initial=each.same is None, label=_("Make a task"))
            lead = NamedBody(required=False, label=_("Lead"), initial=said(each.lead) if each.lead else "")
            lead.offer(Body.objects.standing().select_related("place"), each.origin.near)
            self.fields[f"lead_{each.find.pk}"] = lead

    def clean(self) -> dict[str, Any]:
        """One answer goes for all rows of a name that is not known, where that is asked for; such rows wait for one that is wrong."""
        kept = super().clean() or {}
        if kept.get("alike"):
            for alike in self._of_one_name().values():
                self._answer_alike(kept, [f"lead_{each.find.pk}" for each in alike if kept.get(f"take_{each.find.pk}")])
        return kept

    @property
    def several(self) -> bool:
        """Whether there are rows that one answer may go for."""
        return any(len(alike) > 1 for alike in self._of_one_name().values())

    def chosen(self) -> dict[int, Chosen]:
        """Those that are ticked and whose lead is understood; only after `is_valid` was asked."""
        wanted = [each for each in self.open if self._ticked(each) and f"lead_{each.find.pk}" not in self.errors]
        return {each.find.pk: Chosen(self.cleaned_data[f"lead_{each.find.pk}"], self._seen(each)) for each in wanted}

    def wrong(self) -> list[Offer]:
        """The rows that are ticked but whose lead is not understood."""
        return [each for each in self.open if self._ticked(each) and f"lead_{each.find.pk}" in self.errors]

    def gone(self) -> bool:
        """Whether something was ticked that is not among the confirmed any more."""
        known = {f"take_{each.find.pk}" for each in self.offers}
        return any(name.startswith("take_") and name not in known for name in self.data)

    def rows(self, refused: dict[int, Any], on: date, asked: Mapping[int, str]) -> Iterator[OfferRow]:
        """All rows, those with a task as well; `refused` says by the key of its find why one was left, `asked` when it was asked before.
        `on` is today."""
        gone = gone_of({each.find.pk: ([self._leading(each)], each.last_day or on) for each in self.offers})
        for each in self.offers:
            key = each.find.pk
            fields = (self[f"take_{key}"], self[f"lead_{key}"]) if each.made is None else (None, None)
            yield OfferRow(each, *fields, refused.get(key), gone[key], asked.get(key, ""))

    def read(self) -> dict[str, str]:
        """By the field of its lead to whom the record gave it, where that is nobody known."""
        return {f"lead_{each.find.pk}": each.origin.assignee for each in self.open if each.lead is None and each.origin.assignee}

    def _leading(self, each: Offer) -> Body | None:
        """Who leads it as the row stands; nobody where its task goes on already, whose page tells it."""
        if each.made is not None:
            return each.made.lead if each.made.state == State.DRAFT else None
        if not self.is_bound:
            return each.lead
        self.is_valid()
        return self.cleaned_data.get(f"lead_{each.find.pk}")

    def _of_one_name(self) -> dict[tuple[str, int | None], list[Offer]]:
        """Rows whose lead nobody read or suggested, by the words of the assignee and the place that they speak of."""
        found: dict[tuple[str, int | None], list[Offer]] = {}
        for each in self.open:
            if each.lead is None and each.origin.assignee:
                near = each.origin.near.pk if each.origin.near else None
                found.setdefault((normal(each.origin.assignee), near), []).append(each)
        return found

    def _answer_alike(self, kept: dict[str, Any], names: list[str]) -> None:
        empty = [name for name in names if name not in self.errors and not kept.get(name)]
        given = {kept[name].pk: kept[name] for name in names if kept.get(name)}
        if any(name in self.errors for name in names):
            for name in empty:
                self.add_error(name, _("Waits for the lead of another row of the same name."))
        elif len(given) == 1:
            kept |= dict.fromkeys(empty, next(iter(given.values())))

    @property
    def open(self) -> list[Offer]:
        """Those of which there is no task yet."""
        return [each for each in self.offers if each.made is None]

    def _ticked(self, each: Offer) -> bool:
        return bool(self.cleaned_data.get(f"take_{each.find.pk}"))

    def _seen(self, each: Offer) -> int | None:
        return whole(self.data.get(f"seen_{each.find.pk}"))
