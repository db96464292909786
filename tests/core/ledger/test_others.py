"""Those that were given something or called on are no stock of what they are, nor is what is left what was done."""

import pytest

from giaoban.documents.quotes import alone, around, quote
from giaoban.ledger.matching import Matcher
from giaoban.ledger.others import are_others, meant
from giaoban.model import Span
from giaoban.reference.indicators import catalogue
from tests.tables import table

KNOWN = catalogue()
CASES = table("others.tsv")


def sentence(case):
    start = case["sentence"].index(case["figure"])
    return quote(case["sentence"], start, start + len(case["figure"]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['figure']}: {case['sentence']}")
def test_who_was_given_something_is_told_from_all_there_are_and_what_is_left_from_what_was_done(case):
    assert are_others(KNOWN[case["indicator"]], sentence(case)) is (case["others"] == "yes")


def test_a_name_that_is_sure_means_its_indicator_only_where_its_sentence_tells_no_gift():
    found = Matcher(KNOWN).match("hộ nghèo", "hộ")
    there, given = ("Toàn xã còn 45 hộ nghèo.", "Tặng quà cho 45 hộ nghèo.")
    spans = {text: Span(text.index("45"), len(text) - 1) for text in (there, given)}
    assert [meant(found, KNOWN, around(text, [span])[span]) for text, span in spans.items()] == ["so_ho_ngheo", ""]
    assert meant(found, KNOWN, alone({spans[given]: "45 hộ nghèo"})[spans[given]]) == "so_ho_ngheo"
    assert meant(Matcher(KNOWN).match("hộ nuôi ong", "hộ"), KNOWN, quote(there, 0, 3)) == ""
