"""Finds are confirmed, corrected, rejected, added and taken back; nothing is overwritten, whoever decides at the same time."""

import json

import pytest
from django.urls import reverse

from giaoban.model import Refused
from giaoban_web.errors import Conflict
from giaoban_web.history.models import Entry
from giaoban_web.meetings.models import Meeting
from giaoban_web.records import actions
from giaoban_web.records.actions import Change
from giaoban_web.records.models import Find, Kind, Verdict
from giaoban_web.records.standing import standing
from tests.web.records.conftest import TEXT
from tests.web.whole import snapshot


def address(find, act):
    return reverse("records:decide", args=[find.record_id, find.pk, act])


def edit_of(find):
    return reverse("records:edit", args=[find.record_id, find.pk])


def fresh(find):
    return Find.objects.get(pk=find.pk)


def filled(answer):
    """What a browser would send of the form on a page."""
    form = answer.context["form"]
    return {name: "" if (value := form[name].value()) is None else value for name in form.fields}


def test_a_confirmed_find_is_a_fact_with_who_when_and_where(clerks_browser, clerk, figure, town):
    answer = clerks_browser.post(address(figure, "confirm"), {"seen": 0})
    assert answer.status_code == 302
    decision = fresh(figure).standing
    assert (decision.verdict, decision.by, decision.place, decision.topic, decision.number) == (Verdict.CONFIRMED, clerk, town, "budget", 1)
    assert Find.objects.facts().get() == figure
    assert Entry.objects.last().act == "find confirmed"


def test_a_rejected_find_is_kept_as_a_negative(clerks_browser, figure):
    clerks_browser.post(address(figure, "reject"), {"seen": 0})
    kept = fresh(figure)
    assert kept.standing.verdict == Verdict.REJECTED
    assert kept.fields["value"] == 2572
    assert not Find.objects.facts().exists()


def test_who_was_overtaken_by_her_own_other_window_is_told_so(clerks_browser, clerk, figure):
    actions.decide(find=figure, verdict=Verdict.REJECTED, seen=0, by=clerk)
    answer = clerks_browser.post(address(figure, "confirm"), {"seen": 0})
    assert answer.status_code == 409
    assert "Chính bạn đã xử lý mục này trong lúc đó" in answer.content.decode()


def test_what_was_decided_and_is_sent_again_since_its_answer_was_lost_is_no_conflict(clerks_browser, colleagues_browser, figure):
    for act, seen in (("confirm", 0), ("undo", 1), ("reject", 2)):
        for _time in (1, 2):
            assert clerks_browser.post(address(figure, act), {"seen": seen}).status_code == 302
    assert figure.decisions.count() == 3
    assert colleagues_browser.post(address(figure, "reject"), {"seen": 2}).status_code == 409
    assert clerks_browser.post(address(figure, "confirm"), {"seen": 2}).status_code == 409


