"""Reading by rules alone: clauses by cue words, everything else as always."""

import pytest

from giaoban.model import Polarity
from giaoban.reading import read
from tests.core.reading.written import news
from tests.tables import table

LEAD = "Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban tháng 2 với các xã. "
FIGURES = "Năm 2019, xã Mỹ Thuận thu ngân sách đạt 2.572 triệu đồng, tăng 20,2% so với cùng kỳ"


@pytest.mark.parametrize("case", table("cued.tsv"), ids=lambda case: case["text"])
def test_clauses_are_read_by_cue_words_as_the_corpus_says(case):
    document = news(LEAD + case["text"])
    reading = read(document, fast=True)
    found = {
        "directives": reading.directives,
        "strengths": [each for each in reading.findings if each.what.polarity is Polarity.STRENGTH],
        "shortcomings": [each for each in reading.findings if each.what.polarity is Polarity.SHORTCOMING],
    }
    assert {name: " | ".join(each.span.of(document.text) for each in finds) for name, finds in found.items()} == {
        name: case[name] for name in found
    }


def test_a_plain_figure_and_the_meeting_are_the_same_by_rules_alone():
    document = news(f"{LEAD}{FIGURES}")
    fast, whole = read(document, fast=True), read(document)
    told = [[(each.what, each.span) for each in reading.observations] for reading in (fast, whole)]
    assert fast.meeting == whole.meeting is not None
    assert told[0] == told[1] != []


def test_a_name_that_the_weights_are_sure_of_makes_its_figure_surer():
    document = news(f"{LEAD}{FIGURES}")
    sure, ruled = (read(document, fast=fast).observations[0].confidence for fast in (False, True))
    assert sure > ruled


def test_without_a_meeting_cue_words_say_nothing():
    reading = read(news("Bí thư Huyện ủy yêu cầu UBND xã Mỹ Thuận hoàn thành hồ sơ"), fast=True)
    assert reading.meeting is None
    assert not reading.directives


def test_a_reading_says_that_it_was_made_by_rules_alone():
    assert read(news(LEAD), fast=True).reader.endswith("(fast)")
    assert not read(news(LEAD)).reader.endswith(")")
