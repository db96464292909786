"""What the ledger holds. Entries are only ever added; which one of a cell stands is computed, or chosen by a person with a reason."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from giaoban.model import Measure
from giaoban_web.ledger.exporting_models import Licence, Release
from giaoban_web.ledger.filing_models import Filing, FilingCell, FilingMove
from giaoban_web.ledger.importing_models import SheetLayout, Upload
from giaoban_web.ledger.read_models import Cut, PackedSeries, Stale
from giaoban_web.ui import printed

__all__ = [
    "Choice", "Cut", "Entry", "Filing", "FilingCell", "FilingMove", "Indicator", "Licence", "Line", "PackedSeries", "Posting",
    "PostingState", "Release", "ReportingPeriod", "Settlement", "SheetLayout", "Source", "SourceKind", "Stale", "Unit", "Upload",
    "Withdrawal", "Wording",
]  # fmt: skip


class Indicator(models.Model):
    """One indicator of the catalogue: those the project ships, and those a steward adds.

    key         stable name, as in `giaoban.reference.indicators`
    definition  everything else that the core knows of it, as plain values
    shipped     it came with Giaoban; a steward may retire it, not change it
    """

    key = models.SlugField(_("key"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    group = models.CharField(_("group"), max_length=60)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    definition = models.JSONField(_("definition"), default=dict)
    shipped = models.BooleanField(default=False)
    folded = models.CharField(max_length=220, db_index=True)
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True)

    class Meta:
        verbose_name = _("indicator")
        ordering = ["group", "name"]

    def __str__(self) -> str:
        return printed.named(self.name)


class Wording(models.Model):
    """A way in which an indicator is written, learned from what a person chose."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="wordings")
    text = models.CharField(_("wording"), max_length=300)
    folded = models.CharField(max_length=300, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.text


class Line(models.Model):
    """What a series measures: an indicator as level, change or attainment, of the whole or of a part ("sex=female").

    base  what a change or attainment is against: same_period, previous_year, previous_period, plan, baseline_year:YYYY; empty for a level
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="lines")
    measure = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Measure], default=Measure.LEVEL.value)
    base = models.CharField(max_length=20, blank=True)
    breakdown = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["indicator", "measure", "base", "breakdown"], name="line_once")]

    def __str__(self) -> str:
        return " · ".join(filter(None, [str(self.indicator), self.breakdown, self.base]))


class ReportingPeriod(models.Model):
    """A span of time that figures are about, in the exchange form of `giaoban.model.Period`."""

    text = models.CharField(max_length=24, unique=True)
    start_on = models.DateField()
    end_on = models.DateField(db_index=True)

    class Meta:
        ordering = ["end_on", "-start_on"]

    def __str__(self) -> str:
        return self.text


class Unit(models.Model):
    """A unit as written."""

    name = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.name


class SourceKind(models.TextChoices):
    """From where a figure came into the ledger."""

    RECORD = "record", _("record of a meeting")
    SHEET = "sheet", _("spreadsheet")
    FORM = "form", _("entry form")
    SERVICE = "service", _("another system")


class Source(models.Model):
    """Where entries came from in one go: a record, an imported sheet, a form filled in, another system.

    reported_on  the day the figures were reported: the vintage of its entries
    sha256       of the imported bytes, so that the same file twice changes nothing
    """

    kind = models.CharField(max_length=8, choices=SourceKind.choices)
    name = models.CharField(_("name"), max_length=255)
    record = models.OneToOneField("records.Record", models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", verbose_name=_("place"))
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    reported_on = models.DateField(_("reported"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Entry(models.Model):
    """One observation of one cell (place, line, period), as printed. Stored clustered by place: see `storage`.

    number             0, 1, 2 … within the cell, in the order they came
    digits, amount     the value is amount / 10^digits, so that 85,70 stays 85,70; `amount_to` is the upper end of a range
    bound, role, status   see `codes`
    spot               where in the source: the id of the find in a record, row × 1,000 + column in a sheet
    """

    pk = models.CompositePrimaryKey("place_id", "line_id", "period_id", "number")
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", db_index=False)
    line = models.ForeignKey(Line, models.PROTECT, related_name="+", db_index=False)
    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField()
    amount = models.BigIntegerField()
    amount_to = models.BigIntegerField(null=True)
    digits = models.PositiveSmallIntegerField(default=0)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    bound = models.PositiveSmallIntegerField(default=0)
    role = models.PositiveSmallIntegerField(default=0)
    status = models.PositiveSmallIntegerField(default=0)
    source = models.ForeignKey(Source, models.PROTECT, related_name="+", db_index=False)
    spot = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["place_id", "line_id", "period_id", "number"]
        indexes = [models.Index(fields=["line", "period"], name="ledger_entry_across")]

    def __str__(self) -> str:
        return f"{self.place_id}/{self.line_id}/{self.period_id}#{self.number}"

    @property
    def value(self) -> Decimal:
        return Decimal(self.amount).scaleb(-self.digits)

    @property
    def value_to(self) -> Decimal | None:
        return None if self.amount_to is None else Decimal(self.amount_to).scaleb(-self.digits)


class Cell(models.Model):
    """Names one cell; what people decide about cells has it in common."""

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    line = models.ForeignKey(Line, models.PROTECT, related_name="+")
    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    reason = models.TextField(_("reason"))

    class Meta:
        abstract = True


class Withdrawal(Cell):
    """An entry no longer counts: its find was rejected or reopened, or a person took it back. It stays in the ledger."""

    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "line", "period", "number"], name="withdrawn_once")]


class Choice(Cell):
    """A person had another entry of a cell stand than the rule would; the last choice counts. Without a number the rule decides again."""

    number = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["place", "line", "period"])]


class PostingState(models.TextChoices):
    """What became of a confirmed figure on its way into the ledger."""

    POSTED = "posted", _("in the ledger")
    WAITING = "waiting", _("waits for an indicator")
    LEFT_OUT = "left_out", _("left out")


class Posting(models.Model):
    """What became of a confirmed figure of a record: the cells it was entered into, or why it is not there yet.

    entries  keys (place, line, period, number) of what it entered: the figure and its comparisons
    why      code of the message that says why it waits or was left out, and its values
    """

    find = models.OneToOneField("records.Find", models.PROTECT, related_name="posting")
    decision = models.ForeignKey("records.Decision", models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=PostingState.choices)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="postings")
    entries: Any = models.JSONField(default=list)
    why: Any = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [models.Index(fields=["state", "place"])]

    def __str__(self) -> str:
        return f"{self.find_id} {self.state}"


class Settlement(models.Model):
    """A person settled what a check found, with a reason. It holds for the very same entries: other figures are asked about anew.

    mark  of the check and its entries, see `discrepancies.mark`
    """

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64, unique=True)
    check_name = models.CharField(max_length=40)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    def __str__(self) -> str:
        return self.check_name
