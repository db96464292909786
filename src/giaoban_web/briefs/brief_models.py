"""Briefs for coming meetings as they were composed, and what became of their questions. A brief never changes, its questions do."""

import json
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from giaoban.brief import stored
from giaoban.brief.brief import Brief as CoreBrief

PEOPLE = settings.AUTH_USER_MODEL


class Brief(models.Model):
    """One brief, frozen with what it was composed from.

    place    the place that the meeting is with, else the one at which its `body` is kept: whoever may view briefs there sees it
    on       the day of which it tells; `meeting` and `meeting_on` what the coming meeting is and when
    last     the brief that its figures are set against
    said     the text of `giaoban.brief.stored`, byte for byte; `sha256` of its UTF-8 bytes
    heard    what was asked at the meeting of `last`: `ask`, `state`, `note`, `on` of each question, as known when it was composed
    open, overdue, questions_count   of the brief itself, for lists
    """

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="briefs", verbose_name=_("place"))
    body = models.ForeignKey("bodies.Body", models.PROTECT, null=True, related_name="briefs", verbose_name=_("body"))
    on = models.DateField(_("as of"))
    meeting = models.CharField(_("coming meeting"), max_length=300, blank=True)
    meeting_on = models.DateField(_("day of the meeting"), null=True)
    last = models.ForeignKey("self", models.PROTECT, null=True, related_name="next", verbose_name=_("brief before it"))
    said = models.TextField()
    sha256 = models.CharField(max_length=64)
    heard: Any = models.JSONField(default=list)
    open = models.PositiveIntegerField(_("open tasks"))
    overdue = models.PositiveIntegerField(_("overdue tasks"))
    questions_count = models.PositiveIntegerField(_("questions"))
    made_by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+", verbose_name=_("composed by"))
    made_at = models.DateTimeField(_("composed"), auto_now_add=True)

    class Meta:
        verbose_name = _("brief")
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["place", "-on"], name="brief_of_place")]

    def __str__(self) -> str:
        return self.meeting or self.about

    def get_absolute_url(self) -> str:
        return reverse("briefs:brief", args=[self.pk])

    @property
    def about(self) -> str:
        """Whom the meeting is with."""
        return self.body.name if self.body else self.place.title

    @property
    def intact(self) -> bool:
        """Whether what is kept is what was composed."""
        return sha256(self.said.encode()).hexdigest() == self.sha256

    def told(self) -> CoreBrief:
        """The brief as the core knows it. Refused (`brief-unreadable`) where it is none."""
        return stored.loaded(self.said.encode())


def text_of(brief: CoreBrief) -> str:
    """The brief as JSON text, as it is stored; equal briefs give equal texts, so that their hashes can be compared."""
    return json.dumps(stored.stored(brief), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Asked(models.TextChoices):
    """What became of a question at the meeting."""

    OPEN = "open", _("not asked yet")
    ASKED = "asked", _("asked at the meeting")
    ANSWERED = "answered", _("answered")


class BriefQuestion(models.Model):
    """What became of one question at the meeting.

    number  1, 2, 3 … in the order of the brief; `about` the key of what it is about
    """

    brief = models.ForeignKey(Brief, models.CASCADE, related_name="questions")
    number = models.PositiveIntegerField()
    about = models.CharField(max_length=500)
    state = models.CharField(_("state"), max_length=8, choices=Asked.choices)
    note = models.TextField(_("note"), blank=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now=True)

    class Meta:
        ordering = ["brief", "number"]
        constraints = [
            models.UniqueConstraint(fields=["brief", "number"], name="brief_question_once"),
            models.CheckConstraint(name="brief_answer_has_words", condition=~Q(state="answered") | ~Q(note="")),
        ]

    def __str__(self) -> str:
        return f"{self.brief_id}.{self.number}"
