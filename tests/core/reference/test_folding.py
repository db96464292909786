import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reference.folding import fold, words
from tests.tables import table


@pytest.mark.parametrize("case", table("folding.tsv"), ids=lambda case: case["text"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_text_folds_as_the_corpus_says_however_its_accents_are_stored(case, form):
    assert fold(unicodedata.normalize(form, case["text"])) == case["folded"]


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_hold_no_space_and_no_punctuation(text):
    assert all(word.isalnum() for word in words(text))


def test_words_keep_their_accents():
    assert words("TX. Đông Triều: 85,7%") == ["tx", "đông", "triều", "85", "7"]
