"""Clauses cut no bracket (corpus/clause_brackets.tsv)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.rules.clauses.brackets import balanced
from tests.tables import table


@pytest.mark.parametrize("case", table("clause_brackets.tsv"), ids=lambda case: case["text"])
def test_a_clause_that_cuts_a_bracket_becomes_what_the_corpus_says(case):
    before, clause, after = case["text"].split("|")
    start, end = balanced(before + clause + after, len(before), len(before) + len(clause), 0)
    assert (before + clause + after)[start:end] == case["clause"]


@given(st.text("a() ;,.:", max_size=30), st.data())
def test_a_clause_stays_in_its_text_behind_the_one_before(text, data):
    start = data.draw(st.integers(0, len(text)))
    end, floor = data.draw(st.integers(start, len(text))), data.draw(st.integers(0, start))
    begun, ended = balanced(text, start, end, floor)
    assert floor <= begun <= ended <= len(text)
