"""What was learned, how well each part reads by it, and whether it came into use."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LessonQuerySet(models.QuerySet["Lesson"]):
    """Lessons, to be narrowed."""

    def standing(self) -> Self:
        """Lessons that came into use and were not taken back, the one in use first."""
        return self.exclude(taken_at=None).filter(left_at=None).order_by("-pk")


class Lesson(models.Model):
    """One learning of weights from decided records.

    stamp         of the weights in use from then on, whose tables lie in the folder of that name (see `learning.shelf`); where none are
                  taken, of those learned
    base          tells apart the weights of the package from which it learned
    texts, aside  records learned from, and records kept aside to measure by
    kept          records kept to say by how sure finds are
    finds         decided finds of the records learned from
    parts         how each part fared, as `learning.queries.Fared` has it
    shown         how sure finds of each kind are shown to be, as `learning.queries.calibrated` has it
    taken_at      when weights came into use: only those of parts that read better
    left_at       when they were taken back
    """

    stamp = models.CharField(max_length=12)
    base = models.CharField(max_length=12, blank=True)
    texts = models.PositiveIntegerField(_("records learned from"))
    aside = models.PositiveIntegerField(_("records kept aside"))
    kept = models.PositiveIntegerField(_("records kept for confidence"), default=0)
    finds = models.PositiveIntegerField(_("decided finds learned from"), default=0)
    parts = models.JSONField(default=list)
    shown = models.JSONField(default=list)
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
