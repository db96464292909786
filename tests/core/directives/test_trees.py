"""Chances weighed by weights and trees."""

import math

import numpy as np
import pytest

from giaoban.directives.comparing import features, worded
from giaoban.directives.trees import DEPTH, INNER, Trees, trees


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


def test_the_table_weighs_just_the_features_that_are_compared():
    assert set(trees().features) == set(features(worded("trồng rừng ở Nà Bản"), worded("kè suối ở Nà Bản")))
