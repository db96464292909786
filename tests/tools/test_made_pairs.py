"""The pairs that are made of topics to teach whether the same is asked again."""

from tests.tables import table
from tools.made_pairs import each_alike, leading, made_pairs

TOPICS = ("ngập đô thị", "giải ngân", "cấp nước", "OCOP", "mỏ", "trạm bơm")
ROWS = [{**row, "fold": row["topic"]} for row in table("asked_before_topics.tsv") if row["topic"] in TOPICS]
PAIRS = made_pairs(ROWS)


def test_the_same_wordings_give_the_same_pairs_and_none_of_a_wording_with_itself():
    assert made_pairs(ROWS) == PAIRS
    assert all(pair["earlier"] != pair["now"] for pair in PAIRS)


def test_other_words_and_a_clause_of_several_ask_the_same_and_nothing_else_does():
    assert {pair["hand"] for pair in PAIRS if pair["same"] == "1"} == {"made words", "made joined 1"}


def test_a_wording_begins_with_a_deed_or_with_none():
    assert leading(["sửa", "chữa", "cầu"]) == ("mending", 2)
    assert leading(["cầu", "cần", "sửa", "chữa"]) == ("", 0)


def test_a_made_pair_is_taught_with_the_fold_of_its_topic():
    of = {row["wording"]: row["fold"] for row in ROWS}
    assert all(of[pair["earlier"]] == pair["fold"] for pair in PAIRS)


def test_all_kinds_matter_alike_and_together_as_much_as_given():
    matter = each_alike(PAIRS, 10.0)
    assert abs(sum(matter[pair["hand"]] for pair in PAIRS) - 10) < 1e-9
