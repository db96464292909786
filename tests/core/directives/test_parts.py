"""The parts of a wording, and how those of two stand to each other."""

from giaoban.directives.repetition.parts import MOST, NAMES, compared_parts, parts

ROAD = "sửa đường vào bản Tà Rụt"
LONG = "Kiểm điểm trách nhiệm của nhà thầu chậm trễ, sửa đường vào bản Tà Rụt và trồng lại hàng cây đã chặt"


def test_each_thing_asked_in_a_long_wording_is_a_part_and_common_words_alone_are_none():
    long = parts(LONG)
    assert [long.said.accented[at] for at in long.starts[1:]] == ["sửa", "trồng"]
    assert parts("tiếp tục thực hiện tốt; và").starts == ()


def test_of_a_list_without_end_the_rest_is_one_part():
    assert len(parts("; ".join(f"làm cầu số {number} ở bản Mới" for number in range(3 * MOST))).starts) == MOST


def test_what_a_clause_asks_is_said_by_the_part_that_asks_it_and_not_by_another_sentence():
    found, other = compared_parts(parts(LONG), parts(ROAD)), compared_parts(parts(LONG), parts("cấp nước cho trường nội trú Hướng Phùng"))
    assert found["near part"] > 2 * other["near part"]
    assert found["better best head"] > other["better best head"]


def test_parts_are_compared_the_same_both_ways_and_nothing_said_is_near_nothing():
    one, two = parts(LONG), parts(ROAD)
    there, back = compared_parts(one, two), compared_parts(two, one)
    assert all(abs(there[name] - back[name]) < 1e-6 for name in NAMES)
    assert set(compared_parts(one, parts("")).values()) == {0.0}
