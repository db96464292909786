import pytest

from giaoban.reading.items import items
from giaoban.reading.marks import AgencyMention, PeriodMention, PlaceMention
from giaoban.reading.rules.figures.amounts.quantities import Amount, amounts
from giaoban.reading.rules.figures.observations import marked
from giaoban.reading.sentences import Sentence
from giaoban.reading.syllables import Syllables
from tests.core.reading.written import page, within
from tests.tables import table


def said(amount: Amount) -> str:
    upper = f"..{amount.value_to.normalize():f}" if amount.value_to is not None else ""
    whole = f"/{amount.whole}" if amount.whole is not None else ""
    value = amount.value.normalize() if amount.value % 1 else amount.value.to_integral_value()
    return f"{value:f}{upper}{whole} {amount.unit.text} {amount.bound}"


@pytest.mark.parametrize("case", table("quantities.tsv"), ids=lambda case: case["text"])
def test_quantities_are_read_as_the_corpus_says(case):
    read = page(case["text"])
    found = [
        said(amount)
        for sentence in read.all(Syllables)
        if within(case["text"], sentence.span.start, read)
        for amount in amounts(items(sentence.what, read.text, marked(read, sentence.span)), read.text)
        if amount.unit.text
    ]
    assert " | ".join(found) == case["quantities"]


def test_a_sentence_takes_periods_places_and_agencies_as_one_item_each():
    read = page("Năm 2019, Cục Hải quan Lạng Sơn thu ở huyện Cao Lộc được 12 tỷ đồng")
    kinds = [type(mark.what) for sentence in read.all(Sentence)[2:] for mark in marked(read, sentence.span)]
    assert kinds == [PeriodMention, AgencyMention, PlaceMention]