def test_taking_back_goes_back_step_by_step(clerk, figure):
    actions.decide(find=figure, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    change = Change(figure.kind, figure.start, figure.end, {**figure.fields, "value": 2573})
    actions.decide(find=fresh(figure), verdict=Verdict.CORRECTED, seen=1, by=clerk, change=change)
    actions.undo(find=fresh(figure), seen=2, by=clerk)
    assert (standing(fresh(figure)).state, standing(fresh(figure)).fields["value"]) == (Verdict.CONFIRMED, 2572)
    actions.undo(find=fresh(figure), seen=3, by=clerk)
    assert standing(fresh(figure)).state == Verdict.REOPENED
    with pytest.raises(Refused):
        actions.undo(find=fresh(figure), seen=4, by=clerk)
    assert figure.decisions.count() == 4


def test_a_correction_supersedes_and_what_was_read_stays(clerks_browser, figure):
    data = filled(clerks_browser.get(edit_of(figure)))
    answer = clerks_browser.post(
        edit_of(figure), {**data, "indicator": "Thu ngân sách nhà nước", "period": "quý I/2020", "c0_bound": "exact"}
    )
    assert answer.status_code == 302
    now = standing(fresh(figure))
    assert (now.state, now.fields["indicator"], now.fields["period"]) == (Verdict.CORRECTED, "Thu ngân sách nhà nước", "2020-Q1")
    assert now.fields["comparisons"][0]["bound"] == "exact"
    assert fresh(figure).fields["indicator"] == figure.fields["indicator"]


def test_an_edit_opened_in_a_tab_of_its_own_leads_back_to_the_record_also_with_scripts(clerks_browser, figure):
    assert "hx-post" not in clerks_browser.get(edit_of(figure)).content.decode()
    assert "hx-post" in clerks_browser.get(edit_of(figure), headers={"hx-request": "true"}).content.decode()


def test_an_edit_is_checked_again_and_may_be_saved_all_the_same(clerks_browser, figure):
    data = {**filled(clerks_browser.get(edit_of(figure))), "value": "2.752"}
    doubtful = clerks_browser.post(edit_of(figure), data)
    assert doubtful.status_code == 422
    assert "2.752" in doubtful.content.decode()
    assert fresh(figure).standing is None
    assert clerks_browser.post(edit_of(figure), {**data, "anyway": "1"}).status_code == 302
    assert standing(fresh(figure)).fields["value"] == 2752


@pytest.mark.parametrize(("field", "value"), [("value", "hai nghìn"), ("period", "hôm nào"), ("quote", "chữ không có"), ("indicator", "")])
def test_bad_input_is_told_and_nothing_typed_is_lost(clerks_browser, figure, field, value):
    data = {**filled(clerks_browser.get(edit_of(figure))), "unit": "nghìn tỷ đồng", field: value}
    answer = clerks_browser.post(edit_of(figure), data)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "nghìn tỷ đồng" in answer.content.decode()


def test_the_second_person_sees_the_first_ones_change_and_keeps_her_own(clerks_browser, colleagues_browser, colleague, figure):
    mine = {**filled(clerks_browser.get(edit_of(figure))), "indicator": "Tổng thu ngân sách"}
    colleagues_browser.post(address(figure, "reject"), {"seen": 0})
    answer = clerks_browser.post(edit_of(figure), mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert str(colleague) in page
    assert "Tổng thu ngân sách" in page
    assert standing(fresh(figure)).state == Verdict.REJECTED
    again = {**filled(answer), "indicator": "Tổng thu ngân sách"}
    assert clerks_browser.post(edit_of(figure), again).status_code == 302
    assert standing(fresh(figure)).fields["indicator"] == "Tổng thu ngân sách"
    assert figure.decisions.count() == 2


def test_a_decision_on_what_somebody_else_decided_is_answered_with_both(clerks_browser, colleagues_browser, colleague, figure):
    colleagues_browser.post(address(figure, "confirm"), {"seen": 0})
    plain = clerks_browser.post(address(figure, "reject"), {"seen": 0})
    part = clerks_browser.post(address(figure, "reject"), {"seen": 0}, headers={"HX-Request": "true"})
    assert (plain.status_code, part.status_code) == (409, 409)
    assert str(colleague) in plain.content.decode()
    assert str(colleague) in part.content.decode()
    assert standing(fresh(figure)).state == Verdict.CONFIRMED


def test_a_number_seen_that_is_old_is_a_conflict(clerk, figure):
    actions.decide(find=figure, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    with pytest.raises(Conflict):
        actions.decide(find=fresh(figure), verdict=Verdict.REJECTED, seen=0, by=clerk)


@pytest.mark.parametrize("act", ["confirm", "reject"])
def test_decision_log_and_index_stand_or_fall_together(clerk, figure, monkeypatch, act):
    def fail(*args, **kwargs):
        raise RuntimeError("the log is gone")

    monkeypatch.setattr(actions.history, "record", fail)
    before = snapshot()
    with pytest.raises(RuntimeError):
        actions.decide(find=figure, verdict=act + "ed", seen=0, by=clerk)
    assert snapshot() == before


def test_all_sure_finds_are_confirmed_in_one_stroke_and_taken_back_in_one(clerks_browser, record):
    sure = record.finds.order_by("pk").first()
    Find.objects.exclude(pk=sure.pk).update(confidence=0.5)
    Find.objects.filter(pk=sure.pk).update(confidence=0.96)
    stroke = reverse("records:confirm_above", args=[record.pk])
    assert "1" in clerks_browser.get(reverse("records:confirm", args=[record.pk])).content.decode()
    clerks_browser.post(stroke)
    assert [find.pk for find in record.finds.facts()] == [sure.pk]
    clerks_browser.post(reverse("records:undo_stroke", args=[record.pk]))
    assert not record.finds.facts().exists()


def test_what_was_missed_is_added_by_its_words(clerks_browser, clerk, record):
    page = reverse("records:add", args=[record.pk, "shortcoming"])
    words = "thu gom nước thải ở cụm công nghiệp"
    assert "<h1>Thêm mục còn thiếu: Hạn chế</h1>" in clerks_browser.get(page).content.decode()
    answer = clerks_browser.post(page, {"quote": words, "polarity": "shortcoming", "topic": "environment", "seen": 0})
    assert answer.status_code == 302
    added = record.finds.get(added_by=clerk)
    assert (TEXT[added.start : added.end], added.rule, added.standing.verdict) == (words, "person", Verdict.CONFIRMED)


def test_words_that_stand_several_times_need_their_number(clerks_browser, record):
    page = reverse("records:add", args=[record.pk, "strength"])
    data = {"quote": "thị xã", "polarity": "strength", "topic": "other", "seen": 0}
    assert "lần" in clerks_browser.post(page, data).content.decode()
    assert clerks_browser.post(page, {**data, "nth": 2}).status_code == 302
    assert record.finds.get(rule="person").start == TEXT.index("thị xã", TEXT.index("thị xã") + 1)


def test_a_confirmed_meeting_is_kept_and_a_rejected_one_dropped(clerks_browser, clerk, record, town):
    meeting = record.finds.filter(kind="meeting").first() or actions.add(
        record=record,
        by=clerk,
        change=Change(
            "meeting",
            46,
            60,
            {"date": "2020-03-12", "mode": "online", "convener": "Tỉnh ủy", "reviewed": "Thị ủy Đông Triều", "chair": None},
        ),
    )
    if meeting.standing is None:
        clerks_browser.post(address(meeting, "confirm"), {"seen": 0})
    kept = Meeting.objects.get()
    assert (str(kept.held_on), kept.place, kept.records.get()) == ("2020-03-12", town, record)
    clerks_browser.post(address(meeting, "reject"), {"seen": 1})
    assert not Meeting.objects.exists()


def test_who_may_only_read_sees_no_buttons_and_may_not_decide(person, town, sign_in, record, figure):
    browser = sign_in(person("leader", town))
    assert "data-act" not in browser.get(reverse("records:confirm", args=[record.pk])).content.decode()
    assert browser.post(address(figure, "confirm"), {"seen": 0}).status_code == 403
    assert fresh(figure).standing is None


def test_a_record_of_another_place_is_not_there(person, other_town, sign_in, record, figure):
    browser = sign_in(person("clerk", other_town))
    for page in (reverse("records:confirm", args=[record.pk]), reverse("records:original", args=[record.pk]), edit_of(figure)):
        assert browser.get(page).status_code == 404


def test_everything_decided_is_exported_rejected_finds_too(clerks_browser, clerk, record, figure):
    clerks_browser.post(address(figure, "reject"), {"seen": 0})
    made = json.loads(clerks_browser.get(reverse("records:export", args=[record.pk, "json"])).content)
    kept = next(find for find in made["finds"] if find["id"] == figure.pk)
    assert (kept["state"], kept["rule"], kept["reader"]) == ("rejected", figure.rule, record.reader)
    assert [(each["verdict"], each["by"]) for each in kept["decisions"]] == [("rejected", clerk.username)]
    for form in ("xlsx", "csv"):
        assert clerks_browser.get(reverse("records:export", args=[record.pk, form])).status_code == 200


def test_the_screen_asks_as_little_of_the_database_for_200_finds_as_for_few(clerks_browser, record, django_assert_max_num_queries):
    first = record.finds.first()
    copies = [
        Find(**{name: getattr(first, name) for name in ("record", "kind", "start", "end", "fields", "rule", "reader", "confidence")})
        for _ in range(200)
    ]
    Find.objects.bulk_create(copies)
    with django_assert_max_num_queries(23):
        assert clerks_browser.get(reverse("records:confirm", args=[record.pk])).status_code == 200


def test_a_decision_asks_as_little_of_the_database_among_200_figures_as_among_few(clerks_browser, record, django_assert_max_num_queries):
    first = record.finds.filter(kind=Kind.OBSERVATION).first()
    names = ("record", "kind", "start", "end", "fields", "rule", "reader", "confidence")
    Find.objects.bulk_create([Find(**{name: getattr(first, name) for name in names}) for _ in range(200)])
    address = reverse("records:decide", args=[record.pk, first.pk, "confirm"])
    with django_assert_max_num_queries(95):
        assert clerks_browser.post(address, {"seen": 0}, headers={"HX-Request": "true"}).status_code == 200
