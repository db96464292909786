"""Files on their way into the ledger, and what people said that the headings of a sheet mean."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class UploadState(models.TextChoices):
    """How far a file has come on its way into the ledger."""

    LAYING_OUT = "laying_out", _("its columns are to be understood")
    WORKING = "working", _("being looked at")
    LOOKED_AT = "looked_at", _("looked at, not entered")
    ENTERED = "entered", _("in the ledger")
    TAKEN_BACK = "taken_back", _("taken back")
    REFUSED = "refused", _("refused")


class Upload(models.Model):
    """A file that somebody brings in, from its arrival to its entries.

    form      one of `giaoban.exchange.formats.READABLE`; empty for a sheet whose columns are laid out
    sheet     name of the sheet that was chosen of a workbook; `layout` says what it means, see `sheets.layout.as_json`
    outcome   what the last look at it found: rows, added, same, refused, problems
    refusal   code and values of the message where it was refused as a whole
    seen_at   its last sign of life while it is being looked at: long ago, the server stopped
    """

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", verbose_name=_("place"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    name = models.CharField(_("name"), max_length=255)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    form = models.CharField(max_length=10, blank=True)
    sheet = models.CharField(max_length=100, blank=True)
    layout: Any = models.JSONField(default=dict)
    reported_on = models.DateField(_("reported"))
    state = models.CharField(_("state"), max_length=10, choices=UploadState.choices)
    outcome: Any = models.JSONField(default=dict)
    refusal: Any = models.JSONField(null=True)
    rows_read = models.PositiveIntegerField(default=0)
    source = models.ForeignKey("ledger.Source", models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(_("at"), auto_now_add=True)
    seen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("imported file")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class SheetLayout(models.Model):
    """What the headings of one kind of sheet mean, as a person last said it for a place."""

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", verbose_name=_("place"))
    fingerprint = models.CharField(max_length=64)
    layout: Any = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now=True)

    class Meta:
        verbose_name = _("layout of a sheet")
        constraints = [models.UniqueConstraint(fields=["place", "fingerprint"], name="sheet_layout_once")]

    def __str__(self) -> str:
        return self.fingerprint[:12]
