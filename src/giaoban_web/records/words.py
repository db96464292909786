"""The fields of a find in the words of a screen."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from giaoban.model import Bound, Force, Measure, Mode, Polarity, Role, Topic
from giaoban_web.records.models import Kind

TOPICS = {
    Topic.PARTY: _("Party and staff"),
    Topic.GROWTH: _("Growth and enterprises"),
    Topic.BUDGET: _("Budget and investment"),
    Topic.INDUSTRY: _("Industry"),
    Topic.AGRICULTURE: _("Agriculture"),
    Topic.RURAL: _("New-style rural area"),
    Topic.INFRASTRUCTURE: _("Infrastructure and planning"),
    Topic.LAND: _("Land and minerals"),
    Topic.ENVIRONMENT: _("Environment"),
    Topic.SERVICES: _("Trade and tourism"),
    Topic.CULTURE: _("Culture and sport"),
    Topic.EDUCATION: _("Education"),
    Topic.HEALTH: _("Health"),
    Topic.WELFARE: _("Poverty and welfare"),
    Topic.ADMINISTRATION: _("Administrative reform"),
    Topic.SECURITY: _("Defence and security"),
    Topic.OTHER: _("Other matters"),
}
FORCES = {Force.ORDER: _("order"), Force.REQUEST: _("request"), Force.PLAN: _("own plan")}
ROLES = {Role.ACTUAL: _("actual"), Role.ESTIMATE: _("estimate"), Role.TARGET: _("target"), Role.BASELINE: _("starting level")}
MEASURES = {Measure.LEVEL: _("level"), Measure.CHANGE: _("rise or fall"), Measure.ATTAINMENT: _("share of plan")}
BOUNDS = {
    Bound.EXACT: _("exactly"),
    Bound.OVER: _("over"),
    Bound.AT_LEAST: _("at least"),
    Bound.UNDER: _("under"),
    Bound.AT_MOST: _("at most"),
    Bound.ABOUT: _("about"),
}
POLARITIES = {Polarity.STRENGTH: _("strength"), Polarity.SHORTCOMING: _("shortcoming")}
MODES = {Mode.ONLINE: _("online"), Mode.IN_PERSON: _("in person"), Mode.HYBRID: _("online and in person")}
BASES = {
    "same_period": _("the same period"),
    "previous_year": _("the year before"),
    "previous_period": _("the period before"),
    "plan": _("the plan"),
}
MARKS = {Kind.MEETING: "m", Kind.OBSERVATION: "o", Kind.STRENGTH: "s", Kind.SHORTCOMING: "w", Kind.DIRECTIVE: "d"}
HEADINGS = {
    Kind.MEETING: _("Meeting"),
    Kind.OBSERVATION: _("Figures"),
    Kind.STRENGTH: _("Strengths"),
    Kind.SHORTCOMING: _("Shortcomings"),
    Kind.DIRECTIVE: _("Directives"),
}

RULES = {
    "meetings": _("meetings"),
    "observations": _("figures in sentences"),
    "table_figures": _("figures in tables"),
    "doubted_figures": _("perhaps no figure, numbers like it were rejected here"),
    "admitted_figures": _("numbers like it were added as figures here"),
    "findings": _("strengths and shortcomings"),
    "directives": _("directives in sentences"),
    "nearest_directives": _("directives in sentences"),
    "tabled_tasks": _("directives in tables"),
}


def rule(name: str) -> str:
    """What a rule is called on a screen ("figures in sentences, version 1"); its own name where the table does not know it."""
    kind, _at, version = name.partition("@")
    if kind not in RULES or not version:
        return name
    return gettext("%(rule)s, version %(version)s") % {"rule": RULES[kind], "version": version}


def word(table: dict[Any, Any], value: Any) -> str:
    """What `value` is called; the value itself where the table does not know it, nothing for none."""
    return str(table.get(value, value)) if value else ""
