"""What clauses are about, seen from their own words and from what stands around."""

import numpy as np
import pytest

from giaoban.model import Topic
from giaoban.reading.learning.themes import learn
from giaoban.reading.senses import Senses, senses
from giaoban.reading.theming import MEANT, VIEWS, Told, meant, names, parse, seen, themes

SCHOOLS = Told(["xây", "dựng", "trường", "học", "cho", "học", "sinh"], ["đề", "nghị", "xây", "dựng", "trường", "học", "cho", "học", "sinh"])
VAGUE = Told(["làm", "tốt", "hơn", "nữa"], ["cần", "làm", "tốt", "hơn", "nữa"])
UNSEEN = np.zeros((1, len(Topic), len(VIEWS)))
LIKE = Senses({}, np.zeros((2, 4)))
HEALTH = Told(["khám", "chữa", "bệnh", "tại", "bệnh", "viện"], ["khám", "chữa", "bệnh", "tại", "bệnh", "viện"])


def topic_of(told, at):
    whole = [word for each in told for word in each.sentence]
    return themes().topics(told, seen(told, whole), meant(told, whole, senses()))[at]


def test_a_clause_that_names_its_topic_has_it():
    assert topic_of([HEALTH], 0) is Topic.HEALTH


@pytest.mark.parametrize("beside", [SCHOOLS, HEALTH], ids=["schools", "hospitals"])
def test_a_clause_that_names_none_has_that_of_the_clauses_beside_it(beside):
    assert topic_of([beside, VAGUE, beside], 1) is topic_of([beside, VAGUE, beside], 0)


def test_every_view_of_a_topic_has_a_value():
    views = seen([SCHOOLS, VAGUE], SCHOOLS.sentence)
    assert views.shape == (2, len(Topic), len(VIEWS))
    assert views.any(axis=(1, 2)).all()


def test_a_clause_in_a_text_without_any_topic_still_has_one():
    assert topic_of([VAGUE], 0) in Topic


def test_words_like_those_of_a_topic_speak_for_it_though_no_text_has_them():
    known = Senses({"hoa": 300, "lan": 301, "cúc": 302, "thuế": 303}, np.array([[0, 0]] * 300 + [[90, 5], [80, 0], [85, 9], [-3, 90]]))
    flower, tax, other = (Told([word], [word]) for word in ("hoa", "thuế", "cúc"))
    cases = [
        (one, UNSEEN[0], meant([one], one.words, known)[0], topic) for one, topic in ((flower, Topic.CULTURE), (tax, Topic.BUDGET))
    ] * 60
    assert parse(learn(cases)).topics([other], UNSEEN, meant([other], other.words, known)) == [Topic.CULTURE]


def test_the_sense_of_words_is_the_same_in_any_order_and_the_commonest_have_none():
    words = ["nước", "thải", "cụm", "công", "nghiệp"]
    assert (senses().of(words) == senses().of(words[::-1])).all()
    assert not senses().of(["và", "của", ",", "0.0"]).any()
    assert all(len(each) == len(MEANT) for each in meant([SCHOOLS, VAGUE], SCHOOLS.sentence, senses()))


def test_marks_and_numbers_are_no_words():
    assert names(["rà", "soát", ",", "0.0"]) == ["rà", "soát", "rà soát"]


def test_a_word_that_the_table_does_not_know_is_learned_and_the_same_each_time():
    odd = Told(["vườn", "lan"], ["vườn", "lan"])
    plain = Told(["vườn", "rau"], ["vườn", "rau"])
    none = meant([odd], odd.words, LIKE)[0]
    cases = [(odd, UNSEEN[0], none, Topic.CULTURE), (plain, UNSEEN[0], none, Topic.WELFARE)] * 60
    table = learn(cases)
    assert table == learn(cases)
    known = parse(table)
    assert known.topics([odd, plain], np.concatenate([UNSEEN, UNSEEN]), [none, none]) == [Topic.CULTURE, Topic.WELFARE]
