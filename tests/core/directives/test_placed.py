"""Where wordings are placed, by the weights that come with Giaoban, and how that is weighed with the trees."""

import os
import subprocess
import sys
import time
from hashlib import sha256

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from giaoban.directives.repetition import placed as module
from giaoban.directives.repetition import repetition
from giaoban.directives.repetition.placed import from_bytes, nearness, placed, stamp, to_bytes, weights
from giaoban.directives.repetition.placed_weighing import weighing
from giaoban.directives.repetition.repetition import SAME, SAME_LONG, Earlier, repeat, repeats
from tests.positions import HANDS, kept, stamp_kept
from tests.tables import table

DREDGE, CLEAR, OTHER = "nạo vét kênh Cầu Đất", "khơi thông lòng kênh Cầu Đất trước mùa mưa", "trồng rừng ngập mặn ven biển"
IN_COMPANY = """
import sys
import numpy as np
from giaoban.directives.repetition import placed as module
together = module.placed(sys.argv[1:])
module._remembered.cache_clear()
print([bool(np.array_equal(together[each], module.placed([each])[each])) for each in sys.argv[1:]])
"""
SECONDS = 1.0
"""Ten times what a wording takes at most, the first one and the reading of the weights included."""


@pytest.fixture
def nothing_read():
    """As in a process that has placed nothing yet."""
    for each in (module._model, module._remembered):
        each.cache_clear()
    yield
    module._remembered.cache_clear()


def lies(wording):
    return placed([wording])[wording]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
@example("")
@example(" \n\t")
@example("\ud800")
@example("🛶")
@example("a" * 5_000)
@example("kênh " * 2_000)
def test_any_text_has_a_place_of_its_own_nearest_to_itself(text):
    position = lies(text)
    assert np.isfinite(position).all()
    assert nearness(position, position) == pytest.approx(1)
    assert np.linalg.norm(position.astype(float)) == pytest.approx(1, abs=0.01)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from([DREDGE, CLEAR, OTHER]), st.text(max_size=40))
def test_how_near_two_lie_is_the_same_both_ways(one, two):
    assert nearness(lies(one), lies(two)) == nearness(lies(two), lies(one))


def test_the_same_asked_in_other_words_lies_nearer_than_something_else():
    assert nearness(lies(DREDGE), lies(CLEAR)) > nearness(lies(DREDGE), lies(OTHER))


def test_a_wording_lies_at_the_same_place_whatever_else_is_placed_with_it(nothing_read):
    together = placed([OTHER, DREDGE, CLEAR, DREDGE])
    module._remembered.cache_clear()
    assert list(together) == [OTHER, DREDGE, CLEAR]
    assert np.array_equal(together[DREDGE], lies(DREDGE))


def test_neither_how_many_nor_how_long_the_others_are_moves_a_wording(nothing_read):
    others = [" ".join([OTHER] * times) for times in (1, 3, 2, 12)]
    alone = lies(DREDGE)
    for company in ([DREDGE, *others], [*others, DREDGE], [*others[:2], DREDGE, *others[2:]]):
        module._remembered.cache_clear()
        assert np.array_equal(placed(company)[DREDGE], alone)


@pytest.mark.parametrize("kind", ["Haswell", "Sandybridge"])
def test_it_does_so_on_processors_of_other_kinds(kind):
    environment = os.environ | {"OPENBLAS_CORETYPE": kind}
    done = subprocess.run(
        [sys.executable, "-c", IN_COMPANY, *[OTHER, DREDGE, CLEAR, DREDGE * 2]], env=environment, check=True, capture_output=True
    )
    assert done.stdout == b"[True, True, True, True]\n"


def test_what_follows_far_behind_in_a_long_text_moves_it_no_more():
    long = f"{DREDGE} " * 200
    assert np.array_equal(lies(long), lies(long + OTHER))


def test_what_was_placed_is_remembered_and_the_oldest_forgotten(nothing_read, monkeypatch):
    monkeypatch.setattr(module, "REMEMBERED", 2)
    first = lies(DREDGE)
    placed([CLEAR, OTHER])
    assert list(module._remembered()) == [CLEAR, OTHER]
    monkeypatch.setattr(module, "_model", lambda: pytest.fail("placed again"))
    assert nearness(first, lies(CLEAR)) > 0


