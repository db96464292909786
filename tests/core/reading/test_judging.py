import json
from importlib.resources import files

import numpy as np
import pytest

from giaoban.reading import read
from giaoban.reading.chances import LABELS
from giaoban.reading.explaining import why
from giaoban.reading.judging import Judge, judge, parse, unpacked
from giaoban.reading.learning.agreement import agreed
from giaoban.reading.learning.chain import Example, Settings, learn
from giaoban.reading.learning.descent import minimise
from giaoban.reading.learning.splits import learn as learn_splits
from giaoban.reading.learning.splits import runs
from giaoban.reading.learning.tables import chain_table
from giaoban.reading.network import SIDES, network
from giaoban.reading.paragraphs import paragraphs
from giaoban.reading.signals import Signals
from giaoban.reading.traits import traits
from tests.core.reading.written import news, page

SAID = "Bí thư Huyện ủy yêu cầu UBND xã Mỹ Thuận khẩn trương hoàn thành hồ sơ; tiến độ một số dự án còn chậm, cần tập trung tháo gỡ"
NOTHING, BEGINS, GOES_ON = LABELS.index("O"), LABELS.index("BD"), LABELS.index("ID")


@pytest.fixture(scope="module")
def paragraph():
    said = page(SAID)
    return list(paragraphs([found.what for found in said.all(Signals)], ("met", "bodies 2"), len(said.document.blocks)))[-1]


def test_a_fragment_weighs_what_all_its_traits_weigh_together(paragraph):
    judging = judge()
    heard = network().heard([paragraph])
    weighed = unpacked(judging.weigh(paragraph)) + judging.standing(network().named, heard.rows[:, len(SIDES) :])
    assert len(weighed) > 5
    for at, row in enumerate(weighed.tolist()):
        known = [judging.weights[name] for name in traits(paragraph, at) if name in judging.weights]
        assert row == [sum(column) for column in zip(*known, strict=True)]


def test_a_decision_can_be_told_as_the_traits_that_weighed_most(paragraph):
    reasons = judge().reasons(paragraph, 2, 4, BEGINS)
    assert len(reasons) > 10
    assert [abs(weight) for _, weight in reasons] == sorted((abs(weight) for _, weight in reasons), reverse=True)
    assert {name for name, _ in reasons} <= set(judge().weights)


def test_every_directive_of_a_text_can_say_why_it_was_read():
    document = news(f"Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban. {SAID}")
    directives = read(document).directives
    assert directives
    for found in directives:
        reasons = why(document, found)
        assert sum(weight for _, weight in reasons) > 0
        assert all(weight for _, weight in reasons)


def test_the_weights_say_from_which_texts_they_were_learned():
    said = json.loads(files("giaoban.reading.weights").joinpath("provenance.json").read_text("utf-8"))
    assert said["texts"] and all(len(sha256) == 64 for sha256 in {**said["texts"], **said["negative"]}.values())
    assert set(said["cross-validated F1"]) == {"directive", "strength", "shortcoming"}


def test_a_chain_learns_what_its_examples_show_and_the_same_each_time():
    examples = [
        Example([["w=phải"], ["w=làm"], ["w=ngay"]], [NOTHING, BEGINS, GOES_ON]),
        Example([["w=đã"], ["w=làm"]], [NOTHING, NOTHING]),
    ] * 4
    first, second = ([learned for _, learned in learn(examples, Settings(rounds=25, square=0.01))][-1] for _ in range(2))
    assert chain_table(first) == chain_table(second)
    judging = Judge(*parse(chain_table(first)))
    assert judging.weights["w=ngay"][GOES_ON] > judging.weights["w=ngay"][NOTHING]
    assert judging.weights["w=đã"][NOTHING] > judging.weights["w=đã"][BEGINS]


def test_descent_finds_the_lowest_point():
    lowest = [
        value
        for value, _ in minimise(
            lambda at: ((at[0] - 3) ** 2 + 5 * (at[1] + 1) ** 2, np.array([2 * (at[0] - 3), 10 * (at[1] + 1)])), np.zeros(2), 40
        )
    ]
    assert lowest[-1] < 1e-6


def test_a_split_is_learned_where_finds_begin():
    weights = learn_splits([(["mark=;"], True), (["mark="], False)] * 20)
    assert weights["mark=;"] > 0 > weights["mark="]


def test_runs_are_stretches_of_one_kind():
    labels = [LABELS.index(label) for label in ("O", "BD", "ID", "BD", "BS", "O", "BH")]
    assert list(runs(labels)) == [(1, 4, BEGINS), (4, 5, LABELS.index("BS")), (6, 7, LABELS.index("BH"))]


def test_spans_agree_that_share_half_of_what_both_cover():
    assert agreed([(0, 10, "D")], [(0, 20, "D")]) == {"D": 1}
    assert agreed([(0, 10, "D")], [(0, 21, "D")]) == {}
    assert agreed([(0, 10, "D")], [(0, 10, "S")]) == {}
    assert agreed([(0, 10, "D")], [(0, 9, "D"), (0, 10, "D")]) == {"D": 1}
