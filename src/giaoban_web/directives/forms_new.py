"""A task that is made by hand: where it is filed, at which meeting it was given, its words."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from giaoban_web.accounts.forms import PlaceChoice
from giaoban_web.accounts.queries import offered
from giaoban_web.directives.forms import TaskForm
from giaoban_web.meetings.models import Meeting
from giaoban_web.meetings.queries import offered as offered_meetings
from giaoban_web.places.models import Place
from giaoban_web.ui.fields import WordsField


class MeetingChoice(forms.ModelChoiceField):
    """One of the meetings, told by day, place and title."""

    def label_from_instance(self, meeting: Any) -> str:
        day = f"{meeting.held_on:%d/%m/%Y}" if meeting.held_on else "—"
        return f"{day} · {meeting.place} · {meeting.title}"[:120]


class NewTaskForm(TaskForm):
    """A task that no record tells of; the places offered are those that `sought` names, the meetings those that `meeting_like` does.

    What was chosen before stays among them, whatever is looked for.
    """

    place = PlaceChoice(label=_("Filed under"), queryset=None, help_text=_("Whoever has a role there sees the task once it is issued."))
    wording = WordsField(label=_("Wording"), rows=4, help_text=_("Word for word, as concluded."))
    meeting = MeetingChoice(label=_("Meeting"), required=False, queryset=Meeting.objects.none())

    def __init__(self, data: Any = None, *, places: QuerySet[Place], meetings: QuerySet[Meeting], **rest: Any) -> None:
        sought, meeting_like = rest.pop("sought", ""), rest.pop("meeting_like", "")
        super().__init__(data, **rest)
        self._offered = {"places": places, "meetings": meetings, "sought": sought, "meeting_like": meeting_like}
        place = self.fields["place"]
        place.queryset = places
        named = [(each.pk, place.label_from_instance(each)) for each in offered(places, sought, self["place"].value())]
        place.choices = named if len(named) == 1 else [("", "—"), *named]
        meeting = self.fields["meeting"]
        meeting.queryset = meetings
        found = offered_meetings(meetings, meeting_like, self["meeting"].value())
        meeting.choices = [("", "—"), *((each.pk, meeting.label_from_instance(each)) for each in found)]

    def made_with(self) -> dict[str, Any]:
        return super().made_with() | self._offered
