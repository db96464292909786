"""Entries of the log, and the head of its chain."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One write: who did what to which thing, when, with what; `hash` covers it all and the hash before it.

    within  path of the place it belongs to, empty for what belongs to none (a sign-in)
    """

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    act = models.CharField(_("act"), max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=60)
    within = models.CharField(max_length=80, default="", db_index=True)
    details = models.JSONField(_("details"), default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering = ["number"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="history_subject")]

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.subject_type} {self.subject_id}"


class Head(models.Model):
    """The last entry's number and hash: one row, locked while an entry is added."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"
