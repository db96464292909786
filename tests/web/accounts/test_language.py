"""Vietnamese unless chosen otherwise; the choice goes with the person."""

from django.test import Client
from django.urls import reverse

from giaoban_web.history.models import Entry

LOGIN, SWITCH, ME = reverse("account_login"), reverse("accounts:language"), reverse("accounts:me")


def test_vietnamese_is_shown_whatever_the_browser_prefers(db):
    answer = Client().get(LOGIN, headers={"accept-language": "en-US,en;q=0.9"})
    assert 'lang="vi"' in answer.content.decode()
    assert answer["Content-Language"] == "vi"


def test_who_is_not_signed_in_switches_by_a_cookie(db):
    client = Client()
    assert client.post(SWITCH, {"language": "en", "next": LOGIN}).url == LOGIN
    assert "Sign in" in client.get(LOGIN).content.decode()


def test_the_choice_of_a_person_is_kept_and_holds_on_another_computer(person, town, sign_in):
    clerk = person("clerk", town)
    sign_in(clerk).post(SWITCH, {"language": "en"})
    elsewhere = sign_in(clerk)
    assert "My account" in elsewhere.get(ME).content.decode()
    assert Entry.objects.filter(act="language chosen", by=clerk, details__language="en").count() == 1


def test_a_language_that_is_not_offered_changes_nothing(person, town, sign_in):
    clerk = person("clerk", town)
    client = sign_in(clerk)
    client.post(SWITCH, {"language": "fr"})
    clerk.refresh_from_db()
    assert clerk.language == "vi"
    assert not Entry.objects.exists()


def test_the_switch_sends_nobody_to_another_site(db):
    assert Client().post(SWITCH, {"language": "en", "next": "https://vidu.vn/"}).url == "/"
