"""Briefs through the API: the same ones as on the pages, with everything they say."""

from datetime import date

import pytest

from giaoban.brief.stored import loaded
from giaoban_web.briefs.brief_composing import compose
from giaoban_web.briefs.brief_gathering import About
from tests.web.facts import SHORTCOMING

ON = date(2020, 10, 12)


@pytest.fixture
def brief(town, clerk, record, fact):
    fact(record, "shortcoming", "Nước thải của cụm công nghiệp chưa được xử lý", SHORTCOMING, topic="environment")
    return compose(about=About(town, meeting="Giao ban"), on=ON, by=clerk)


def test_briefs_are_listed_by_place_and_told_one_by_one(get, brief, town, other_town):
    (listed,) = get("briefs/", place=town.code)["items"]
    assert listed == get(f"briefs/{brief.pk}")
    assert (listed["on"], listed["meeting"], listed["sha256"], listed["last"]) == ("2020-10-12", "Giao ban", brief.sha256, None)
    assert get("briefs/", place=other_town.code)["items"] == []


def test_the_json_of_a_brief_is_what_was_composed_byte_for_byte(bearer, brief, clerk):
    answer = bearer(clerk).get(f"/api/briefs/{brief.pk}/json")
    assert answer.content == brief.said.encode()
    assert loaded(answer.content) == brief.told()


def test_a_paper_comes_in_the_language_that_is_asked_for(bearer, brief, clerk):
    client = bearer(clerk)
    papers = {lang: client.get(f"/api/briefs/{brief.pk}/pdf?lang={lang}").content for lang in ("vi", "en")}
    assert papers["vi"] != papers["en"] and all(each.startswith(b"%PDF") for each in papers.values())
    assert client.get(f"/api/briefs/{brief.pk}/exe").status_code == 422
