"""Criteria and their sets in words."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from giaoban.reference.criteria.tables import REGIONS, Asks, CriteriaSet, Criterion, Known, Level, Sense, Threshold, Tier, sets
from giaoban_web.ui import printed

LEVELS = {Level.COMMUNE: _("commune"), Level.DISTRICT: _("district"), Level.PROVINCE: _("province")}
TIERS = {Tier.STANDARD: _("new-style rural"), Tier.ADVANCED: _("advanced new-style rural"), Tier.MODEL: _("exemplary new-style rural")}
ASKED = {
    Asks.HOLDS: _("met or not"),
    Asks.PROVINCE: _("fixed by the province"),
    Asks.RULE: _("by a rule of several parts"),
}
SENSES = {Sense.AT_LEAST: "≥", Sense.AT_MOST: "≤"}
KNOWN = {
    Known.VERIFIED: _("verified"),
    Known.RECALLED: _("not verified"),
    Known.UNKNOWN: _("not found"),
    Known.NEEDS_CHECK: _("sources disagree"),
}
TONES = {Known.VERIFIED: "good", Known.RECALLED: "bad", Known.UNKNOWN: "", Known.NEEDS_CHECK: "late"}


def said(each: Criterion) -> str:
    """Number and name: "17.1 Hộ dùng nước sạch theo quy chuẩn"; a content without a number of its own by that of its criterion."""
    return f"{each.number} {each.name}" if each.numbered else f"{each.above} – {each.name}"


def said_whole(each: Criterion) -> str:
    """With the act of its set, as it stands where several sets are meant."""
    return f"{said(each)} · {sets()[each.set].act}"


def anchor(each: Criterion) -> str:
    """The id of the criterion's row on the page of its set."""
    return "c-" + each.number.replace(".", "-")


def said_set(each: CriteriaSet) -> str:
    """A set by its name and act."""
    return f"{each.name} – {each.act}"


def threshold(each: Criterion, column: Threshold) -> str:
    """ "Đồng bằng sông Hồng, 2022: ≥ 53 triệu đồng/người/năm"."""
    where = ", ".join(filter(None, (REGIONS[column.where], str(column.year or ""))))
    return f"{where}: {amount(each, column.value)}"


def amount(each: Criterion, value: Decimal) -> str:
    """What a criterion asks for, as it is printed: sign, number, unit."""
    unit = "%" if each.unit == "%" else f" {printed.unit(each.unit)}"
    return f"{SENSES[each.sense] if each.sense else ''}\u00a0{printed.number(value)}{unit}".strip()


def asked(each: Criterion) -> Any:
    """What is asked for where it is no figure; "" where a figure is, or its contents ask."""
    return ASKED.get(each.asks, "") if each.asks else ""
