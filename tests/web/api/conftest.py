import hashlib

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
