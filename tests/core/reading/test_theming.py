"""What clauses are about, seen from their own words and from what stands around."""

import pytest

from giaoban.model import Topic
from giaoban.reading.learning.themes import learn
from giaoban.reading.theming import VIEWS, Told, names, parse, seen, themes

SCHOOLS = Told(["xây", "dựng", "trường", "học", "cho", "học", "sinh"], ["đề", "nghị", "xây", "dựng", "trường", "học", "cho", "học", "sinh"])
VAGUE = Told(["làm", "tốt", "hơn", "nữa"], ["cần", "làm", "tốt", "hơn", "nữa"])
HEALTH = Told(["khám", "chữa", "bệnh", "tại", "bệnh", "viện"], ["khám", "chữa", "bệnh", "tại", "bệnh", "viện"])


def test_a_clause_that_names_its_topic_has_it():
    views = seen([HEALTH], HEALTH.sentence)
    assert themes().topic(HEALTH, views[0]) is Topic.HEALTH


@pytest.mark.parametrize("beside", [SCHOOLS, HEALTH], ids=["schools", "hospitals"])
def test_a_clause_that_names_none_has_that_of_the_clauses_beside_it(beside):
    told = [beside, VAGUE, beside]
    views = seen(told, [word for each in told for word in each.sentence])
    assert themes().topic(VAGUE, views[1]) is themes().topic(beside, views[0])


def test_every_view_of_a_topic_has_a_value():
    for view in seen([SCHOOLS, VAGUE], SCHOOLS.sentence):
        assert view and all(len(values) == len(VIEWS) for values in view.values())


def test_a_clause_in_a_text_without_any_topic_still_has_one():
    assert themes().topic(VAGUE, seen([VAGUE], VAGUE.sentence)[0]) in Topic


def test_marks_and_numbers_are_no_words():
    assert names(["rà", "soát", ",", "0.0"]) == ["rà", "soát", "rà soát"]


def test_a_word_that_the_table_does_not_know_is_learned_and_the_same_each_time():
    odd = Told(["vườn", "lan"], ["vườn", "lan"])
    plain = Told(["vườn", "rau"], ["vườn", "rau"])
    cases = [(odd, {}, Topic.CULTURE), (plain, {}, Topic.WELFARE)] * 60
    table = learn(cases)
    assert table == learn(cases)
    known = parse(table)
    assert (known.topic(odd, {}), known.topic(plain, {})) == (Topic.CULTURE, Topic.WELFARE)
