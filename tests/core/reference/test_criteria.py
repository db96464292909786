from datetime import date

import pytest

from giaoban.reference.criteria.finding import criterion, in_force, of_set, search, told_by, within
from giaoban.reference.criteria.tables import REGIONS, Asks, Known, Tier, criteria, sets
from giaoban.reference.indicators import catalogue
from tests.tables import table


@pytest.mark.parametrize("case", table("criteria.tsv"), ids=lambda case: f"{case['words']} {case['on']}")
def test_a_criterion_is_found_by_its_words_as_the_corpus_says(case):
    found = [each.key for each in search(case["words"], date.fromisoformat(case["on"]))]
    assert found[:1] == ([(case["set"], case["number"])] if case["set"] else [])


def test_each_criterion_belongs_to_a_set_and_each_content_to_a_criterion_of_it():
    for each in criteria().values():
        assert each.set in sets()
        assert not each.above or (each.set, each.above) in criteria()


def test_no_set_holds_more_than_its_act_has():
    for each in sets().values():
        held = of_set(each.id)
        assert held
        assert each.criteria_count is None or sum(not one.above for one in held) <= each.criteria_count


def test_the_19_criteria_of_a_commune_and_the_10_after_them_are_all_there():
    whole = {key: sum(not each.above for each in of_set(key)) for key in ("vn-ntm-xa-2016", "vn-ntm-xa-2022", "vn-ntm-xa-2026")}
    assert whole == {"vn-ntm-xa-2016": 19, "vn-ntm-xa-2022": 19, "vn-ntm-xa-2026": 10}


def test_only_what_asks_for_a_figure_has_a_threshold_and_then_says_on_which_side_it_is_good():
    for each in criteria().values():
        figure = each.asks in {Asks.PERCENT, Asks.NUMBER, Asks.RATIO}
        assert figure == (each.sense is not None) == bool(each.unit)
        assert figure or not each.thresholds


def test_a_threshold_stands_in_a_known_region_and_once():
    for each in criteria().values():
        columns = [(one.where, one.year) for one in each.thresholds]
        assert len(columns) == len(set(columns))
        assert {where for where, _year in columns} <= set(REGIONS)


def test_what_is_said_to_be_verified_names_the_source_or_its_set_does():
    for each in criteria().values():
        if Known.VERIFIED in {each.named, each.known}:
            assert each.source or sets()[each.set].sources


def test_every_indicator_that_speaks_to_a_criterion_is_in_the_catalogue():
    assert {name for each in criteria().values() for name in each.indicators} <= set(catalogue())


def test_an_indicator_speaks_to_the_criteria_in_force_on_the_day():
    assert [each.key for each in told_by("bhyt", date(2020, 3, 12))] == [("vn-ntm-xa-2016", "15.1"), ("vn-ntm-xa-kieumau-2018", "B4")]
    assert [each.key for each in told_by("tnbqdn", date(2026, 11, 1))] == [("vn-ntm-xa-2026", "3.a")]
    assert told_by("thu_nsnn", date(2020, 3, 12)) == ()


def test_between_two_sets_there_are_days_without_one():
    assert [each.id for each in in_force(date(2026, 2, 14))] == []
    assert {each.tier for each in in_force(date(2022, 3, 8)) if each.level == "commune"} == set(Tier)


def test_a_criterion_takes_its_contents_with_it_and_a_content_only_itself():
    assert within("vn-ntm-xa-2022", "12") == ("12", "12.1", "12.2")
    assert within("vn-ntm-xa-2022", "1") == ("1", "1.1", "1.2")
    assert within("vn-ntm-xa-2022", "12.1") == ("12.1",)
    assert within("vn-ntm-xa-2022", "99") == ()


def test_a_content_whose_number_was_not_found_says_so():
    assert criterion("vn-ntm-xa-2026", "3.a").numbered is False
    assert criterion("vn-ntm-xa-2016", "17.1a").numbered is True
    assert criterion("vn-ntm-xa-2022", "17.1").numbered is True
    assert criterion("vn-ntm-xa-2022", "17.13") is None


def test_a_source_is_an_address():
    named = [
        *(address for each in criteria().values() for address in each.source.split()),
        *(a for each in sets().values() for a in each.sources),
    ]
    assert [address for address in named if not address.startswith(("https://", "http://"))] == []
