"""What goes wrong is said on a page of ours, in the reader's language, with its status."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import Client
from django.urls import include, path

from giaoban.model import Refused
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
}
urlpatterns = [path("", include("giaoban_web.urls")), *(path(f"raise/{name}/", raising(error)) for name, error in RAISED.items())]
SAID = {
    "400": (400, "Không hiểu được yêu cầu này", "This request could not be understood"),
    "403": (403, "Bạn không có quyền thực hiện việc này", "You may not do this"),
    "404": (404, "Không tìm thấy trang này", "There is nothing here"),
    "409": (409, "Không thể tự khóa tài khoản", "You cannot close your own account"),
    "conflict": (409, "Đã có người dùng tên đăng nhập lan", "There is already a person with the user name lan"),
    "500": (500, "Hệ thống gặp lỗi", "Something broke on our side"),
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


def test_an_address_that_is_not_there_sends_who_is_not_signed_in_nowhere_secret(db):
    answer = Client().get("/khong-co/")
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()
