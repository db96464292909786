"""Keys to the API: shown once, kept as a hash, worthless once revoked or once their owner has left."""

import re

import pytest
from django.urls import reverse

from giaoban_web.accounts import actions, queries
from giaoban_web.accounts.models import Token
from giaoban_web.history.models import Entry

ME = reverse("accounts:me")


@pytest.fixture
def clerk(person, town):
    return person("clerk", town)


def test_a_key_is_shown_once_and_opens_as_its_owner(clerk, sign_in):
    client = sign_in(clerk)
    page = client.post(reverse("accounts:make_token"), {"name": "Hệ thống báo cáo"}, follow=True).content.decode()
    key = re.search(r"gb_[\w-]{43}", page)[0]
    assert queries.token_of(key).user == clerk
    assert key not in client.get(ME).content.decode()
    assert key not in str(Token.objects.values())
    assert key not in str(Entry.objects.values())
    assert Entry.objects.get(act="token made").by == clerk


def test_a_revoked_key_opens_nothing(clerk, sign_in):
    token, key = actions.make_token(owner=clerk, name="x")
    sign_in(clerk).post(reverse("accounts:revoke_token", args=[token.pk]))
    assert queries.token_of(key) is None
    assert Entry.objects.filter(act="token revoked", by=clerk).count() == 1


def test_nobody_revokes_the_key_of_another(clerk, person, other_town, sign_in):
    token, key = actions.make_token(owner=clerk, name="x")
    assert sign_in(person("head", other_town)).post(reverse("accounts:revoke_token", args=[token.pk])).status_code == 404
    assert queries.token_of(key).user == clerk


def test_the_key_of_who_has_left_opens_nothing(clerk):
    _token, key = actions.make_token(owner=clerk, name="x")
    clerk.is_active = False
    clerk.save()
    assert actions.authenticate_token(key) is None


def test_a_wrong_key_opens_nothing(clerk):
    actions.make_token(owner=clerk, name="x")
    for key in ("", "gb_", "gb_" + "a" * 43, "\0"):
        assert actions.authenticate_token(key) is None


def test_the_use_of_a_key_is_noted_without_a_write_each_time(clerk, django_assert_num_queries):
    token, key = actions.make_token(owner=clerk, name="x")
    assert actions.authenticate_token(key) == clerk
    token.refresh_from_db()
    assert token.used_at is not None
    with django_assert_num_queries(1):
        actions.authenticate_token(key)


def test_a_key_without_a_purpose_is_refused_with_the_error_at_its_field(clerk, sign_in):
    answer = sign_in(clerk).post(reverse("accounts:make_token"), {"name": ""})
    assert answer.status_code == 422
    assert 'href="#id_name"' in answer.content.decode()
    assert not Token.objects.exists()
