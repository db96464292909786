"""Figures of a brief that the ledger has put right since."""

from dataclasses import replace

from giaoban.brief.composing import brief
from giaoban.brief.corrected import corrected
from tests.core.brief.made import BUDGET, GIVEN, POVERTY, level

COMPOSED = brief(replace(GIVEN, figures=(BUDGET, POVERTY)))


def told(*now):
    return [(each.name, each.told, each.now) for each in corrected(COMPOSED, now)]


def test_figures_that_stand_are_not_corrected_nor_by_one_of_a_later_period():
    later = level("2021", "1290")
    assert told(BUDGET, POVERTY) == []
    assert told(replace(BUDGET, latest=later, earlier=(*BUDGET.earlier, BUDGET.latest)), POVERTY) == []


def test_another_number_of_the_same_period_is_told_with_both():
    right = level("2021-H1", "501")
    assert told(replace(BUDGET, latest=right), POVERTY) == [("Thu ngân sách", BUDGET.latest, right)]
    assert told(replace(BUDGET, latest=level("2021", "1290"), earlier=(right,)), POVERTY) == [("Thu ngân sách", BUDGET.latest, right)]


def test_a_figure_that_stands_no_more_is_told():
    assert told(BUDGET) == [("Tỷ lệ hộ nghèo", POVERTY.latest, None)]
