"""The states of a filing and who may move it from which to which: a table, so that nothing else decides it."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class FilingState(TextChoices):
    """Where a filing stands."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", _("returned")
    APPROVED = "approved", _("approved")
    LOCKED = "locked", _("locked")


OPEN = frozenset({FilingState.DRAFT, FilingState.RETURNED})
"""States in which figures may be typed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One move.

    label       the words of its button
    done        what the log says afterwards
    reason      it needs one
    other       not by the person who submitted
    """

    label: str
    done: str
    origins: frozenset[FilingState]
    target: FilingState
    permission: str
    reason: bool = False
    other: bool = False


STEPS: dict[str, Step] = {
    "submit": Step(_("Submit"), gettext_noop("figures submitted"), OPEN, FilingState.SUBMITTED, "ledger.enter"),
    "approve": Step(
        _("Approve"),
        gettext_noop("figures approved"),
        frozenset({FilingState.SUBMITTED}),
        FilingState.APPROVED,
        "ledger.approve",
        other=True,
    ),
    "return": Step(
        _("Return"),
        gettext_noop("figures returned"),
        frozenset({FilingState.SUBMITTED, FilingState.APPROVED}),
        FilingState.RETURNED,
        "ledger.approve",
        reason=True,
    ),
    "lock": Step(_("Lock"), gettext_noop("figures locked"), frozenset({FilingState.APPROVED}), FilingState.LOCKED, "ledger.approve"),
    "unlock": Step(
        _("Unlock"), gettext_noop("figures unlocked"), frozenset({FilingState.LOCKED}), FilingState.DRAFT, "ledger.approve", reason=True
    ),
}


def open_steps(state: str) -> dict[str, Step]:
    """The moves that lead out of a state."""
    return {name: step for name, step in STEPS.items() if state in step.origins}
