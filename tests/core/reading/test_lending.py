import pytest

from giaoban.reading.rules.figures.contexts import opening
from giaoban.reading.rules.figures.linking import link
from giaoban.reading.rules.figures.observations import lines
from tests.core.reading.written import page, within
from tests.tables import table


@pytest.mark.parametrize("case", table("lent_units.tsv"), ids=lambda case: case["text"])
def test_a_list_says_its_unit_once(case):
    read = page(case["text"])
    found = [
        f"{draft.amount.value:f} {draft.amount.unit.text}"
        for line in lines(read, opening(read))
        if within(case["text"], line.span.start, read)
        for draft in link(line, "")
    ]
    assert " | ".join(found) == case["quantities"]
