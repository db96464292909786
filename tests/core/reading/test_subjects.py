"""The words that stand where the one who acts stands."""

import pytest

from giaoban.documents import from_text
from giaoban.model import Span
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.decisions import clause_of
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.clauses.subjects import LONGEST, subjects
from tests.tables import table

READY = Pipeline(MEETING)


def found(marked):
    before, directive, after = marked.split("|")
    page = READY.run(from_text(before + directive + after + "\n"))
    clause = clause_of(page, Span(len(before), len(before) + len(directive)))
    return [(words, group[0].removeprefix("subject ")) for group, words in subjects(page, clause)]


@pytest.mark.parametrize("case", table("subjects.tsv"), ids=lambda case: case["text"])
def test_a_subject_is_found_as_the_corpus_says(case):
    read = found(case["text"])
    assert (case["subject"], case["how"]) in read if case["subject"] else read == []


def test_no_subject_is_longer_than_it_may_be():
    read = found("Huyện yêu cầu " + "các tổ dân phố vùng ven " * 30 + "|rà soát hộ nghèo|.")
    assert all(len(words.split()) <= LONGEST for words, _ in read)
