"""Evidence of what was done, and who looked at it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    """What a piece of evidence is."""

    FILE = "file", _("file")
    LINK = "link", _("link")
    OBSERVATION = "observation", _("figure of the ledger")
    DOCUMENT = "document", _("record")


class Evidence(models.Model):
    """One piece, of exactly one kind; it is never taken away, only followed by another.

    event                        the report or progress with which it came
    place, line, period, number  the entry of the ledger that it is, where it is one
    """

    directive = models.ForeignKey("directives.Directive", models.CASCADE, related_name="evidence")
    event = models.ForeignKey("directives.Event", models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=12, choices=EvidenceKind.choices)
    label = models.CharField(_("name of the piece"), max_length=255)
    url = models.URLField(_("link"), max_length=1000, blank=True)
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+", verbose_name=_("place"))
    line = models.ForeignKey("ledger.Line", models.PROTECT, null=True, related_name="+")
    period = models.ForeignKey("ledger.ReportingPeriod", models.PROTECT, null=True, related_name="+", verbose_name=_("period"))
    number = models.PositiveSmallIntegerField(null=True)
    record = models.ForeignKey("records.Record", models.PROTECT, null=True, related_name="+", verbose_name=_("record"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.label


class EvidenceFile(models.Model):
    """The bytes of a piece that is a file, apart so that lists do not load them."""

    evidence = models.OneToOneField(Evidence, models.CASCADE, primary_key=True, related_name="file")
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.evidence}, {self.size}"


class Look(models.Model):
    """A person opened a piece: whoever accepts must have looked at each."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="looks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evidence", "by"], name="look_once")]

    def __str__(self) -> str:
        return f"{self.by}: {self.evidence}"
