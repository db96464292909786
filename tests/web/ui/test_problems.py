"""What goes wrong is said on a page of ours, in the reader's language, with its status."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404
from django.test import Client
from django.urls import include, path

from giaoban.model import Refused
from giaoban_web.accounts.models import Token
from giaoban_web.directives.models import Directive
from giaoban_web.errors import Conflict


def raising(error):
    def view(request):
        raise error

    return view


RAISED = {
    "400": SuspiciousOperation("x"),
    "403": PermissionDenied(),
    "404": Http404(),
    "409": Refused("own-account"),
    "conflict": Conflict("username-taken", username="lan"),
    "500": ZeroDivisionError(),
    "broken": OperationalError("no such table: x"),
    "busy": OperationalError("database is locked"),
}
urlpatterns = [path("", include("giaoban_web.urls")), *(path(f"raise/{name}/", raising(error)) for name, error in RAISED.items())]
SAID = {
    "400": (400, "Không hiểu được yêu cầu này", "This request could not be understood"),
    "403": (403, "Bạn không có quyền thực hiện việc này", "You may not do this"),
    "404": (404, "Không tìm thấy trang này", "There is nothing here"),
    "409": (409, "Không thể tự khóa tài khoản", "You cannot close your own account"),
    "conflict": (409, "Đã có người dùng tên đăng nhập lan", "There is already a person with the user name lan"),
    "500": (500, "Hệ thống gặp lỗi", "Something broke on our side"),
    "broken": (500, "Hệ thống gặp lỗi", "Something broke on our side"),
    "busy": (503, "Đang có người khác ghi dữ liệu lâu", "Somebody else is writing for long"),
}


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", RAISED)
def test_a_problem_is_told_with_its_status_and_the_way_on(person, town, sign_in, name, language):
    clerk = person("clerk", town)
    clerk.language = language
    clerk.save()
    client = sign_in(clerk)
    client.raise_request_exception = False
    answer = client.get(f"/raise/{name}/")
    status, *said = SAID[name]
    assert answer.status_code == status
    assert said[language == "en"] in answer.content.decode()
    assert f'<html lang="{language}">' in answer.content.decode()
    assert 'href="/"' in answer.content.decode()
    assert '<link rel="icon" href="/static/ui/icon' in answer.content.decode()


def test_an_address_that_is_not_there_sends_who_is_not_signed_in_nowhere_secret(db):
    answer = Client().get("/khong-co/")
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()


@pytest.mark.parametrize(("address", "above"), [("/notices/1/correct/", "/notices/1/"), ("/directives/1/move/report/", "/directives/1/")])
def test_an_address_that_only_takes_forms_shows_the_way_to_the_page_above_it(person, town, sign_in, address, above):
    answer = sign_in(person("clerk", town)).get(address, headers={"accept": "text/html"})
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert f'href="{above}"' in answer.content.decode()


def test_who_was_signed_out_is_led_back_to_the_page_not_to_the_address_of_its_form(db):
    page = "http://testserver/records/?q=a"
    assert Client().post("/records/put-in/", headers={"referer": page})["Location"] == "/accounts/login/?next=/records/%3Fq%3Da"
    for foreign in ("https://elsewhere.example/x", ""):
        assert Client().post("/records/put-in/", headers={"referer": foreign})["Location"] == "/accounts/login/?next=/records/"


def test_a_part_of_a_page_asked_for_after_the_session_ended_leaves_the_page_as_it_is(db):
    answer = Client().post("/directives/check/", headers={"hx-request": "true"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_the_language_switch_of_an_answer_to_a_form_leads_to_the_page_of_the_form(person, town, sign_in):
    client = sign_in(person("clerk", town))
    answer = client.post("/records/put-in/", headers={"referer": "http://testserver/records/"})
    assert 'name="next" value="/records/"' in answer.content.decode()


def test_a_notice_stands_under_meetings_in_the_steps(person, town, sign_in):
    page = sign_in(person("clerk", town)).get("/notices/").content.decode()
    assert page.count('aria-current="page"') == 1
    assert 'href="/meetings/" aria-current="page"' in page


def test_who_finds_the_database_busy_is_told_when_to_try_again_by_page_and_by_api(person, town, sign_in, monkeypatch):
    def locked(_entry):
        raise OperationalError("database is locked")

    client = sign_in(person("clerk", town))
    monkeypatch.setattr("giaoban_web.history.chain.digest", locked)
    page = client.post("/accounts/me/tokens/", {"name": "máy của tôi"})
    told = {"place": "205", "wording": "Rà soát hồ sơ tồn đọng."}
    answer = client.post("/api/tasks/", told, content_type="application/json")
    assert [(each.status_code, each["Retry-After"]) for each in (page, answer)] == [(503, "10")] * 2
    assert answer.json()["code"] == "api-busy"
    assert not Token.objects.exists() and not Directive.objects.exists()
