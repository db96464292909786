import pytest

from giaoban.reading.rules.figures.amounts.numbers import numeral
from tests.tables import table


@pytest.mark.parametrize("case", table("numbers.tsv"), ids=lambda case: case["written"] + case["whole"])
def test_a_numeral_is_read_as_vietnamese_writes_it(case):
    read = numeral(case["written"], whole=bool(case["whole"]))
    assert (str(read) if read is not None else "") == case["value"]


def test_a_million_digits_are_no_number():
    assert numeral("9" * 1_000_000) is None
