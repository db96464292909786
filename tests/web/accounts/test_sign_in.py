"""The door: by password, throttled, with a second factor for who wants it; every passing is in the log."""

import hashlib
import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.conf import settings as configured
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from giaoban_web.accounts import throttling
from giaoban_web.accounts.throttling import client_ip
from giaoban_web.history import queries as history
from giaoban_web.history.models import Entry
from tests.web.conftest import PASSWORD

LOGIN = reverse("account_login")
ME = reverse("accounts:me")


@pytest.fixture
def clerk(person, town):
    made = person("clerk", town, "lan")
    made.email = "lan@vidu.vn"
    made.save()
    return made


@pytest.mark.parametrize("address", ["lan@vidu.vn", "ai@vidu.vn"])
def test_a_mail_server_that_is_away_is_told_alike_to_whoever_has_an_account_and_whoever_has_none(clerk, client, settings, address):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    answer = client.post(reverse("account_reset_password"), {"email": address})
    text = answer.content.decode()
    assert answer.status_code == 503
    assert "Máy chủ thư hiện không trả lời" in text and f'value="{address}"' in text


@pytest.fixture
def client():
    return Client()


def enter(client, login="lan", password=PASSWORD):
    return client.post(LOGIN, {"login": login, "password": password})


@pytest.mark.parametrize("login", ["lan", " lan ", "lan@vidu.vn", "LAN@vidu.vn"])
def test_a_person_comes_in_by_user_name_or_mail(client, clerk, login):
    assert enter(client, login).status_code == 302
    assert client.get(ME).status_code == 200
    assert Entry.objects.filter(act="signed in", by=clerk).count() == 1


@pytest.mark.parametrize(("login", "password"), [("lan", "sai"), ("ai", PASSWORD), ("", ""), ("lan\0", PASSWORD), ("lan", "\0")])
def test_nobody_comes_in_otherwise(client, clerk, login, password):
    assert enter(client, login, password).status_code == 200
    assert client.get(ME).status_code == 302


def test_who_has_left_does_not_come_in_and_a_session_that_is_open_ends(client, clerk):
    enter(client)
    clerk.is_active = False
    clerk.save()
    assert client.get(ME).status_code == 302
    enter(client)
    assert client.get(ME).status_code == 302


def test_a_failed_sign_in_is_logged_without_what_was_typed(client, clerk):
    typed = "mật khẩu gõ nhầm chỗ"
    for _time in range(2):
        enter(client, typed, "sai")
    first, second = Entry.objects.filter(act="sign-in failed")
    assert first.details == second.details
    assert len(first.details["typed"]) == 64
    assert typed not in str(first.details)
    assert hashlib.sha256(typed.encode()).hexdigest() not in str(first.details)
    assert (first.by, first.subject_id) == (None, "")
    assert history.verify() is None


def test_a_failed_sign_in_of_somebody_known_is_found_with_them(client, clerk):
    enter(client, password="sai")
    assert Entry.objects.get(act="sign-in failed").subject_id == str(clerk.pk)


def test_after_five_wrong_passwords_even_the_right_one_waits(client, clerk):
    assert [enter(client, password="sai").status_code for _attempt in range(5)] == [200] * 4 + [429]
    locked = enter(client)
    assert locked.status_code == 429
    assert "Quá nhiều lần thử" in locked.content.decode()
    assert enter(client, " LAN ").status_code == 429
    assert client.get(ME).status_code == 302


def test_the_lock_of_one_name_does_not_lock_another(client, clerk, person, other_town):
    person("clerk", other_town, "minh")
    for _attempt in range(6):
        enter(client, password="sai")
    assert enter(client, "minh").status_code == 302


def test_where_many_names_were_tried_in_vain_only_names_that_are_new_to_the_browser_wait(client, clerk, person, other_town, monkeypatch):
    monkeypatch.setattr(throttling, "NAMES", 3)
    person("clerk", other_town, "minh")
    at_desk = Client()
    assert enter(at_desk, "lan@vidu.vn").status_code == 302
    for name in ("một", "hai", "MỘT", "ba"):
        assert enter(client, name, "sai").status_code == 200
    waits = enter(client, "minh")
    assert waits.status_code == 429 and "nhiều tên đăng nhập khác nhau" in waits.content.decode()
    assert enter(client, "lan").status_code == 429
    assert enter(client, "hai", "sai").status_code == 200, "a name of those that are counted has its five"
    for name, status in (("lan", 302), ("minh", 429)):
        at_desk.post(reverse("account_logout"))
        assert enter(at_desk, name).status_code == status
    assert Client(REMOTE_ADDR="203.0.113.7").post(LOGIN, {"login": "minh", "password": PASSWORD}).status_code == 302


