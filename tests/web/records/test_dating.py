"""A meeting whose year the record does not tell is asked for it, and what is counted by the day is read again."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from giaoban_web.errors import Conflict
from giaoban_web.history.models import Entry
from giaoban_web.records import actions, amending, dating
from giaoban_web.records.models import Kind, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.standing import standing

TEXT = """Xã Mường Lát giao ban công tác

Sáng 29/2, UBND xã Mường Lát tổ chức hội nghị giao ban. Đồng chí Hà Văn Tiến, Chủ tịch UBND xã, chủ trì hội nghị.

Trong tháng 2, xã thu ngân sách đạt 1.250 triệu đồng.

Chủ tịch UBND xã yêu cầu:

- Công an xã báo cáo kết quả trước 30/6.

- Văn phòng UBND xã rà soát hồ sơ trước ngày 25/3.
"""
ON = date(2020, 2, 29)


@pytest.fixture
def record(clerk, town):
    return actions.put_in(data=TEXT.encode(), name="giao-ban.txt", place=town, by=clerk)


@pytest.fixture
def meeting(record):
    return record.finds.get(kind=Kind.MEETING)


def due(record, words):
    """What is said of the deadline, or the period, of the find with those words."""
    find = next(find for find in finds_of(record) if words in record.text[find.start : find.end] and find.kind != Kind.MEETING)
    fields = standing(find).fields
    return find, fields.get("deadline") or fields.get("period")


def page_of(find):
    return reverse("records:day", args=[find.record_id, find.pk])


def sent(answer, year=2020):
    return {"find": [row["tick"] for row in answer.context["rows"]], "seen": answer.context["seen"], "year": year}


def fresh(find):
    return finds_of(find.record).get(pk=find.pk)


def test_the_screen_says_what_the_text_says_and_asks_for_the_year(clerks_browser, record, meeting):
    shown = clerks_browser.get(reverse("records:confirm", args=[record.pk])).content.decode()
    assert "29/2, chưa rõ năm" in shown
    assert "Họp năm nào?" in shown
    leap = next(year for year in range(timezone.localdate().year, 2000, -1) if year % 4 == 0 and date(year, 2, 29) <= timezone.localdate())
    assert f"{page_of(meeting)}?year={leap}" in shown


@pytest.mark.parametrize(
    ("text", "asked"),
    [(TEXT.replace("Sáng 29/2", "Sáng 29/2/2020"), False), (TEXT.replace("Sáng 29/2", "Sáng nay"), False), (TEXT, True)],
    ids=["the year is told", "no day is told", "only the year is not told"],
)
def test_only_a_day_without_its_year_is_asked_about(clerk, town, text, asked):
    record = actions.put_in(data=text.encode(), name="a.txt", place=town, by=clerk)
    assert bool(dating.asked(record.finds.get(kind=Kind.MEETING))) == asked


def test_a_record_of_an_earlier_reader_is_asked_by_the_words_of_its_meeting(record, meeting):
    meeting.fields = {name: value for name, value in meeting.fields.items() if name != "day"}
    meeting.save()
    assert dating.day_told(meeting) == "--02-29"
    assert dating.asked(meeting)


def test_the_preview_lists_what_would_be_read_otherwise_and_keeps_nothing(clerks_browser, record, meeting):
    answer = clerks_browser.get(page_of(meeting), {"year": "2020"})
    changes = {row["card"].id: row["changes"] for row in answer.context["rows"]}
    assert changes[due(record, "30/6")[0].pk] == [(changes[due(record, "30/6")[0].pk][0][0], "—", "30/06/2020")]
    assert due(record, "1.250")[0].pk in changes
    assert not record.finds.exclude(standing=None).exists()


def test_the_day_and_all_that_is_counted_by_it_are_kept_at_once_and_taken_back_at_once(clerks_browser, record, meeting):
    entries = Entry.objects.count()
    answer = clerks_browser.post(page_of(meeting), sent(clerks_browser.get(page_of(meeting), {"year": "2020"})), follow=True)
    assert (standing(fresh(meeting)).state, standing(fresh(meeting)).fields["date"]) == (Verdict.CORRECTED, "2020-02-29")
    assert "day" not in standing(fresh(meeting)).fields
    record.refresh_from_db()
    assert record.meeting.held_on == ON
    assert [due(record, words)[1] for words in ("30/6", "25/3", "1.250")] == ["2020-06-30", "2020-03-25", "2020-02"]
    together = Entry.objects.filter(number__gt=entries, act="finds changed together").get()
    assert (together.details["on"], len(together.details["finds"])) == ("2020-02-29", len(answer.context["stroke"].cards) - 1)
    assert list(record.finds.facts()) == [meeting]
    clerks_browser.post(reverse("records:undo_stroke", args=[record.pk]))
    assert [due(record, words)[1] for words in ("30/6", "25/3", "1.250")] == [None] * 3
    assert (standing(fresh(meeting)).fields["date"], standing(fresh(meeting)).fields["day"]) == (None, "--02-29")


def test_what_was_decided_is_left_and_told(clerks_browser, clerk, record, meeting):
    find, _due = due(record, "30/6")
    actions.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    answer = clerks_browser.get(page_of(meeting), {"year": "2020"})
    assert [row["card"].id for row in answer.context["decided"]] == [find.pk]
    clerks_browser.post(page_of(meeting), {**sent(answer), "find": [*sent(answer)["find"], f"{find.pk}-1"]})
    assert due(record, "30/6")[1] is None


def test_what_a_person_has_said_otherwise_is_no_longer_read_again(clerk, record, meeting):
    find, _due = due(record, "30/6")
    amending.amend(record=record, wishes={find.pk: amending.Wish(0, {"deadline": "2021-06-30"})}, by=clerk)
    assert find.pk not in {each.find.pk for each in dating.rereads(record, ON)}


@pytest.mark.parametrize(
    ("year", "said"), [("2019", "Năm 2019 không có ngày 29/2"), ("", "Chưa có năm của cuộc họp"), ("hai", "Chưa có năm")]
)
def test_a_year_without_such_a_day_and_no_year_are_refused_with_what_to_do(clerks_browser, meeting, year, said):
    answer = clerks_browser.get(page_of(meeting), {"year": year})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_nothing_is_kept_where_somebody_decided_about_the_meeting_meanwhile(clerks_browser, colleague, record, meeting):
    seen = sent(clerks_browser.get(page_of(meeting), {"year": "2020"}))
    actions.decide(find=meeting, verdict=Verdict.CONFIRMED, seen=0, by=colleague)
    assert clerks_browser.post(page_of(meeting), seen).status_code == 409
    assert due(record, "30/6")[1] is None
    with pytest.raises(Conflict):
        dating.date_meeting(find=fresh(meeting), on=ON, seen=0, wishes={}, by=colleague)


def test_the_form_of_the_meeting_keeps_the_day_without_its_year(clerks_browser, meeting):
    edit = reverse("records:edit", args=[meeting.record_id, meeting.pk])
    form = clerks_browser.get(edit).context["form"]
    filled = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
    clerks_browser.post(edit, {**filled, "convener": "UBND xã"})
    assert (standing(fresh(meeting)).fields["convener"], standing(fresh(meeting)).fields["day"]) == ("UBND xã", "--02-29")
    answer = clerks_browser.post(edit, {**filled, "date": "29/02/2020", "seen": 1})
    assert "day" not in standing(fresh(meeting)).fields
    shown = clerks_browser.get(answer["Location"]).content.decode()
    assert re.search(rf'href="{page_of(meeting)}"[^>]*>Đọc lại kỳ và thời hạn', shown)


def test_after_another_day_was_typed_the_rest_is_read_again_by_it(clerks_browser, clerk, record, meeting):
    actions.decide(find=meeting, verdict=Verdict.CORRECTED, seen=0, by=clerk, change=dating.dated(meeting, ON))
    answer = clerks_browser.get(page_of(meeting))
    clerks_browser.post(page_of(meeting), sent(answer))
    assert due(record, "30/6")[1] == "2020-06-30"
    assert standing(fresh(meeting)).number == 1


def test_a_find_that_is_no_meeting_has_no_such_page(clerks_browser, record):
    assert clerks_browser.get(page_of(due(record, "30/6")[0]), {"year": "2020"}).status_code == 404
