import pytest

from giaoban.reading.marks import AgencyMention, PlaceMention
from tests.core.reading.written import page, within
from tests.tables import table


@pytest.mark.parametrize("case", table("places.tsv"), ids=lambda case: case["text"])
def test_places_are_read_as_the_corpus_says(case):
    read = page(case["text"])
    assert " | ".join(found.what.name for found in read.all(PlaceMention) if within(case["text"], found.span.start, read)) == case["places"]


@pytest.mark.parametrize("case", table("agencies.tsv"), ids=lambda case: case["text"])
def test_agencies_are_read_as_the_corpus_says(case):
    read = page(case["text"])
    found = [found.what.name for found in read.all(AgencyMention) if within(case["text"], found.span.start, read)]
    assert " | ".join(found) == case["agencies"]


def test_a_place_is_where_its_name_stands():
    read = page("TX Đông Triều họp với xã Bình Khê")
    assert all(found.span.of(read.text) == found.what.name for found in read.all(PlaceMention))
