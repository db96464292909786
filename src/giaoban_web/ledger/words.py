"""Words for what the ledger holds."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from giaoban.ledger import Status
from giaoban.model import Refused, Role

STATUSES: dict[Status, Any] = {
    Status.FORECAST: _("forecast"),
    Status.ESTIMATE: _("estimate"),
    Status.PROVISIONAL: _("provisional"),
    Status.FINAL: _("final"),
    Status.REVISED: _("revised"),
}
WHY_NOT: dict[str, Any] = {
    "aggregation-none": _("cannot be put together"),
    "aggregation-needs-weights": _("weights are missing"),
    "unit-not-of-indicator": _("told in different units"),
    "unit-unknown": _("told in different units"),
    "bounds-do-not-add": _("over and under do not add up"),
    "aggregation-too-large": _("too large to be kept"),
}
"""Why figures of places cannot be put together, by the code of the refusal."""
ROLES: dict[Role, Any] = {Role.ACTUAL: _("actual"), Role.TARGET: _("target"), Role.BASELINE: _("baseline")}


def refused(why: dict[str, Any]) -> Refused:
    """What a posting keeps of why a figure is not in the ledger, as the refusal it was."""
    values = {name: value for name, value in why.items() if name != "code"}
    return Refused(why["code"], **values)
