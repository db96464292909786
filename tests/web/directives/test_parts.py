"""What is handed down: over several levels, late, and when the whole changes hands or ends."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.bodies import actions as bodies
from giaoban_web.directives.evidence import look, pieces_now
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import Part, move
from giaoban_web.history import queries as history
from tests.web.directives.conftest import office
from tests.web.directives.tasks import LINK

__all__ = ["office"]
pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def whole(office):
    """A task with one part, which its lead has handed down further."""
    task = office.issued(deadline_on=SOON)
    handed(task, office.people["lead"], office.finance)
    handed(task.below.get(), office.people["support"], bodies.add(place=office.town, name="Đội Thuế", by=office.steward))
    return Directive.objects.get(pk=task.pk)


def handed(task, by, *to):
    task.refresh_from_db()
    move(directive=task, name="cascade", seen=task.version, by=by, parts=[Part(each, "Rà soát") for each in to])


def moved(task, name, by, **said):
    fresh = Directive.objects.get(pk=task.pk)
    extra = {key: said.pop(key) for key in ("lead", "evidence") if key in said}
    return move(directive=fresh, name=name, seen=fresh.version, by=by, said=said, **extra)


def test_a_late_part_and_what_was_handed_down_further_stand_on_the_page_of_the_whole(office, whole, sign_in):
    part, head = whole.below.get(), sign_in(office.head)
    part.below.update(deadline_on=timezone.localdate() - timedelta(days=3))
    page = head.get(whole.get_absolute_url()).content.decode()
    assert "phân giao tiếp: đã nghiệm thu 0/1, quá hạn 1" in page and "quá hạn 3 ngày" not in page
    whole.below.update(deadline_on=timezone.localdate() - timedelta(days=3))
    assert "quá hạn 3 ngày" in head.get(whole.get_absolute_url()).content.decode()


def test_the_queries_of_the_page_do_not_grow_with_the_parts(office, whole, sign_in):
    head, counted = sign_in(office.head), []
    for more in range(2):
        with CaptureQueriesContext(connection) as queries:
            head.get(whole.get_absolute_url())
        counted.append(len(queries))
        for number in range(3):
            handed(whole, office.people["lead"], bodies.add(place=office.town, name=f"Tổ {more}{number}", by=office.steward))
    assert counted[0] == counted[1]


def test_whoever_takes_the_whole_over_gives_and_accepts_its_parts(office, whole, sign_in):
    part, heir = whole.below.get(), bodies.add(place=office.town, name="Phòng Quản lý đô thị", by=office.steward)
    bodies.seat(body=heir, user=office.people["outsider"], since=date(2020, 1, 1), by=office.steward)
    moved(part.below.get(), "withdraw", office.people["support"], reason="Tự làm")
    moved(part, "report", office.people["support"], text="Xong", evidence=[LINK])
    moved(whole, "reassign", office.head, lead=heir, reason="Đúng chức năng")
    part.refresh_from_db()
    assert (part.issuer_body, part.issuer, part.acceptor, part.state) == (heir, heir.name, heir, "reported")
    page = sign_in(office.people["outsider"]).get(part.get_absolute_url()).content.decode()
    assert "Chủ trì nhiệm vụ chung" in page and 'id="move-accept"' in page
    for piece in pieces_now(part):
        look(evidence=piece, by=office.people["outsider"])
    assert moved(part, "accept", office.people["outsider"]).state == "accepted"
    with pytest.raises(Refused, match="not-allowed-here"):
        moved(part, "reopen", office.people["lead"], reason="Chưa đủ")
    assert history.verify() is None


def test_a_part_that_the_new_lead_leads_is_accepted_by_the_head_of_office(office, whole):
    moved(whole, "reassign", office.head, lead=office.finance, reason="Đúng chức năng")
    part = whole.below.get()
    assert (part.lead, part.acceptor) == (office.finance, None)


def test_a_part_that_ended_stays_as_it_was_given(office, whole):
    part, heir = whole.below.get(), bodies.add(place=office.town, name="Phòng Quản lý đô thị", by=office.steward)
    moved(part, "withdraw", office.people["lead"], reason="Không cần")
    moved(whole, "reassign", office.head, lead=heir, reason="Đúng chức năng")
    part.refresh_from_db()
    assert (part.acceptor, part.events.last().move) == (office.economy, "withdraw")


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "không phân giao phần việc cho chính mình"), ("en", "hands no part down to itself")]
)
def test_no_part_is_handed_down_to_the_lead_of_the_whole(office, whole, sign_in, language, words):
    person = office.people["lead"]
    type(person).objects.filter(pk=person.pk).update(language=language)
    sent = {"seen": whole.version, "body_0": office.economy.name}
    answer = sign_in(person).post(f"/directives/{whole.pk}/move/cascade/", sent)
    assert (answer.status_code, whole.below.count()) == (409, 1)
    assert words in answer.content.decode()


def test_a_part_leads_to_its_whole_only_whoever_sees_that_and_says_that_it_was_withdrawn(office, whole, sign_in):
    part = whole.below.get()
    link = f'href="{whole.get_absolute_url()}"'
    assert link in sign_in(office.head).get(part.get_absolute_url()).content.decode()
    below = sign_in(office.people["support"])
    page = below.get(part.get_absolute_url()).content.decode()
    assert link not in page and f"thuộc nhiệm vụ số {whole.pk}" in page and "đã thu hồi" not in page
    moved(whole, "withdraw", office.head, reason="Trùng")
    assert "đã thu hồi" in below.get(part.get_absolute_url()).content.decode()
