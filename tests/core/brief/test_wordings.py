"""Asking many wordings finds what comparing each of them would."""

from itertools import product

import pytest

from giaoban.brief.wordings import Wordings
from giaoban.directives.repetition.likeness import likeness
from tests.tables import table

SAID = sorted({text for row in table("spoken_of.tsv") for text in list(row.values())[:2]})[:60]


@pytest.mark.parametrize("least", [0.1, 0.45, 0.5, 0.55, 0.9])
def test_what_is_found_by_shared_words_is_what_comparing_everything_finds(least):
    known = Wordings(SAID)
    found = {(one, SAID[at]): alike for one in SAID for at, alike in known.alike(one, least)}
    assert found == {(one, two): alike for one, two in product(SAID, SAID) if (alike := likeness(two, one)) >= least}
