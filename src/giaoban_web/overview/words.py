"""What the kinds of things found by search are called."""

from django.utils.translation import gettext_lazy as _

SUBJECTS = {
    "places.place": _("places"),
    "meetings.meeting": _("meetings"),
    "records.record": _("records"),
    "records.find": _("facts"),
    "directives.directive": _("tasks"),
    "briefs.notice": _("notices"),
}
