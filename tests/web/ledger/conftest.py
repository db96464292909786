"""A figure of the town, waiting to be confirmed; whoever keeps its ledger."""

from functools import partial

import pytest

from giaoban_web.records import actions
from giaoban_web.records.models import Find, Verdict
from tests.web.facts import *  # noqa: F403  its fixtures
from tests.web.facts import FIGURE

WORDS = "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng"


@pytest.fixture
def steward(person, town):
    return person("steward", town)


@pytest.fixture
def figure(fact, record):
    """figure(**changes) is an undecided find that says what FIGURE says, but for the changes."""

    def make(words=WORDS, **changes) -> Find:
        return fact(record, "observation", words, FIGURE | changes, verdict=None)

    return make


def decided(clerk, find, verdict=Verdict.CONFIRMED, **fields):
    """The find, decided by `clerk`, with these fields corrected."""
    find = Find.objects.get(pk=find.pk)
    change = actions.Change(find.kind, find.start, find.end, find.fields | fields) if fields else None
    seen = find.standing.number if find.standing else 0
    return actions.decide(find=find, verdict=verdict, seen=seen, by=clerk, change=change, reason="vì thế")


@pytest.fixture
def confirm(clerk):
    """confirm(find) as the clerk does; other verdicts and corrections too."""
    return partial(decided, clerk)
