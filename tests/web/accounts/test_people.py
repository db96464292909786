"""The pages on which an administrator looks after people."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from giaoban_web.accounts.models import Grant, User
from giaoban_web.bodies import actions as bodies
from giaoban_web.history.models import Entry
from tests.web.conftest import PASSWORD

PEOPLE, ADD = reverse("accounts:people"), reverse("accounts:add")


@pytest.fixture
def clerk(person, town):
    return person("clerk", town, "lan")


@pytest.fixture
def elsewhere(person, other_town):
    return person("clerk", other_town, "minh")


@pytest.fixture
def admin(person, town, sign_in):
    return sign_in(person("administrator", town, "quan-tri"))


def test_only_people_of_ones_own_places_are_listed_and_opened(admin, clerk, elsewhere):
    names = {person.username for person in admin.get(PEOPLE).context["listing"].page}
    assert names == {"lan", "quan-tri"}
    assert admin.get(reverse("accounts:person", args=[clerk.pk])).status_code == 200
    assert admin.get(reverse("accounts:person", args=[elsewhere.pk])).status_code == 404


def test_the_list_is_in_the_order_of_the_alphabet_whatever_letters_a_name_begins_with(admin, person, town):
    User.objects.update(name="Ông Quản")
    for at, name in enumerate(("Vũ Quân", "Đỗ Chánh", "Ân Thị Mẫu", "Bùi Kê")):
        User.objects.filter(pk=person("clerk", town, f"p{at}").pk).update(name=name)
    assert [each.name for each in admin.get(PEOPLE).context["listing"].page] == ["Ân Thị Mẫu", "Bùi Kê", "Đỗ Chánh", "Ông Quản", "Vũ Quân"]
    assert admin.get(PEOPLE, {"sort": "-name"}).context["listing"].page[0].name == "Vũ Quân"


def test_who_has_no_role_any_more_is_seen_at_the_root(clerk, person, province, sign_in, admin):
    Grant.objects.filter(user=clerk).delete()
    at_root = sign_in(person("administrator", province))
    page = reverse("accounts:person", args=[clerk.pk])
    assert (admin.get(page).status_code, at_root.get(page).status_code) == (404, 200)


@pytest.mark.parametrize(
    ("query", "names"),
    [("?q=lan", {"lan"}), ("?role=administrator", {"quan-tri"}), ("?active=0", set()), ("?role=xyz&sort=secret", {"lan", "quan-tri"})],
)
def test_the_list_is_narrowed(admin, clerk, query, names):
    assert {person.username for person in admin.get(PEOPLE + query).context["listing"].page} == names


def test_the_list_is_taken_away(admin, clerk):
    text = admin.get(PEOPLE + "?export=csv").content.decode("utf-8-sig")
    assert "lan" in text
    assert "Chuyên viên tổng hợp: thị xã Đông Triều" in text


def test_a_new_person_sets_a_password_by_a_link_that_is_shown_once(admin, town):
    page = admin.post(ADD, {"name": "Trần Thị Mới", "username": "moi", "role": "clerk", "place": town.pk}, follow=True)
    assert page.status_code == 200
    link = re.search(r"http://testserver(/accounts/password/reset/key/[\w-]+/)", page.content.decode())[1]
    assert link not in admin.get(page.request["PATH_INFO"]).content.decode()
    newcomer = Client()
    form = newcomer.get(link, follow=True)
    newcomer.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    assert newcomer.post(reverse("account_login"), {"login": "moi", "password": PASSWORD}).status_code == 302
    assert User.objects.get(username="moi").has_perm("records.view", town)


def test_whoever_closes_an_account_is_told_what_ended_and_what_the_person_still_sits_for(admin, clerk, town, person):
    steward = person("steward", town)
    body = bodies.add(place=town, name="Phòng Kinh tế", by=steward)
    seat = bodies.seat(body=body, user=clerk, since=date(2020, 1, 1), by=steward)
    page = admin.post(reverse("accounts:deactivate", args=[clerk.pk]), follow=True).content.decode()
    assert "Đã khóa tài khoản" in page and "vẫn đang phụ trách các nơi dưới đây" in page and seat.body.get_absolute_url() in page
    assert '<span class="chip bad">tài khoản đã khóa</span>' in admin.get(body.get_absolute_url()).content.decode()
    again = admin.post(reverse("accounts:activate", args=[clerk.pk]), follow=True).content.decode()
    assert "vẫn đang phụ trách" not in again


def test_a_person_can_be_given_a_first_password(admin, town):
    admin.post(ADD, {"name": "Mới", "username": "moi", "password": PASSWORD, "role": "unit", "place": town.pk})
    assert User.objects.get(username="moi").check_password(PASSWORD)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"name": ""}, 422),
        ({"username": "có dấu cách"}, 422),
        ({"password": "123"}, 422),
        ({"role": "king"}, 422),
        ({"place": "0"}, 422),
        ({"username": "QUAN-TRI"}, 409),
    ],
)
def test_what_is_wrong_about_a_new_person_is_said_and_nobody_is_added(admin, town, change, status):
    before = User.objects.count()
    answer = admin.post(ADD, {"name": "Mới", "username": "moi", "role": "unit", "place": town.pk} | change)
    assert answer.status_code == status
    assert 'role="alert"' in answer.content.decode()
    assert User.objects.count() == before


def test_a_place_outside_ones_own_is_neither_offered_nor_accepted(admin, clerk, town, other_town):
    page = reverse("accounts:person", args=[clerk.pk])
    offered = dict(admin.get(page).context["form"].fields["place"].choices)
    assert town.pk in offered
    assert other_town.pk not in offered
    answer = admin.post(reverse("accounts:grant", args=[clerk.pk]), {"role": "head", "place": other_town.pk})
    assert answer.status_code == 422
    assert not clerk.grants.filter(place=other_town).exists()


def test_places_to_choose_from_are_found_without_accents_and_by_code(person, province, town, other_town, sign_in, clerk):
    type(town).objects.filter(pk=town.pk).update(folded="thi xa dong trieu")
    at_root = sign_in(person("administrator", province))
    for sought in ("dong trieu", "Đông Triều", "205"):
        page = at_root.get(reverse("accounts:person", args=[clerk.pk]), {"place_like": sought})
        assert [value for value, _label in page.context["form"].fields["place"].choices] == ["", town.pk]


def test_roles_are_given_and_taken_away(admin, clerk, town):
    admin.post(reverse("accounts:grant", args=[clerk.pk]), {"role": "head", "place": town.pk})
    given = clerk.grants.get(role="head")
    admin.post(reverse("accounts:revoke", args=[clerk.pk, given.pk]))
    assert not clerk.grants.filter(role="head").exists()


def test_an_account_is_closed_and_opened_again(admin, clerk):
    for view, active in (("accounts:deactivate", False), ("accounts:activate", True)):
        admin.post(reverse(view, args=[clerk.pk]))
        clerk.refresh_from_db()
        assert clerk.is_active is active


def test_closing_ones_own_account_is_refused_in_words(admin):
    me = User.objects.get(username="quan-tri")
    answer = admin.post(reverse("accounts:deactivate", args=[me.pk]))
    assert answer.status_code == 409
    assert "Không thể tự khóa tài khoản" in answer.content.decode()


def test_the_list_needs_as_many_queries_for_many_people_as_for_few(admin, person, town, django_assert_max_num_queries):
    for number in range(40):
        person("clerk", town, f"nguoi-{number}")
    with django_assert_max_num_queries(18):
        admin.get(PEOPLE)


def test_a_name_or_address_is_put_right_and_what_it_was_stays_in_the_log(admin, clerk):
    page = reverse("accounts:edit", args=[clerk.pk])
    assert admin.post(page, {"name": "Phạm Thị Lan", "email": "lan@vidu.vn"}).status_code == 302
    clerk.refresh_from_db()
    assert (clerk.name, clerk.email) == ("Phạm Thị Lan", "lan@vidu.vn")
    told = Entry.objects.get(act="person changed").details
    assert (told["name_before"], told["email_before"]) == ("Người thử clerk", "")
    assert admin.post(page, {"name": "Phạm Thị Lan", "email": "LAN@vidu.vn"}).status_code == 302


def test_an_address_that_another_person_has_is_refused_in_words(admin, clerk, elsewhere):
    User.objects.filter(pk=elsewhere.pk).update(email="minh@vidu.vn")
    answer = admin.post(reverse("accounts:edit", args=[clerk.pk]), {"name": "Lan", "email": "Minh@vidu.vn"})
    assert answer.status_code == 409
    assert "Đã có người dùng địa chỉ thư điện tử" in answer.content.decode()
