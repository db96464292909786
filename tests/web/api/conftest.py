import hashlib
import json

import pytest
from django.test import Client

from giaoban_web.accounts.models import Token
from tests.web.facts import *  # noqa: F403  its fixtures


@pytest.fixture
def bearer():
    """bearer(user) asks with a key of that person."""

    def make(user):
        key = f"key of {user.pk}"
        Token.objects.get_or_create(user=user, name="thử", digest=hashlib.sha256(key.encode()).hexdigest())
        return Client(headers={"Authorization": f"Bearer {key}"})

    return make


@pytest.fixture
def get(bearer, clerk):
    def ask(address, user=clerk, status=200, **query):
        answer = bearer(user).get(f"/api/{address}", query)
        assert answer.status_code == status, answer.content
        return answer.json()

    return ask


@pytest.fixture
def send(bearer, clerk):
    """Send a body to an address of the API as the clerk, or as another; gives the answer, which must have the status."""

    def post(address, body, status=200, user=clerk):
        answer = bearer(user).post(f"/api/{address}", json.dumps(body), content_type="application/json")
        assert answer.status_code == status, answer.content
        return answer.json()

    return post
