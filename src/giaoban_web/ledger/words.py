"""Words for what the ledger holds."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from giaoban.ledger import Status
from giaoban.ledger.apart import AXIS, axes, units_of
from giaoban.model import Refused, Role
from giaoban.reference.indicators import Indicator
from giaoban_web.ui import printed

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
GONE_WHY: dict[str, Any] = {
    "figure-decided-anew": _("what it was read from was decided anew"),
    "figure-filed-anew": _("it was filed anew"),
}
"""Why the program took an entry out of account; whoever does so herself gives a reason."""
ROLES: dict[Role, Any] = {Role.ACTUAL: _("actual"), Role.TARGET: _("target"), Role.BASELINE: _("baseline")}

PARTS: dict[str, dict[str, Any]] = {
    "area": {"rural": _("rural areas"), "urban": _("urban areas")},
    "origin": {"domestic": _("domestic"), "international": _("international")},
    "outcome": {"injured": _("injured"), "killed": _("killed")},
    "season": {
        "autumn_winter": _("autumn-winter crop"),
        "main": _("main crop"),
        "summer_autumn": _("summer-autumn crop"),
        "winter_spring": _("winter-spring crop"),
    },
    "sector": {
        "agriculture": _("farming, forestry and fishing"),
        "industry": _("industry and construction"),
        "product_taxes": _("product taxes"),
        "services": _("services"),
    },
    "sex": {"female": _("women"), "male": _("men")},
}
"""The parts of the axes of `giaoban.reference.axes`."""
AXES: dict[str, Any] = {
    "area": _("countryside and town"),
    "origin": _("domestic and international"),
    "outcome": _("killed and injured"),
    "season": _("season of the crop"),
    "sector": _("economic sector"),
    "sex": _("sex"),
}


def definition(known: Indicator | None) -> str:
    """What an indicator means, in the reader's language where that is told; nothing of one that is not known any more."""
    told = (known.definition_vi, known.definition) if known else ()
    return next(filter(None, tuple(reversed(told)) if printed.language() == "en" else told), "")


def part_told(breakdown: str, known: Indicator | None) -> str:
    """The part of the whole that a breakdown means, and the unit that its figures do not convert from: "nữ · tính bằng USD/người"."""
    return " · ".join(_part_told(axis, part, known) for axis, part in axes(breakdown).items())


def _part_told(axis: str, part: str, known: Indicator | None) -> str:
    if axis == AXIS:
        units = units_of(part, known) if known else ()
        return gettext("in %(unit)s") % {"unit": printed.unit(units[0]) if units else part}
    return str(PARTS.get(axis, {}).get(part, part))


def refused(why: dict[str, Any]) -> Refused:
    """What a posting keeps of why a figure is not in the ledger, as the refusal it was."""
    values = {name: value for name, value in why.items() if name != "code"}
    return Refused(why["code"], **values)
