"""What the first phases mark in the text for the later ones to link."""

from dataclasses import dataclass

from giaoban.model import Period


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A date or span of time named in the text, resolved as far as the text allows.

    period  None where the year is never given
    by      the words make it a time limit (trước ngày 30/6, đến hết quý II, chậm nhất)
    """

    period: Period | None
    by: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text (TX Đông Triều, huyện Krông Nô), as written."""

    name: str


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body or office holder named in the text (Ban Thường vụ Tỉnh ủy, Bí thư Tỉnh ủy, UBND huyện), as written."""

    name: str
    person: bool = False
