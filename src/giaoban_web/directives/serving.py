"""Criteria and tasks: those that a task in the making may serve, and the tasks that serve one."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Q

from giaoban.directives.suggesting import indicator_named
from giaoban.reference.criteria.finding import search, told_by, within
from giaoban.reference.criteria.tables import Criterion
from giaoban_web.criteria.fields import key_of
from giaoban_web.directives.models import Directive
from giaoban_web.ledger.indicator_fields import meant
from giaoban_web.ledger.queries import indicators
from giaoban_web.ui.folding import holding

TAKING = "criterion "
"""Before the key of a criterion on the button that takes it."""


def suggested(indicators: Iterable[str], wording: str, on: date, chosen: str = "") -> Sequence[tuple[str, Criterion]]:
    """Criteria in force on the day to which the figures speak that it should move or that its words name, but for the one chosen already.

    Each comes with what the button that takes it sends. indicators: keys of those that the task should move.
    """
    keys = dict.fromkeys([*indicators, *filter(None, [indicator_named(wording)])])
    found = {each.key: each for key in keys for each in told_by(key, on)}
    return [(TAKING + key_of(each), each) for each in found.values() if key_of(each) != chosen]


def taken(asked: str) -> dict[str, str]:
    """The field and value of a suggestion that was taken; nothing where it is none of a criterion."""
    return {"serves": asked.removeprefix(TAKING)} if asked.startswith(TAKING) else {}


def aimed(data: Any, directive: Directive | None) -> list[str]:
    """Keys of the indicators that the form names as it was sent; not sent, those of the draft."""
    if data:
        said = [value for name, value in data.items() if name.startswith("aims-") and name.endswith("-indicator") and value.strip()]
        known = list(indicators()) if said else []
        return [found[0].key for each in said if len(found := meant(each, known)) == 1]
    return list(directive.aims.values_list("indicator__key", flat=True)) if directive else []


def serving(text: str, on: date) -> Q:
    """Tasks that serve a criterion found by these words, or one below it; or that say the words of one that no set has."""
    by_set: dict[str, list[str]] = {}
    for each in search(text, on):
        by_set.setdefault(each.set, []).extend(within(*each.key))
    worded = Directive.objects.exclude(criterion="").filter(holding(text, "criterion")).order_by()
    found = Q(pk__in=worded.values("pk"))
    for set_id, numbers in by_set.items():
        found |= _of(set_id, numbers)
    return found


def serving_one(set_id: str, number: str) -> Q:
    """Tasks that serve this criterion or a content below it."""
    return _of(set_id, within(set_id, number))


def _of(set_id: str, numbers: Sequence[str]) -> Q:
    """The last condition is that of the index, which else is not used."""
    return Q(criterion_set=set_id, criterion_number__in=numbers) & ~Q(criterion_set="")
