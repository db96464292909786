"""Phrases by their vectors, and how well those of one wording are said by those of another."""

import re
from importlib.resources import files
from io import BytesIO

import numpy as np
import pytest

from giaoban.directives.repetition.meanings_aligned import NAMES, aligned
from giaoban.directives.repetition.meanings_near import found, phrases

SOURCE = re.compile(r"multilingual-e5-small|MIT|learn_meanings\.py")
KNOWN = {"trồng": 0, "rừng": 1, "trồng rừng": 2, "ven": 3, "biển": 4}


def shares(one, two):
    return aligned(phrases(one), phrases(two))


def known(wording):
    return [phrase for _start, phrase in found(wording, KNOWN)]


def test_the_longest_known_phrase_is_found_at_each_syllable_and_none_within_another():
    assert known("Trồng rừng ven biển, trồng thêm rừng") == ["trồng rừng", "ven", "biển", "trồng", "rừng"]


@pytest.mark.parametrize("wording", ["làm đường ở Rừng Biển", "họp ngày 30/6/2020", ""])
def test_what_is_written_as_a_name_a_date_and_an_unknown_word_are_no_phrases(wording):
    assert known(wording) == []


def test_capitals_tell_no_name_at_the_beginning_or_where_all_is_written_in_them():
    assert known("Rừng ven biển") == ["rừng", "ven", "biển"]
    assert known("TRỒNG RỪNG") == ["trồng rừng"]


def test_a_phrase_has_a_vector_of_length_one_and_a_weight_and_each_part_a_beginning():
    read = phrases("trồng rừng ngập mặn; thu gom rác thải")
    assert np.linalg.norm(read.vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert len(read.vectors) == len(read.weights)
    assert all(read.weights > 0)
    assert len(read.starts) == 2
    assert phrases("").starts == ()


def test_the_same_is_said_wholly_and_nothing_by_what_holds_no_phrase():
    same = shares("thu gom rác thải ven biển", "thu gom rác thải ven biển")
    assert same["worse like"] == same["better like"] == pytest.approx(1, abs=1e-5)
    assert same["more unlike"] == pytest.approx(0, abs=1e-5)
    assert shares("", "thu gom rác thải ven biển") == dict.fromkeys(NAMES, 0.0)


def test_it_goes_both_ways():
    one, two = "thu gom rác thải ven biển; trồng rừng", "dọn sạch rác trên bãi cát"
    assert shares(one, two) == pytest.approx(shares(two, one), abs=1e-5)


@pytest.mark.parametrize(
    ("asked", "again", "other"),
    [
        ("thu gom rác thải", "dọn dẹp rác rưởi", "tuyển giáo viên"),
        ("chống cháy rừng", "phòng hỏa hoạn ở rừng", "mở lớp học nghề"),
    ],
)
def test_phrases_of_like_meaning_say_more_of_it_than_others(asked, again, other):
    assert shares(asked, again)["worse like"] > shares(asked, other)["worse like"]


def test_one_part_of_several_that_asks_it_is_told():
    asked, several = "thu gom rác thải ven biển", "mở lớp học nghề cho thanh niên; thu gom rác thải ven biển"
    assert shares(asked, several)["like part"] > 0.95 > shares(asked, several)["worse like"]


def test_the_vectors_say_from_which_model_they_are_and_under_which_licence():
    with np.load(BytesIO(files("giaoban.directives.repetition").joinpath("meanings_near.npz").read_bytes())) as tables:
        assert {"multilingual-e5-small", "MIT", "learn_meanings.py"} == set(SOURCE.findall(str(tables["source"])))
        assert len(str(tables["phrases"]).split("\n")) == len(tables["vectors"])
