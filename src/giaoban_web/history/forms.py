"""What the log can be narrowed by; a filter that makes no sense is left out."""

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from giaoban_web.history.models import Entry


class Filter(forms.Form):
    """Person, act, subject and days, all of which may be empty."""

    person = forms.CharField(label=_("Person"), required=False)
    act = forms.ChoiceField(label=_("Act"), required=False)
    subject = forms.CharField(label=_("Subject"), required=False)
    since = forms.DateField(label=_("Since"), required=False)
    until = forms.DateField(label=_("Until"), required=False)

    def narrow(self, rows: QuerySet[Entry]) -> QuerySet[Entry]:
        """Those of `rows` that fit; call it before the form is shown: it also offers the acts that there are."""
        acts = rows.order_by("act").values_list("act", flat=True).distinct()
        self.fields["act"].choices = [("", _("all")), *((act, gettext(act)) for act in acts)]
        self.is_valid()
        for name, value in self.cleaned_data.items():
            if value:
                rows = rows.filter(CONDITIONS[name](value))
        return rows


def _person(text: str) -> Q:
    people = get_user_model().objects.filter(Q(name__icontains=text) | Q(username__icontains=text))
    return Q(by__in=people)


def _subject(text: str) -> Q:
    kind, _space, number = text.strip().partition(" ")
    return Q(subject_type__icontains=kind) & (Q(subject_id=number) if number else Q())


CONDITIONS = {
    "person": _person,
    "act": lambda act: Q(act=act),
    "subject": _subject,
    "since": lambda day: Q(at__date__gte=day),
    "until": lambda day: Q(at__date__lte=day),
}
