"""dhis2.py, the client library of DHIS2, works against our part of its API."""

import hashlib

import pytest
from dhis2 import Api, RequestException
from django.test import Client

from giaoban_web.accounts.models import Token
from giaoban_web.history.models import Entry as Log
from giaoban_web.ledger.models import Entry
from tests.web.conftest import make_place

KEY = "khoa-cua-nguoi-thu"


@pytest.fixture
def key(db):
    """key(person) makes a key of that person."""

    def make(person, text=KEY):
        Token.objects.create(user=person, name="DHIS2", digest=hashlib.sha256(text.encode()).hexdigest())
        return text

    return make


@pytest.fixture
def api(transactional_db, live_server, person, key):
    town = make_place("205", "thị xã", "Đông Triều")
    make_place("07090", "phường", "Mạo Khê", town)
    make_place("206", "thị xã", "Quảng Yên")
    steward = person("steward", town)
    return Api(f"{live_server.url}/dhis2", steward.username, key(steward))


def named(api, name, code):
    return next(each["id"] for page in api.get_paged(name, page_size=40) for each in page[name] if each["code"] == code)


def test_units_elements_and_values_are_read_and_sent_with_the_library(api):
    unit, element = named(api, "organisationUnits", "07090"), named(api, "dataElements", "gtsx")
    value = {"dataElement": element, "orgUnit": unit, "period": "2020Q1", "value": "19200.50", "comment": "bound=over;unit=tỷ đồng"}
    dry = api.post("dataValueSets", json={"dataValues": [value]}, params={"dryRun": "true"}).json()
    assert (dry["importCount"]["imported"], Entry.objects.count()) == (1, 0)
    sent = api.post("dataValueSets", json={"dataValues": [value]}).json()
    assert (sent["status"], sent["importCount"]["imported"]) == ("SUCCESS", 1)
    again = api.post("dataValueSets", json={"dataValues": [value]}).json()
    assert (again["importCount"]["imported"], again["importCount"]["ignored"]) == (0, 1)
    parent = named(api, "organisationUnits", "205")
    (back,) = api.get("dataValueSets", params={"orgUnit": parent, "period": "2020Q1", "children": "true"}).json()["dataValues"]
    assert {name: back[name] for name in ("dataElement", "orgUnit", "period", "value")} == {
        name: value[name] for name in ("dataElement", "orgUnit", "period", "value")
    }
    assert "bound=over" in back["comment"]
    assert api.get("dataValueSets", params={"orgUnit": parent}).json()["dataValues"] == []
    assert Log.objects.filter(act="figures imported").count() == 1


def test_a_set_with_a_wrong_value_is_refused_whole(api):
    values = [{"dataElement": "gtsx", "orgUnit": code, "period": "2020", "value": "5"} for code in ("205", "206")]
    with pytest.raises(RequestException) as refused:
        api.post("dataValueSets", json={"dataValues": values})
    assert refused.value.code == 409
    assert "206" in refused.value.description
    assert not Entry.objects.exists()


def test_a_value_that_cannot_be_is_entered_with_a_warning(api):
    values = [
        {"dataElement": "ho_ngheo", "orgUnit": "205", "period": year, "value": value} for year, value in (("2019", "2"), ("2020", "150"))
    ]
    values = [each | {"comment": "unit=%"} for each in values]
    answer = api.post("dataValueSets", json={"dataValues": values}).json()
    assert (answer["status"], answer["importCount"]["imported"]) == ("WARNING", 2)
    (conflict,) = answer["conflicts"]
    assert "150% cao hơn 100 là không thể" in conflict["value"]


def test_places_that_the_person_does_not_see_are_not_there(api):
    codes = {each["code"] for page in api.get_paged("organisationUnits", page_size=1) for each in page["organisationUnits"]}
    assert codes == {"205", "07090"}


def test_a_wrong_key_and_the_key_of_another_person_open_nothing(api, live_server, person, key):
    other = person("clerk", make_place("207", "thị xã", "Khác"))
    for username, secret in ((api.username, "sai"), (other.username, KEY)):
        with pytest.raises(RequestException) as refused:
            Api(f"{live_server.url}/dhis2", username, secret).get("organisationUnits")
        assert refused.value.code == 401


def test_a_key_alone_opens_as_a_personal_access_token_of_dhis2_does(api):
    for header in (f"ApiToken {KEY}", f"Bearer {KEY}"):
        assert Client(headers={"Authorization": header}).get("/dhis2/api/system/info").status_code == 200


def test_who_may_not_import_sends_nothing(api, live_server, person, key):
    clerk = person("clerk", make_place("208", "thị xã", "Khác"))
    with pytest.raises(RequestException) as refused:
        Api(f"{live_server.url}/dhis2", clerk.username, key(clerk, "khóa khác".encode().hex())).post(
            "dataValueSets", json={"dataValues": []}
        )
    assert refused.value.code == 403
