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
from giaoban_web.directives.moving import move
from giaoban_web.directives.moving_said import Part
from giaoban_web.history import queries as history
from giaoban_web.reminders.models import Message
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
    extra = {key: said.pop(key) for key in ("lead", "evidence", "into", "beneath") if key in said}
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


def states(task):
    """Of the part and of what was handed down from it."""
    part = Directive.objects.get(above=task)
    return part.state, part.below.get().state


def test_who_withdraws_a_whole_is_asked_how_many_parts_go_with_it_and_they_do_each_with_its_event(office, whole, sign_in):
    head = sign_in(office.head)
    page = head.get(whole.get_absolute_url()).content.decode()
    assert "Còn 2 phần việc đã giao xuống chưa xong" in page
    sent = {"seen": whole.version, "reason": "Trùng"}
    assert head.post(f"/directives/{whole.pk}/move/withdraw/", sent).status_code == 422
    assert states(whole) == ("issued", "issued")
    assert head.post(f"/directives/{whole.pk}/move/withdraw/", sent | {"beneath": "withdraw"}).status_code == 302
    assert states(whole) == ("withdrawn", "withdrawn")
    part = whole.below.get()
    last = part.events.last()
    assert (last.move, last.said["reason"], last.by) == ("fall_away", "Trùng", office.head)
    assert "2: thu hồi luôn cùng nhiệm vụ này" in head.get(whole.get_absolute_url()).content.decode()
    assert "thu hồi phần việc cùng nhiệm vụ chung" in head.get(part.get_absolute_url()).content.decode().lower()
    assert history.verify() is None


def test_the_lead_of_a_part_is_told_that_it_fell_away(office, whole):
    moved(whole, "withdraw", office.head, reason="Trùng", beneath="withdraw")
    told = Message.objects.filter(code="told-fell-away", directive=whole.below.get())
    assert [each.user for each in told] == [office.people["support"]]


def test_parts_may_be_left_open_and_a_part_that_was_accepted_stays_so(office, whole):
    moved(whole, "withdraw", office.head, reason="Trùng", beneath="keep")
    assert states(whole) == ("issued", "issued")
    other = office.issued(deadline_on=SOON)
    handed(other, office.people["lead"], office.finance)
    Directive.objects.filter(above=other).update(state="accepted")
    moved(other, "withdraw", office.head, reason="Trùng", beneath="withdraw")
    assert other.below.get().state == "accepted"


def test_a_task_without_open_parts_is_withdrawn_without_a_question(office, sign_in):
    task, head = office.issued(), sign_in(office.head)
    assert "chưa xong" not in head.get(task.get_absolute_url()).content.decode()
    assert head.post(f"/directives/{task.pk}/move/withdraw/", {"seen": task.version, "reason": "Trùng"}).status_code == 302
    assert "beneath" not in task.events.last().said


def test_when_a_whole_is_merged_its_parts_go_over_to_what_takes_it_up(office, whole):
    heir = bodies.add(place=office.town, name="Phòng Quản lý đô thị", by=office.steward)
    into = office.issued(lead=heir, deadline_on=SOON)
    moved(whole, "merge", office.head, into=into, beneath="pass_on")
    part = Directive.objects.get(above=into)
    assert (part.state, part.issuer_body, part.acceptor, part.events.last().move) == ("issued", heir, heir, "pass_on")
    assert part.below.get().state == "issued"


def test_a_whole_merged_into_its_own_part_takes_neither_that_nor_what_that_is_a_part_of_along(office, whole):
    for beneath in ("pass_on", "withdraw"):
        task = office.issued(deadline_on=SOON)
        handed(task, office.people["lead"], office.finance)
        part = task.below.get()
        handed(part, office.people["support"], bodies.add(place=office.town, name=f"Tổ {beneath}", by=office.steward))
        moved(task, "merge", office.head, into=part.below.get(), beneath=beneath)
        assert states(task) == ("issued", "issued")


def test_many_are_withdrawn_with_their_parts_also_where_a_part_was_chosen_with_its_whole(office, whole, sign_in):
    head, part = sign_in(office.head), whole.below.get()
    page = head.get("/directives/bulk/", {"move": "withdraw", "pick": [whole.pk, part.pk]})
    assert {each.task.pk: each.beneath for each in page.context["able"]} == {whole.pk: 2, part.pk: 1}
    assert "2 phần việc giao xuống chưa xong" in page.content.decode()
    sent = {"move": "withdraw", "reason": "Trùng", "beneath": "withdraw", "row": [f"{each.pk}:{each.version}" for each in (whole, part)]}
    done = head.post("/directives/bulk/", sent)
    assert [each.task for each in done.context["done"]] == [whole, part]
    assert states(whole) == ("withdrawn", "withdrawn")


def test_a_way_that_a_move_does_not_have_is_refused(office, whole):
    with pytest.raises(Refused, match="parts-way-unknown"):
        moved(whole, "withdraw", office.head, reason="Trùng", beneath="pass_on")
    with pytest.raises(Refused, match="parts-way-unknown"):
        moved(whole, "correct", office.head, reason="Trùng", beneath="withdraw")
