"""A figure of the town, waiting to be confirmed; whoever keeps its ledger."""

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


@pytest.fixture
def confirm(clerk):
    """confirm(find) as the clerk does; other verdicts and corrections too."""

    def decide(find, verdict=Verdict.CONFIRMED, **fields):
        find = Find.objects.get(pk=find.pk)
        change = actions.Change(find.kind, find.start, find.end, find.fields | fields) if fields else None
        return actions.decide(
            find=find, verdict=verdict, seen=find.standing.number if find.standing else 0, by=clerk, change=change, reason="vì thế"
        )

    return decide
