"""Places by the API: as of a day, with what they were made of, what became of them, and every change."""

import pytest

from giaoban_web.accounts.models import User
from giaoban_web.places.actions import load, undo
from giaoban_web.places.models import Event
from giaoban_web.places.table import table
from tests.web.places.declared import district, happen, merged, steward, wards  # noqa: F401  its fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(db):
    return load(table("dong_trieu"))


@pytest.fixture
def stranger(db):
    return User.objects.create_user("ai")


@pytest.fixture
def ask(bearer, stranger):
    def get(address, status=200, **query):
        answer = bearer(stranger).get(f"/api/{address}", query)
        assert answer.status_code == status, answer.content
        return answer.json()

    return get


def test_a_place_tells_what_it_was_made_of_and_what_became_of_it(register, ask):
    ward = ask("places/07090", on="2025-08-01")
    assert [(each["before"]["name"], each["part"]) for each in ward["earlier"]] == [
        ("An Sinh", False), ("Việt Dân", False), ("Bình Dương", False), ("Đức Chính", True),
    ]  # fmt: skip
    town = ask("places/205", on="2020-03-12")
    assert (town["later"][0]["on"], town["later"][0]["after"]["kind"]) == ("2024-11-01", "thành phố")
    assert {each["on"] for each in town["later"][1:]} == {"2025-07-01"}


def test_a_code_given_again_is_another_place_by_its_day(register, ask):
    assert [ask("places/07093", on=on)["name"] for on in ("2024-12-31", "2025-07-01")] == ["Đức Chính", "Đông Triều"]


def test_what_is_not_verified_and_where_a_place_is_are_told(register, ask):
    town = ask("places/205", on="2020-03-12")
    assert "12/03/2015" in town["doubt"]
    assert (town["lat"], town["lon"]) == ("21.095815", "106.605553")


def test_the_shares_of_a_town_that_ended_are_told_with_their_basis(register, ask):
    (event,) = ask("place-changes/", kind="abolition")["items"]
    shares = [share for change in event["changes"] for share in change["shares"]]
    assert {share["basis"] for share in shares} == {"area"}
    assert sum(float(share["share"]) for share in shares) == pytest.approx(1)


@pytest.mark.parametrize(
    ("query", "count"),
    [({}, 17), ({"since": "2025-01-01"}, 5), ({"until": "2019-12-31"}, 5), ({"place": "07090"}, 3), ({"place": "07072"}, 1)],
)
def test_changes_are_narrowed_by_day_kind_and_place(register, ask, query, count):
    assert ask("place-changes/", **query)["count"] == count


def test_a_change_and_its_undoing_name_each_other(ask, happen, wards, town):  # noqa: F811
    event = merged(happen, wards, town)
    undone = undo(event, reason="khai nhầm", by=event.by)
    assert ask(f"place-changes/{event.pk}")["undone_by_id"] == undone.pk
    told = ask(f"place-changes/{undone.pk}")
    assert (told["kind"], told["undoes_id"], told["changes"]) == ("undoing", event.pk, [])
    ask("place-changes/999", status=404)
    assert ask("places/07001", on="2027-06-01")["name"] == "Phường 1"


def test_a_page_of_changes_asks_as_often_for_one_as_for_many(register, bearer, stranger, django_assert_max_num_queries):
    client = bearer(stranger)
    assert Event.objects.count() == 17
    with django_assert_max_num_queries(10):
        client.get("/api/place-changes/")
