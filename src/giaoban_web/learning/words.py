"""The parts of the reader, and the kinds of its finds, in words."""

from django.utils.translation import gettext_lazy as _

PARTS = {
    "clauses": _("Judgements and tasks"),
    "topic": _("Topics"),
    "figure": _("Which numbers are figures"),
    "name": _("Names of figures"),
    "period": _("Periods of figures"),
    "place": _("Places of figures"),
    "issuer": _("Who asks"),
    "assignee": _("Who acts"),
    "deadline": _("By when"),
    "chair": _("Who chairs"),
    "convener": _("Who convenes"),
}

KINDS = {
    "observation": _("Figures"),
    "strength": _("Strengths"),
    "shortcoming": _("Shortcomings"),
    "directive": _("Tasks"),
    "meeting": _("Meetings"),
}
