"""The list of places: as of a day, paged, searched, with what became of names that are gone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giaoban_web.accounts.models import User
from giaoban_web.places.actions import load
from giaoban_web.places.models import Place
from giaoban_web.places.table import table
from tests.web.conftest import make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(db):
    return load(table("dong_trieu"))


@pytest.fixture
def page(sign_in, db):
    client = sign_in(User.objects.create_user("ai"))

    def get(**query):
        answer = client.get("/places/", query)
        assert answer.status_code == 200
        return answer.content.decode()

    return get


def test_the_list_is_as_of_the_day_in_the_address(register, page):
    assert "Thị xã Đông Triều" in page(on="2020-03-12")
    assert "Thành phố Đông Triều" in page(on="2024-12-31")
    assert "Phường An Sinh" in page(on="2025-07-01")
    assert "Xã An Sinh" not in page(on="2025-07-01")


def test_a_place_lies_in_what_its_parent_was_that_day(register, page):
    shown = page(on="2024-12-31", q="07069")
    assert ">Thành phố Đông Triều</a>" in shown
    assert "Thị xã Đông Triều" not in shown


def test_an_old_name_is_found_with_what_became_of_it(register, page):
    shown = page(on="2026-01-01", q="thi xa dong trieu")
    assert "Thị xã Đông Triều" in shown
    assert "từ 01/11/2024:" in shown
    for ward in ("Mạo Khê", "Bình Khê", "An Sinh", "Đông Triều", "Hoàng Quế"):
        assert f"Phường {ward}</a>" in shown


@pytest.mark.parametrize(
    ("code", "on", "today"),
    [("07078", "2024-12-31", ["Bình Khê"]), ("07087", "2020-03-12", ["An Sinh"]), ("07081", "2026-01-01", [])],
)
def test_the_head_of_a_place_that_is_no_more_says_what_it_is_today(register, sign_in, code, on, today):
    shown = sign_in(User.objects.create_user("ai")).get(f"/places/{code}/", {"on": on}).content.decode()
    told = shown.partition('<form class="asof"')[0].partition("Nay là: ")[2]
    assert [each for each in ("An Sinh", "Bình Khê", "Việt Dân") if f"Phường {each}</a>" in told] == today


def test_the_list_is_narrowed_by_place_and_kind(register, page):
    assert "Phường Mạo Khê" in page(within="22")
    assert "Phường Mạo Khê" not in page(within="999")
    shown = page(on="2020-03-12", kind="xã", within="205")
    assert "Xã An Sinh" in shown
    assert "Phường Kim Sơn" not in shown


def test_ten_thousand_places_are_paged_with_as_many_queries_as_ten(page, province, django_assert_max_num_queries):
    for number in range(60):
        make_place(f"{number:05}", "xã", f"Số {number}", province)
    with django_assert_max_num_queries(16):
        shown = page()
    assert shown.count('class="depth-2"') == 24
    assert "61 dòng" in shown
    assert "Số 59" in page(page=3)


def test_what_the_list_asks_grows_no_longer_with_the_places_of_which_facts_are_known(sign_in, clerk, town, known, fact, record):
    places = [make_place(f"9{number:04}", "xã", f"Số {number}", town) for number in range(60)]
    client = sign_in(clerk)
    client.get("/places/")
    few = _longest(client)
    for place in places:
        fact(record, "shortcoming", "Nước thải", {"polarity": "shortcoming", "topic": "environment"}, place=place)
    assert _longest(client) == few
    aside = client.get("/places/").content.decode().partition("<aside>")[2]
    assert aside.index("3 mục") < aside.index("Số 0</a>") < aside.index("Số 8</a>")
    assert aside.count("1 mục") == 9


def _longest(client):
    with CaptureQueriesContext(connection) as captured:
        client.get("/places/?page=2")
    return max(len(each["sql"]) for each in captured)


def test_what_is_not_verified_is_marked(register, page):
    assert "chưa kiểm chứng" in page(on="2020-03-12")


def test_the_page_of_a_place_tells_its_doubts_its_codes_and_its_changes(register, sign_in):
    shown = sign_in(User.objects.create_user("ai")).get("/places/07090/", {"on": "2025-08-01"}).content.decode()
    for words in ("Mã 07090 qua các thời kỳ", "Xã Bình Dương", "Phường Đức Chính</a> (một phần)", "1679/NQ-UBTVQH15", "106,42 km²"):
        assert words in shown
    assert "Khai báo thay đổi" not in shown


def test_among_places_with_facts_none_is_listed_that_an_undone_change_had_made(sign_in, clerk, town, known, fact, record):
    undone = make_place("90000", "xã", "Số 0", town)
    fact(record, "shortcoming", "Nước thải", {"polarity": "shortcoming", "topic": "environment"}, place=undone)
    client, listed = sign_in(clerk), 'Số 0</a> <span class="small quiet">1 mục'
    assert listed in client.get("/places/").content.decode()
    Place.every.filter(pk=undone.pk).update(withdrawn=True)
    for page in ("/", "/places/"):
        shown = client.get(page)
        assert shown.status_code == 200
        assert listed not in shown.content.decode()
