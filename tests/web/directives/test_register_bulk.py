"""Moves of many tasks: looked at first, each with its own event, and what cannot be done says why."""

import pytest

from giaoban_web.bodies.proposing import propose
from giaoban_web.directives.models import Directive, Event
from giaoban_web.directives.moving import move
from giaoban_web.history import queries as history


@pytest.fixture
def three(office):
    """Two drafts and one that was issued."""
    return office.drafted(), office.drafted(lead=None), office.issued()


def rows(*tasks):
    return [f"{task.pk}:{task.version}" for task in tasks]


def test_a_preview_says_of_each_whether_it_can_and_why_not_and_writes_nothing(office, three, sign_in):
    before = Event.objects.count()
    page = sign_in(office.head).get("/directives/bulk/", {"move": "issue", "pick": [task.pk for task in three]})
    assert [each.task for each in page.context["able"]] == [three[0]]
    assert {each.task.pk: each.refused.code for each in page.context["unable"]} == {
        three[1].pk: "move-needs",
        three[2].pk: "move-not-from-here",
    }
    assert Event.objects.count() == before


def test_the_preview_refuses_what_the_move_would_refuse(office, three, sign_in):
    page = sign_in(office.people["lead"]).get("/directives/bulk/", {"move": "withdraw", "pick": [three[2].pk]})
    assert [each.refused.code for each in page.context["unable"]] == ["move-not-yours"]
    done = sign_in(office.people["lead"]).post("/directives/bulk/", {"move": "withdraw", "reason": "Trùng", "row": rows(three[2])})
    assert [each.refused.code for each in done.context["left"]] == ["move-not-yours"]


def test_a_task_that_names_a_body_nobody_has_confirmed_is_not_promised_to_be_issued(office, sign_in):
    waiting = propose(place=office.town, name="Phòng KT-HT", by=office.clerk)
    tasks = office.drafted(lead=waiting), office.drafted(supporting=[waiting]), office.drafted(watcher=waiting), office.drafted()
    page = sign_in(office.head).get("/directives/bulk/", {"move": "issue", "pick": [task.pk for task in tasks]})
    assert [each.task for each in page.context["able"]] == [tasks[3]]
    assert {each.refused.code for each in page.context["unable"]} == {"body-not-confirmed"}


def test_those_that_can_are_moved_each_with_its_event(office, three, sign_in):
    done = sign_in(office.head).post("/directives/bulk/", {"move": "withdraw", "reason": "Đã có chủ trương khác", "row": rows(*three)})
    assert len(done.context["done"]) == 3
    assert set(Directive.objects.values_list("state", flat=True)) == {"withdrawn"}
    assert Event.objects.filter(move="withdraw", said__reason="Đã có chủ trương khác").count() == 3
    assert history.verify() is None


def test_what_was_changed_meanwhile_is_told_and_the_others_are_moved(office, three, sign_in):
    seen = rows(*three)
    move(directive=three[2], name="acknowledge", seen=1, by=office.people["lead"])
    done = sign_in(office.head).post("/directives/bulk/", {"move": "withdraw", "reason": "Trùng", "row": seen})
    assert [(each.task, each.conflict) for each in done.context["left"]] == [(three[2], True)]
    page = done.content.decode()
    assert "nên để nguyên" in page and "còn ở dưới" not in page
    assert len(done.context["done"]) == 2


def test_without_the_reason_nothing_happens_and_the_reason_is_asked_for(office, three, sign_in):
    page = sign_in(office.head).post("/directives/bulk/", {"move": "withdraw", "row": rows(*three)})
    assert page.status_code == 422
    assert not Event.objects.filter(move="withdraw").exists()


def test_all_of_a_list_can_be_meant(office, three, sign_in):
    page = sign_in(office.head).get("/directives/bulk/", {"move": "withdraw", "all": "1", "query": "state=draft"})
    assert {each.task for each in page.context["able"]} == set(three[:2])


def test_drafts_are_given_a_lead_and_keep_their_other_terms(office, three, sign_in):
    sign_in(office.clerk).post("/directives/bulk/", {"move": "give_lead", "lead": "Phòng Tài chính", "row": rows(*three)})
    leads = dict(Directive.objects.values_list("pk", "lead__name"))
    assert leads == {three[0].pk: "Phòng Tài chính", three[1].pk: "Phòng Tài chính", three[2].pk: "Phòng Kinh tế"}
    assert Directive.objects.get(pk=three[0].pk).deadline_on == three[0].deadline_on


