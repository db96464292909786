"""A brief asked for by the name of a place: of several that bear it the one with something to tell stands first, and nobody guesses."""

from datetime import date

import pytest

from giaoban_web.accounts.models import Role
from giaoban_web.briefs.brief_places import bearers, named
from giaoban_web.briefs.models import Brief
from giaoban_web.places.models import Change, Event, Place
from tests.web.conftest import make_place

ENDED, TODAY = date(2025, 7, 1), date(2026, 11, 1)
SENT = {"meeting": "", "meeting_on": "", "body": "", "on": "1/11/2026"}


@pytest.fixture
def gone(followed, person):
    """The town ended; a ward of its name and one of another were made of it, of which nothing is known yet."""
    town = followed.town
    Place.objects.filter(pk=town.pk).update(valid_to=ENDED)
    ward, other = (make_place(code, "phường", name, town.parent, ENDED) for code, name in (("07093", "Đông Triều"), ("07090", "An Sinh")))
    event = Event.objects.create(kind="abolition", on=ENDED, act="Nghị quyết 1")
    for each in (ward, other):
        Change.objects.create(event=event, before=town, after=each, part=True)
    followed.ward, followed.above = ward, person(Role.HEAD, town.parent, "above")
    town.refresh_from_db()
    return followed


@pytest.fixture
def client(gone, sign_in):
    return sign_in(gone.above)


@pytest.mark.parametrize("words", ["dong trieu", "Đông Triều", " ĐÔNG TRIỀU "])
def test_those_that_bear_a_name_are_offered_the_one_with_something_to_tell_first(gone, words):
    found = bearers(gone.above, named(gone.above, words, TODAY), TODAY)
    assert [each.place for each in found] == [gone.town, gone.ward]
    assert (found[0].tasks, found[0].figures) == (2, 2)
    assert found[1].known == 0
    assert [to.name for step in found[0].fate for to in step.places] == ["An Sinh", "Đông Triều"]


@pytest.mark.parametrize(
    ("words", "on", "codes"),
    [
        ("thị xã Đông Triều", TODAY, ["205"]),
        ("phuong dong trieu", TODAY, ["07093"]),
        ("205", TODAY, ["205"]),
        ("đông", TODAY, ["07093", "205"]),
        ("dong trieu", date(2020, 7, 15), ["205"]),
        ("Hạ Long", TODAY, []),
    ],
    ids=str,
)
def test_a_name_means_who_bore_it_by_that_day(gone, words, on, codes):
    assert [each.code for each in named(gone.above, words, on)] == codes


def test_a_place_is_named_once_as_it_is_asked_for_with_what_it_was_called_before(gone):
    town = gone.town
    Place.objects.filter(pk=town.pk).update(valid_to=date(2024, 11, 1))
    city = Place.objects.create(
        code="205", kind="thành phố", name="Đông Triều", parent=town.parent, path=town.path, folded="thanh pho dong trieu",
        valid_from=date(2024, 11, 1), valid_to=ENDED,
    )  # fmt: skip
    event = Event.objects.create(kind="upgrade", on=date(2024, 11, 1), act="Nghị quyết 2")
    Change.objects.create(event=event, before=town, after=city)
    Change.objects.filter(before=town, part=True).update(before=city)
    for words, form, before in (("thành phố Đông Triều", city, ["Thị xã Đông Triều"]), ("thị xã Đông Triều", town, [])):
        (found,) = bearers(gone.above, named(gone.above, words, TODAY), TODAY)
        assert (found.place, found.before) == (form, before)
        assert ([to.title for to in found.fate[0].places] == ["Thành phố Đông Triều"]) == (form == town)


def test_the_page_asks_which_and_composes_nothing_until_it_is_chosen(gone, client):
    answer = client.post("/briefs/compose/", SENT | {"place": "dong trieu"})
    page = answer.content.decode()
    assert answer.status_code == 422 and not Brief.objects.exists()
    assert "Đã có: 2 nhiệm vụ, 2 số liệu" in page and "chưa có thông tin nào" in page
    assert page.index(f'id="which_{gone.town.pk}"') < page.index(f'id="which_{gone.ward.pk}"')
    assert " checked" not in page, "what is gone is marked for nobody, however much is known of it"
    client.post("/briefs/compose/", SENT | {"place": "dong trieu", "which": gone.town.pk})
    assert Brief.objects.get().place == gone.town


def test_nobody_is_asked_where_only_one_bearer_stands_and_nothing_is_known_of_the_others(gone, client):
    Place.objects.filter(pk=gone.town.pk).update(valid_to=None)
    Place.objects.filter(pk=gone.ward.pk).update(valid_to=date(2026, 1, 1))
    assert client.post("/briefs/compose/", SENT | {"place": "dong trieu"}).status_code == 302
    assert Brief.objects.get().place == gone.town


