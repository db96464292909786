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
ROLES: dict[Role, Any] = {Role.ACTUAL: _("actual"), Role.TARGET: _("target"), Role.BASELINE: _("baseline")}


def refused(why: dict[str, Any]) -> Refused:
    """What a posting keeps of why a figure is not in the ledger, as the refusal it was."""
    values = {name: value for name, value in why.items() if name != "code"}
    return Refused(why["code"], **values)
