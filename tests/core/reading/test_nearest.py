"""Who asks, who acts and by when by rules alone: whoever stands nearest."""

import pytest

from giaoban.documents import from_text
from giaoban.reading import read
from tests.core.reading.test_parties import HEAD, LEAD
from tests.tables import table


@pytest.mark.parametrize("case", table("nearest.tsv"), ids=lambda case: case["text"][:90])
def test_who_stands_nearest_asks_and_acts_as_the_corpus_says(case):
    reading = read(from_text(f"{HEAD}{LEAD}{case['text'].replace(' / ', chr(10) * 2)}\n"), fast=True)
    last = reading.directives[-1].what
    said = {"issuer": last.issuer or "", "assignee": last.assignee or "", "deadline": last.deadline or ""}
    assert said == {name: case[name] for name in said}
