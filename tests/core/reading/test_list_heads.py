import pytest

from giaoban.reading import read
from tests.core.reading.test_observations import said
from tests.core.reading.written import news
from tests.tables import table


@pytest.mark.parametrize("case", table("list_heads.tsv"), ids=lambda case: case["text"])
def test_a_list_says_its_name_and_its_unit_once(case):
    read_from = read(news(case["text"].replace(" / ", "\n"))).observations
    assert " | ".join(said(found.what) for found in read_from) == case["observations"]
