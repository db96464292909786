"""A body is recognised by what it is called at its place, in full or for short, and words for several bodies name none."""

import pytest

from giaoban.reference.body_names import at_place, one_body, tails
from tests.tables import table


@pytest.mark.parametrize("case", table("body_names.tsv"), ids=lambda case: f"{case['words']} @ {case['kind']} {case['name']}")
def test_words_call_a_body_at_a_place_as_the_corpus_says(case):
    meant = at_place(case["words"], case["kind"], case["name"], here=True) if one_body(case["words"]) else None
    assert (meant == at_place(case["body"], case["kind"], case["name"])) is (case["same"] == "yes")


def test_what_is_called_so_elsewhere_is_no_word_for_another_place():
    assert at_place("địa phương", "tỉnh", "Quảng Ninh") != at_place("UBND tỉnh", "tỉnh", "Quảng Ninh")


def test_the_ends_of_a_name_hold_the_place_it_names():
    assert "xa binh duong" in tails("UBND xã Bình Dương")
    assert tails("xã") == []
