"""A record that should not have been put in is set aside as a whole, and used again: figures, tasks, pages."""

import pytest
from django.urls import reverse

from giaoban.model import Refused
from giaoban_web.directives import actions as tasks
from giaoban_web.directives.terms import Terms
from giaoban_web.history.models import Entry as Log
from giaoban_web.ledger.models import Posting, PostingState
from giaoban_web.meetings.models import Meeting
from giaoban_web.records import actions
from giaoban_web.records.models import Decision, Verdict
from giaoban_web.records.setting_aside import aside, set_aside, use_again

WHY = "Đưa nhầm bản dự thảo"


@pytest.fixture
def half(record, clerk):
    """The record with its meeting and one figure confirmed, another rejected, and the rest waiting."""
    figures = list(record.finds.filter(kind="observation"))
    meeting = record.finds.get(kind="meeting")
    for find, verdict in ((meeting, Verdict.CONFIRMED), (figures[0], Verdict.CONFIRMED), (figures[1], Verdict.REJECTED)):
        actions.decide(find=find, verdict=verdict, seen=0, by=clerk)
    return record


def places_told(record):
    """The finds of the record whose figures are in the ledger or wait for an indicator."""
    return set(Posting.objects.filter(find__record=record).exclude(state=PostingState.LEFT_OUT).values_list("find", flat=True))


def states(record):
    return {find.pk: find.standing.verdict if find.standing else "" for find in record.finds.select_related("standing")}


def test_a_record_set_aside_says_nothing_more_and_used_again_it_says_what_it_said(half, clerk):
    before = states(half)
    assert places_told(half) and Meeting.objects.exists()
    count = set_aside(record=half, reason=f" {WHY} ", by=clerk)
    assert count == len(before) - 1
    assert set(states(half).values()) == {Verdict.REJECTED}
    assert not Meeting.objects.exists() and not places_told(half)
    assert (aside(half).by, aside(half).details["reason"]) == (clerk, WHY)
    assert Decision.objects.filter(reason=WHY).count() == count
    assert use_again(record=half, by=clerk) == count
    assert states(half) == {key: verdict or Verdict.REOPENED for key, verdict in before.items()}
    assert places_told(half) and (Meeting.objects.count(), aside(half)) == (1, None)
    assert [each.act for each in Log.objects.filter(act__startswith="record ")][-2:] == ["record set aside", "record used again"]


def test_a_search_says_of_a_record_that_it_was_set_aside(half, clerk, clerks_browser):
    def found():
        asked = {"q": "kết quả năm 2019", "kind": "records.record"}
        return clerks_browser.get("/search/", asked).content.decode().partition('class="results"')[2]

    assert f'href="/records/{half.pk}/"' in found() and ">đã bỏ<" not in found()
    set_aside(record=half, reason=WHY, by=clerk)
    assert ">đã bỏ<" in found()


def test_what_was_decided_after_a_record_was_set_aside_stays_when_it_is_used_again(half, clerk, colleague):
    set_aside(record=half, reason=WHY, by=clerk)
    find = half.finds.filter(kind="observation").first()
    actions.decide(find=find, verdict=Verdict.CONFIRMED, seen=2, by=colleague)
    use_again(record=half, by=clerk)
    assert states(half)[find.pk] == Verdict.CONFIRMED
    assert half.finds.get(pk=find.pk).standing.by == colleague


def test_set_aside_again_after_a_find_was_confirmed_it_comes_back_whole(half, clerk, clerks_browser):
    before = states(half)
    set_aside(record=half, reason=WHY, by=clerk)
    find = half.finds.filter(kind="observation").first()
    actions.decide(find=find, verdict=Verdict.CONFIRMED, seen=2, by=clerk)
    page = reverse("records:set_aside", args=[half.pk])
    assert f'href="{page}"' in clerks_browser.get(reverse("records:confirm", args=[half.pk])).content.decode()
    assert set_aside(record=half, reason="Vẫn là bản dự thảo", by=clerk) == 1
    assert f'href="{page}"' not in clerks_browser.get(reverse("records:confirm", args=[half.pk])).content.decode()
    use_again(record=half, by=clerk)
    assert states(half) == {key: verdict or Verdict.REOPENED for key, verdict in before.items()}


def test_a_page_sent_again_after_a_lost_answer_leads_on_and_no_reason_is_cut(half, clerks_browser):
    page, reason = reverse("records:set_aside", args=[half.pk]), "Đưa nhầm.\n" * 55
    for _time in range(2):
        assert clerks_browser.post(page, {"reason": reason}).status_code == 302
    assert aside(half).details["reason"] == reason.strip()


