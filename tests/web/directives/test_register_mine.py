"""What waits for whom, the most pressing first; and the board that ranks bodies."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from giaoban_web.bodies import actions as bodies
from giaoban_web.directives.evidence import Piece
from giaoban_web.directives.mine import waiting
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.moving_said import Part
from giaoban_web.directives.scores import board, parts
from tests.web.directives.test_register import shown

TODAY = timezone.localdate()
LINK = Piece("Báo cáo", url="https://example.org/bao-cao")


def headings(user):
    return {each.query.removesuffix("&sort=deadline"): each.total for each in waiting(user, TODAY)}


def test_a_unit_sees_what_is_overdue_due_returned_and_new(office):
    lead = office.people["lead"]
    office.issued(deadline_on=TODAY - timedelta(days=1))
    office.issued(deadline_on=TODAY + timedelta(days=7))
    move(directive=office.issued(deadline_on=None), name="report", seen=1, by=lead, said={"text": "Xong"}, evidence=[LINK])
    move(directive=Directive.objects.latest("pk"), name="return", seen=2, by=office.head, said={"reason": "Thiếu số liệu"})
    assert headings(lead) == {
        "part=lead&state=returned": 1,
        "part=lead&kind=overdue&state=unreported": 1,
        "part=lead&due=7&state=open": 1,
    }


def test_what_a_unit_reported_late_is_no_more_overdue_on_its_desk(office):
    late = office.issued(deadline_on=TODAY - timedelta(days=3))
    move(directive=late, name="report", seen=1, by=office.people["lead"], said={"text": "Xong"}, evidence=[LINK])
    assert headings(office.people["lead"]) == {}


def test_a_task_that_waits_for_several_things_is_shown_once_and_tells_them_all(office):
    lead = office.people["lead"]
    bodies.seat(body=office.finance, user=lead, since=TODAY, by=office.steward)
    both = office.issued(deadline_on=TODAY - timedelta(days=1), supporting=[office.finance])
    new = office.issued(deadline_on=None)
    found = waiting(lead, TODAY)
    assert [row.line.task for each in found for row in each.rows] == [both, new]
    assert [[str(words) for words in row.also] for each in found for row in each.rows] == [["chờ tiếp nhận", "bạn cũng phối hợp"], []]
    assert [(each.query.removesuffix("&sort=deadline"), each.total, each.above, each.left) for each in found] == [
        ("part=lead&kind=overdue&state=unreported", 1, 0, False),
        ("part=lead&state=issued", 2, 1, False),
    ]
    assert [each.left for each in waiting(lead, TODAY, few=0)] == [True, True, True]


def test_a_task_far_down_the_list_of_new_ones_is_not_told_there_again(office):
    for days in range(8):
        office.issued(deadline_on=TODAY - timedelta(days=20 - days))
    soon = office.issued(deadline_on=TODAY + timedelta(days=1))
    overdue, due, new = waiting(office.people["lead"], TODAY, few=3)
    assert [str(words) for row in due.rows for words in row.also] == ["chờ tiếp nhận"] and due.rows[0].line.task == soon
    assert (len(overdue.rows), len(new.rows), new.above, new.total, new.left) == (3, 3, 4, 9, True)


def test_a_head_sees_reports_to_accept_extensions_to_answer_and_drafts(office):
    office.drafted()
    lead = office.people["lead"]
    move(directive=office.issued(), name="report", seen=1, by=lead, said={"text": "Xong"}, evidence=[LINK])
    move(directive=office.issued(), name="ask_extension", seen=1, by=lead, said={"reason": "Chờ vốn", "until": "2031-01-01"})
    assert headings(office.head) == {"part=accept&state=reported": 1, "part=answer&asked=waits": 1, "state=draft": 1}


def test_who_did_the_work_is_not_asked_to_accept_it(office):
    task = move(directive=office.issued(), name="report", seen=1, by=office.people["lead"], said={"text": "Xong"}, evidence=[LINK])
    Directive.objects.filter(pk=task.pk).update(reported_by=office.head)
    assert headings(office.head) == {}


def test_each_list_behind_a_heading_holds_what_the_heading_counts(office, sign_in):
    office.issued(deadline_on=TODAY - timedelta(days=1))
    for each in waiting(office.people["lead"], TODAY):
        query = dict(pair.split("=") for pair in each.query.split("&"))
        assert len(shown(sign_in(office.people["lead"]), **query)) == each.total


def test_the_desk_and_my_tasks_say_the_same(office, sign_in):
    office.issued(deadline_on=TODAY - timedelta(days=1))
    client = sign_in(office.people["lead"])
    home, mine = client.get("/"), client.get("/directives/mine/")
    assert [each.query for each in home.context["tasks"]] == [each.query for each in mine.context["waiting"]]
    assert mine.context["counted"].count.all == 1


def test_a_part_handed_down_counts_with_its_whole_on_the_board(office):
    task = office.issued()
    move(directive=task, name="cascade", seen=1, by=office.people["lead"], parts=[Part(office.finance, "Rà soát hồ sơ thuế")])
    made = parts(Directive.objects.all(), "lead_id")
    assert {each.conclusion for each in made} == {f"task {task.pk}"}
    assert {each.whose for each in made} == {str(office.economy.pk), str(office.finance.pk)}


def test_an_extension_on_the_board_is_known_with_the_day_it_was_given(office):
    task = move(
        directive=office.issued(deadline_on=TODAY),
        name="ask_extension",
        seen=1,
        by=office.people["lead"],
        said={"reason": "Chờ vốn", "until": "2031-01-01"},
    )
    move(directive=task, name="grant_extension", seen=2, by=office.head)
    (part,) = parts(Directive.objects.all(), "lead_id")
    assert [(each.on, each.deadline.isoformat()) for each in part.task.later] == [(TODAY, "2031-01-01")]


def test_rows_of_the_board_carry_their_bodies_and_lead_to_their_tasks(office, sign_in):
    office.issued()
    office.drafted()
    rows, whole = board(Directive.objects.all(), TODAY, "lead")
    assert [(named.of, named.row.due) for named in rows] == [(office.economy, 1)]
    assert whole.due == 1
    page = sign_in(office.head).get("/directives/scoreboard/?by=place")
    ((named, address),) = page.context["rows"]
    assert named.of == office.town
    assert len(sign_in(office.head).get(f"/directives/{address}").context["lines"]) == 1


def test_the_board_says_which_columns_count_each_share_once_and_which_are_not_to_be_added(office, sign_in):
    office.issued(deadline_on=None)
    client = sign_in(office.head)
    answer = client.get("/directives/scoreboard/")
    ((named, _address),) = answer.context["rows"]
    assert named.row.undated == sum(named.row.outcomes.values()) == 1
    page = answer.content.decode()
    assert re.findall(r'<th scope="colgroup" colspan="(\d)"[^>]*>([^<]+)</th>', page) == [
        ("5", "Kết quả, mỗi phần việc tính một lần"),
        ("3", "Nêu thêm, không cộng"),
    ]
    second_row = page[page.index("</tr><tr>") : page.index("</thead>")]
    assert re.findall(r">([^<>\n]+)</th>", second_row)[5:] == ["Không có thời hạn", "Gia hạn", "Thu hồi"]
    assert page.count('data-label="Nêu thêm, không cộng: Không có thời hạn"') == 2
    heading = client.get("/directives/scoreboard/?export=csv").content.decode("utf-8-sig").splitlines()[0]
    assert heading.count("Nêu thêm, không cộng: ") == 3


@pytest.mark.parametrize("address", ["/directives/scoreboard/", "/directives/by-lead/"])
def test_a_rate_of_a_table_is_a_percentage_beside_what_it_is_of(office, sign_in, address):
    office.issued(deadline_on=TODAY - timedelta(days=1))
    page = sign_in(office.head).get(address).content.decode()
    assert re.search(r">(?:<b>)?0%(?:</b>)? <span [^>]*>\(0/1\)<", page) and not re.search(
        r">(?:<b>)?0(?:</b>)? <span [^>]*>\(0/1\)<", page
    )


def test_who_leads_an_office_reads_on_the_desk_how_tasks_stand_with_what_each_rate_is_of(office, sign_in):
    assert "Tình hình thực hiện nhiệm vụ" not in sign_in(office.head).get("/").content.decode()
    office.issued(deadline_on=TODAY - timedelta(days=1))
    office.issued(deadline_on=None)
    page = sign_in(office.head).get("/").content.decode()
    assert "Tình hình thực hiện nhiệm vụ" in page
    assert '/directives/?kind=overdue"' in page and "(0/1)" in page and "(0/2)" in page
    assert "Tình hình thực hiện nhiệm vụ" not in sign_in(office.people["lead"]).get("/").content.decode()
