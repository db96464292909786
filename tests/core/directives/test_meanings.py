"""What a wording says by the thesaurus, and how what two wordings mean stands to each other."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from giaoban.directives.repetition.deeds import Demand
from giaoban.directives.repetition.deeds_apart import told_apart
from giaoban.directives.repetition.meanings import LONGEST, meant, rows, shipped
from giaoban.directives.repetition.meanings_compared import compared_meanings

RELATIONS = {"is", "deed", "kind", "part", "end", "plain"}


def compared(one, two):
    return compared_meanings(meant(one), meant(two))


def test_another_name_names_the_same_and_a_special_one_is_a_kind_of_the_general():
    assert meant("đàn heo").whole.same == meant("lợn").whole.same == {"lợn"}
    assert "gia cầm" in meant("nuôi ngan").whole.wider
    assert "gia súc" in meant("lợn").whole.wider


def test_a_general_wording_is_said_by_a_special_one_and_siblings_are_not():
    special, siblings = compared("giống gia cầm", "giống ngan"), compared("giống ngan", "giống ngỗng")
    assert special["worse kin"] == 1
    assert special["worse meant"] < 1
    assert siblings["worse kin"] == 0
    assert siblings["siblings"] > special["siblings"]


def test_a_part_is_said_by_its_whole():
    assert compared("phát cỏ mái đê", "phát cỏ tuyến đê")["worse kin"] == 1


def test_a_means_and_its_end_are_about_the_same_end_and_other_means_about_another():
    assert compared("tắt đèn khi ra về", "sử dụng điện tiết kiệm")["same end"] > 0
    other = compared("tắt đèn khi ra về", "nạo vét cống")
    assert (other["same end"], other["other end"]) == (0, 1)


def test_words_for_what_is_to_be_done_are_deeds_and_no_things():
    read = meant("tu sửa")
    assert read.deeds
    assert read.deeds == meant("trùng tu").deeds
    assert not read.things


@pytest.mark.parametrize("wording", ["về Bến Rừng", "qua xã Cầu Đất"])
def test_what_is_written_as_a_name_is_nothing_else(wording):
    assert not meant(wording).things


def test_a_word_within_another_that_means_nothing_here_is_not_read():
    assert not meant("thị trường").things
    assert not meant("trường hợp").things


def test_capitals_throughout_tell_no_names():
    assert meant("TRỒNG LÚA").whole == meant("trồng lúa").whole


@example("an ninh mạng 389", "an toàn thông tin tuồn hàng qua biên giới hàng không nguồn gốc an toàn thông tin")
@given(*[st.lists(st.sampled_from([row[0] for row in rows()]), max_size=5).map(" ".join)] * 2)
def test_meanings_are_compared_the_same_both_ways_from_nought_to_one(one, two):
    here, there = compared(one, two), compared(two, one)
    assert here == pytest.approx(there)
    assert all(0 <= value <= 1 + 1e-9 for value in here.values())


def test_a_wording_says_all_that_itself_says():
    alike = compared("tiêm phòng cho đàn lợn", "tiêm phòng cho đàn lợn")
    assert (alike["worse meant"], alike["less unmeant"], alike["other end"]) == (1, 0, 0)


def test_the_thesaurus_holds_each_row_once_and_no_phrase_too_long_to_be_found():
    given = [tuple(row) for row in rows()]
    assert max(Counter(given).values()) == 1
    assert {relation for _phrase, relation, _concept in given} == RELATIONS
    assert all(phrase and len(phrase.split()) <= LONGEST and phrase == phrase.lower() for phrase, _relation, _concept in given)
    assert all(bool(concept) == (relation != "plain") for _phrase, relation, concept in given)
    assert len(shipped()) >= 6_000


def test_deeds_of_one_alone_are_told_by_name_and_those_of_both_are_not():
    one, two = Demand(("checking", "building"), frozenset({("animal", "pig")})), Demand(("building",), frozenset({("animal", "dog")}))
    assert told_apart(one, two) == {"first checking": 1, "alone checking": 1, "kind animal": 1}
    assert told_apart(one, one) == {}
