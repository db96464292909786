"""Many drafts completed in one table: hints with their reason, taken one by one or all, the same for all that are empty, errors by row."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from giaoban_web.bodies import actions as bodies
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move

PAGE = reverse("directives:complete")


@pytest.fixture
def head(office, sign_in):
    return sign_in(office.head)


@pytest.fixture
def watcher(office):
    return bodies.add(place=office.town, name="Phòng Tổng hợp", by=office.steward)


def rows(answer):
    return {row.task.pk: row for row in answer.context["rows"]}


def sent(answer, **changes):
    """The form as it is shown, with changes by field and number of the row: lead_0."""
    shown, told = list(answer.context["rows"]), {}
    told["row"] = [f"{row.task.pk}:{row.seen}" for row in shown]
    for row in shown:
        told |= {f"{row.task.pk}-{name}": row.form.shown(name) for name in row.form.fields}
    for name, value in changes.items():
        field, _under, at = name.rpartition("_")
        told[f"{shown[int(at)].task.pk}-{field}"] = value
    return told


def fresh(task):
    return Directive.objects.get(pk=task.pk)


def test_twenty_drafts_are_filled_in_and_kept_at_once(office, head, watcher):
    tasks = [office.drafted(lead=None, deadline_on=None) for _ in range(20)]
    filled = {f"lead_{at}": "Phòng Kinh tế" for at in range(20)} | {f"deadline_on_{at}": "30/6/2030" for at in range(20)}
    answer = head.post(PAGE, sent(head.get(PAGE), **filled, watcher_3="phong tong hop"), follow=True)
    assert "Đã lưu 20 dự thảo." in answer.content.decode()
    assert {(fresh(each).lead, fresh(each).first_deadline_on) for each in tasks} == {(office.economy, date(2030, 6, 30))}
    assert [fresh(each).watcher for each in tasks].count(watcher) == 1


def test_what_is_not_shown_in_the_table_stays_as_it_was(office, head):
    task = office.drafted(lead=None, supporting=[office.finance], product="Báo cáo")
    head.post(PAGE, sent(head.get(PAGE), lead_0="Phòng Kinh tế"))
    kept = fresh(task)
    assert (kept.lead, list(kept.supporting.all()), kept.product) == (office.economy, [office.finance], "Báo cáo")


def test_a_hint_stands_beside_its_field_with_its_reason_and_fills_nothing(office, head, watcher):
    for _ in range(2):
        office.issued(watcher=watcher)
    task = office.drafted(deadline_on=None)
    row = rows(answer := head.get(PAGE))[task.pk]
    assert (row.form.shown("watcher"), row.form.shown("deadline_on")) == ("", "")
    assert row.hints["watcher"].value == "Phòng Tổng hợp · thị xã Đông Triều"
    assert "đang theo dõi 2 nhiệm vụ khác của nơi chủ trì này" in answer.content.decode()
    assert row.hints["deadline_on"].value in answer.content.decode()


def test_one_hint_is_taken_or_all_of_them_and_nothing_is_kept_before_saving(office, head, watcher):
    office.issued(watcher=watcher)
    first, second = office.drafted(deadline_on=None), office.drafted(deadline_on=None)
    page = head.get(PAGE)
    one = rows(head.post(PAGE, sent(page) | {"take": f"{first.pk}-watcher"}))
    assert [one[each.pk].form.shown("watcher") != "" for each in (first, second)] == [True, False]
    assert one[first.pk].filled == {"watcher"} and one[first.pk].form.shown("deadline_on") == ""
    everything = head.post(PAGE, sent(page, product_0="x") | {"take": "all"})
    assert not any(row.hints for row in rows(everything).values())
    assert "chưa có gì được lưu" in everything.content.decode()
    assert (fresh(first).watcher, fresh(second).watcher) == (None, None)
    head.post(PAGE, sent(everything))
    assert (fresh(first).watcher, fresh(second).watcher) == (watcher, watcher)


def test_the_same_goes_into_all_fields_that_are_empty_and_into_no_other(office, head, watcher):
    first, second = office.drafted(watcher=office.finance), office.drafted()
    told = sent(head.get(PAGE)) | {"fill": "1", "all-watcher": "Phòng Tổng hợp", "all-deadline_on": "31/12/2030"}
    answer = head.post(PAGE, told)
    shown = rows(answer)
    assert shown[first.pk].form.shown("watcher").startswith("Phòng Tài chính")
    assert shown[second.pk].form.shown("watcher") == "Phòng Tổng hợp"
    head.post(PAGE, sent(answer))
    assert (fresh(first).watcher, fresh(second).watcher) == (office.finance, watcher)


def test_what_is_wrong_in_a_row_is_told_there_and_holds_up_no_other(office, head):
    first, second, third = (office.drafted(lead=None) for _ in range(3))
    wrong = {"lead_0": "Phòng không có", "lead_1": "Phòng Kinh tế", "lead_2": "Phòng Tài chính", "acceptor_2": "Phòng Tài chính"}
    answer = head.post(PAGE, sent(head.get(PAGE), **wrong))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Còn 2 dự thảo chưa lưu được" in page and "Đã lưu 1 dự thảo." in page
    assert 'value="Phòng không có"' in page
    assert (fresh(first).lead, fresh(second).lead, fresh(third).lead) == (None, office.economy, None)
    again = head.post(PAGE, sent(answer, lead_0="Phòng Kinh tế", acceptor_2=""), follow=True)
    assert "Đã lưu 2 dự thảo." in again.content.decode()


def test_a_draft_that_somebody_changed_meanwhile_shows_both_and_can_be_sent_again(office, head, sign_in):
    task = office.drafted(lead=None)
    page = head.get(PAGE)
    sign_in(office.clerk).post(PAGE, sent(page, lead_0="Phòng Tài chính"))
    answer = head.post(PAGE, sent(page, lead_0="Phòng Kinh tế"))
    assert "hiện nay: Phòng Tài chính" in answer.content.decode() and fresh(task).lead == office.finance
    head.post(PAGE, sent(answer))
    assert fresh(task).lead == office.economy


def test_words_for_a_draft_that_was_issued_meanwhile_are_not_thrown_away(office, head):
    task = office.drafted()
    page = head.get(PAGE)
    move(directive=task, name="issue", seen=task.version, by=office.head)
    answer = head.post(PAGE, sent(page, watcher_0="Phòng Tài chính"))
    assert answer.status_code == 422 and 'value="Phòng Tài chính"' in answer.content.decode()
    assert fresh(task).watcher is None


def test_the_drafts_are_those_of_the_record_the_meeting_or_those_chosen(office, head):
    first, second = office.drafted(), office.drafted()
    assert list(rows(head.get(PAGE, {"pick": [second.pk]}))) == [second.pk]
    assert list(rows(head.get(PAGE, {"record": 999}))) == []
    chosen = head.get(reverse("directives:bulk"), {"move": "complete", "pick": [first.pk], "query": ""})
    assert chosen.url == f"{PAGE}?pick={first.pk}"
    assert "Hoàn thiện dự thảo" in head.get(reverse("directives:list")).content.decode()


def test_the_queries_do_not_grow_with_the_drafts(office, head):
    def asked():
        with CaptureQueriesContext(
            connection,
        ) as found:
            head.get(PAGE)
        return len(found)

    office.drafted(deadline_on=None)
    before = asked()
    for _ in range(10):
        office.drafted(deadline_on=None)
    assert asked() <= before


def test_the_desk_leads_to_the_table_where_several_drafts_wait(office, head):
    office.drafted()
    assert f'href="{PAGE}"' not in head.get("/").content.decode()
    office.drafted()
    assert f'href="{PAGE}"' in head.get("/").content.decode()


def test_what_has_a_lead_and_a_day_can_be_issued_from_there(office, head):
    ready, _not = office.drafted(deadline_on=timezone.localdate()), office.drafted(deadline_on=None)
    page = head.get(PAGE).content.decode()
    assert f'?move=issue&amp;pick={ready.pk}"' in page
