"""Who asks, who acts and by when, where it is given which words are the directive."""

import pytest

from giaoban.documents import from_text
from giaoban.model import Span
from giaoban.reading.choosing import scales
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.decisions import clause_of
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.clauses.scenes import Scene, weighed
from tests.tables import table

HEAD = "Tin hoạt động\n\nThứ Năm, 12/03/2020, 08:00\n\n"
LEAD = "Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban tháng 2 với các xã. Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị.\n\n"
READY = Pipeline(MEETING)


def parties(marked):
    """What is chosen for the last directive of a text in which bars mark them."""
    pieces = marked.replace(" / ", "\n\n").split("|")
    page = READY.run(from_text(HEAD + LEAD + "".join(pieces) + "\n"))
    scene = Scene(page, lambda choice, found: weighed(choice, found, scales(choice)))
    at, chosen = len(HEAD + LEAD), None
    for place, piece in enumerate(pieces):
        if place % 2:
            span = Span(at, at + len(piece))
            chosen = scene.directive(clause_of(page, span), span)
        at += len(piece)
    return chosen


@pytest.mark.parametrize("case", table("parties.tsv"), ids=lambda case: case["text"][:90])
def test_who_asks_who_acts_and_by_when_are_chosen_as_the_corpus_says(case):
    chosen = parties(case["text"])
    said = {"issuer": chosen.issuer or "", "assignee": chosen.assignee or "", "deadline": chosen.deadline or ""}
    assert said == {name: case[name] for name in said}
