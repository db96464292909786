"""Whoever gives a task, in whatever way, is told that a body is of a place that is no more by its last day, and what else is doubtful."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giaoban_web.bodies import actions as bodies
from giaoban_web.directives.models import Directive
from tests.web.directives.conftest import office
from tests.web.places.declared import happen, merged, steward, wards

__all__ = ["happen", "office", "steward", "wards"]
pytestmark = pytest.mark.django_db
AFTER, BEFORE = date(2027, 6, 30), date(2026, 12, 31)
"""Days after and before the merger."""
TOLD = "không còn từ"


@pytest.fixture
def council(happen, wards, office):
    """The council of a ward that will be merged, with that of the ward that takes its place."""
    old = bodies.add(place=wards[0], name="UBND Phường 1", by=office.steward)
    new = merged(happen, wards, office.town).changes.first().after
    bodies.add(place=new, name="UBND phường Hợp Nhất", by=office.steward)
    return old


def sends(client, task, name, **said):
    return client.post(f"/directives/{task.pk}/move/{name}/", {"seen": Directive.objects.get(pk=task.pk).version} | said)


@pytest.mark.parametrize(("language", "words"), [("vi", TOLD), ("en", "which is no more since")])
def test_a_task_is_given_to_a_body_that_is_gone_only_once_that_was_told(office, council, sign_in, language, words):
    type(office.head).objects.filter(pk=office.head.pk).update(language=language)
    task, head = office.issued(deadline_on=AFTER), sign_in(office.head)
    asked = sends(head, task, "reassign", lead=council.name, reason="Đúng địa bàn")
    page = asked.content.decode()
    assert (asked.status_code, Directive.objects.get(pk=task.pk).lead) == (422, office.economy)
    assert words in page and "UBND phường Hợp Nhất" in page and "Đúng địa bàn" in page and 'name="anyway"' in page
    assert sends(head, task, "reassign", lead=council.name, reason="Đúng địa bàn", anyway="1").status_code == 302
    assert Directive.objects.get(pk=task.pk).lead == council


def test_a_part_is_handed_down_by_its_own_last_day(office, council, sign_in):
    task, lead = office.issued(deadline_on=AFTER), sign_in(office.people["lead"])
    asked = sends(lead, task, "cascade", body_0=office.finance.name, body_1=council.name, work_1="Rà soát hộ")
    assert (asked.status_code, task.below.count()) == (422, 0)
    assert TOLD in asked.content.decode() and "Rà soát hộ" in asked.content.decode()
    assert sends(lead, task, "cascade", body_0=council.name, day_0="31/12/2026").status_code == 302
    assert sends(lead, task, "cascade", body_0=council.name, anyway="1").status_code == 302
    assert [part.deadline_on for part in task.below.order_by("pk")] == [BEFORE, AFTER]


def test_the_preview_of_many_says_which_name_a_body_that_is_gone_with_no_more_queries_for_more_tasks(office, council, sign_in):
    head, tasks = sign_in(office.head), [office.drafted(lead=council, deadline_on=day) for day in (AFTER, BEFORE)]
    told = head.get("/directives/bulk/", {"move": "issue", "pick": [each.pk for each in tasks]})
    assert [[each.body for each in fate.gone] for fate in told.context["able"]] == [[council], []]
    assert (told.content.decode().count(TOLD), told.content.decode().count("địa bàn không còn</span>")) == (1, 1)
    counted = []
    for more in (1, 4):
        tasks += [office.drafted(supporting=[council], deadline_on=date(2027, 7, 1 + day)) for day in range(more)]
        with CaptureQueriesContext(connection) as queries:
            head.get("/directives/bulk/", {"move": "issue", "pick": [each.pk for each in tasks]})
        counted.append(len(queries))
    assert counted[0] == counted[1]
    assert TOLD not in head.get("/directives/bulk/", {"move": "withdraw", "pick": [each.pk for each in tasks]}).content.decode()


def test_drafts_are_given_a_lead_that_is_gone_only_once_that_was_told(office, council, sign_in):
    clerk, tasks = sign_in(office.clerk), [office.drafted(lead=None, deadline_on=day) for day in (BEFORE, AFTER)]
    sent = {"move": "give_lead", "lead": council.name, "row": [f"{each.pk}:{each.version}" for each in tasks]}
    asked = clerk.post("/directives/bulk/", sent)
    assert (asked.status_code, Directive.objects.filter(lead=council).count()) == (422, 0)
    assert TOLD in asked.content.decode() and council.name in asked.content.decode()
    assert clerk.post("/directives/bulk/", sent | {"anyway": "1"}).status_code == 200
    assert Directive.objects.filter(lead=council).count() == 2


def test_the_api_tells_it_of_a_task_that_is_drafted_and_moved_until_it_has_ended(office, council, sign_in):
    def ask(user, path, body):
        return sign_in(user).post(f"/api/tasks/{path}", json.dumps(body), content_type="application/json").json()

    told = {"place": "205", "wording": "Rà soát hộ nghèo", "lead": council.pk, "deadline_on": AFTER.isoformat()}
    task = ask(office.clerk, "", told)
    (gone,) = task["gone"]
    assert (gone["body"]["id"], gone["on"], gone["place"]["name"]) == (council.pk, "2027-01-01", "Phường 1")
    assert [each["name"] for each in gone["successors"]] == ["UBND phường Hợp Nhất"]
    assert [each["name"] for each in gone["today"]] == ["Hợp Nhất"]
    issued = ask(office.head, f"{task['id']}/moves", {"move": "issue", "seen": task["version"]})
    assert len(issued["gone"]) == 1
    ended = ask(office.head, f"{task['id']}/moves", {"move": "withdraw", "seen": issued["version"], "reason": "Trùng"})
    assert ended["gone"] == []


def test_a_part_that_ends_after_the_whole_is_asked_about_and_one_without_a_body_is_not_left_out(office, sign_in):
    task, lead = office.issued(deadline_on=BEFORE), sign_in(office.people["lead"])
    asked = sends(lead, task, "cascade", body_0=office.finance.name, day_0="01/01/2027")
    assert (asked.status_code, task.below.count()) == (422, 0)
    assert "có hạn 01/01/2027, sau thời hạn chung (31/12/2026)" in asked.content.decode()
    lost = sends(lead, task, "cascade", body_0=office.finance.name, work_1="Khảo sát", day_2="01/12/2026")
    assert (lost.status_code, task.below.count()) == (422, 0)
    assert lost.content.decode().count("Phần này giao cho cơ quan nào?") >= 2
    assert "Khảo sát" in lost.content.decode()
    assert sends(lead, task, "cascade", body_0=office.finance.name, day_0="01/01/2027", anyway="1").status_code == 302


@pytest.mark.parametrize(("language", "words"), [("vi", "đã kết thúc từ ngày"), ("en", "is no more since")])
def test_a_body_that_was_ended_itself_is_told_as_well(office, sign_in, language, words):
    type(office.head).objects.filter(pk=office.head.pk).update(language=language)
    task, head = office.issued(deadline_on=AFTER), sign_in(office.head)
    assert words not in head.get(task.get_absolute_url()).content.decode()
    bodies.retire(body=office.economy, on=BEFORE, by=office.steward)
    assert words in head.get(task.get_absolute_url()).content.decode()
    (gone,) = head.get(f"/api/tasks/{task.pk}").json()["gone"]
    assert (gone["retired"], gone["on"], gone["today"]) == (True, "2026-12-31", [])


def test_the_page_of_a_body_counts_the_open_tasks_that_it_leads_and_no_others(office, sign_in):
    post = bodies.add(place=office.town, name="Trưởng phòng Phòng Kinh tế", is_post=True, by=office.steward)
    office.issued(), office.issued(lead=post)
    page = sign_in(office.head).get(office.economy.get_absolute_url()).content.decode()
    listed = f"/directives/?body={office.economy.pk}"
    assert f'<a href="{listed}">' in page and f'<a href="{listed}&amp;state=open">1 nhiệm vụ chưa xong</a>' in page
    assert len(sign_in(office.head).get(listed).context["lines"]) == 1