def test_a_wrong_file_in_which_nothing_was_found_is_set_aside_and_used_again_too(clerk, clerks_browser, town):
    empty = actions.put_in(data="Kính gửi các phòng.".encode(), name="thu.txt", place=town, by=clerk)
    assert not empty.finds.exists()
    desk, page = reverse("records:confirm", args=[empty.pk]), reverse("records:set_aside", args=[empty.pk])
    assert f'Nhầm tệp? <a href="{page}"' in clerks_browser.get(desk).content.decode()
    assert "không đọc được mục nào" in clerks_browser.get(reverse("records:list")).content.decode()
    told = clerks_browser.post(page, {"reason": WHY}, follow=True).content.decode()
    assert "Đã bỏ cả bản ghi." in told and f"Lý do: {WHY}" in told and f'href="{page}"' not in told
    assert '<span class="chip">đã bỏ</span>' in clerks_browser.get(reverse("records:list")).content.decode()
    with pytest.raises(Refused, match="aside-nothing-left"):
        set_aside(record=empty, reason=WHY, by=clerk)
    assert use_again(record=empty, by=clerk) == 0
    assert aside(empty) is None


def test_it_is_refused_without_a_reason_twice_and_by_whoever_may_not_decide(half, clerk, person, town):
    for by, reason, code in ((clerk, "  ", "aside-without-reason"), (person("leader", town), WHY, "not-allowed-here")):
        with pytest.raises(Refused, match=code):
            set_aside(record=half, reason=reason, by=by)
    with pytest.raises(Refused, match="aside-not"):
        use_again(record=half, by=clerk)
    set_aside(record=half, reason=WHY, by=clerk)
    with pytest.raises(Refused, match="aside-nothing-left"):
        set_aside(record=half, reason=WHY, by=clerk)


def test_the_clerk_finds_the_way_from_the_record_and_back(half, clerks_browser):
    desk, page = reverse("records:confirm", args=[half.pk]), reverse("records:set_aside", args=[half.pk])
    assert f'href="{page}"' in clerks_browser.get(desk).content.decode()
    assert "<dt>Đã xác nhận</dt><dd>2</dd>" in clerks_browser.get(page).content.decode()
    empty = clerks_browser.post(page, {"reason": ""})
    assert empty.status_code == 422 and "Chưa ghi lý do bỏ bản ghi" in empty.content.decode()
    told = clerks_browser.post(page, {"reason": WHY}, follow=True).content.decode()
    assert f"Lý do: {WHY}" in told and "Dùng lại bản ghi" in told and f'href="{page}"' not in told
    assert "đã bỏ hết" in clerks_browser.get(reverse("records:list")).content.decode()
    again = clerks_browser.post(reverse("records:use_again", args=[half.pk]), follow=True).content.decode()
    assert "Dùng lại bản ghi" not in again
    late = clerks_browser.post(reverse("records:use_again", args=[half.pk]), follow=True).content.decode()
    assert "không ở trạng thái bị bỏ" in late


@pytest.mark.parametrize("whole", [True, False], ids=["record set aside and used again", "find rejected and taken back"])
def test_a_meeting_without_a_day_that_has_a_task_is_the_same_one_when_its_record_tells_of_it_again(record, clerk, whole):
    find = record.finds.get(kind="meeting")
    dayless = actions.Change(find.kind, find.start, find.end, find.fields | {"date": None})
    actions.decide(find=find, verdict=Verdict.CORRECTED, seen=0, by=clerk, change=dayless)
    meeting = Meeting.objects.get()
    task = tasks.draft(place=record.place, wording="Xử lý nước thải.", terms=Terms(), by=clerk)
    type(task).objects.filter(pk=task.pk).update(meeting=meeting)
    if whole:
        set_aside(record=record, reason=WHY, by=clerk)
        assert not meeting.records.exists()
        use_again(record=record, by=clerk)
    else:
        actions.decide(find=find, verdict=Verdict.REJECTED, seen=1, by=clerk)
        actions.undo(find=record.finds.get(pk=find.pk), seen=2, by=clerk)
    assert (list(Meeting.objects.all()), list(meeting.records.all())) == ([meeting], [record])


def test_a_find_that_tells_of_another_meeting_than_the_one_rejected_does_not_bring_that_one_back(record, clerk):
    find = record.finds.get(kind="meeting")
    actions.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    meeting = Meeting.objects.get()
    task = tasks.draft(place=record.place, wording="Xử lý nước thải.", terms=Terms(), by=clerk)
    type(task).objects.filter(pk=task.pk).update(meeting=meeting)
    actions.decide(find=find, verdict=Verdict.REJECTED, seen=1, by=clerk)
    other = find.fields | {"date": None, "convener": "Ban Chỉ đạo"}
    actions.add(record=record, change=actions.Change("meeting", find.start, find.end, other), by=clerk)
    assert Meeting.objects.exclude(pk=meeting.pk).get().convener == "Ban Chỉ đạo"
    assert not meeting.records.exists()