def test_nobody_moves_what_she_does_not_see(office, three, sign_in):
    done = sign_in(office.people["outsider"]).post("/directives/bulk/", {"move": "withdraw", "reason": "Trùng", "row": rows(*three)})
    assert (done.context["done"], done.context["left"]) == ([], [])


def test_the_queries_of_a_preview_do_not_grow_with_the_tasks(office, sign_in, django_assert_max_num_queries):
    for _each in range(12):
        office.drafted(supporting=[office.finance], watcher=office.finance)
    client = sign_in(office.head)
    with django_assert_max_num_queries(20):
        client.get("/directives/bulk/", {"move": "issue", "all": "1"})


@pytest.mark.parametrize("query", [{"move": "accept", "all": "1"}, {"move": "issue"}, {"move": "issue", "pick": ["x", "99999"]}, {}])
def test_what_makes_no_sense_is_told(office, three, sign_in, query):
    assert sign_in(office.head).get("/directives/bulk/", query).status_code == 409


def test_a_move_of_nothing_leads_back_to_the_list_as_it_was_narrowed(office, three, sign_in):
    answer = sign_in(office.head).get("/directives/bulk/", {"move": "issue", "query": "state=draft&lead=kinh+te"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Chưa chọn nhiệm vụ nào" in page and 'href="/directives/?state=draft&amp;lead=kinh+te"' in page


def test_every_way_back_leads_to_the_list_as_it_was_narrowed(office, three, sign_in):
    head, query = sign_in(office.head), "state=draft&lead=kinh+te"
    way = 'href="/directives/?state=draft&amp;lead=kinh+te"'
    page = head.get("/directives/bulk/", {"move": "withdraw", "pick": [task.pk for task in three], "query": query}).content.decode()
    assert page.count(way) == 2 and 'name="query" value="state=draft&amp;lead=kinh+te"' in page
    idle = head.get("/directives/bulk/", {"move": "acknowledge", "pick": [three[2].pk], "query": query}).content.decode()
    assert idle.count(way) == 2 and "Về danh sách" in idle
    sent = {"move": "withdraw", "reason": "Trùng", "row": rows(three[0]), "query": query}
    assert head.post("/directives/bulk/", sent).content.decode().count(way) == 2


def test_only_moves_that_somebody_may_make_of_a_task_of_the_list_are_offered(office, three, sign_in):
    def moves(user):
        return set(sign_in(user).get("/directives/").context["moves"])

    assert moves(office.head) == {"issue", "withdraw", "give_lead", "complete"}
    assert moves(office.clerk) == {"give_lead", "complete"}
    assert moves(office.people["lead"]) == {"acknowledge", "start"}
    assert moves(office.people["support"]) == set()


def test_of_a_list_of_several_pages_all_moves_are_offered_that_may_be_open_to_her(office, three, sign_in):
    for _each in range(25):
        office.issued()
    clerk = sign_in(office.clerk).get("/directives/").context["moves"]
    lead = sign_in(office.people["lead"]).get("/directives/").context["moves"]
    assert set(clerk) == {"give_lead", "complete"}
    assert {"acknowledge", "start"} <= set(lead) and not {"issue", "give_lead"} & set(lead)


def test_where_none_can_be_moved_so_the_preview_offers_what_can_be_done_with_them(office, three, sign_in):
    sent = {"move": "acknowledge", "pick": [task.pk for task in three[:2]], "query": "state=draft"}
    page = sign_in(office.head).get("/directives/bulk/", sent)
    assert page.context["able"] == [] and set(page.context["instead"]) == {"issue", "withdraw", "give_lead", "complete"}
    text = page.content.decode()
    assert "Có thể làm với các nhiệm vụ này" in text and text.count('name="pick"') == 2
    whole = sign_in(office.head).get("/directives/bulk/", {"move": "acknowledge", "all": "1", "query": "state=draft"}).content.decode()
    assert 'name="all" value="1"' in whole and 'name="pick"' not in whole
