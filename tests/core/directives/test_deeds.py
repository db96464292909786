"""What is asked to be done, and with which kinds of thing."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.directives.repetition.deeds import LONGEST, OPPOSITE, Demand, compared_deeds, compared_things, demanded, rows


def demand(wording):
    return demanded(wording.lower().split())


def test_deeds_are_read_in_their_order_and_who_leads_with_whom_is_none():
    assert demand("chủ trì phối hợp với phòng y tế kiểm tra bếp ăn và báo cáo").deeds == ("checking", "reporting")


def test_the_longest_phrase_is_read_and_none_within_it():
    assert demand("phòng cháy chữa cháy rừng").things == {("danger", "forest fire")}
    assert demand("phòng cháy chữa cháy").things == {("danger", "fire")}


def test_a_first_deed_that_the_other_does_not_ask_is_another_deed_and_one_that_it_asks_later_is_not():
    check, tell = demand("kiểm tra bếp ăn"), demand("tuyên truyền về bếp ăn")
    assert compared_deeds(check, tell)["other deed"] == 1
    assert compared_deeds(check, demand("tuyên truyền rồi kiểm tra bếp ăn"))["other deed"] == 0


def test_what_tells_or_reports_of_a_work_is_beside_the_work():
    assert compared_deeds(demand("nạo vét kênh"), demand("báo cáo về kênh"))["beside"] == 1
    assert compared_deeds(demand("sửa chữa kênh"), demand("xây dựng kênh"))["beside"] == 0


@pytest.mark.parametrize(("one", "two"), [("cho phép họp chợ", "cấm họp chợ"), ("tăng phí rác", "giảm phí rác")])
def test_of_two_deeds_one_may_undo_the_other(one, two):
    assert compared_deeds(demand(one), demand(two))["undone"] == 1


def test_things_differ_within_their_kind_alone():
    summer, winter, pigs = demand("vụ hè thu"), demand("vụ đông xuân"), demand("đàn lợn")
    assert compared_things(summer, winter)["other things"] > 0
    assert compared_things(summer, pigs)["other things"] == 0
    assert compared_things(summer, demand("lúa hè thu"))["same things"] > 0


def test_where_nothing_is_known_nothing_differs():
    nothing = Demand((), frozenset())
    assert not any(compared_deeds(nothing, demand("kiểm tra bếp ăn"))[name] for name in ("other deed", "no deed", "same deed", "undone"))
    assert not any(compared_things(nothing, nothing).values())


@given(*[st.lists(st.sampled_from([row[0] for name in ("deeds.tsv", "things.tsv") for row in rows(name)]), max_size=6)] * 2)
def test_deeds_and_things_are_compared_the_same_both_ways_from_nought_to_one(one, two):
    here, there = demand(" ".join(one)), demand(" ".join(two))
    for compared in (compared_deeds, compared_things):
        assert compared(here, there) == compared(there, here)
        assert all(0 <= value <= 1 for value in compared(here, there).values())


def test_the_tables_hold_each_phrase_once_in_each_kind_and_none_too_long_to_be_found():
    deeds, things = rows("deeds.tsv"), rows("things.tsv")
    assert max(Counter(phrase for phrase, *_rest in deeds).values()) == 1
    assert max(Counter((phrase, kind) for phrase, kind, _thing in things).values()) == 1
    assert all(len(phrase.split()) <= LONGEST for phrase, *_rest in deeds + things)
    assert {deed for pair in OPPOSITE for deed in pair} <= {deed for _phrase, deed, _beside in deeds}


def test_a_deed_that_is_not_to_be_done_undoes_that_which_is():
    assert demand("không gia hạn").deeds == ("not extending",)
    assert compared_deeds(demand("không gia hạn giấy phép"), demand("gia hạn giấy phép"))["undone"] == 1


def test_a_state_that_asks_for_a_deed_is_that_deed():
    assert compared_deeds(demand("đường xuống cấp"), demand("sửa chữa đường"))["same deed"] == 1
    assert compared_deeds(demand("cầu mới ì ạch ba năm"), demand("đẩy nhanh tiến độ cầu mới"))["same deed"] == 1
