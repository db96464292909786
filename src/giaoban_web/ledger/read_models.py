"""Read models of the ledger: what stands, packed for reading at national size. Nothing in them is true by itself; a command rebuilds them.

A write leaves a mark in its own transaction for what it made stale; whoever reads next makes that anew and takes the mark away. Marks are
only added by writers, so that two who enter figures of one indicator never wait for each other.
"""

from django.db import models


class PackedSeries(models.Model):
    """What stands of one line at one place, by period; `figures` as `giaoban.ledger.packing` packs them."""

    pk = models.CompositePrimaryKey("place_id", "line_id")
    place = models.ForeignKey("places.Place", models.CASCADE, related_name="+", db_index=False)
    line = models.ForeignKey("ledger.Line", models.CASCADE, related_name="+", db_index=False)
    figures = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.place_id}/{self.line_id}"


class Cut(models.Model):
    """What stands of one line in one period, by place.

    places  ids of the places with an actual figure, four bytes each
    rolled  places above them, as `giaoban.ledger.rollup_packing` packs them; made for the `tree` of places, empty while that is ""
    """

    pk = models.CompositePrimaryKey("line_id", "period_id")
    line = models.ForeignKey("ledger.Line", models.CASCADE, related_name="+", db_index=False)
    period = models.ForeignKey("ledger.ReportingPeriod", models.CASCADE, related_name="+", db_index=False)
    places = models.BinaryField()
    figures = models.BinaryField()
    rolled = models.BinaryField()
    tree = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"{self.line_id}@{self.period_id}"


class Stale(models.Model):
    """A read model that a write made stale: of a place the series of the line `at`, or of a line the cut of the period `at`."""

    class Kind(models.IntegerChoices):
        SERIES = 0
        CUT = 1

    kind = models.PositiveSmallIntegerField(choices=Kind.choices)
    of = models.PositiveBigIntegerField()
    at = models.PositiveBigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["kind", "of", "at"], name="ledger_stale_what")]

    def __str__(self) -> str:
        return f"{self.kind} {self.line} {self.at}"
