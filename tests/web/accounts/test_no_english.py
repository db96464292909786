"""No English of allauth or Django is left on the Vietnamese pages of the door: not in labels, errors or what is said afterwards."""

import re
from html import unescape
from pathlib import Path

import allauth
import django
import pytest
from babel.messages.mofile import read_mo
from django.test import Client
from django.urls import reverse

from tests.web.conftest import PASSWORD

ROOTS = (
    Path(allauth.__file__).parent / "locale/de",
    Path(django.__file__).parent / "conf/locale/de",
    Path(django.__file__).parent / "contrib/auth/locale/de",
)
PAGES = {
    "account_login": [{}, {"login": "ai", "password": "sai"}, {"login": "ai\0", "password": "x"}],
    "account_reset_password": [{}, {"email": "không phải thư"}],
    "account_change_password": [
        {},
        {"oldpassword": "sai", "password1": "x", "password2": "y"},
        {"oldpassword": PASSWORD, "password1": "12345678", "password2": "12345678"},
        {"oldpassword": PASSWORD, "password1": "lan", "password2": "lan"},
    ],
    "account_reauthenticate": [{}, {"password": "sai"}],
    "account_logout": [],
    "account_inactive": [],
    "account_reset_password_done": [],
    "account_reset_password_from_key_done": [],
    "mfa_index": [],
    "mfa_activate_totp": [{}, {"code": "000000"}],
    "accounts:me": [],
    "accounts:people": [],
    "accounts:add": [
        {},
        {"name": "x" * 200, "username": "a b", "email": "x", "password": "1", "role": "x", "place": "x"},
        {"name": "\0", "username": "x" * 151, "email": "a@b", "password": "password", "role": "clerk", "place": "999999"},
    ],
    "history:list": [],
}  # fmt: skip
ANONYMOUS = {"account_login", "account_reset_password"}


def english() -> set[str]:
    """Sentences and labels that the libraries would say in English, as far as they are more than one word or longer than ten letters."""
    said = set()
    for root in ROOTS:
        for message in read_mo((root / "LC_MESSAGES/django.mo").open("rb")):
            for text in message.id if isinstance(message.id, list | tuple) else [message.id]:
                fixed = max(re.split(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>", text), key=len).strip() if text else ""
                if len(fixed) > 10 and (" " in fixed or fixed.isalpha()):
                    said.add(fixed)
    return said


ENGLISH = english()


def words_of(page: bytes) -> str:
    text = re.sub(r"<(script|style)\b.*?</\1>|<meta[^>]*>", " ", page.decode(), flags=re.DOTALL)
    shown = re.findall(r'(?:placeholder|title|alt|aria-label)="([^"]*)"', text)
    return unescape(" ".join([re.sub(r"<[^>]+>", " ", text), *shown])).replace("\n", " ")


def left_in(page: bytes) -> list[str]:
    text = " ".join(words_of(page).split())
    return sorted(sentence for sentence in ENGLISH if re.search(rf"(?<!\w){re.escape(sentence)}(?!\w)", text))


def test_the_search_for_english_finds_english():
    assert left_in(b"<p>This field is required.</p>") == ["This field is required."]
    assert left_in(b'<input placeholder="Authenticator code">') == ["Authenticator code"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_and_its_errors_are_vietnamese_alone(name, person, province, sign_in):
    admin = person("administrator", province, "lan")
    client = Client() if name in ANONYMOUS else sign_in(admin)
    if name.startswith("mfa_activate"):
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse(name))
    assert page.status_code == 200
    assert left_in(page.content) == []
    for data in PAGES[name]:
        answer = client.post(reverse(name), data, follow=True)
        assert 'role="alert"' in answer.content.decode(), f"no error was shown for {data}"
        assert left_in(answer.content) == []


def test_signing_in_says_nothing_and_what_is_said_after_changing_the_password_and_signing_out_is_vietnamese(person, town):
    person("clerk", town, "lan")
    client = Client()
    new = {"oldpassword": PASSWORD, "password1": "một câu khác dài hơn", "password2": "một câu khác dài hơn"}
    for name, data in (("account_login", {"login": "lan", "password": PASSWORD}), ("account_change_password", new), ("account_logout", {})):
        client.post(reverse(name), data)
        page = client.get(reverse("account_login" if name == "account_logout" else "accounts:me"))
        assert ('class="notes"' in page.content.decode()) == (name != "account_login")
        assert left_in(page.content) == []
