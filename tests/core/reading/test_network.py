"""The network over syllables and fragments: whole numbers, the same every time, trained alike from the same examples."""

from io import BytesIO

import numpy as np
import pytest

from giaoban.reading.chances import LABELS
from giaoban.reading.layers import together
from giaoban.reading.learning import network as learning
from giaoban.reading.learning.layers import Lesson, Sizes, backward, begun, chances, forward, lesson
from giaoban.reading.network import Network, capital, network
from giaoban.reading.paragraphs import paragraphs
from giaoban.reading.signals import Signals
from giaoban.reading.weighing import finds, reasons, weighed
from giaoban.reading.weights import SHIPPED
from tests.core.reading.written import page
from tests.sources import needs_sources

SAID = "Bí thư Huyện ủy yêu cầu UBND xã Mỹ Thuận khẩn trương hoàn thành hồ sơ; tiến độ một số dự án còn chậm, cần tập trung tháo gỡ"
SMALL = Sizes(words=6, far=8, steps=(1, 2), epochs=6, together=1)


@pytest.fixture(scope="module")
def told():
    said = page(f"Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban. {SAID}")
    return list(paragraphs([found.what for found in said.all(Signals)], ("met", "bodies 2"), len(said.document.blocks)))


def given():
    chance = np.random.default_rng(3)
    words = ["", "yêu", "cầu", "hoàn", "thành", "chậm", "tiến", "độ"]
    return words, chance.integers(-127, 127, (len(words), 4)).astype(np.int8)


def test_every_fragment_weighs_a_whole_number_for_each_label(told):
    rows = network().weigh(told)
    assert rows.shape == (sum(len(each.parts) for each in told), len(LABELS))
    assert rows.dtype == np.int64
    assert network().weigh([]).shape == (0, len(LABELS))


@needs_sources
def test_a_long_text_heard_in_windows_weighs_what_it_weighs_at_once(told, monkeypatch):
    many = told * 12
    at_once = network().weigh(many)
    monkeypatch.setattr("giaoban.reading.network.WINDOW", 7)
    assert (network().weigh(many) == at_once).all()


def test_what_was_heard_before_changes_nothing(told):
    fresh = Network(tables())
    alone = fresh.weigh(told[-1:])
    fresh.weigh(told * 3)
    assert (fresh.weigh(told[-1:]) == alone).all()


def tables():
    with np.load(BytesIO(SHIPPED.data("network.npz"))) as read:
        return dict(read)


def test_the_same_examples_and_seed_give_the_same_file(told):
    labels = [[at % 3 % len(LABELS) for at in range(len(each.parts))] for each in told]
    texts = [list(zip(told, labels, strict=True))] * 4
    first, second = (learning.trained(texts, *given(), (1,), SMALL, lambda words: None) for _ in range(2))
    other = learning.trained(texts, *given(), (2,), SMALL, lambda words: None)
    assert first == second != other


def test_whole_numbers_say_nearly_what_the_trained_network_said(told):
    labels = [[at % 2 for at in range(len(each.parts))] for each in told]
    words, vectors = given()
    bare = {"syllables": np.array(words), "vectors": vectors, "traits": np.array(["kind=action", "kind=negative"]), "members": np.array(0)}
    taught = learning.lesson_of(Network(bare), list(zip(told, labels, strict=True)))
    learned = begun(SMALL, taught.syllables.shape[1], taught.traits.shape[1], np.random.default_rng(5))
    made = Network(bare | {f"0 {name}": each for name, each in learning.whole(learned, [taught], SMALL).items()} | {"members": np.array(1)})
    said = made.weigh(told) / 256
    assert np.abs(said - forward(learned, taught, SMALL).labels).max() < 0.1


PLACES = (("words", (3, 2)), ("handed", (1, 4)), ("traits", (0, 5)), ("far 2", (9, 3)), ("level 1", (2,)), ("labels", (4, 1)))


def test_the_gradient_is_the_change_of_surprise():
    chance = np.random.default_rng(7)
    text = lesson(
        chance.integers(-90, 90, (9, 5)).astype(np.float32), np.array([0, 2, 5, 6]), chance.integers(0, 2, (4, 3)).astype(np.float32),
        np.array([0, 1, 2, 0]),
    )  # fmt: skip
    learned = begun(SMALL, 5, 3, chance)

    def surprise(weights):
        likely = chances(forward(weights, text, SMALL).labels)
        return -float(np.log(likely[np.arange(4), text.labels]).sum())

    passed = forward(learned, text, SMALL)
    change = chances(passed.labels)
    change[np.arange(4), text.labels] -= 1
    gradient = backward(learned, text, SMALL, passed, change)
    for name, place in (
        ("words", (3, 2)),
        ("handed", (1, 4)),
        ("traits", (0, 5)),
        ("far 2", (9, 3)),
        ("level 1", (2,)),
        ("labels", (4, 1)),
    ):
        moved = {each: table.astype(np.float64) for each, table in learned.items()}
        sides = []
        for step in (1e-4, -1e-4):
            moved[name] = learned[name].astype(np.float64)
            moved[name][place] += step
            sides.append(surprise(moved))
        assert (sides[0] - sides[1]) / 2e-4 == pytest.approx(float(gradient[name][place]), abs=2e-3)


def test_two_texts_learned_together_do_not_hear_each_other():
    chance = np.random.default_rng(11)
    texts = [
        lesson(chance.integers(-90, 90, (6, 5)).astype(np.float32), np.array([0, 3]), np.ones((2, 3), np.float32), np.array([0, 1]))
        for _ in range(2)
    ]
    learned = begun(SMALL, 5, 3, chance)
    joined = forward(learned, Lesson.joined(texts), SMALL).labels
    assert np.allclose(joined[:2], forward(learned, Lesson.joined(texts[:1]), SMALL).labels[:2], atol=1e-5)
    assert np.allclose(joined[18:20], forward(learned, Lesson.joined(texts[1:]), SMALL).labels[:2], atol=1e-5)


def test_vectors_are_found_by_the_words_that_the_reader_folds():
    words, vectors = learning.vectors(["hoà", "0,0%", "19xx", "0.0"], np.eye(4))
    assert words == ["", "hòa", "0%", "19xx", "0.0", "0000"]
    assert not vectors[0].any() and (vectors[4] == vectors[5]).all()


def test_capitals_are_told_apart():
    assert [capital(word) for word in ("cầu", "Cầu", "UBND", "A", "12")] == [0, 1, 3, 1, 0]


def test_the_reasons_of_a_find_add_up_to_what_it_outweighs_nothing_by(told):
    rows = weighed(told)
    which = len(told) - 1
    found = next(each for each in finds(told[which], rows[which]) if each.kind == "D")
    label = LABELS.index("BD")
    given_ = reasons(told, which, found.first, found.last, label)
    lead = sum(rows[which][at][label + (at > found.first)] - rows[which][at][0] for at in range(found.first, found.last))
    assert sum(weight for _, weight in given_) == pytest.approx(lead, abs=0.01)
    assert any(name.startswith("heard=") for name, _ in given_)


@pytest.mark.parametrize("starts", [[0], [0, 1], [0, 4, 5], [0, 1, 2, 3, 4, 5, 6], [0, 3, 6]])
@pytest.mark.parametrize("join", [np.maximum, np.add])
def test_each_stretch_of_rows_is_joined_value_by_value(join, starts):
    rows = np.array([[3, -1], [0, 5], [-7, -7], [2, 2], [9, 0], [-1, -2], [4, 4]], np.float32)
    assert (together(join, rows, np.array(starts)) == join.reduceat(rows, starts, 0)).all()
