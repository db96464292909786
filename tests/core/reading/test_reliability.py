"""The table that says whether finds are right as often as their confidence promises."""

import pytest

from giaoban.reading.learning.reliability import reliability


def test_confidence_that_keeps_its_word_has_no_error():
    rows, error = reliability([(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
    assert [(row.low, row.high, row.finds, row.shown, row.right) for row in rows] == [(0.7, 0.8, 4, 0.75, 0.75)]
    assert error == 0


def test_confidence_that_promises_too_much_has_its_distance_as_error():
    rows, error = reliability([(0.95, True), (0.95, False), (0.25, False), (0.25, False)])
    assert [(row.finds, row.right) for row in rows] == [(2, 0.0), (2, 0.5)]
    assert error == pytest.approx((2 * 0.25 + 2 * 0.45) / 4)


def test_full_confidence_falls_into_the_last_bin():
    rows, _ = reliability([(1.0, True), (0.999, True)])
    assert [(row.low, row.finds) for row in rows] == [(0.9, 2)]


def test_no_finds_have_no_table():
    assert reliability([]) == ([], 0.0)
