"""What was learned, how well it read, and whether it came into use."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LessonQuerySet(models.QuerySet["Lesson"]):
    def standing(self) -> Self:
        """Lessons that came into use and were not taken back, the one in use first."""
        return self.exclude(taken_at=None).filter(left_at=None).order_by("-pk")


class Lesson(models.Model):
    """One learning of weights from decided records.

    stamp         of the weights; their tables lie in the folder of that name (see `learning.shelf`)
    texts, aside  records learned from, and records kept aside to measure by
    marked        findings and directives that people confirmed in the records kept aside
    read_before, pairs_before    how many were read there by the weights used until then, and how many of them agree with a confirmed one
    read_after, pairs_after      the same by the new weights
    taken_at      when they came into use: only where they read better
    left_at       when they were taken back
    """

    stamp = models.CharField(max_length=12)
    texts = models.PositiveIntegerField(_("records learned from"))
    aside = models.PositiveIntegerField(_("records kept aside"))
    marked = models.PositiveIntegerField()
    read_before = models.PositiveIntegerField()
    pairs_before = models.PositiveIntegerField()
    read_after = models.PositiveIntegerField()
    pairs_after = models.PositiveIntegerField()
    learned_at = models.DateTimeField(auto_now_add=True)
    taken_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    objects = LessonQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("lesson of the reader")
        constraints = [
            models.CheckConstraint(name="lesson_is_left_after_it_was_taken", condition=Q(left_at=None) | Q(taken_at__lte=F("left_at")))
        ]

    def __str__(self) -> str:
        return self.stamp
