"""How alike two names are: what of a name counts, and how much."""

import pytest

from giaoban.ledger.likeness import Vocabulary, phrase, taken_apart, variants
from giaoban.reference.abbreviations import in_full

GROUPS = ("thu ngân sách", "chi ngân sách", "số hộ nghèo", "số hộ cận nghèo", "số doanh nghiệp", "sản lượng tôm")


def name(written: str):
    return taken_apart(in_full(written))


def known() -> Vocabulary:
    return Vocabulary([name(each)] for each in GROUPS)


def alike(one: str, other: str) -> float:
    return known().alike(name(one), name(other))


@pytest.mark.parametrize(
    ("written", "ways"),
    [
        ("thu ngân sách", [("thu ngan sach", 1.0)]),
        ("thu ngân sách (cả năm)", [("thu ngan sach", 1.0), ("thu ngan sach ca nam", 1.0)]),
        ("chỉ số cải cách (PCI)", [("chi so cai cach", 1.0), ("chi so cai cach pci", 1.0), ("pci", 0.85)]),
        ("chỉ số cải cách ( PCI )", [("chi so cai cach", 1.0), ("chi so cai cach pci", 1.0), ("pci", 0.85)]),
        ("(hộ nghèo)", [("ho ngheo", 1.0), ("ho ngheo", 1.0)]),
        ("hộ nghèo ()", [("ho ngheo", 1.0)]),
    ],
)
def test_a_name_is_tried_without_its_brackets_with_them_and_by_an_abbreviation_in_them(written, ways):
    assert [(" ".join(each.words), trust) for each, trust in variants(written)] == ways


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        (("sản lượng tôm", "sản lượng cá"), ("sản lượng tôm", "thu ngân sách")),
        (("thu ngân sách", "thu ngân sách"), ("thu ngân sách", "sách ngân thu")),
        (("thu ngân sách xã", "thu ngân sách"), ("ngân thu sách xã", "thu ngân sách")),
        (("tôm", "sản lượng tôm"), ("sách", "thu ngân sách")),
        (("hộ nghèo của tỉnh", "hộ nghèo"), ("hộ nghèo cận biên", "hộ nghèo")),
        (("hộ nghèo", "hộ cận nghèo"), ("hộ nghèo", "hộ cận nghèo cận nghèo")),
        (("doanh nghiệp số", "doanh nghiệp"), ("doanh nghiệp tôm", "doanh nghiệp")),
        (("tôm tôm", "tôm tôm cá"), ("tôm tôm", "tôm cá")),
    ],
)
def test_what_shares_more_and_rarer_words_in_the_same_order_is_more_alike(nearer, farther):
    assert 1 >= alike(*nearer) > alike(*farther) >= 0


@pytest.mark.parametrize(("one", "other"), [("hộ nghèo", "số hộ nghèo"), ("tôm sú", "sản lượng tôm"), ("thu", "thu thu ngân")])
def test_likeness_is_the_same_both_ways(one, other):
    assert alike(one, other) == pytest.approx(alike(other, one))


def test_the_same_words_are_wholly_alike_and_others_not_at_all():
    assert alike("thu ngân sách", "THU NGÂN SÁCH") == 1
    assert alike("thu ngân sách", "hộ nghèo") == 0
    assert alike("", "") == 1


@pytest.mark.parametrize(
    ("one", "other", "words", "pairs"),
    [
        ("a b c d", "a b c e", 3 / 8 + 3 / 4 / 2, 2 / 6 + 2 / 3 / 2),
        ("a b", "a b c d", 2 / 6 + 2 / 4 / 2, 1 / 4 + 1 / 3 / 2),
        ("a a b", "a a a", 2 / 6 + 2 / 3 / 2, 1 / 4 + 1 / 2 / 2),
        ("a b", "b a", 1, 0),
        ("a", "a b", 1 / 3 + 1 / 2 / 2, 0),
    ],
)
def test_of_words_that_weigh_the_same_half_is_what_both_share_and_half_what_the_longer_shares(one, other, words, pairs):
    """Words weigh 7 of 10, pairs of words 3."""
    assert alike(one, other) == pytest.approx(0.7 * words + 0.3 * pairs)


def test_a_word_that_one_name_of_six_has_weighs_by_how_few_have_it_and_a_word_of_no_name_as_much():
    """tôm is in 1 of 6 names, nghèo in 2: log 7/1.5 and log 7/2.5. A light word weighs 0.15, in a name or in none."""
    rare, common, light = 1.5404, 1.0296, 0.15
    for word, weight in (("tôm", rare), ("cá", rare), ("nghèo", common), ("số", light), ("tỉnh", light)):
        assert alike(word, f"{word} xyz") == pytest.approx(0.7 * (weight / (2 * weight + rare) + weight / (weight + rare) / 2), abs=1e-4), (
            word
        )


@pytest.mark.parametrize(
    ("written", "strange"), [("thu ngân sách", False), ("thu phí", True), ("thu ngân sách của tỉnh", False), ("", False)]
)
def test_a_word_that_is_in_no_name_and_says_something_is_strange(written, strange):
    assert known().strange(name(written)) is strange


@pytest.mark.parametrize(("written", "wanted", "there"), [
    ("đảng viên mới", "viên mới", True),
    ("đảng viên mới", "mới viên", False),
    ("mới", "viên mới", False),
    ("dang vien moi", "viên mới", True),
    ("đảng viên mới", "vien moi", True),
    ("đảng viên mội", "viên mới", False),
    ("đảng viên mới", "vien tre", False),
    ("thu hút vốn", "FDI", False),
])  # fmt: skip
def test_words_are_found_in_a_name_only_side_by_side(written, wanted, there):
    assert name(written).has(phrase(in_full(wanted))) is there
