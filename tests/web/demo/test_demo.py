from collections import Counter

import pytest
from django.db import transaction

from giaoban_web import demo
from giaoban_web.accounts.models import Role, User
from giaoban_web.demo.people import PEOPLE
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.queries import children
from giaoban_web.records.models import Decision, Find, Record, Verdict
from tests.web.whole import snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        demo.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def loaded(loaded_once):
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def page(sign_in, username, address):
    answer = sign_in(User.objects.get(username=username)).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_there_is_somebody_of_each_role_and_all_have_the_one_password(loaded):
    assert {grant.role for user in User.objects.all() for grant in user.grants.all()} == set(Role)
    assert all(User.objects.get(username=username).check_password(demo.PASSWORD) for username in PEOPLE)


def test_the_sign_ins_name_everybody_and_the_password(loaded):
    told = "\n".join(demo.sign_ins())
    assert all(username in told for username in PEOPLE)
    assert demo.PASSWORD in told


def test_loading_twice_changes_nothing(loaded):
    before = snapshot()
    demo.load()
    assert snapshot() == before


def test_every_record_is_decided_in_part_and_only_in_part(loaded):
    for record in Record.objects.all():
        assert record.finds.facts().exists()
    assert Find.objects.undecided().exists()
    verdicts = Counter(Decision.objects.values_list("verdict", flat=True))
    assert {Verdict.CONFIRMED, Verdict.CORRECTED, Verdict.REJECTED} <= set(verdicts)


def test_there_are_three_meetings_about_the_town(loaded):
    assert [(str(meeting.held_on), str(meeting.place)) for meeting in Meeting.objects.all()] == [
        ("2020-07-10", "thị xã Đông Triều"), ("2020-03-12", "thị xã Đông Triều"), ("2019-11-08", "thị xã Đông Triều"),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["trên 19.200 tỷ đồng", "15,1%", "2.572 tỷ đồng", "trên 20,2%", "85,7%", "0,12%"])
def test_the_figures_of_the_seed_stand_on_the_page_of_the_town(loaded, sign_in, words):
    assert words in page(sign_in, "lanhdao", "/places/205/?on=2020-03-12")


def test_a_wards_task_stands_on_the_page_of_the_ward_and_of_the_town(loaded, sign_in):
    for code in ("07069", "205"):
        assert "kiểm soát bụi" in page(sign_in, "donvi", f"/places/{code}/?on=2020-03-12&kind=directive")


@pytest.mark.parametrize("username", list(PEOPLE))
@pytest.mark.parametrize("address", ["/", "/places/", "/places/205/", "/meetings/", "/search/?q=nuoc+thai", "/api/"])
def test_every_page_answers_everybody(loaded, sign_in, username, address):
    page(sign_in, username, address)


def test_what_is_made_up_says_so(loaded):
    for record in Record.objects.exclude(name__contains="2020-03-12"):
        assert "số liệu giả định cho bản mẫu" in record.text


def test_the_town_has_its_21_communes_and_wards_of_2020(loaded):
    from giaoban_web.demo.people import MEETING_ON, TOWN
    from giaoban_web.places.queries import at

    assert children(at(TOWN, MEETING_ON), MEETING_ON).count() == 21
