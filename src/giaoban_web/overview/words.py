"""What the parts of a fact are called on a page."""

from django.utils.translation import gettext_lazy as _

from giaoban.model import Force, Measure, Role, Topic

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
FORCES = {Force.ORDER: _("order given"), Force.REQUEST: _("request made"), Force.PLAN: _("own plan")}
ROLES = {Role.ACTUAL: "", Role.ESTIMATE: _("estimate"), Role.TARGET: _("target"), Role.BASELINE: _("starting level")}
MEASURES = {Measure.LEVEL: "", Measure.CHANGE: _("rate of change"), Measure.ATTAINMENT: _("share of plan")}
SUBJECTS = {"places.place": _("places"), "meetings.meeting": _("meetings"), "records.record": _("records"), "records.find": _("facts")}
