"""What the first phases mark in the text for the later ones to link."""

from dataclasses import dataclass
from datetime import date

from giaoban.model import Period


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class PeriodMention:
    """A date or span of time named in the text, resolved as far as the text allows.

    period      None where the year is never given, or no calendar has the day
    by          the words make it a time limit (trước ngày 30/6, đến hết quý II, chậm nhất)
    impossible  a day that no calendar has (31/2, 31/4, 29/2/2023): whoever wrote it must be asked
    """

    period: Period | None
    by: bool = False
    impossible: bool = False


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class PlaceMention:
    """A place named in the text (TX Đông Triều, huyện Krông Nô), as written."""

    name: str


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class BodyMention:
    """A body or office holder named in the text (Ban Thường vụ Tỉnh ủy, Bí thư Tỉnh ủy, UBND huyện), as written."""

    name: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class TimeAnchor:
    """From where the text counts time: the day of its own date line, else only the year it speaks of most.

    turn  the text speaks of that year's results and of the next year's tasks: its days of January to March are the next year's
    held  the day is that on which something is said to have been held, not that of the paper
    """

    year: int
    on: date | None = None
    turn: bool = False
    held: bool = False


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class AgencyMention:
    """An agency, company or sector named in the text that figures may be about, as written."""

    name: str
