"""How firmly a directive is put, where it is given which words are the directive."""

import pytest

from giaoban.documents import from_text
from giaoban.model import Span
from giaoban.reading.choosing import scales
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.decisions import clause_of
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.clauses.nearest import Nearest
from giaoban.reading.rules.clauses.scenes import Scene, weighed
from tests.tables import table

TOLD = "Ngày 02/8/2021, UBND huyện Tân Sơn tổ chức hội nghị giao ban với các xã. Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị.\n\n"
PAPERS = {"notice": "THÔNG BÁO\n\nKết luận của Chủ tịch UBND huyện tại hội nghị giao ban\n\n" + TOLD, "news": "Tin hoạt động\n\n" + TOLD}
READY = Pipeline(MEETING)
SCENES = {"whole": lambda page: Scene(page, lambda choice, found: weighed(choice, found, scales(choice))), "fast": Nearest}


def force(paper, marked, scene):
    """How firmly the last directive of a text is put in which bars mark them."""
    head, pieces = PAPERS[paper], marked.replace(" / ", "\n\n").split("|")
    page = READY.run(from_text(head + "".join(pieces) + "\n"))
    passed, at, said = SCENES[scene](page), len(head), None
    for place, piece in enumerate(pieces):
        if place % 2:
            span = Span(at, at + len(piece))
            said = passed.directive(clause_of(page, span), span).force
        at += len(piece)
    return said


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("case", table("forces.tsv"), ids=lambda case: f"{case['paper']}: {case['text'][:90]}")
def test_a_directive_is_put_as_firmly_as_the_corpus_says(case, scene):
    assert force(case["paper"], case["text"], scene).value == case["force"]
