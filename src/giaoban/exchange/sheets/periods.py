"""What the heading of a sheet's column says of period, role and status; periods are read as in the tables of a record."""

from dataclasses import dataclass

from giaoban.ledger import Status
from giaoban.model import Period, Role
from giaoban.reading.rules.figures.tables import times


@dataclass(frozen=True, slots=True)
class Timed:
    """A heading taken apart: its period where it says one, role and status, and the words that are left."""

    rest: str
    period: Period | None = None
    role: Role = Role.ACTUAL
    status: Status = Status.PROVISIONAL


def timed(heading: str, year: str = "") -> Timed:
    """The heading taken apart; `year` is that of the title, for a heading that only says "Quý I". An estimate is a status here."""
    said = times.timed(heading, year)
    if said.role is Role.ESTIMATE:
        return Timed(said.rest, said.period, Role.ACTUAL, Status.ESTIMATE)
    return Timed(said.rest, said.period, said.role, Status.FINAL if said.role is Role.TARGET else Status.PROVISIONAL)
