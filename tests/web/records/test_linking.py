"""Which meeting a record tells of, and where its facts belong, whatever the order in which they are confirmed."""

import pytest

from giaoban_web.meetings.models import Meeting
from giaoban_web.records import actions
from giaoban_web.records.actions import Change
from giaoban_web.records.models import Find, Verdict
from giaoban_web.search.models import Entry
from tests.web.records.conftest import TEXT

TOLD = {"date": "2020-03-12", "mode": "online", "convener": "Ban Thường vụ Tỉnh ủy", "reviewed": "Thị ủy Đông Triều", "chair": None}
PLAIN = "Thu ngân sách đạt 2.572 tỷ đồng."
FIGURE = {"indicator": "Thu ngân sách", "measure": "level", "value": 2572, "value_to": None, "unit": "tỷ đồng", "bound": "exact",
          "role": "actual", "period": "2019", "place": None, "comparisons": []}  # fmt: skip


def find(record, kind, fields):
    return Find.objects.create(record=record, kind=kind, start=0, end=12, fields=fields, rule="x@1", reader="x", confidence=0.9)


def decide(found, verdict, by, fields=None):
    now = Find.objects.select_related("record__place").get(pk=found.pk)
    change = Change(now.kind, now.start, now.end, fields) if fields else None
    seen = now.standing.number if now.standing else 0
    return actions.decide(find=now, verdict=verdict, seen=seen, by=by, change=change)


@pytest.fixture
def filed_high(clerk, province):
    """A record about the town, filed under the province, with nothing read from it."""
    record = actions.put_in(data=PLAIN.encode(), name="a.txt", place=province, by=clerk)
    record.finds.all().delete()
    return record


def test_a_figure_belongs_where_the_meeting_took_place_though_nobody_has_confirmed_the_meeting_yet(clerk, filed_high, town):
    find(filed_high, "meeting", TOLD)
    assert decide(find(filed_high, "observation", FIGURE), Verdict.CONFIRMED, clerk).place == town


def test_facts_follow_the_meeting_when_it_is_put_right(clerk, filed_high, province, town, other_town):
    meeting, figure = find(filed_high, "meeting", {**TOLD, "reviewed": None}), find(filed_high, "observation", FIGURE)
    assert decide(figure, Verdict.CONFIRMED, clerk).place == province
    decide(meeting, Verdict.CORRECTED, clerk, {**TOLD, "reviewed": "thị xã Quảng Yên", "date": "2020-04-01"})
    assert Find.objects.get(pk=figure.pk).standing.place == other_town
    assert str(Entry.objects.get(subject_type="records.find", subject_id=figure.pk).on) == "2020-04-01"
    decide(meeting, Verdict.REJECTED, clerk)
    assert Find.objects.get(pk=figure.pk).standing.place == province


def test_a_figure_that_names_its_place_stays_there(clerk, filed_high, town, other_town):
    meeting, figure = find(filed_high, "meeting", TOLD), find(filed_high, "observation", {**FIGURE, "place": "thị xã Quảng Yên"})
    decide(figure, Verdict.CONFIRMED, clerk)
    decide(meeting, Verdict.CONFIRMED, clerk)
    assert Find.objects.get(pk=figure.pk).standing.place == other_town


def test_two_records_of_one_day_and_place_tell_of_one_meeting_and_part_again(clerk, town):
    records = [actions.put_in(data=f"{TEXT}{number}".encode(), name="a.txt", place=town, by=clerk) for number in (1, 2)]
    meetings = []
    for record in records:
        record.finds.all().delete()
        meetings.append(find(record, "meeting", TOLD))
        decide(meetings[-1], Verdict.CONFIRMED, clerk)
    assert Meeting.objects.get().records.count() == 2
    decide(meetings[1], Verdict.CORRECTED, clerk, {**TOLD, "date": "2020-07-10"})
    assert sorted(str(meeting.held_on) for meeting in Meeting.objects.all()) == ["2020-03-12", "2020-07-10"]
    decide(meetings[1], Verdict.CORRECTED, clerk, TOLD)
    assert Meeting.objects.get().records.count() == 2


def test_rejecting_one_of_two_meetings_leaves_the_other(clerk, filed_high):
    kept, wrong = find(filed_high, "meeting", TOLD), find(filed_high, "meeting", {**TOLD, "date": "2016-01-01"})
    decide(kept, Verdict.CONFIRMED, clerk)
    decide(wrong, Verdict.CONFIRMED, clerk)
    decide(wrong, Verdict.REJECTED, clerk)
    assert str(Meeting.objects.get().held_on) == "2020-03-12"
    assert Meeting.objects.get().records.get() == filed_high


def test_a_meeting_of_which_a_notice_tells_is_called_by_what_met(clerk, town):
    text = "THÔNG BÁO\nKết luận của đồng chí Lê Văn An tại cuộc họp về cấp nước\n\nNgày 12/3/2020, đồng chí Lê Văn An chủ trì."
    record = actions.put_in(data=text.encode(), name="tb.txt", place=town, by=clerk)
    record.finds.all().delete()
    decide(find(record, "meeting", {**TOLD, "convener": None, "reviewed": None}), Verdict.CONFIRMED, clerk)
    assert Meeting.objects.get().title == "Cuộc họp về cấp nước"
