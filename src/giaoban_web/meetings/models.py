"""Review meetings (cuộc họp giao ban, buổi làm việc)."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from giaoban.model import Mode


class Meeting(models.Model):
    """One meeting, as a confirmed record tells it; wordings are kept as written."""

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", verbose_name=_("place under review"))
    held_on = models.DateField(_("held on"), null=True)
    mode = models.CharField(_("mode"), max_length=10, blank=True, choices=[
        (Mode.ONLINE.value, _("online")), (Mode.IN_PERSON.value, _("in person")), (Mode.HYBRID.value, _("hybrid")),
    ])  # fmt: skip
    title = models.CharField(_("title"), max_length=300)
    convener = models.CharField(_("convener"), max_length=300, blank=True)
    reviewed = models.CharField(_("reviewed"), max_length=300, blank=True)
    chair = models.CharField(_("chair"), max_length=120, blank=True)
    chair_offices = models.JSONField(_("offices of the chair"), default=list)

    class Meta:
        verbose_name = _("meeting")
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("overview:meeting", args=[self.pk])
