"""What the read models roll up, unpacked."""

from giaoban.ledger.rollup import Rolled
from giaoban.ledger.rollup_packing import rolled
from giaoban.model import Measure
from giaoban_web.ledger import catalogue, rollups
from giaoban_web.ledger.codes import BOUNDS
from giaoban_web.ledger.models import Line, ReportingPeriod


def of_period(line: Line, period: ReportingPeriod) -> list[Rolled]:
    """What communes make for each place above them in one period, exact."""
    records = rollups.roll_ups(line).get(period.pk)
    known = catalogue.catalogue().get(line.indicator.key) if line.measure == Measure.LEVEL else None
    return [] if records is None else list(rolled(records, known.units if known else (), BOUNDS))
