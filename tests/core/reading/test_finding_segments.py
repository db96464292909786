"""From the weights of fragments to finds: chances of stretches, what agrees with likely finds, what a chance is worth."""

from itertools import pairwise, product
from math import exp, prod

import pytest

from giaoban.reading.chances import FIRST, KINDS, LABELS, chain, may_follow, moves, stretches
from giaoban.reading.segments import Segment, segments
from giaoban.reading.trust import SUREST, confidence, table
from giaoban.reading.weights import Weights
from tests.sources import needs_sources

UNTRIED = Weights({"trust.tsv": table(dict.fromkeys(KINDS, (1.0, 0.0))).encode()})
"""A chance is shown as it is."""

WEIGHTS = [
    [0.5, 1.2, 0.0, -0.3, 0.0, 0.1, 0.0],
    [0.2, 0.4, 0.9, 0.0, -0.5, 0.3, 0.0],
    [0.0, 0.7, 0.6, 0.2, 0.1, 0.0, 0.4],
    [0.9, -0.2, 0.3, 0.1, 0.0, 0.6, 0.2],
]
STEPS = [[0.1 * ((row * 3 + column * 5) % 7) - 0.2 for column in range(7)] for row in range(7)]


def size_of(labels):
    own = prod(exp(WEIGHTS[at][label]) for at, label in enumerate(labels))
    return own * prod(exp(STEPS[before][label]) for before, label in pairwise(labels))


def labellings():
    """Every allowed labelling of the four fragments with its chance."""
    every = list(product(range(7), repeat=4))
    allowed = [each for each in every if all(may_follow(LABELS[before], LABELS[label]) for before, label in pairwise((0, *each)))]
    total = sum(map(size_of, allowed))
    return [(each, size_of(each) / total) for each in allowed]


def stretched(made, parting):
    return stretches(made, made.kinds(), parting)


def kind_at(label):
    return LABELS[label][1:]


@needs_sources
@pytest.mark.parametrize(("anew", "still"), [(0.0, 0.0), (1.0, 0.0)], ids=["runs are one find", "a find begins where a label does"])
def test_the_chance_of_a_stretch_is_that_of_all_labellings_in_which_it_is_one_find(anew, still, monkeypatch):
    monkeypatch.setattr("giaoban.reading.chances.SEEN", 0.0)
    found = stretched(chain(WEIGHTS, moves(STEPS)), lambda at, kind: (anew, still))
    for first, last in ((0, 1), (0, 3), (1, 3), (2, 4)):
        for kind in KINDS:
            chance = sum(size for labels, size in labellings() if is_one_find(labels, first, last, kind, anew))
            assert found.get((first, last, kind), 0.0) == pytest.approx(chance, abs=1e-9)


def test_weights_beyond_all_measure_still_leave_chances():
    rows = [[-5000.0, -5000.0, 5000.0, -5000.0, 0.0, -5000.0, 0.0]] * 3
    made = chain(rows, moves(STEPS))
    assert all(0 <= chance <= 1 for chances in made.kinds() for chance in chances)
    assert stretched(made, lambda at, kind: (0.5, 0.5))


def test_unlikely_stretches_are_left_out():
    found = stretched(chain(WEIGHTS, moves(STEPS)), lambda at, kind: (1.0, 0.0))
    assert found and min(found.values()) >= 0.01 and len(found) < 30


def is_one_find(labels, first, last, kind, anew):
    inside = all(kind_at(label) == kind for label in labels[first:last])
    begins = [label == FIRST[kind] for label in labels]
    whole = not anew or not any(begins[first + 1 : last])
    left = first == 0 or kind_at(labels[first - 1]) != kind or (anew and begins[first])
    right = last == len(labels) or kind_at(labels[last]) != kind or (anew and begins[last])
    return inside and whole and left and right


def test_the_chances_of_kinds_and_of_nothing_add_up_to_one():
    kinds = chain(WEIGHTS, moves(STEPS)).kinds()
    for at, chances in enumerate(kinds):
        nothing = sum(size for labels, size in labellings() if labels[at] == 0)
        assert sum(chances) + nothing == pytest.approx(1.0)


ENDS = [(0, 20), (21, 40), (41, 60)]
SURE = [(0.9, 0.0, 0.0)] * 3


def test_a_stretch_that_shares_half_with_likely_finds_is_likely_right():
    found = segments({(0, 2, "D"): 0.35, (0, 3, "D"): 0.35, (2, 3, "S"): 0.2}, SURE, ENDS)
    assert [(each.first, each.kind, round(each.chance, 2)) for each in found] == [(0, "D", 0.7)]


def test_finds_do_not_overlap_and_promise_most_together():
    likely = {(0, 3, "D"): 0.45, (0, 1, "D"): 0.6, (1, 3, "S"): 0.7}
    assert segments(likely, SURE, ENDS) == [Segment(0, 1, "D", 0.6), Segment(1, 3, "S", 0.7)]


def test_what_is_not_likely_enough_is_no_find():
    assert segments({(0, 3, "D"): 0.1}, [(0.1, 0.0, 0.0)] * 3, ENDS) == []


def test_a_chance_untried_is_shown_as_it_is():
    assert [confidence(kind, 0.7, UNTRIED) for kind in KINDS] == [0.7] * 3


def test_a_chance_that_promises_too_much_is_shown_as_less():
    doubted = Weights({"trust.tsv": table(dict.fromkeys(KINDS, (1.0, -1.0))).encode()})
    assert confidence("D", 0.7, doubted) == pytest.approx(0.462, abs=1e-3)
    assert confidence("D", 0.0, doubted) < 0.001


def test_no_clause_is_shown_surer_than_the_surest_were_right():
    assert confidence("D", 1.0) == SUREST < 0.9


def test_chances_that_nobody_has_tried_are_shown_whole_so_that_a_line_is_drawn_through_all_of_them():
    assert [confidence("D", chance, UNTRIED) for chance in (0.2, 0.9, 0.995)] == [0.2, 0.9, 0.995]
