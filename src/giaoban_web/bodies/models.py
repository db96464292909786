"""Bodies (cơ quan) and posts (chức danh) that can be given a task, and the people who sit there for a time."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class BodyQuerySet(models.QuerySet["Body"]):
    """Bodies and posts, to be narrowed."""

    def standing(self) -> Self:
        return self.filter(retired_on=None)


class Body(models.Model):
    """A body, or a post in one: both hold tasks, so that a change of person moves nothing.

    place     where it is kept: whoever keeps bodies there changes it
    superior  what stands above it; of a post, the body that it belongs to
    also      other names under which records speak of it
    topics    the fields in which it leads (`giaoban.model.Topic`)
    folded    its names without accents, each between "|", for search and matching
    proposed_by  who misses it, until whoever keeps bodies there has confirmed it: no task goes out to it before
    """

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", verbose_name=_("place"))
    name = models.CharField(_("designation"), max_length=200)
    also: Any = models.JSONField(_("also called"), default=list)
    is_post = models.BooleanField(_("a post"), default=False)
    superior = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="below", verbose_name=_("stands under"))
    topics: Any = models.JSONField(_("leads in"), default=list)
    folded = models.TextField(editable=False)
    retired_on = models.DateField(_("ended"), null=True, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("proposed by")
    )

    objects = BodyQuerySet.as_manager()
    in_use = Q(retired_on=None)

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["place", "name"], name="body_once_per_place", condition=Q(retired_on=None))]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("bodies:body", args=[self.pk])


class SeatQuerySet(models.QuerySet["Seat"]):
    """Who sits where, to be narrowed."""

    def on(self, day: date) -> Self:
        """The seats that are held on `day`."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=day), since_on__lte=day)


class Seat(models.Model):
    """A person sits for a body or holds a post, from a day (included) to a day (excluded, empty while it lasts)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="seats", verbose_name=_("body"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="seats", verbose_name=_("person"))
    since_on = models.DateField(_("since the day"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        ordering = ["body", "since_on", "pk"]
        constraints = [
            models.CheckConstraint(name="seat_ends_after_it_starts", condition=Q(until_on=None) | Q(until_on__gt=F("since_on"))),
            models.UniqueConstraint(fields=["body", "user"], name="seat_once", condition=Q(until_on=None)),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.body}"
