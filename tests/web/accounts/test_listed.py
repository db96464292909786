"""People come from a list, all or none; who lost the second factor is let in by the password again."""

import re
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from giaoban_web import cli
from giaoban_web.accounts.models import User
from giaoban_web.history.models import Entry
from giaoban_web.places.models import Place
from tests.web.conftest import PASSWORD, make_place

HEADING = "username,name,email,role,place"
GOOD = ("lan,Trần Thị Lan,lan@vidu.vn,clerk,205", "hung,Lê Hùng,,unit,205")
BAD = {
    "a role that there is not": "moi,Mới,,king,205",
    "a place that there is not": "moi,Mới,,clerk,999",
    "a place that has ended": "moi,Mới,,clerk,207",
    "a place of somebody else": "moi,Mới,,clerk,206",
    "an address that is none": "moi,Mới,khong-phai,clerk,205",
    "no name": "moi,,,clerk,205",
    "a user name twice": "LAN,Mới,,clerk,205",
}


@pytest.fixture
def admin(town, other_town, person):
    Place.objects.filter(pk=make_place("207", "xã", "Cũ", town).pk).update(valid_to=date(2020, 1, 1))
    return person("administrator", town)


def told(tmp_path, admin, *lines, encoding="utf-8"):
    file = tmp_path / "list.csv"
    file.write_bytes("\n".join(lines).encode(encoding))
    return cli.main(["people", str(file), "--by", admin.username])


def test_each_of_a_list_is_added_with_a_role_and_a_link_that_sets_the_password(admin, tmp_path, capsys):
    assert told(tmp_path, admin, HEADING, *GOOD, "", encoding="utf-8-sig") == 0
    lan, hung = (User.objects.get(username=name) for name in ("lan", "hung"))
    assert [(given.role, given.place.code) for given in lan.grants.all()] == [("clerk", "205")]
    assert Entry.objects.filter(act="person added", by=admin).count() == 2
    link = next(row for row in capsys.readouterr().out.splitlines() if row.startswith("hung,")).rpartition(",")[2]
    client = Client()
    form = client.get(re.sub(r"^https?://[^/]+", "", link), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    hung.refresh_from_db()
    assert hung.check_password(PASSWORD) and not lan.has_usable_password()


@pytest.mark.parametrize("why", BAD)
def test_of_a_list_with_a_bad_line_nobody_is_added_and_the_line_is_named(admin, tmp_path, capsys, why):
    before = User.objects.count()
    assert told(tmp_path, admin, HEADING, *GOOD, BAD[why]) == 1
    said = capsys.readouterr()
    assert "dòng 4" in said.err and "Line 4" in said.err and not said.out
    assert ("xã Cũ, không còn từ ngày 01/01/2020" in said.err) == ("ended" in why)
    assert User.objects.count() == before


def test_a_list_without_its_headings_or_in_another_encoding_is_refused(admin, tmp_path, capsys):
    assert told(tmp_path, admin, "username,name", "lan,Lan") == 1
    assert "email, role, place" in capsys.readouterr().err
    assert told(tmp_path, admin, HEADING, GOOD[0], encoding="utf-16") == 1
    assert "UTF-8" in capsys.readouterr().err


def test_who_lost_the_second_factor_is_let_in_by_the_password_again(admin, town, person, sign_in):
    clerk = person("clerk", town)
    Authenticator.objects.create(user=clerk, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client = sign_in(admin)
    page = reverse("accounts:person", args=[clerk.pk])
    assert "Gỡ xác thực hai bước" in client.get(page).content.decode()
    answer = client.post(reverse("accounts:second_factor", args=[clerk.pk]), follow=True)
    assert "Đã gỡ xác thực hai bước" in answer.content.decode() and "Gỡ xác thực hai" not in answer.content.decode()
    assert not Authenticator.objects.filter(user=clerk).exists()
    assert Entry.objects.get(act="second factor taken off").subject_id == str(clerk.pk)
    assert Client().post("/accounts/login/", {"login": clerk.username, "password": PASSWORD})["Location"] == "/"


def test_nobody_takes_their_own_second_factor_off_without_showing_it(admin, sign_in):
    Authenticator.objects.create(user=admin, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client = sign_in(admin)
    assert client.post(reverse("accounts:second_factor", args=[admin.pk])).status_code == 409
    assert Authenticator.objects.filter(user=admin).exists()