def test_who_comes_in_after_a_slip_is_counted_no_more_and_trying_prolongs_no_wait(client, clerk, person, other_town, monkeypatch):
    monkeypatch.setattr(throttling, "NAMES", 2)
    person("clerk", other_town, "minh")
    enter(client, password="sai")
    enter(client)
    assert not AccessAttempt.objects.exists()
    for name in ("một", "hai"):
        enter(client, name, "sai")
    tried = AccessAttempt.objects.values_list("username", "failures_since_start")
    before = list(tried)
    enter(client, "minh", "sai")
    assert list(tried) == before
    AccessAttempt.objects.update(attempt_time=timezone.now() - throttling.WAIT)
    assert enter(client, "minh").status_code == 302


def test_what_a_browser_remembers_of_who_signed_in_tells_no_name_and_cannot_be_made_up(client, clerk, monkeypatch):
    enter(client)
    kept = client.cookies[throttling.COOKIE]
    assert kept["httponly"] and "lan" not in kept.value
    monkeypatch.setattr(throttling, "NAMES", 1)
    made_up = Client()
    enter(made_up, "một", "sai")
    made_up.cookies[throttling.COOKIE] = f"x{kept.value}"
    assert enter(made_up).status_code == 429
    made_up.cookies[throttling.COOKIE] = kept.value
    assert enter(made_up).status_code == 302


def test_behind_a_proxy_attempts_are_counted_for_the_computer_behind_it(rf, settings):
    request = rf.get("/", headers={"x-forwarded-for": "10.9.9.9, 203.0.113.7"}, REMOTE_ADDR="127.0.0.1")
    assert client_ip(request) == "127.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert client_ip(request) == "203.0.113.7"


def test_nobody_signs_up(client, db):
    for method in (client.get, client.post):
        assert method(reverse("account_signup")).status_code == 404


def test_signing_out_takes_a_post(client, clerk):
    enter(client)
    client.get(reverse("account_logout"))
    assert client.get(ME).status_code == 200
    left = client.post(reverse("account_logout"))
    assert client.get(ME).status_code == 302
    assert left["Clear-Site-Data"] == '"cache"', "whoever goes back sees nothing of the pages"


def test_a_password_is_changed_and_the_change_logged(client, clerk):
    enter(client)
    new = {"oldpassword": PASSWORD, "password1": "một câu khác dài hơn", "password2": "một câu khác dài hơn"}
    assert client.post(reverse("account_change_password"), new).status_code == 302
    assert Entry.objects.filter(act="password changed", by=clerk).exists()
    assert enter(Client(), password="một câu khác dài hơn").status_code == 302


def test_a_forgotten_password_is_set_anew_by_a_link_in_the_mail_that_works_once(client, clerk):
    client.post(reverse("account_reset_password"), {"email": "lan@vidu.vn"})
    (message,) = mail.outbox
    assert message.subject == "Giaoban: đặt lại mật khẩu"
    link = re.search(r"http://testserver(\S+)", message.body)[1]
    page = client.get(link, follow=True)
    new = {"password1": "mật khẩu mới thật dài", "password2": "mật khẩu mới thật dài"}
    assert client.post(page.request["PATH_INFO"], new).status_code == 302
    assert enter(Client(), password="mật khẩu mới thật dài").status_code == 302
    assert "không còn hiệu lực" in Client().get(link, follow=True).content.decode()


def test_tab_leads_from_the_name_to_the_password_and_only_then_to_what_helps_who_forgot_it(client, db):
    page = client.get(reverse("account_login")).content.decode()
    order = [page.index(each) for each in ('name="login"', 'name="password"', f'href="{reverse("account_reset_password")}"')]
    assert order == sorted(order)
    assert re.search(r'<input[^>]*name="login"[^>]* autofocus', page), "and the name can be typed at once"


