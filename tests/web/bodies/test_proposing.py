"""A body that somebody misses is proposed, and confirmed or known for another by who keeps bodies; nothing that names it is lost."""

import pytest

from giaoban.model import Refused
from giaoban_web.accounts.models import Role
from giaoban_web.bodies import actions, proposing
from giaoban_web.bodies.models import Body
from giaoban_web.directives import actions as tasks
from giaoban_web.directives.queries import drafted_at
from giaoban_web.directives.terms import Terms
from giaoban_web.history import queries as history

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(person, town):
    return person(Role.CLERK, town)


@pytest.fixture
def steward(person, town):
    return person(Role.STEWARD, town)


@pytest.fixture
def proposed(clerk, town):
    return proposing.propose(place=town, name="Phòng KT-HT", by=clerk)


@pytest.fixture
def known(steward, town):
    return actions.add(place=town, name="Phòng Kinh tế - Hạ tầng", by=steward)


def refused(code, act, **named):
    with pytest.raises(Refused) as why:
        act(**named)
    assert why.value.code == code


def test_it_stands_on_the_desk_of_who_keeps_bodies_until_it_is_confirmed(proposed, steward, clerk, sign_in):
    page = sign_in(steward)
    assert proposed.get_absolute_url() in page.get("/").content.decode()
    assert "chờ xác nhận" in page.get("/bodies/?kind=proposed").content.decode()
    assert page.post(f"/bodies/{proposed.pk}/confirm/", follow=True).status_code == 200
    proposed.refresh_from_db()
    assert proposed.proposed_by is None
    assert "Cơ quan chờ xác nhận" not in page.get("/").content.decode()
    assert page.post(f"/bodies/{proposed.pk}/confirm/").status_code == 409
    assert history.verify() is None


def test_drafts_that_name_it_name_the_known_body_that_it_is_and_its_name_is_kept(proposed, known, steward, clerk, town, sign_in):
    led = tasks.draft(place=town, wording="Rà soát hạ tầng", terms=Terms(lead=proposed), by=clerk)
    helped = tasks.draft(place=town, wording="Sửa đường", terms=Terms(lead=known, supporting=(proposed,)), by=clerk)
    answer = sign_in(steward).post(f"/bodies/{proposed.pk}/same/", {"known": "Phòng Kinh tế - Hạ tầng"})
    assert (answer.status_code, answer["Location"]) == (302, known.get_absolute_url())
    for each in (led, helped, proposed, known):
        each.refresh_from_db()
    assert (led.lead, led.version, list(helped.supporting.all())) == (known, 1, [])
    assert (known.also, proposed.retired_on is None) == (["Phòng KT-HT"], False)
    assert history.about(led).last().act == "body of a task identified"
    made_at, changed_at = drafted_at(led)
    assert made_at == changed_at
    assert history.verify() is None


def test_a_draft_whose_lead_would_accept_its_own_work_keeps_it_from_being_that_body(proposed, known, steward, clerk, town):
    task = tasks.draft(place=town, wording="Rà soát hạ tầng", terms=Terms(lead=proposed, acceptor=known), by=clerk)
    refused("lead-accepts-own", proposing.identify, body=proposed, known=known, by=steward)
    task.refresh_from_db()
    known.refresh_from_db()
    assert (task.lead, known.also) == (proposed, [])


def test_nobody_confirms_without_keeping_bodies_nor_proposes_without_drafting_nor_twice(proposed, known, clerk, steward, town, sign_in):
    refused("not-allowed-here", proposing.confirm, body=proposed, by=clerk)
    refused("not-allowed-here", proposing.propose, place=town, name="Phòng Y tế", by=steward)
    refused("body-known", proposing.propose, place=town, name=proposed.name, by=clerk)
    refused("body-not-proposed", proposing.confirm, body=known, by=steward)
    refused("body-not-confirmed", proposing.identify, body=proposed, known=proposed, by=steward)
    assert sign_in(clerk).post(f"/bodies/{proposed.pk}/confirm/").status_code == 403
    assert sign_in(steward).post(f"/bodies/{proposed.pk}/same/", {"known": "không có"}).status_code == 422
    assert Body.objects.get(pk=proposed.pk).proposed_by == clerk


def test_a_body_that_a_sentence_names_in_small_letters_begins_with_a_capital(town, clerk):
    assert proposing.propose(place=town, name="phòng Văn hóa - Xã hội", by=clerk).name == "Phòng Văn hóa - Xã hội"


def test_those_that_wait_are_confirmed_one_after_the_other_from_their_list(proposed, clerk, steward, town, sign_in):
    other = proposing.propose(place=town, name="Trạm Thủy nông", by=clerk)
    page = sign_in(steward)
    for each in (proposed, other):
        assert f'action="/bodies/{each.pk}/confirm/"' in page.get("/bodies/?kind=proposed").content.decode()
        shown = page.post(f"/bodies/{each.pk}/confirm/", {"back": "list"}, follow=True)
        assert shown.redirect_chain == [("/bodies/?kind=proposed", 302)] and f"“{each}” đã được xác nhận" in shown.content.decode()
    assert not Body.objects.exclude(proposed_by=None).exists()
    third = proposing.propose(place=town, name="Hạt Kiểm lâm", by=clerk)
    assert f'action="/bodies/{third.pk}/confirm/"' not in sign_in(clerk).get("/bodies/?kind=proposed").content.decode()