def test_the_next_brief_is_of_the_place_of_the_one_that_the_link_names_and_asks_only_where_another_name_is_typed(gone, client):
    client.post("/briefs/compose/", SENT | {"place": "205"})
    twin = Place.objects.create(
        code="205", kind="thị xã", name="Đông Triều", parent=gone.town.parent, path=f"{gone.town.path}205/", folded="thi xa dong trieu",
        valid_from=date(2010, 1, 1), valid_to=date(2015, 1, 1),
    )  # fmt: skip
    link = f"/briefs/compose/?last={Brief.objects.get().pk}"
    told = client.get(link).context["form"].initial["place"]
    assert {each.path for each in named(gone.above, told, TODAY)} == {gone.town.path, twin.path}
    assert client.post(link, SENT | {"place": "dong trieu"}).status_code == 422
    assert client.post("/briefs/compose/", SENT | {"place": told}).status_code == 422, "no link, no choice"
    assert client.post(link, SENT | {"place": told}).status_code == 302
    assert [each.place for each in Brief.objects.order_by("pk")] == [gone.town, gone.town]


def test_what_still_stands_and_is_known_is_marked_and_so_is_what_was_chosen(gone, client):
    early = client.post("/briefs/compose/", SENT | {"place": "đông", "on": "30/6/2025"})
    assert early.status_code == 302, "only one bore the name by then"
    Place.objects.filter(pk=gone.town.pk).update(valid_to=None)
    assert f'value="{gone.town.pk}" checked' in client.post("/briefs/compose/", SENT | {"place": "dong trieu"}).content.decode()
    chosen = client.post("/briefs/compose/", SENT | {"place": "dong trieu", "which": gone.ward.pk, "on": "31/2/2026"}).content.decode()
    assert f'value="{gone.ward.pk}" checked' in chosen


@pytest.mark.parametrize("sent", [{"on": "31/2/2026"}, {"on": ""}, {"meeting_on": "32/1/2026"}], ids=str)
def test_a_bad_day_and_a_name_of_several_places_are_both_told_at_once(gone, client, sent):
    answer = client.post("/briefs/compose/", SENT | {"place": "dong trieu"} | sent)
    assert answer.status_code == 422 and answer.context["form"].errors.keys() == {"place", *sent}
    assert [each.place for each in answer.context["form"].bearers] == [gone.town, gone.ward]


def test_a_choice_that_the_words_do_not_name_is_asked_again(gone, client):
    elsewhere = make_place("206", "thị xã", "Quảng Yên", gone.town.parent)
    answer = client.post("/briefs/compose/", SENT | {"place": "dong trieu", "which": elsewhere.pk})
    assert answer.status_code == 422 and len(answer.context["form"].bearers) == 2
    assert not Brief.objects.exists()


def test_a_place_of_which_nothing_is_known_is_never_taken_in_silence(gone, client):
    for sent in ({"place": "07093"}, {"place": "dong trieu", "which": gone.ward.pk}):
        answer = client.post("/briefs/compose/", SENT | sent)
        assert answer.status_code == 409 and "chưa có số liệu" in answer.content.decode()
    assert not Brief.objects.exists()


def test_a_place_named_with_its_code_is_no_other_that_once_bore_the_code(gone):
    Place.objects.create(
        code="07093", kind="xã", name="Bình Dương", parent=gone.town.parent, path=f"{gone.town.path}07093/", folded="xa binh duong",
        valid_from=date(2010, 1, 1), valid_to=date(2020, 1, 1),
    )  # fmt: skip
    assert [each.name for each in named(gone.above, "07093", TODAY)] == ["Đông Triều", "Bình Dương"]
    assert [each.name for each in named(gone.above, "phường Đông Triều · 07093", TODAY)] == ["Đông Triều"]


@pytest.mark.parametrize(
    ("words", "on", "called"),
    [
        ("205", TODAY, "thị xã"),
        ("dong trieu", TODAY, "thị xã"),
        ("thị xã Đông Triều · 205", TODAY, "thị xã"),
        ("thanh pho dong trieu", TODAY, "thành phố"),
        ("205", date(2025, 1, 1), "thành phố"),
        ("205", date(2024, 1, 1), "thị xã"),
    ],
    ids=str,
)
def test_a_place_that_is_no_more_is_called_as_it_is_asked_for_else_as_what_was_filed_under_it(gone, words, on, called):
    town = gone.town
    Place.objects.filter(pk=town.pk).update(valid_to=date(2024, 11, 1))
    city = make_place(town.code, "thành phố", town.name, town.parent, date(2024, 11, 1))
    Place.objects.filter(pk=city.pk).update(path=town.path, valid_to=ENDED)
    assert [each.kind for each in named(gone.above, words, on) if each.code == town.code] == [called]
