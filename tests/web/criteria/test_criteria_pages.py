"""The criteria sets are read by whoever signed in, and searched without a script."""

import re

import pytest

from giaoban.reference.criteria.tables import sets


@pytest.fixture
def page(person, town, sign_in):
    client = sign_in(person("unit", town))
    client.cookies["django_language"] = "vi"
    return lambda address: client.get(address).content.decode()


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.mark.django_db
def test_the_sets_are_listed_with_their_act_and_how_much_of_them_was_found(page):
    shown = words(page("/criteria/"))
    assert "318/QĐ-TTg (Phụ lục I)" in shown
    assert "Xã nông thôn mới 2026–2030 51/2025/QĐ-TTg (Phụ lục I) xã · nông thôn mới 15/02/2026 – 31/12/2030" in shown
    assert "6 trên 47" in shown


@pytest.mark.django_db
def test_a_search_leads_to_the_row_of_a_set_whatever_the_accents(page):
    found = page("/criteria/?q=nuoc+sach")
    assert 'href="/criteria/vn-ntm-xa-2022/#c-17-1"' in found
    assert 'id="c-17-1"' in page("/criteria/vn-ntm-xa-2022/")
    assert "Không tiêu chí nào phù hợp" in page("/criteria/?q=bến+xe+điện+ngầm")


@pytest.mark.django_db
def test_a_set_says_what_must_be_reached_in_each_region_and_what_of_it_is_not_verified(page):
    shown = words(page("/criteria/vn-ntm-xa-2022/"))
    assert "Cả nước: ≥ 80%" in shown
    assert "chưa kiểm chứng Cả nước, 2022: ≥ 48 triệu đồng/người/năm Trung du miền núi phía Bắc, 2021: ≥ 36" in shown
    assert "do cấp tỉnh quy định" in shown
    assert "chưa tìm được" in shown


@pytest.mark.django_db
def test_a_set_that_there_is_not_is_not_found(person, town, sign_in):
    assert sign_in(person("unit", town)).get("/criteria/vn-ntm-thon-1999/").status_code == 404


@pytest.mark.django_db
def test_the_list_of_a_field_follows_the_words_and_the_day_and_keeps_what_was_chosen(page):
    in_2020 = page("/criteria/options/?given_on=12/3/2020")
    assert '<option value="vn-ntm-xa-2016/17.1b">' in in_2020 and "vn-ntm-xa-2022" not in in_2020
    sought = page("/criteria/options/?serves_like=thu+nhập&given_on=12/3/2020&serves=vn-ntm-xa-2022/17.1")
    assert '<option value="vn-ntm-xa-2022/17.1" selected>' in sought
    assert sought.index("vn-ntm-xa-2016/10") < sought.index("vn-ntm-xa-2026/3.a")


@pytest.mark.django_db
def test_the_api_gives_the_sets_in_force_and_one_with_its_thresholds(person, town, sign_in):
    client = sign_in(person("unit", town))
    assert [each["id"] for each in client.get("/api/criteria/?on=2020-03-12").json()] == [
        "vn-ntm-huyen-2016", "vn-ntm-xa-2016", "vn-ntm-xa-kieumau-2018",
    ]  # fmt: skip
    whole = client.get("/api/criteria/vn-ntm-xa-2022").json()
    irrigated = next(each for each in whole["criteria"] if each["number"] == "3.1")
    assert irrigated["thresholds"] == [{"where": "chung", "year": None, "value": "80", "known": "verified"}]
    assert client.get("/api/criteria/none").status_code == 404


@pytest.mark.django_db
def test_the_note_of_a_set_is_said_in_the_language_of_the_reader(person, town, sign_in):
    reader = person("unit", town)
    client = sign_in(reader)
    for language, words_of_it, other in (("vi", "Bốn điều kiện.", "Four conditions."), ("en", "Four conditions.", "Bốn điều kiện.")):
        reader.language = language
        reader.save()
        shown = client.get("/criteria/vn-ntm-xa-kieumau-2022/").content.decode()
        assert words_of_it in shown
        assert other not in shown


def test_every_note_stands_in_both_languages():
    assert all(bool(each.note) == bool(each.note_en) for each in sets().values())
