"""Where a record puts a figure right that it told before."""

import pytest

from giaoban.reading.errata import errata
from tests.tables import table


@pytest.mark.parametrize("case", table("errata.tsv"), ids=lambda case: case["text"])
def test_a_sentence_that_puts_a_figure_right_is_known(case):
    assert bool(list(errata(case["text"]))) is (case["found"] == "yes")
