"""What may happen to a task on the web: by whom, with what, and that its columns say what its events say."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from giaoban.directives.states import EXTENSION, Who
from giaoban.model import Refused
from giaoban_web import cli
from giaoban_web.accounts.models import Grant, Role
from giaoban_web.directives.evidence import Piece, look, pieces_now
from giaoban_web.directives.judging_again import judge_again
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.moving_said import Part
from giaoban_web.directives.queries import capacities, moves_for, visible_to
from giaoban_web.errors import Conflict
from giaoban_web.history import queries as history
from tests.web.directives.tasks import by_its_events

LINK = Piece("Báo cáo", url="https://example.org/bao-cao")


def test_a_task_goes_from_draft_to_accepted_and_its_columns_say_what_its_events_say(office):
    task = office.issued(supporting=[office.finance])
    lead = office.people["lead"]
    task = move(directive=task, name="acknowledge", seen=1, by=lead)
    task = move(directive=task, name="progress", seen=2, by=office.people["support"], said={"text": "Đã rà soát một nửa", "percent": "50"})
    task = move(directive=task, name="report", seen=3, by=lead, said={"text": "Đã xong"}, evidence=[LINK])
    for piece in pieces_now(task):
        look(evidence=piece, by=office.head)
    task = move(directive=task, name="accept", seen=4, by=office.head)
    fresh = Directive.objects.get(pk=task.pk)
    assert (fresh.state, fresh.percent, fresh.version) == ("accepted", 50, 5)
    assert by_its_events(fresh) == fresh.standing
    assert history.verify() is None


def test_evidence_that_nobody_looked_at_is_not_accepted(office):
    task = move(directive=office.issued(), name="report", seen=1, by=office.people["lead"], said={"text": "Xong"}, evidence=[LINK])
    with pytest.raises(Refused, match="evidence-not-seen"):
        move(directive=task, name="accept", seen=2, by=office.head)


def test_a_report_needs_evidence_and_words(office):
    with pytest.raises(Refused, match="move-needs"):
        move(directive=office.issued(), name="report", seen=1, by=office.people["lead"], said={"text": "Xong"})


def test_whoever_leads_never_answers_her_own_request_for_an_extension_even_for_the_issuing_body_or_as_head_of_office(office):
    lead = office.people["lead"]
    task = office.issued(issuer_body=office.economy)
    Grant.objects.create(user=lead, role=Role.HEAD, place=task.place)
    until = (timezone.localdate() + timedelta(days=30)).isoformat()
    task = move(directive=task, name="ask_extension", seen=1, by=lead, said={"reason": "Chờ vật tư", "until": until})
    assert EXTENSION.isdisjoint(each.name for each, _who in moves_for(lead, task))
    for name in sorted(EXTENSION):
        with pytest.raises(Refused, match="extension-own"):
            move(directive=task, name=name, seen=2, by=lead, said={"reason": "Đồng ý"})
    assert {each.name for each, _who in moves_for(office.head, task)} >= EXTENSION
    assert move(directive=task, name="grant_extension", seen=2, by=office.head).extended == 1


def test_whoever_leads_or_reported_never_accepts_even_as_head_of_office(office):
    task = office.issued()
    assert Who.ACCEPTOR in capacities(office.head, task)
    assert Who.ACCEPTOR not in capacities(office.people["lead"], task)
    task.reported_by = office.head
    assert Who.ACCEPTOR not in capacities(office.head, task)


def test_who_has_no_part_in_it_sees_nothing_and_moves_nothing(office):
    task, stranger = office.issued(), office.people["outsider"]
    assert not visible_to(stranger).exists()
    with pytest.raises(Refused, match="not-allowed-here"):
        move(directive=task, name="acknowledge", seen=1, by=stranger)


def test_a_draft_is_seen_by_the_office_and_not_yet_by_its_lead(office):
    task = office.drafted()
    assert visible_to(office.clerk).get() == task
    assert not visible_to(office.people["lead"]).exists()


def test_the_second_of_two_people_is_told_that_the_first_was_there(office):
    task = office.issued()
    move(directive=task, name="acknowledge", seen=1, by=office.people["lead"])
    with pytest.raises(Conflict, match="task-changed-meanwhile"):
        move(directive=task, name="withdraw", seen=1, by=office.head, said={"reason": "Trùng"})


def test_a_change_of_person_moves_nothing(office):
    task = office.issued()
    from giaoban_web.bodies import actions as bodies

    bodies.unseat(seat=office.economy.seats.get(), until=date(2020, 2, 1), by=office.steward)
    bodies.seat(body=office.economy, user=office.people["outsider"], since=date(2020, 2, 1), by=office.steward)
    assert not visible_to(office.people["lead"]).exists()
    assert move(directive=task, name="acknowledge", seen=1, by=office.people["outsider"]).state == "acknowledged"


def test_an_extension_is_asked_by_the_lead_and_granted_by_the_head(office):
    task = move(
        directive=office.issued(), name="ask_extension", seen=1, by=office.people["lead"], said={"reason": "Chờ vốn", "until": "2031-09-30"}
    )
    task = move(directive=task, name="grant_extension", seen=2, by=office.head)
    assert (task.first_deadline_on, task.deadline_on, task.extended) == (date(2020, 6, 30), date(2031, 9, 30), 1)
    assert by_its_events(task) == task.standing


def test_a_lead_hands_parts_down_and_accepts_them_itself(office):
    task = office.issued()
    move(directive=task, name="cascade", seen=1, by=office.people["lead"], parts=[Part(office.finance, "Rà soát hồ sơ thuế")])
    part = task.below.get()
    assert (part.state, part.lead, part.acceptor, part.deadline_on) == ("issued", office.finance, office.economy, date(2020, 6, 30))
    assert Who.ACCEPTOR in capacities(office.people["lead"], part)
    assert by_its_events(part) == part.standing


def test_a_task_goes_to_another_lead_who_takes_it_up_anew(office):
    task = move(directive=office.issued(supporting=[office.finance]), name="acknowledge", seen=1, by=office.people["lead"])
    task = move(directive=task, name="reassign", seen=2, by=office.head, lead=office.finance, said={"reason": "Đúng chức năng"})
    assert (task.state, task.lead, list(task.supporting.all())) == ("issued", office.finance, [])
    assert not visible_to(office.people["lead"]).exists()
    assert move(directive=task, name="acknowledge", seen=3, by=office.people["support"]).state == "acknowledged"
    fresh = Directive.objects.get(pk=task.pk)
    assert by_its_events(fresh) == fresh.standing


def test_a_task_is_not_given_to_the_lead_that_has_it_nor_to_whoever_accepts_it(office):
    task = office.issued(acceptor=office.finance)
    for body, code in ((office.economy, "lead-already"), (office.finance, "lead-accepts-own")):
        with pytest.raises(Refused, match=code):
            move(directive=task, name="reassign", seen=1, by=office.head, lead=body, said={"reason": "Đúng chức năng"})


def test_a_task_is_merged_into_another_that_is_under_way(office):
    task, other = office.issued(), office.issued()
    assert move(directive=task, name="merge", seen=1, by=office.head, into=other).merged_into == other
    with pytest.raises(Refused, match="merge-into-itself"):
        move(directive=other, name="merge", seen=1, by=office.head, into=other)


def test_what_tasks_lack_is_counted_anew_when_the_tables_change_as_their_pages_say_it(office, capsys):
    task, other = office.issued(), office.issued()
    right = task.vague
    Directive.objects.filter(pk=task.pk).update(vague=right + 1)
    assert cli.main(["rebuild"]) == 0
    told = capsys.readouterr().out
    assert "judged again: 1 changed" in told and "asked before: 0 changed" in told
    assert [Directive.objects.get(pk=each.pk).vague for each in (task, other)] == [right, right]
    assert judge_again() == 0
