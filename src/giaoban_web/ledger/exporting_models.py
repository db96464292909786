"""What was released to the public: the figures themselves, as they stood then."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """On what terms others may use released figures."""

    CC_BY = "CC-BY-4.0", "Creative Commons BY 4.0"
    CC0 = "CC0-1.0", "Creative Commons CC0 1.0"
    ODBL = "ODbL-1.0", "Open Database License 1.0"


class Release(models.Model):
    """Figures that everybody may see. It keeps a copy of them: what comes into the ledger later is not released by it.

    data       the figures in the flat form, CSV, compressed part by part
    parts      how many bytes of `data` each part has, see `exporting_parts`
    sha256     of the CSV
    taken_back_at, taken_back_why   from then on nobody sees them here; the release itself stays
    """

    title = models.CharField(_("title"), max_length=200)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", verbose_name=_("place"))
    indicator = models.ForeignKey("ledger.Indicator", models.PROTECT, null=True, related_name="+", verbose_name=_("indicator"))
    period = models.CharField(_("period"), max_length=24, blank=True)
    licence = models.CharField(_("licence"), max_length=12, choices=Licence.choices)
    count = models.PositiveIntegerField(_("figures"))
    data = models.BinaryField()
    parts = models.JSONField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("released"), auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_why = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("release of figures")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title
