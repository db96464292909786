"""A list or summary of tasks as offices print it (biểu theo dõi nhiệm vụ): one value, drawn as PDF and as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width as a share, the heading under which it stands with its neighbours, whether it holds numbers.

    letters  how many of a cell are printed at most, then "…"; 0 for all. A workbook holds all in any case
    printed  whether paper has room for it; those without stand last, in a workbook alone
    """

    heading: str
    width: int
    group: str = ""
    number: bool = False
    letters: int = 0
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed.

    office   whose paper it is; "" where that is not one place
    under    what stands below the title: what the list was narrowed by, and the day
    notes    the counts in words, each with what it is of
    total    the row above all others, in bold; None for a list
    foot     how it was counted
    """

    office: str
    title: str
    under: Sequence[str]
    notes: Sequence[str]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None = None
    foot: str = ""

    @property
    def grouped(self) -> bool:
        """Whether headings stand in two lines."""
        return any(column.group for column in self.columns)

    def headings(self) -> list[tuple[str, int]]:
        """The upper line of headings with how many columns each spans: a group once over all that lie together."""
        found: list[tuple[str, int]] = []
        for number, column in enumerate(self.columns):
            if column.group and number and self.columns[number - 1].group == column.group:
                found[-1] = (column.group, found[-1][1] + 1)
            else:
                found.append((column.group or column.heading, 1))
        return found
