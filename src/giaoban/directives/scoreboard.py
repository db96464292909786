"""How bodies or places do what they were given, so that splitting tasks or leaving deadlines out gains nothing (docs/decisions/0013).

What is counted is not the task but the conclusion: all that one body has of one conclusion is one share, and it is as good as the worst of
its parts. What was merged into another task keeps its own deadline and is done when that one is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from giaoban.directives.counting import Rate
from giaoban.directives.followed import Followed
from giaoban.directives.outcomes import DUE, TERM, WORSE, Outcome, counted_due, first_due, outcome
from giaoban.directives.states import Standing, State

MINIMUM = 5
"""Shares that must have been due before a rank means anything. Our choice."""


@dataclass(frozen=True, slots=True)
class Part:
    """One task on the scoreboard.

    conclusion  the key of what it came from: the confirmed find, or the directive at the top of those handed down
    whose       the row it stands in: the key of its lead, or of its place
    into        the key of the task that it was merged into
    """

    task: Followed
    conclusion: str
    whose: str
    into: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What one body or place did of its shares of conclusions, on a day.

    outcomes   shares by how they stand
    by_first   done on time of what was due, by the first deadlines, as if none had ever been extended
    undated    shares with a part that was given no deadline
    extended   shares with a part that was given a later one
    withdrawn  shares with a part that was withdrawn; that part is in no rate
    rank       1 is the best; the same for equal rates; None with too few shares due, and where no other row has enough
    """

    whose: str
    on: date
    outcomes: Mapping[Outcome, int]
    by_first: Rate
    undated: int
    extended: int
    withdrawn: int
    rank: int | None = None

    @property
    def due(self) -> int:
        return sum(self.outcomes.get(outcome, 0) for outcome in DUE)

    @property
    def of_due(self) -> Rate:
        """Done on time, of what was due by then: the rate that ranks."""
        return Rate(self.outcomes.get(Outcome.ON_TIME, 0), self.due)

    @property
    def of_all(self) -> Rate:
        """Done on time, of all that was given."""
        return Rate(self.outcomes.get(Outcome.ON_TIME, 0), sum(self.outcomes.values()))


def scoreboard(parts: Iterable[Part], on: date, *, term: int = TERM, minimum: int = MINIMUM) -> tuple[Row, ...]:
    """A row for each body or place, the best first, those without a rank at the end.

    parts    every task after its events up to that day, also those that others were merged into
    term     days after its issue on which a task without a deadline is due
    minimum  shares due from which on a row is ranked
    """
    by_key, shares = _shares(parts)
    rows: dict[str, list[list[Part]]] = {}
    for (whose, _conclusion), share in shares.items():
        rows.setdefault(whose, []).append(share)
    return _ranked([_row(whose, listed, by_key, on, term) for whose, listed in rows.items()], minimum)


def whole(parts: Iterable[Part], on: date, *, term: int = TERM) -> Row:
    """All of it in one row, without a rank: each conclusion once, however many bodies have a part of it.

    What was handed down weighs on its conclusion too.
    """
    by_key, shares = _shares(replace(part, whose="") for part in parts)
    return _row("", list(shares.values()), by_key, on, term)


def _shares(parts: Iterable[Part]) -> tuple[dict[str, Part], dict[tuple[str, str], list[Part]]]:
    """The parts by their keys, and together as shares: all that one has of one conclusion."""
    by_key: dict[str, Part] = {}
    shares: dict[tuple[str, str], list[Part]] = {}
    for part in parts:
        by_key[part.task.key] = part
        shares.setdefault((part.whose, part.conclusion), []).append(part)
    return by_key, shares


def _row(whose: str, shares: Sequence[Sequence[Part]], by_key: Mapping[str, Part], on: date, term: int) -> Row:
    issued = [live for share in shares if (live := [part for part in share if part.task.issued_on and part.task.issued_on <= on])]

    def outcomes(due_of: Callable[[Followed, int], date | None]) -> Counter[Outcome]:
        worst = (_worst([(_settled(part, by_key), due_of(part.task, term)) for part in share], on) for share in issued)
        return Counter(each for each in worst if each)

    def having(true_of: Callable[[Part], object]) -> int:
        return sum(any(map(true_of, share)) for share in issued)

    first = outcomes(first_due)
    return Row(
        whose,
        on,
        outcomes(counted_due),
        by_first=Rate(first[Outcome.ON_TIME], sum(first[each] for each in DUE)),
        undated=having(lambda part: part.task.first is None),
        extended=having(lambda part: part.task.later),
        withdrawn=having(lambda part: _settled(part, by_key).state is State.WITHDRAWN),
    )


def _worst(share: Iterable[tuple[Standing, date | None]], on: date) -> Outcome | None:
    found = [each for now, due in share if due and (each := outcome(now, due, on))]
    return max(found, key=WORSE.__getitem__, default=None)


def _settled(part: Part, by_key: Mapping[str, Part]) -> Standing:
    """Where the work of a part stands: for what was merged, where that into which it went stands."""
    seen = {part.task.key}
    while part.task.now.state is State.MERGED and (into := by_key.get(part.into or "")) and into.task.key not in seen:
        seen.add(into.task.key)
        part = into
    return part.task.now


def _ranked(rows: Iterable[Row], minimum: int) -> tuple[Row, ...]:
    def able(row: Row) -> bool:
        return row.due >= max(minimum, 1)

    def rate(row: Row) -> Fraction:
        return Fraction(row.of_due.part, row.due)

    listed = list(rows)
    ordered = sorted(filter(able, listed), key=lambda row: (-rate(row), -row.due, row.whose))
    ranks: dict[Fraction, int] = {}
    for number, row in enumerate(ordered if len(ordered) > 1 else (), 1):
        ranks.setdefault(rate(row), number)
    others = sorted((row for row in listed if not able(row)), key=lambda row: row.whose)
    return (*(replace(row, rank=ranks.get(rate(row))) for row in ordered), *others)
