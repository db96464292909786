"""Filings: the figures of one place and period as they are typed, submitted, approved and locked. The ledger holds what came of them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from giaoban.ledger import Status
from giaoban.model import Bound, Role
from giaoban_web.ledger.filing_moves import FilingState

ROLES = (Role.ACTUAL, Role.TARGET, Role.BASELINE)


class Filing(models.Model):
    """What one place files for one period.

    version       how often it has moved; who moves it names the last one seen
    basis         the paper that set its targets and baselines: their source
    submitted_by  of the last submission; somebody else approves
    """

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="filings", verbose_name=_("place"))
    period = models.ForeignKey("ledger.ReportingPeriod", models.PROTECT, related_name="+", verbose_name=_("period"))
    state = models.CharField(_("state"), max_length=10, choices=FilingState.choices, default=FilingState.DRAFT)
    version = models.PositiveIntegerField(default=0)
    basis = models.CharField(_("basis of the targets"), max_length=255, blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("submitted by"))
    moved_at = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("filing")
        ordering = ["place", "period"]
        constraints = [models.UniqueConstraint(fields=["place", "period"], name="filing_once")]
        indexes = [models.Index(fields=["state", "moved_at"])]

    def __str__(self) -> str:
        return f"{self.place}, {self.period}"


class FilingCell(models.Model):
    """One figure of a filing as it was last typed.

    breakdown  the part of the whole, as in a cell of the ledger
    value    with its digits, "19200.50"; empty where it was taken out again. `value_to` is the upper end of a range
    number   how often it was saved; who saves it names the last one seen
    entered  by step ("submit", "approve"): the key of the entry that it became, and what that entry said
    """

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="cells")
    indicator = models.ForeignKey("ledger.Indicator", models.PROTECT, related_name="+", verbose_name=_("indicator"))
    breakdown = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=8, choices=[(each.value, each.value) for each in ROLES])
    value = models.CharField(_("value"), max_length=40, blank=True)
    value_to = models.CharField(max_length=40, blank=True)
    unit = models.CharField(_("unit"), max_length=40)
    bound = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Bound], default=Bound.EXACT.value)
    status = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Status], default=Status.PROVISIONAL.value)
    note = models.CharField(_("note"), max_length=300, blank=True)
    number = models.PositiveIntegerField(default=0)
    entered: Any = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["filing", "indicator", "breakdown", "role"], name="filing_cell_once")]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.role}: {self.value}"


class FilingMove(models.Model):
    """One step of a filing: who moved it, from which state to which, and why."""

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="moves")
    step = models.CharField(max_length=10)
    before = models.CharField(max_length=10, choices=FilingState.choices)
    after = models.CharField(max_length=10, choices=FilingState.choices)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
