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
    assert [meant("hộ nghèo", found, KNOWN, around(text, [span])[span]) for text, span in spans.items()] == ["so_ho_ngheo", ""]
    assert meant("hộ nghèo", found, KNOWN, alone({spans[given]: "45 hộ nghèo"})[spans[given]]) == "so_ho_ngheo"
    assert meant("hộ nuôi ong", Matcher(KNOWN).match("hộ nuôi ong", "hộ"), KNOWN, quote(there, 0, 3)) == ""


FOUNDED = "doanh nghiệp thành lập mới"


@pytest.mark.parametrize(
    ("text", "figure", "others"),
    [
        ("Thành lập mới 5 doanh nghiệp; toàn xã 312 doanh nghiệp.", "312 doanh nghiệp", True),
        ("Thành lập mới 5 doanh nghiệp, cả phường 312 doanh nghiệp.", "312 doanh nghiệp", True),
        ("Thành lập mới 5 doanh nghiệp; toàn xã 312 doanh nghiệp.", "5 doanh nghiệp", False),
        ("Trong tháng, toàn xã 7 doanh nghiệp thành lập mới.", "7 doanh nghiệp thành lập mới", False),
        ("Xã A thành lập mới 5 doanh nghiệp, xã B 7 doanh nghiệp.", "7 doanh nghiệp", False),
    ],
)
def test_all_there_is_of_a_place_is_not_what_came_about_under_the_name_of_the_figure_before(text, figure, others):
    start = text.index(figure)
    assert are_others(KNOWN["dn_moi"], quote(text, start, start + len(figure)), FOUNDED) is others