def test_asking_for_a_link_does_not_tell_whether_there_is_an_account(client, clerk):
    known = client.post(reverse("account_reset_password"), {"email": "lan@vidu.vn"}, follow=True)
    unknown = client.post(reverse("account_reset_password"), {"email": "khong@vidu.vn"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert len(mail.outbox) == 1


def test_who_asks_for_links_without_end_is_told_to_wait(client, clerk):
    answers = [client.post(reverse("account_reset_password"), {"email": "lan@vidu.vn"}) for _attempt in range(8)]
    assert answers[-1].status_code == 429
    assert "Hãy chờ vài phút" in answers[-1].content.decode()
    assert len(mail.outbox) < 8


def test_a_second_factor_is_asked_for_once_it_is_on_and_is_in_the_log(client, clerk):
    enter(client)
    page = prove(client, reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert client.post(reverse("mfa_activate_totp"), {"code": code(secret)}).status_code == 302
    assert Entry.objects.filter(act="second factor added", by=clerk).count() == 2  # the app and the recovery codes
    fresh = Client()
    assert enter(fresh).url.startswith(reverse("mfa_authenticate"))
    assert fresh.get(ME).status_code == 302
    recovery = Authenticator.objects.get(user=clerk, type="recovery_codes").wrap().get_unused_codes()[0]
    assert fresh.post(reverse("mfa_authenticate"), {"code": recovery}).status_code == 302
    assert fresh.get(ME).status_code == 200
    assert history.verify() is None


@pytest.mark.parametrize(
    ("language", "told"), [("vi", "đã dùng rồi. Hãy chờ ứng dụng hiện mã tiếp theo"), ("en", "was used already. Wait for the next")]
)
def test_who_sends_the_code_of_the_app_a_second_time_is_told_to_wait_for_the_next(client, clerk, language, told):
    enter(client)
    secret = prove(client, reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    first, again = Client(), Client()
    for fresh in (first, again):
        enter(fresh)
        fresh.cookies[configured.LANGUAGE_COOKIE_NAME] = language
    used = code(secret)
    assert first.post(reverse("mfa_authenticate"), {"code": used}).status_code == 302
    assert told in again.post(reverse("mfa_authenticate"), {"code": used}).content.decode()


def test_after_five_wrong_codes_even_the_right_one_waits_at_every_computer_and_each_is_in_the_log(client, clerk):
    secret = generate_totp_secret()
    Authenticator.objects.create(user=clerk, type="totp", data={"secret": get_adapter().encrypt(secret)})
    enter(client)
    told = [client.post(reverse("mfa_authenticate"), {"code": "wrong"}).content.decode() for _attempt in range(5)]
    assert not any("quá nhiều lần" in page for page in told)
    fresh = Client()
    enter(fresh)
    assert "quá nhiều lần" in fresh.post(reverse("mfa_authenticate"), {"code": code(secret)}).content.decode()
    assert fresh.get(ME).status_code == 302
    assert Entry.objects.filter(act="second factor failed", subject_id=str(clerk.pk)).count() == 5
    assert history.verify() is None


def test_wrong_passwords_at_one_computer_keep_nobody_out_at_another(client, clerk):
    for _attempt in range(6):
        enter(client, password="sai")
    assert Client(REMOTE_ADDR="203.0.113.7").post(LOGIN, {"login": "lan", "password": PASSWORD}).status_code == 302


def test_a_second_factor_switched_off_is_in_the_log(client, clerk):
    enter(client)
    secret = generate_totp_secret()
    with transaction.atomic():
        Authenticator.objects.create(user=clerk, type="totp", data={"secret": get_adapter().encrypt(secret)})
    client.post(reverse("mfa_reauthenticate") + "?next=" + reverse("mfa_deactivate_totp"), {"code": code(secret)})
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert Entry.objects.filter(act="second factor removed", by=clerk).exists()


def prove(client, page):
    """Open a page that asks for the password once more."""
    asked = client.get(page)
    assert asked.url.startswith(reverse("account_reauthenticate"))
    return client.post(asked.url, {"password": PASSWORD}, follow=True)


def code(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return f"{hotp_value(secret, counter):06d}"


@pytest.mark.parametrize("page", ["account_reset_password", "account_reset_password_done"])
def test_without_a_mail_server_no_link_is_promised(client, db, settings, page):
    settings.EMAIL_HOST = ""
    told = client.get(reverse(page)).content.decode()
    assert "Hãy đề nghị quản trị viên cấp liên kết." in told and 'name="email"' not in told and "đang được gửi" not in told
    settings.EMAIL_HOST = "thu.vidu.vn"
    told = client.get(reverse(page)).content.decode()
    assert "chưa nối máy chủ thư" not in told and ('name="email"' in told or "đang được gửi" in told)
