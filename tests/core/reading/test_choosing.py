"""Choosing one of several candidates by weights of traits."""

from giaoban.reading.alike import alike
from giaoban.reading.choosing import Candidates, Scales

OFFICE, BOTH, OTHER = "Chủ tịch UBND huyện", "Chủ tịch UBND huyện Đỗ Văn Sơn", "Trưởng phòng Tài chính"


def candidates(**weights):
    found = Candidates()
    for name, value in (("office", OFFICE), ("both", BOTH), ("other", OTHER), ("nobody", None)):
        if name in weights:
            found.add(value, (name,))
    return found, Scales(weights)


def test_ways_of_naming_one_person_speak_for_each_other():
    found, scales = candidates(office=250, both=190, nobody=270)
    assert found.best(scales) is None
    assert found.likeliest(scales, alike) == OFFICE


def test_of_two_ways_that_are_as_good_the_fuller_is_taken():
    found, scales = candidates(office=200, both=190, nobody=250)
    assert found.likeliest(scales, alike) == BOTH


def test_of_several_ways_the_heaviest_is_taken():
    found, scales = candidates(office=190, both=200, other=100)
    assert found.likeliest(scales, alike) == BOTH


def test_one_that_is_much_heavier_than_all_ways_of_another_wins():
    found, scales = candidates(office=0, both=0, other=600)
    assert found.likeliest(scales, alike) == OTHER


def test_a_name_is_like_another_with_most_of_the_same_words():
    assert alike(OFFICE, BOTH)
    assert not alike("Sở Xây dựng", "Sở Nội vụ")
    assert alike(None, None)
    assert not alike(None, OFFICE)
