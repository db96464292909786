"""An answer comes in Vietnamese unless a program asks for English, whatever the browser of a person speaks."""

import json

import pytest
from django.test import Client

from tests.web.ledger.conftest import *  # noqa: F403  a figure that is confirmed


@pytest.fixture
def entered(figure, confirm):
    return confirm(figure())


VIETNAMESE, ENGLISH = ("vi", "tổng giá trị sản xuất", "thị xã"), ("en", "gross output", "town")
ASKED = {
    "nothing said": ({}, {}, VIETNAMESE),
    "a parameter": ({"lang": "en"}, {}, ENGLISH),
    "a header": ({}, {"Accept-Language": "en-GB,en;q=0.9"}, ENGLISH),
    "a header of a language that there is not": ({}, {"Accept-Language": "fr, de;q=0.5"}, VIETNAMESE),
    "a header of several": ({}, {"Accept-Language": "fr, en;q=0.5, vi;q=0.4"}, ENGLISH),
    "the parameter before the header": ({"lang": "vi"}, {"Accept-Language": "en"}, VIETNAMESE),
}


@pytest.mark.parametrize("what", ASKED)
def test_names_come_in_the_language_that_a_program_asks_for(bearer, clerk, town, entered, what):
    query, headers, (code, indicator, kind) = ASKED[what]
    figures = bearer(clerk).get("/api/ledger/figures", query, headers=headers)
    assert (figures["Content-Language"], "Accept-Language" in figures["Vary"]) == (code, True)
    assert indicator in {each["indicator_name"].lower() for each in json.loads(figures.getvalue())}
    place = bearer(clerk).get("/api/places/205", query | {"on": "2020-03-12"}, headers=headers).json()
    assert (place["kind"], place["kind_name"]) == ("thị xã", kind)


def test_the_language_of_a_browser_changes_nothing_and_the_choice_of_its_person_does(sign_in, clerk, town, entered):
    browser = sign_in(clerk)
    assert browser.get("/api/ledger/figures", headers={"Accept-Language": "en"})["Content-Language"] == "vi"
    browser.post("/language/", {"language": "en", "next": "/"})
    assert browser.get("/api/ledger/figures")["Content-Language"] == "en"
    assert browser.get("/api/ledger/figures", {"lang": "vi"})["Content-Language"] == "vi"
    assert browser.get("/places/", {"lang": "vi"})["Content-Language"] == "en"


def test_a_language_that_there_is_not_is_refused(get):
    told = get("meetings/", status=422, lang="fr")
    assert "query.lang" in told["vi"] and "'vi', 'en'" in told["en"]


def test_every_operation_says_that_it_can_be_asked_in_a_language(db):
    paths = Client().get("/api/openapi.json").json()["paths"]
    for operations in paths.values():
        for operation in operations.values():
            (language,) = [each for each in operation["parameters"] if each["name"] == "lang"]
            assert language["schema"] == {"type": "string", "enum": ["vi", "en"], "default": "vi"}
