"""Words that name no body in full are taken for the one of the place spoken of, or of the province, and for none where that is not told."""

import pytest

from giaoban_web.bodies import actions as bodies
from giaoban_web.bodies.resolving import Nearby
from giaoban_web.places.models import Place
from tests.web.conftest import make_place

KEPT = {
    "province": ["UBND tỉnh Quảng Ninh", "Sở Tài nguyên và Môi trường tỉnh Quảng Ninh", "Sở Tài chính"],
    "town": ["UBND thị xã Đông Triều", "Thị ủy Đông Triều", "Phòng Kinh tế thị xã Đông Triều"],
    "commune": ["UBND xã Bình Dương", "Đảng ủy xã Bình Dương", "Chủ tịch UBND xã Bình Dương"],
    "other": ["UBND xã An Sinh", "Đảng ủy xã An Sinh"],
}


@pytest.fixture
def places(town, person) -> dict[str, Place]:
    steward = person("steward", town.parent)
    commune, other = (make_place(code, "xã", name, town) for code, name in (("07090", "Bình Dương"), ("07093", "An Sinh")))
    found = {"province": town.parent, "town": town, "commune": commune, "other": other}
    for at, names in KEPT.items():
        for name in names:
            bodies.add(place=found[at], name=name, by=steward, is_post=name.startswith("Chủ tịch"))
    return found


@pytest.mark.parametrize(
    ("words", "near", "body"),
    [
        ("UBND xã", "commune", "UBND xã Bình Dương"),
        ("địa phương", "commune", "UBND xã Bình Dương"),
        ("Đảng uỷ xã", "commune", "Đảng ủy xã Bình Dương"),
        ("Chủ tịch UBND xã", "commune", "Chủ tịch UBND xã Bình Dương"),
        ("thị xã", "commune", "UBND thị xã Đông Triều"),
        ("Phòng Kinh tế", "commune", "Phòng Kinh tế thị xã Đông Triều"),
        ("Sở TN&MT", "commune", "Sở Tài nguyên và Môi trường tỉnh Quảng Ninh"),
        ("UBND tỉnh", "town", "UBND tỉnh Quảng Ninh"),
        ("địa phương", "town", "UBND thị xã Đông Triều"),
        ("xã An Sinh", "commune", "UBND xã An Sinh"),
        ("Đảng ủy xã An Sinh", "town", "Đảng ủy xã An Sinh"),
        ("xã", "town", None),
        ("các xã", "commune", None),
        ("Sở Nội vụ", "commune", None),
        ("phường", "commune", None),
        ("", "commune", None),
        (None, "commune", None),
    ],
)
def test_words_are_taken_for_a_body_of_the_place_spoken_of(places, words, near, body):
    found = Nearby(places[near]).suggested(words)
    assert (found.name if found else None) == body


def test_the_departments_are_those_of_the_province_where_the_record_is_filed(places, town):
    elsewhere = make_place("24", "tỉnh", "Bắc Giang")
    assert Nearby(elsewhere).suggested("Sở TN&MT") is None
    assert Nearby(elsewhere, town).suggested("Sở TN&MT").name == "Sở Tài nguyên và Môi trường tỉnh Quảng Ninh"


def test_two_that_may_be_meant_are_none_and_what_ended_is_not_meant(places, person):
    steward = person("steward", places["commune"], "steward-commune")
    second = bodies.add(place=places["commune"], name="Ủy ban nhân dân xã", by=steward)
    assert Nearby(places["commune"]).suggested("xã") is None
    bodies.retire(body=second, on=places["commune"].valid_from, by=steward)
    assert Nearby(places["commune"]).suggested("xã").name == "UBND xã Bình Dương"


def test_all_that_is_near_is_asked_for_once(places, django_assert_max_num_queries):
    near = Nearby(places["commune"])
    with django_assert_max_num_queries(2):
        for words in ("xã", "UBND xã", "Sở TN&MT", "thị xã"):
            near.suggested(words)