def test_a_position_comes_back_as_it_was_kept_and_what_is_none_is_none():
    position = lies(DREDGE)
    assert np.array_equal(from_bytes(to_bytes(position)), position)
    for wrong in (b"", to_bytes(position)[2:], bytes(len(to_bytes(position))), b"\xff" * len(to_bytes(position))):
        assert from_bytes(wrong) is None


def test_the_table_is_of_these_weights():
    assert sha256(weights().read_bytes()).hexdigest().startswith(stamp())
    assert len(stamp()) == 12


def test_where_pairs_that_measure_lie_is_kept_as_these_weights_place_them():
    assert stamp_kept() == stamp(), "other weights: see tests/positions.py"
    some = [row["now"] for hand in HANDS for row in table(f"asked_before{hand}.tsv")[::40]]
    anew = placed(some)
    assert all(nearness(lies, anew[each]) > 0.9999 for each, lies in kept(some).items())


def test_the_weights_are_read_by_numpy_alone_and_say_where_they_come_from():
    with weights().open("rb") as file, np.load(file) as tables:
        told = {each.strip("(),;") for each in str(tables["source"]).replace("/", " ").split()}
    assert {"multilingual-e5-small", "MIT", "learn_placed.py"} <= told


def test_a_wording_is_placed_while_one_waits(nothing_read):
    start = time.process_time()
    lies(DREDGE)
    assert time.process_time() - start < SECONDS


def test_the_nearer_two_lie_and_the_likelier_by_the_trees_the_likelier_they_ask_the_same():
    both = weighing()
    assert both.odds > 0 and both.nearness > 0
    chances = [both.chance(by_trees, near) for by_trees, near in ((0.5, 0.8), (0.5, 0.9), (0.9, 0.9))]
    assert chances == sorted(chances)
    assert all(0 < both.chance(by_trees, near) < 1 for by_trees in (0, 1) for near in (-1, 1))


def test_whatever_is_too_unlikely_to_be_looked_at_is_never_said_to_be_the_same():
    assert weighing().looked_at <= min(SAME, SAME_LONG, weighing().short, weighing().long)


def asked(positions=placed):
    """Which wordings are asked for, where two of three earlier ones may ask the same."""
    wanted = []

    def where(wordings):
        wanted.append(wordings)
        return positions(wordings)

    earlier = Earlier([OTHER, f"{DREDGE} và kênh An Kim Hải", CLEAR])
    return earlier.asked_all([DREDGE, f"khẩn trương {OTHER}"], where), wanted


def test_where_many_lie_is_asked_at_once_and_only_of_those_that_may_ask_the_same():
    _found, wanted = asked()
    assert len(wanted) == 1
    assert wanted[0][0] == DREDGE
    assert set(wanted[0]) <= {DREDGE, f"{DREDGE} và kênh An Kim Hải", CLEAR}


def test_several_are_told_as_one_by_one():
    (dredging, planting), _wanted = asked()
    earlier = Earlier([OTHER, f"{DREDGE} và kênh An Kim Hải", CLEAR])
    assert dredging == earlier.asked(DREDGE)
    assert planting == earlier.asked(f"khẩn trương {OTHER}")


def test_where_it_is_not_known_where_two_lie_the_trees_decide(monkeypatch):
    told = repeat(DREDGE, CLEAR, lambda _wordings: {})
    assert told.least == SAME
    assert told.chance == repetition._by_trees([(repetition.worded(DREDGE), repetition.worded(CLEAR))])[0]
    one_missing = repeat(DREDGE, CLEAR, lambda wordings: placed(wordings[:1]))
    assert one_missing == told


def test_pairs_of_the_same_words_are_the_same_wherever_they_lie():
    assert [each.chance for each in repeats([(DREDGE, DREDGE.upper())], lambda _wordings: pytest.fail("asked"))] == [1]
