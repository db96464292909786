"""Chances weighed by weights and trees."""

import math

import numpy as np
import pytest

from giaoban.directives.repetition.comparing import features, worded
from giaoban.directives.repetition.deeds import rows
from giaoban.directives.repetition.trees import DEPTH, INNER, Trees, trees


def one_tree():
    """A weight of 2 for `a`, and a tree that adds 1 where `b` is above a half."""
    measures, levels = np.full((1, INNER), 0.5), np.zeros((1, 2**DEPTH))
    levels[0, 2 ** (DEPTH - 1) :] = 1
    return Trees(["a", "b"], np.array([2.0, 0.0, -1.0]), np.ones((1, INNER), np.intp), measures, levels)


@pytest.mark.parametrize(("a", "b", "level"), [(0, 0, -1), (1, 0, 1), (0, 1, 0), (1, 1, 2)])
def test_what_weights_and_trees_say_is_added_up(a, b, level):
    assert one_tree().chances([{"a": a, "b": b}])[0] == pytest.approx(1 / (1 + math.exp(-level)))


def test_of_no_pair_there_is_no_chance():
    assert len(trees().chances([])) == 0


def test_a_feature_that_is_not_named_is_nought_and_one_without_a_weight_is_passed_over():
    assert one_tree().chances([{"b": 1, "c": 5}]) == pytest.approx(one_tree().chances([{"a": 0, "b": 1}]))


def test_the_table_weighs_just_the_features_that_are_compared():
    alike = set(features(worded("trồng rừng ở Nà Bản"), worded("trồng rừng ở Nà Bản")))
    apart = {name for name in trees().features if name.split()[0] in {"first", "alone", "kind"} and name not in alike}
    assert set(trees().features) == alike | apart
    assert {name.split(maxsplit=1)[1] for name in apart if not name.startswith("kind")} <= {
        deed for _phrase, deed, _beside in rows("deeds.tsv")
    }
