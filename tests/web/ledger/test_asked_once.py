"""A page that needs the catalogue of indicators in many places loads it once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.one_scene import *  # noqa: F403  its fixtures


@pytest.mark.django_db
def test_a_page_asks_once_which_indicators_there_are(scene):
    client = Client()
    client.cookies["sessionid"] = scene.session("clerk")
    for address in (f"/records/{scene.find.record_id}/", scene.town.get_absolute_url()):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        assert sum('"ledger_indicator"."definition"' in each["sql"] and "JOIN" not in each["sql"] for each in captured) == 1
