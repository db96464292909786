"""Whatever is looked for by typing is found in capitals, in small letters, with accents and without, on every database."""

import pytest

from giaoban.reference.folding import fold
from giaoban_web.accounts.forms import Search
from giaoban_web.accounts.models import User
from giaoban_web.accounts.queries import find_places
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import find as find_bodies
from giaoban_web.bodies.queries import names_folded
from giaoban_web.meetings.models import Meeting
from giaoban_web.meetings.queries import find as find_meetings
from giaoban_web.places.models import Place
from giaoban_web.ui.folding import holding

pytestmark = pytest.mark.django_db
TYPED = [
    "Họp Đảng uỷ ở",
    "HỌP ĐẢNG UỶ Ở",
    "họp đảng uỷ ở",
    "hop dang uy o",
    "HOP DANG UY O",
    "Hop\u0323 Đang\u0309 uy\u0309 o\u031b\u0309",
    "  họp   đảng  uỷ  ở ",
]
OLD = "Họp Ðảng uỷ ở"
NAME = "Họp Đảng uỷ ở Đông Triều"


def meetings(typed, place):
    Meeting.objects.create(place=place, title=NAME)
    return find_meetings(Meeting.objects.all(), typed)


def conveners(typed, place):
    Meeting.objects.create(place=place, title="một", convener=NAME)
    return find_meetings(Meeting.objects.all(), typed)


def places(typed, place):
    Place.objects.filter(pk=place.pk).update(name=NAME, folded=fold(NAME))
    return find_places(Place.objects.all(), typed)


def bodies(typed, place):
    Body.objects.create(name=NAME, place=place, folded=names_folded(NAME, ()))
    return find_bodies(Body.objects.all(), typed)


def posts(typed, place):
    Body.objects.create(name=NAME, place=place, folded=names_folded(NAME, ()), is_post=True)
    return find_bodies(Body.objects.all(), typed)


def people(typed, place):
    User.objects.create_user("ai", name=NAME)
    return Search({"q": typed}).narrow(User.objects.all())


SEARCHES = [meetings, conveners, places, bodies, posts, people]


@pytest.mark.parametrize("typed", [*TYPED, OLD])
@pytest.mark.parametrize("search", SEARCHES)
def test_what_is_typed_is_found_capitals_and_accents_ignored(town, search, typed):
    assert search(typed, town).count() == 1


@pytest.mark.parametrize("search", SEARCHES)
def test_other_words_find_nothing(town, search):
    assert not search("Họp Đảng uỷ xã", town)


@pytest.mark.parametrize("kept", [NAME, NAME.upper(), OLD, "Hop\u0323 Đang\u0309 uy\u0309 o\u031b\u0309"])
def test_whatever_way_it_was_kept(town, kept):
    Meeting.objects.create(place=town, title=kept)
    assert Meeting.objects.filter(holding("họp đảng uỷ ở", "title")).count() == 1


@pytest.mark.parametrize("typed", ["100%", "a_b", "\\", "'"])
def test_signs_stand_for_themselves(town, typed):
    Meeting.objects.create(place=town, title="100 phần trăm, aXb")
    assert not Meeting.objects.filter(holding(typed, "title"))
    Meeting.objects.create(place=town, title=f"đạt {typed} rồi")
    assert Meeting.objects.filter(holding(typed, "title")).count() == 1


@pytest.mark.parametrize("typed", ["", "  ", "\0", "\u0301"])
def test_no_word_typed_narrows_nothing(town, typed):
    Meeting.objects.create(place=town, title=NAME)
    assert Meeting.objects.filter(holding(typed, "title")).count() == 1


@pytest.mark.parametrize(
    "typed", ["UBND TX. Đông Triều", "UBND thị xã Đông Triều", "Thị ủy Đông Triều", "thi uy dong trieu", "HĐND TX Đông Triều"]
)
def test_a_place_is_found_by_a_body_named_after_it(typed, town):
    assert find_places(Place.objects.all(), typed).filter(pk=town.pk).exists()
    assert not find_places(Place.objects.all(), f"{typed} Nào").exists()


def test_a_body_without_a_place_finds_none(town):
    assert not find_places(Place.objects.all(), "UBND").exists() and not find_places(Place.objects.all(), "Thị ủy").exists()


@pytest.mark.parametrize("typed", ["TX. Đông Triều", "tx đông triều", "TX.Dong Trieu", "thị xã Đông Triều", "đông triều"])
@pytest.mark.parametrize("asked", [find_places, find_meetings, find_bodies])
def test_the_kind_of_a_place_may_be_shortened(asked, typed, town):
    name = "UBND thị xã Đông Triều"
    Meeting.objects.create(place=town, title=name)
    Body.objects.create(name=name, place=town, folded=names_folded(name, ()))
    rows = {find_places: Place, find_meetings: Meeting, find_bodies: Body}[asked].objects.all()
    assert asked(rows, typed).exists()
    assert not asked(rows, f"{typed} Nào").exists()
