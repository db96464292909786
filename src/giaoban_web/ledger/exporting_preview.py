"""What a release would let everybody see, told before it does: how many figures, of what, and what of the same places stays in and why."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from giaoban.exchange.figures import Figure
from giaoban_web.ledger.exporting import Selection
from giaoban_web.ledger.exporting_parts import digest
from giaoban_web.ledger.filing_moves import OPEN, FilingState
from giaoban_web.ledger.models import Entry, Filing, Posting, PostingState, Withdrawal
from giaoban_web.ledger.queries import visible_to
from giaoban_web.ledger.words import ROLES, STATUSES
from giaoban_web.places.models import Place
from giaoban_web.ui import printed

TOLD_BY: dict[str, Callable[[Figure], Any]] = {
    "places": lambda figure: f"{figure.place_name} · {figure.place_code}",
    "periods": lambda figure: figure.period,
    "indicators": lambda figure: figure.indicator_name,
    "kinds": lambda figure: (figure.status, figure.role),
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What would go out.

    sha256    of the CSV that would be kept: whoever releases names the one that she was shown
    told      how many figures there are of each place, period, indicator and kind, the most first
    approvals filings whose figures go out before anybody approved them
    staying   what of the same places stays in, by the reason
    """

    count: int
    sha256: str
    first: list[Figure]
    told: dict[str, list[tuple[str, int]]]
    approvals: int
    staying: dict[str, int]


def preview(figures: list[Figure], selection: Selection, place: Place, by: Any, first: int) -> Preview:
    """Of figures that `exporting_releases.chosen` gives for the selection; the first so many of them in full."""
    filings = Filing.objects.filter(place__path__startswith=place.path)
    if selection.period:
        filings = filings.filter(period__text=selection.period)
    told = {name: _counted(figures, key, SAID.get(name, str)) for name, key in TOLD_BY.items()}
    submitted = filings.filter(state=FilingState.SUBMITTED).count()
    return Preview(len(figures), digest(figures), figures[:first], told, submitted, _staying(len(figures), selection, place, by, filings))


def _counted(figures: Iterable[Figure], key: Callable[[Figure], Any], said: Callable[[Any], str]) -> list[tuple[str, int]]:
    return [(said(each), count) for each, count in Counter(map(key, figures)).most_common()]


def _kind(kind: Any) -> str:
    status, role = kind
    return f"{STATUSES[status]}, {ROLES[role]}"


SAID: dict[str, Callable[[Any], str]] = {"periods": printed.period, "kinds": _kind}


def _staying(count: int, selection: Selection, place: Place, by: Any, filings: QuerySet[Filing]) -> dict[str, int]:
    """What stays in: `otherwise` the entries of indicators and periods that were not chosen, `behind` those behind the one that stands."""
    within = visible_to(by).filter(place__path__startswith=place.path)
    entries = selection.of(within)
    chosen, gone = entries.count(), _withdrawn(entries)
    postings = Posting.objects.filter(place__path__startswith=place.path)
    return {
        "otherwise": within.count() - chosen,
        "withdrawn": gone,
        "behind": chosen - gone - count,
        "waiting": postings.filter(state=PostingState.WAITING).count(),
        "left_out": postings.filter(state=PostingState.LEFT_OUT).count(),
        "typed": filings.filter(state__in=OPEN).count(),
    }


def _withdrawn(entries: QuerySet[Entry]) -> int:
    same = {name: OuterRef(name) for name in ("place", "line", "period", "number")}
    return entries.filter(Exists(Withdrawal.objects.filter(**same))).count()
