"""What is looked at before a pattern or phrase by phrase lets through all that these would find."""

from itertools import pairwise

import pytest

from giaoban.reading.rules.clauses import asked_lists, outright
from giaoban.reading.rules.named import full_dates, years
from giaoban.reference.wording import BIT, does, wording
from tests.core.reading.fuzzed import fuzzed
from tests.tables import table

SAID = [next(iter(case.values())) for name in ("meetings", "outright", "listed", "anchors", "periods") for case in table(f"{name}.tsv")]
TEXTS = ["2020-03-12 08:30", *SAID, *(text[:at] for text in SAID for at in range(4, 160)), *map(fuzzed, range(60))]
SHORTCUTS = {
    "an order ends in its verb": (outright.ORDERS, lambda text: text.lower().endswith(outright.ENDS)),
    "a list of tasks is led on to by a colon": (asked_lists.ASKED, lambda text: text.rstrip().endswith(asked_lists.LEADS_ON)),
    **{f"a full date has a century, form {at}": (form, full_dates.CENTURY.search) for at, form in enumerate(full_dates.FORMS)},
    "a date of the month first too": (full_dates.MONTH_FIRST, full_dates.CENTURY.search),
    "a day leads to its year": (years.DAY, years.OF_DATE.search),
    "a month leads to its year": (years.MONTH, years.OF_DATE.search),
    "a quarter leads to its year": (years.QUARTER, years.OF_DATE.search),
    "a part of a year leads to it": (years.PART, lambda text: text.endswith(years.OF_YEAR)),
}


@pytest.mark.parametrize("name", SHORTCUTS)
def test_a_shortcut_lets_through_what_its_pattern_finds(name):
    pattern, passes = SHORTCUTS[name]
    found = [text for text in (*TEXTS, *map(str.lower, TEXTS)) if pattern.search(text)]
    assert found
    assert [text for text in found if not passes(text)] == []


@pytest.mark.parametrize("kind", ["action", "say_order", "negative"])
def test_whole_sets_of_phrases_say_what_phrase_by_phrase_says(kind):
    known, mask = wording(), BIT[kind]
    for text in TEXTS:
        words = text.lower().split()
        pairs = [" ".join(pair) for pair in pairwise(words)]
        assert does(words, mask) == any(known.get(each, 0) & mask for each in (*words, *pairs)), text
