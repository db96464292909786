import unicodedata
from datetime import date

import pytest

from giaoban_web.places.models import Place
from giaoban_web.places.queries import match
from tests.tables import table


@pytest.mark.parametrize("case", table("places_written.tsv"), ids=lambda case: f"{case['written']} in {case['within']} {case['on']}")
def test_a_written_place_is_found_as_the_corpus_says(register, case):
    within = Place.objects.filter(code=case["within"]).earliest("valid_from")
    on = date.fromisoformat(case["on"]) if case["on"] else None
    for form in ("NFC", "NFD"):
        found = match(unicodedata.normalize(form, case["written"]), within, on)
        assert (found and (found.code, found.valid_from.isoformat())) == ((case["code"], case["valid_from"]) if case["code"] else None)
