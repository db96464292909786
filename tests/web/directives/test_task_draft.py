"""A task is made of a confirmed directive or by hand, judged while it is written, and changed by one person at a time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.accounts.models import Grant, Role
from giaoban_web.bodies import actions as bodies
from giaoban_web.bodies import proposing
from giaoban_web.bodies.models import Body
from giaoban_web.directives import actions, drafting, queries
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.moving_said import Part
from giaoban_web.directives.source_since import source_since
from giaoban_web.directives.terms import Terms
from giaoban_web.history import queries as history
from giaoban_web.ledger.models import Indicator
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records import actions as records
from giaoban_web.records.models import Find, Verdict
from giaoban_web.records.setting_aside import set_aside
from tests.web.directives.conftest import SAID_ON, WORDING

TEXT = f"Việc cấp phép còn chậm. {WORDING}"
ISSUES = '<button class="button main">Giao nhiệm vụ</button>'
TERMS = {"topic": "land", "force": "order", "aims-TOTAL_FORMS": 0, "aims-INITIAL_FORMS": 0}


def found(record, kind, words, fields, clerk):
    start = TEXT.index(words)
    read = {"rule": "x", "reader": "x", "confidence": 0.9}
    find = Find.objects.create(record=record, kind=kind, start=start, end=start + len(words), fields=fields, **read)
    records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    return find


@pytest.fixture
def given(office):
    """A confirmed directive of a meeting that also named a shortcoming."""
    record = records.put_in(data=TEXT.encode(), name="ket-luan.txt", place=office.town, by=office.clerk)
    record.meeting = Meeting.objects.create(place=office.town, held_on=SAID_ON, title="Giao ban")
    record.save()
    found(record, "shortcoming", "Việc cấp phép còn chậm", {"polarity": "shortcoming", "topic": "land"}, office.clerk)
    said = {"issuer": "Bí thư Thị ủy", "force": "request", "assignee": "phòng kinh tế", "deadline": "2020-Q2", "topic": "land"}
    return found(record, "directive", WORDING, said, office.clerk)


def value(page, name):
    """What stands in a field of the page."""
    field = page.context["form"][name]
    return field.field.prepare_value(field.value())


def test_the_form_begins_with_what_the_confirmed_directive_says(office, given, sign_in):
    page = sign_in(office.clerk).get(f"/directives/from-find/{given.pk}/")
    assert value(page, "lead") == "Phòng Kinh tế · thị xã Đông Triều"
    assert [value(page, name) for name in ("deadline", "force", "topic", "issuer")] == ["quý II/2020", "request", "land", "Bí thư Thị ủy"]
    assert (value(page, "deadline_on"), value(page, "given_on")) == (date(2020, 6, 30), SAID_ON)
    assert "Việc cấp phép còn chậm" in page.content.decode()


def test_the_form_leads_to_what_is_lacking_which_stands_below_it_on_a_phone(office, given, sign_in):
    page = sign_in(office.clerk).get(f"/directives/from-find/{given.pk}/").content.decode()
    assert '<a href="#judged">xem còn thiếu gì</a>' in page and 'id="judged"' in page


def test_two_bodies_of_one_name_leave_the_lead_to_the_clerk(office, given, other_town, person, sign_in):
    for name in ("Phòng Kinh tế xã", "Phòng Kinh tế thị xã"):
        bodies.add(place=office.town, name=name, also=["phòng kinh tế"], by=office.steward)
    page = sign_in(office.clerk).get(f"/directives/from-find/{given.pk}/")
    assert value(page, "lead") is None
    assert "hãy tự chọn cơ quan chủ trì" in page.content.decode()


def test_a_task_keeps_its_find_its_meeting_and_the_shortcoming_it_answers_and_is_made_once(office, given, sign_in):
    client = sign_in(office.clerk)
    shortcoming = Find.objects.get(kind="shortcoming")
    sent = TERMS | {
        "lead": "Phòng Kinh tế",
        "deadline_on": "30/6/2020",
        "supporting_0": "Phòng Tài chính",
        "shortcomings": [shortcoming.pk],
    }
    answer = client.post(f"/directives/from-find/{given.pk}/", sent)
    task = Directive.objects.get()
    assert answer["Location"] == task.get_absolute_url()
    assert (task.find, task.wording, task.meeting.held_on, task.lead) == (given, WORDING, SAID_ON, office.economy)
    assert (list(task.supporting.all()), list(task.shortcomings.all())) == ([office.finance], [shortcoming])
    assert client.get(f"/directives/from-find/{given.pk}/")["Location"] == task.get_absolute_url()
    page = client.get(task.get_absolute_url()).content.decode()
    assert f"/records/{given.record_id}/#find-{given.pk}" in page


def test_what_names_no_body_is_refused_with_the_likely_ones_and_keeps_the_text(office, sign_in):
    sent = TERMS | {"place": office.town.pk, "wording": WORDING, "lead": "Kinh tế", "product": "Danh sách hồ sơ"}
    page = sign_in(office.clerk).post("/directives/draft/", sent)
    assert page.status_code == 422
    assert "Phòng Kinh tế · thị xã Đông Triều" in page.content.decode()
    assert (value(page, "product"), value(page, "lead")) == ("Danh sách hồ sơ", "Kinh tế")
    assert not Directive.objects.exists()


def test_the_lead_is_never_its_own_acceptor(office, sign_in):
    sent = TERMS | {"place": office.town.pk, "wording": WORDING, "lead": "Phòng Kinh tế", "acceptor": "Phòng Kinh tế"}
    assert sign_in(office.clerk).post("/directives/draft/", sent).status_code == 422


def test_the_check_says_what_is_lacking_why_and_a_suggestion_and_keeps_nothing(office, sign_in):
    bodies.change(body=office.economy, by=office.steward, name="Phòng Kinh tế", also=[], superior=None, topics=["land"])
    end = history.head().number
    sent = TERMS | {"place": office.town.pk, "wording": "Tăng cường quản lý đất đai trong thời gian tới."}
    part = sign_in(office.clerk).post("/directives/check/", sent).content.decode()
    assert "“Tăng cường”" in part
    assert "“trong thời gian tới”" in part
    assert 'data-value="Phòng Kinh tế · thị xã Đông Triều"' in part
    assert (Directive.objects.count(), history.head().number) == (0, end)


def test_without_scripts_a_suggestion_is_taken_into_its_field_by_one_button_and_nothing_is_kept(office, sign_in):
    bodies.change(body=office.economy, by=office.steward, name="Phòng Kinh tế", also=[], superior=None, topics=["land"])
    sent = TERMS | {"place": office.town.pk, "wording": WORDING, "product": "Báo cáo", "take": "person"}
    page = sign_in(office.clerk).post("/directives/draft/", sent)
    assert page.status_code == 200
    assert (value(page, "lead"), value(page, "product")) == ("Phòng Kinh tế · thị xã Đông Triều", "Báo cáo")
    assert not Directive.objects.exists()


def test_a_suggestion_on_the_page_of_a_draft_leads_into_the_form_and_is_kept_only_when_saved(office, sign_in):
    task = office.drafted(deadline_on=None)
    page = sign_in(office.clerk).get(f"/directives/{task.pk}/edit/?take=time")
    assert value(page, "deadline_on")
    task.refresh_from_db()
    assert task.deadline_on is None


def test_the_second_of_two_clerks_is_shown_both_versions_with_her_text_in_the_form(office, sign_in):
    task = office.drafted()
    first, second = sign_in(office.clerk), sign_in(office.head)
    common = TERMS | {"seen": 0, "lead": "Phòng Kinh tế"}
    first.post(f"/directives/{task.pk}/edit/", common | {"product": "Danh sách"})
    page = second.post(f"/directives/{task.pk}/edit/", common | {"product": "Biên bản", "work": "Rà soát 12 hồ sơ"})
    assert page.status_code == 409
    assert ("Biên bản", "Danh sách") in [each[1:] for each in page.context["differences"]]
    assert value(page, "work") == "Rà soát 12 hồ sơ"
    seen = page.context["origin"].directive.version
    assert second.post(f"/directives/{task.pk}/edit/", common | {"seen": seen, "product": "Biên bản"}).status_code == 302
    assert Directive.objects.get().product == "Biên bản"


def test_what_is_sent_about_a_draft_that_was_issued_meanwhile_is_there_to_copy(office, sign_in):
    task, clerk = office.drafted(), sign_in(office.clerk)
    move(directive=task, name="issue", seen=0, by=office.head)
    sent = TERMS | {"seen": 0, "lead": "Phòng Kinh tế", "work": "Rà soát 12 hồ sơ"}
    page = clerk.post(f"/directives/{task.pk}/edit/", sent)
    assert page.status_code == 409
    assert value(page, "work") == "Rà soát 12 hồ sơ"
    assert "không còn là dự thảo" in page.content.decode()
    assert clerk.post(f"/directives/{task.pk}/edit/", sent | {"seen": 1}).status_code == 409
    assert Directive.objects.get().work == ""


def test_a_change_of_aims_alone_is_seen_by_the_next_person_too(office, sign_in):
    task = office.drafted()
    aims = [{"indicator": Indicator.objects.get(key="gtsx"), "direction": "up", "value": "20.000", "by_on": None}]
    terms = Terms(lead=office.economy, deadline_on=date(2020, 6, 30), given_on=SAID_ON)
    changed = drafting.change(directive=task, terms=terms, aims=aims, seen=0, by=office.clerk)
    assert changed.version == 1
    page = sign_in(office.head).post(f"/directives/{task.pk}/edit/", TERMS | {"seen": 0, "lead": "Phòng Kinh tế"})
    assert page.status_code == 409
    assert history.verify() is None


def test_aims_are_lines_of_the_form(office, sign_in):
    task, key = office.drafted(), "gtsx"
    line = {"aims-TOTAL_FORMS": 2, "aims-0-indicator": key, "aims-0-direction": "reach", "aims-0-value": "20.000", "aims-1-direction": "up"}
    sent = TERMS | {"seen": 0, "lead": "Phòng Kinh tế"} | line
    assert sign_in(office.clerk).post(f"/directives/{task.pk}/edit/", sent).status_code == 302
    assert [(aim.indicator.key, aim.direction, aim.value) for aim in task.aims.all()] == [("gtsx", "reach", "20.000")]
    twice = sent | {"seen": 1, "aims-1-indicator": key}
    assert sign_in(office.clerk).post(f"/directives/{task.pk}/edit/", twice).status_code == 422


def test_an_issued_task_is_edited_no_more(office, sign_in):
    assert sign_in(office.clerk).get(f"/directives/{office.issued().pk}/edit/").status_code == 403


def test_what_was_asked_before_is_told_while_it_is_drafted_with_what_came_of_it(office, sign_in):
    for day in (date(2019, 3, 5), date(2019, 11, 8)):
        task = office.drafted(given_on=day)
        move(directive=task, name="issue", seen=0, by=office.head)
    sent = TERMS | {"place": office.town.pk, "wording": WORDING.replace("báo cáo", "và báo cáo"), "given_on": "12/3/2020"}
    part = sign_in(office.clerk).post("/directives/check/", sent).content.decode()
    assert "Lần thứ ba: 03/2019, 11/2019, nay" in part
    assert "quá hạn" in part


def test_what_is_wrong_in_a_line_of_an_aim_is_said_at_the_top_with_the_way_to_it(office, sign_in):
    line = {"aims-TOTAL_FORMS": 1, "aims-INITIAL_FORMS": 0, "aims-0-indicator": "hộ nghèo", "aims-0-by_on": "31/2/2020"}
    sent = TERMS | {"place": office.town.pk, "wording": WORDING} | line
    answer = sign_in(office.clerk).post("/directives/draft/", sent)
    assert answer.status_code == 422
    summary = answer.content.decode().partition('class="warn summary"')[2].partition("</div>")[0]
    assert 'href="#id_aims-0-indicator"' in summary and "Tỷ lệ hộ nghèo" in summary
    assert 'href="#id_aims-0-by_on"' in summary


def test_no_two_fields_of_the_form_have_the_same_name(office, sign_in):
    form = sign_in(office.clerk).get(f"/directives/{office.drafted().pk}/edit/").context["form"]
    labels = [str(field.label) for field in form]
    assert sorted(labels) == sorted(set(labels))
    assert [str(line.label) for line in form.helpers()] == [f"Cơ quan phối hợp {number}" for number in (1, 2, 3)]


def test_a_draft_that_asks_the_same_is_told_to_who_may_draft_and_is_not_counted(office, sign_in):
    drafted = office.drafted(given_on=date(2019, 3, 5))
    sent = TERMS | {"place": office.town.pk, "wording": WORDING, "given_on": "12/3/2020"}
    part = sign_in(office.clerk).post("/directives/check/", sent).content.decode()
    assert "Đã có dự thảo" in part and "chưa giao nên chưa tính" in part and "Đã từng giao" not in part
    assert f'href="{drafted.get_absolute_url()}"' in part
    assert "Lần thứ" not in part
    move(directive=(later := office.drafted(given_on=date(2020, 3, 12))), name="issue", seen=0, by=office.head)
    later.refresh_from_db()
    assert later.repeats == 0
    assert drafted.get_absolute_url() not in sign_in(office.people["lead"]).get(later.get_absolute_url()).content.decode()


def test_what_only_may_be_the_same_is_told_apart_and_is_not_counted(office, sign_in):
    def given(wording, day):
        drafted = actions.draft(place=office.town, wording=wording, terms=Terms(lead=office.economy, given_on=day), by=office.clerk)
        move(directive=drafted, name="issue", seen=0, by=office.head)
        drafted.refresh_from_db()
        return drafted

    field = given("Thu hồi nợ thuế", date(2019, 3, 5))
    sent = TERMS | {"place": office.town.pk, "wording": (measure := "Giảm nợ thuế xuống dưới 5%"), "given_on": "12/3/2020"}
    part = sign_in(office.clerk).post("/directives/check/", sent, headers={"HX-Request": "true"}).content.decode()
    assert "Có thể là cùng một việc" in part and f'href="{field.get_absolute_url()}"' in part
    assert "Có thể đã từng giao" in part and "Đã từng giao" not in part
    assert "Lần thứ" not in part
    later = given(measure, date(2020, 3, 12))
    assert later.repeats == 0
    assert "Có thể đã từng giao" in sign_in(office.clerk).get(later.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("place", "lead", "told"),
    [
        ("", "Phòng Kinh tế · thị xã Đông Triều", True),
        ("town", "Phòng Tài chính · thị xã Đông Triều", True),
        ("town", "", True),
        ("", "Phòng Tài chính · thị xã Đông Triều", False),
        ("", "", False),
    ],
    ids=["the lead alone", "the place and another lead", "the place alone", "another lead alone", "neither"],
)
def test_what_was_asked_before_is_told_by_place_as_well_as_by_lead(place, lead, told, office, sign_in):
    move(directive=office.drafted(given_on=date(2019, 3, 5)), name="issue", seen=0, by=office.head)
    sent = TERMS | {"place": office.town.pk if place else "", "lead": lead, "wording": WORDING, "given_on": "12/3/2020"}
    part = sign_in(office.clerk).post("/directives/check/", sent).content.decode()
    assert ("Lần thứ hai: 03/2019, nay" in part) == told


def test_what_others_gave_where_the_clerk_sees_nothing_is_not_told(office, other_town, person, sign_in):
    far = person("clerk", other_town)
    move(directive=office.drafted(given_on=date(2019, 3, 5)), name="issue", seen=0, by=office.head)
    sent = TERMS | {"place": other_town.pk, "wording": WORDING, "lead": "Phòng Kinh tế", "given_on": "12/3/2020"}
    assert "03/2019" not in sign_in(far).post("/directives/check/", sent).content.decode()


def test_a_part_is_not_said_to_repeat_its_whole(office, sign_in):
    whole = office.issued()
    move(directive=whole, name="cascade", seen=1, by=office.people["lead"], parts=[Part(office.finance)])
    assert "Đã từng giao" not in sign_in(office.head).get(whole.below.get().get_absolute_url()).content.decode()


def test_bodies_are_offered_by_what_is_typed_accents_or_not(office, sign_in):
    client = sign_in(office.people["outsider"])
    assert "Phòng Tài chính · thị xã Đông Triều" in client.get("/directives/bodies/", {"lead": "tai chinh"}).content.decode()
    assert "Phòng Tài chính" not in client.get("/directives/bodies/", {"lead": "kinh tế"}).content.decode()


def test_the_list_of_directives_of_a_meeting_links_to_tasks_in_queries_that_do_not_grow(office, given, sign_in, django_assert_num_queries):
    client, address = sign_in(office.clerk), f"/meetings/{given.record.meeting_id}/?kind=directive"
    assert f"/directives/from-find/{given.pk}/" in client.get(address).content.decode()
    client.post(f"/directives/from-find/{given.pk}/", TERMS)
    task = Directive.objects.get()
    with CaptureQueriesContext(connection) as one:
        assert task.get_absolute_url() in client.get(address).content.decode()
    said = given.fields
    for words in ("rà soát các hồ sơ", "báo cáo trước ngày"):
        found(given.record, "directive", words, said, office.clerk)
    with django_assert_num_queries(len(one)):
        client.get(address)


def test_the_confirmation_screen_leads_from_a_confirmed_directive_to_its_task(office, given, sign_in):
    page = sign_in(office.clerk).get(f"/records/{given.record_id}/").content.decode()
    assert f'href="/directives/from-find/{given.pk}/">Lập hoặc mở nhiệm vụ</a>' in page


def test_a_deadline_before_the_day_it_was_given_is_refused_by_the_form_by_issuing_and_by_correcting(office, sign_in):
    task = office.drafted(given_on=date(2026, 4, 3), deadline_on=date(2026, 6, 30), deadline="30/06/2026")
    sent = TERMS | {"given_on": "03/04/2026", "deadline_on": "30/06/1926", "deadline": "30/06/2026", "seen": task.version}
    page = sign_in(office.clerk).post(f"/directives/{task.pk}/edit/", sent)
    assert page.status_code == 422
    assert page.context["form"].errors["deadline_on"] == ["Hạn cuối 30/06/1926 trước ngày giao 03/04/2026. Sửa hạn cuối hoặc ngày giao."]
    assert not next(row for row in page.context["rows"] if row.clarity == "time").clear
    Directive.objects.filter(pk=task.pk).update(deadline_on=date(1926, 6, 30), first_deadline_on=date(1926, 6, 30))
    with pytest.raises(Refused, match="deadline-before-given"):
        move(directive=task, name="issue", seen=task.version, by=office.head)
    seen = sign_in(office.head).get("/directives/bulk/", {"move": "issue", "pick": [task.pk]})
    assert [each.refused.code for each in seen.context["unable"]] == ["deadline-before-given"]
    out = office.issued()
    said = {"deadline": SAID_ON - timedelta(days=1), "reason": "Ghi nhầm"}
    with pytest.raises(Refused, match="deadline-before-given"):
        move(directive=out, name="correct", seen=out.version, by=office.head, said=said)


@pytest.mark.parametrize("typed", ["31/02/2026", "30/6"])
def test_checking_again_says_of_a_day_what_saving_says_and_asks_for_nothing_that_is_empty(office, sign_in, typed):
    client, sent = sign_in(office.clerk), TERMS | {"deadline_on": typed}
    saved = client.post("/directives/draft/", sent | {"wording": WORDING})
    told = saved.context["form"].errors["deadline_on"]
    looked = client.post("/directives/draft/", sent | {"check": "1"})
    assert (looked.status_code, list(looked.context["form"].errors), looked.context["form"].errors["deadline_on"]) == (
        200,
        ["deadline_on"],
        told,
    )
    assert not next(row for row in looked.context["rows"] if row.clarity == "time").clear
    assert told[0] in client.post("/directives/check/", sent).content.decode()
    assert not Directive.objects.exists()


def test_a_body_that_is_missing_is_added_from_the_form_by_who_keeps_bodies_and_what_was_typed_stays(office, given, sign_in):
    Grant.objects.create(user=office.clerk, role=Role.STEWARD, place=office.town)
    clerk, address = sign_in(office.clerk), f"/directives/from-find/{given.pk}/"
    sent = TERMS | {"lead": "Phòng Y tế", "supporting_0": "Phòng Kinh tế", "product": "Báo cáo rà soát"}
    page = clerk.post(address, sent)
    assert page.status_code == 422
    button = f'name="add_body" value="{office.town.pk} lead"'
    assert button in page.content.decode()
    added = clerk.post(address, sent | {"add_body": f"{office.town.pk} lead"})
    assert (added.status_code, added.context["missing"], value(added, "product")) == (200, [], "Báo cáo rà soát")
    assert "Đã thêm “Phòng Y tế” ở thị xã Đông Triều" in added.content.decode()
    assert clerk.post(address, sent).status_code == 302
    assert Directive.objects.get().lead.name == "Phòng Y tế"
    assert history.verify() is None


def test_who_keeps_no_bodies_proposes_one_names_it_at_once_and_waits_only_with_issuing(office, given, sign_in):
    clerk, address = sign_in(office.clerk), f"/directives/from-find/{given.pk}/"
    sent = TERMS | {"lead": "Phòng Y tế", "supporting_0": "Phòng Kinh tế", "product": "Báo cáo rà soát"}
    page = clerk.post(address, sent).content.decode()
    assert f"Người quản lý danh mục cơ quan ở đó: {office.steward}" in page
    proposed = clerk.post(address, sent | {"add_body": f"{office.town.pk} lead"})
    assert (proposed.status_code, proposed.context["missing"], value(proposed, "product")) == (200, [], "Báo cáo rà soát")
    assert clerk.post(address, sent).status_code == 302
    task, body = Directive.objects.get(), Body.objects.get(name="Phòng Y tế")
    assert (task.lead, body.proposed_by) == (body, office.clerk)
    assert "chờ xác nhận" in clerk.get(task.get_absolute_url()).content.decode()
    waits = sign_in(office.head).get(task.get_absolute_url()).content.decode()
    assert "Chưa giao được" in waits and f'href="{body.get_absolute_url()}"' in waits
    assert ISSUES not in waits and "Hiện chưa có ai phụ trách" not in waits
    with pytest.raises(Refused) as refused:
        move(directive=task, name="issue", seen=task.version, by=office.head)
    assert refused.value.code == "body-not-confirmed"
    proposing.confirm(body=body, by=office.steward)
    assert ISSUES in sign_in(office.head).get(task.get_absolute_url()).content.decode()
    move(directive=task, name="issue", seen=task.version, by=office.head)
    assert history.verify() is None


def test_a_form_whose_task_there_is_already_says_so_before_it_is_saved(office, given, sign_in):
    record = records.put_in(data=b"\xef\xbb\xbf" + TEXT.encode(), name="ban-sao.txt", place=office.town, by=office.clerk, anyway=True)
    record.finds.all().delete()
    said = {"issuer": None, "force": "order", "assignee": "phòng kinh tế", "deadline": None, "topic": "land"}
    again = found(record, "directive", WORDING, said, office.clerk)
    clerk = sign_in(office.clerk)
    assert clerk.get(f"/directives/from-find/{again.pk}/").context["copy_of"] is None
    first = clerk.post(f"/directives/from-find/{given.pk}/", TERMS | {"lead": "Phòng Kinh tế"})
    task = Directive.objects.get()
    assert first.url == task.get_absolute_url()
    page = clerk.get(f"/directives/from-find/{again.pk}/")
    assert page.context["copy_of"] == task
    assert f"đã có nhiệm vụ số {task.pk} cùng nội dung" in page.content.decode()


def given_to(find, assignee):
    """The directive as read with another assignee."""
    standing = Find.objects.select_related("standing").get(pk=find.pk).standing
    standing.fields["assignee"] = assignee
    standing.save()


def test_a_lead_that_was_read_and_is_nobody_known_is_proposed_before_anything_is_sent(office, given, sign_in):
    given_to(given, "Phòng Y tế")
    clerk, address = sign_in(office.clerk), f"/directives/from-find/{given.pk}/"
    first = clerk.get(address)
    assert f'name="add_body" value="{office.town.pk} lead"' in first.content.decode()
    proposed = clerk.post(address, TERMS | {"lead": "", "product": "Báo cáo", "add_body": f"{office.town.pk} lead"})
    assert (proposed.status_code, proposed.context["missing"], value(proposed, "product")) == (200, [], "Báo cáo")
    assert value(proposed, "lead") == f"Phòng Y tế · {office.town}"
    assert Body.objects.get(name="Phòng Y tế").proposed_by == office.clerk
    assert not Directive.objects.exists()


@pytest.mark.parametrize("assignee", ["phòng kinh tế", None, "…", "Phòng " + "rất " * 60])
def test_nothing_is_proposed_of_a_lead_that_is_known_or_no_name(office, given, sign_in, assignee):
    given_to(given, assignee)
    assert sign_in(office.clerk).get(f"/directives/from-find/{given.pk}/").context["missing"] == []


def test_a_name_that_several_bodies_bear_is_not_proposed_once_more(office, given, sign_in):
    for name in ("Phòng Y tế", "Trạm Y tế"):
        bodies.add(place=office.town, name=name, also=["Y tế"], by=office.steward)
    given_to(given, "Y tế")
    assert sign_in(office.clerk).get(f"/directives/from-find/{given.pk}/").context["missing"] == []


def test_a_task_tells_that_its_sentence_was_put_right_or_is_confirmed_no_more_since_it_was_drafted(office, given, sign_in):
    task = actions.draft(place=office.town, wording=WORDING, terms=Terms(), by=office.head, find=given)
    browser, address = sign_in(office.head), f"/directives/{task.pk}/"
    assert "Câu giao việc" not in browser.get(address).content.decode()
    given.refresh_from_db()
    now = given.standing
    change = records.Change(now.kind, now.start, now.end, now.fields | {"deadline": "2020-09-30"})
    records.decide(find=given, verdict=Verdict.CORRECTED, seen=1, by=office.clerk, change=change)
    assert "Câu giao việc đã được sửa trong bản ghi sau khi lập dự thảo" in browser.get(address).content.decode()
    set_aside(record=given.record, reason="Đưa nhầm bản dự thảo", by=office.clerk)
    told = browser.get(address).content.decode()
    assert "không còn được xác nhận trong bản ghi: đã bỏ" in told and "Lý do: “Đưa nhầm bản dự thảo”." in told
    assert "Nếu giao nhầm, hãy thu hồi nhiệm vụ." in told
    assert "hãy đề nghị chánh văn phòng thu hồi" in sign_in(office.clerk).get(address).content.decode()
    aside = browser.get(f"/records/{given.record_id}/").content.decode()
    assert f'<a href="{address}">Nhiệm vụ số {task.pk}</a> · dự thảo' in aside
    type(task).objects.filter(pk=task.pk).update(state="merged")
    assert "Nếu giao nhầm" not in browser.get(address).content.decode()


def test_a_draft_changed_after_its_sentence_was_put_right_is_not_to_be_compared_again(office, given, sign_in, django_assert_num_queries):
    task = actions.draft(place=office.town, wording=WORDING, terms=Terms(), by=office.head, find=given)
    given.refresh_from_db()
    change = records.Change(given.kind, given.start, given.end, given.fields | {"deadline": "2020-09-30"})
    records.decide(find=given, verdict=Verdict.CORRECTED, seen=1, by=office.clerk, change=change)
    browser, address, words = sign_in(office.head), f"/directives/{task.pk}/", "Câu giao việc đã được sửa"
    assert words in browser.get(address).content.decode()
    task = actions.change(directive=task, terms=Terms(deadline_on=date(2020, 9, 30)), seen=task.version, by=office.head)
    assert words not in browser.get(address).content.decode()
    found = queries.whole(queries.visible_to(office.head)).get(pk=task.pk)
    with django_assert_num_queries(0):
        assert source_since(found, timezone.now()) is None
    records.decide(find=given, verdict=Verdict.CORRECTED, seen=2, by=office.clerk, change=replace(change, fields=given.fields))
    assert words in browser.get(address).content.decode()


LEAD = "Phòng Kinh tế · thị xã Đông Triều"
GONE = "địa bàn không còn từ ngày 01/07/2025"


@pytest.mark.parametrize(("deadline", "told"), [("", True), ("31/12/2025", True), ("30/06/2025", False)])
def test_a_body_of_a_place_that_is_no_more_by_the_last_day_is_said_to_be_so_while_it_is_named(office, given, sign_in, deadline, told):
    Place.objects.filter(pk=office.town.pk).update(valid_to=date(2025, 7, 1))
    typed = {**TERMS, "find": given.pk, "lead": LEAD, "deadline_on": deadline}
    page = sign_in(office.clerk).post("/directives/check/", typed).content.decode()
    assert (GONE in page) is told


def test_the_page_of_a_task_says_so_to_whoever_may_give_it_to_another_and_to_nobody_else(office, sign_in):
    task = office.issued(deadline_on=date(2025, 12, 31))
    Place.objects.filter(pk=office.town.pk).update(valid_to=date(2025, 7, 1))
    assert GONE in sign_in(office.head).get(task.get_absolute_url()).content.decode()
    assert GONE not in sign_in(office.people["lead"]).get(task.get_absolute_url()).content.decode()


def test_enter_in_a_field_saves_the_draft_and_neither_adds_a_body_nor_takes_a_suggestion(office, sign_in):
    sent = {"wording": "Kiểm tra chợ", "place": office.town.pk, "lead": "Sở Chợ Búa", "check": "1"}
    page = sign_in(office.clerk).post("/directives/draft/", sent).content.decode()
    form = page[page.index("<h1") :]
    assert 'name="add_body"' in form
    assert form.index('name="enter"') == form.index("<button") + len('<button class="hidden" form="task" ')


def test_a_shortcoming_is_offered_as_a_sentence_begins_wherever_its_words_begin(office, given, sign_in):
    record = given.record
    found(record, "shortcoming", "cấp phép còn chậm", {"polarity": "shortcoming", "topic": "land"}, office.clerk)
    page = sign_in(office.clerk).get(f"/directives/from-find/{given.pk}/").content.decode()
    assert "Cấp phép còn chậm" in page


@pytest.mark.parametrize("address", ["/directives/", "/directives/mine/"])
def test_who_may_draft_finds_the_way_to_a_task_made_by_hand(office, sign_in, address):
    link = 'href="/directives/draft/"'
    assert link in sign_in(office.clerk).get(address).content.decode()
    assert link not in sign_in(office.people["lead"]).get(address).content.decode()


def test_a_task_added_to_a_meeting_begins_with_its_place_and_day(office, sign_in):
    meeting = Meeting.objects.create(place=office.town, held_on=SAID_ON, title="Giao ban tháng 3")
    client = sign_in(office.clerk)
    page = client.get(meeting.get_absolute_url()).content.decode()
    address = f"/directives/draft/?meeting={meeting.pk}&place={office.town.pk}"
    assert f'href="{address.replace("&", "&amp;")}">Thêm nhiệm vụ' in page
    form = client.get(address).context["form"]
    assert (form["meeting"].value(), form["place"].value(), form["given_on"].value()) == (str(meeting.pk), str(office.town.pk), SAID_ON)
    assert client.get("/directives/draft/?meeting=x&place=99999999").status_code == 200


def test_a_task_may_be_added_to_a_meeting_of_a_place_that_is_no_more(office, sign_in):
    meeting = Meeting.objects.create(place=office.town, held_on=SAID_ON, title="Giao ban tháng 3")
    Place.every.filter(pk=office.town.pk).update(valid_to=date(2025, 7, 1))
    client, address = sign_in(office.clerk), f"/directives/draft/?meeting={meeting.pk}&place={office.town.pk}"
    assert f'<option value="{office.town.pk}" selected>' in client.get(address).content.decode()
    sent = TERMS | {"place": office.town.pk, "meeting": meeting.pk, "wording": WORDING, "given_on": "12/03/2020"}
    made = client.post("/directives/draft/", sent)
    assert made.status_code == 302 and Directive.objects.get().place == office.town
    assert client.post("/directives/draft/", sent | {"meeting": "", "wording": "Việc khác"}).status_code == 422


def test_the_page_of_a_meeting_leads_to_its_tasks_and_names_those_that_no_record_tells_of(office, sign_in):
    meeting = Meeting.objects.create(place=office.town, held_on=SAID_ON, title="Giao ban tháng 3")
    told = {"place": office.town, "meeting": meeting, "by": office.clerk}
    task = actions.draft(wording="Lập danh mục điểm ngập úng", terms=Terms(lead=office.economy, given_on=SAID_ON), **told)
    page = sign_in(office.clerk).get(meeting.get_absolute_url()).content.decode()
    assert f'<a href="/directives/?meeting={meeting.pk}">1 nhiệm vụ của cuộc họp này</a>' in page
    assert f'<a href="{task.get_absolute_url()}">Lập danh mục điểm ngập úng</a>' in page and "Không có trong bản ghi" in page
