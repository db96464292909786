"""What is wrong in many finds is put right once: all that were read alike and wait are offered, changed at once, and taken back at once."""

import re

import pytest
from django.urls import reverse

from giaoban.model import Refused
from giaoban_web.history.models import Entry
from giaoban_web.records import actions, amending
from giaoban_web.records.actions import Change
from giaoban_web.records.alike import alike
from giaoban_web.records.models import Find, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.standing import standing

TEXT = """BÁO CÁO NHANH VỀ CHĂN NUÔI

I. ĐÀN VẬT NUÔI

Đàn trâu có 410 con, đàn bò có 620 con.

Đàn lợn có 8.300 con.

II. THÚ Y

Đã tiêm phòng cho 5.150 con.
"""
WRONG, RIGHT = "huyện Kim Bôi", "xã Mường Lát"
FIGURES = {"Đàn trâu": 410, "đàn bò": 620, "Đàn lợn": 8300, "tiêm phòng": 5150}


@pytest.fixture
def record(clerk, town):
    made = actions.put_in(data=TEXT.encode(), name="chan-nuoi.txt", place=town, by=clerk)
    made.finds.all().delete()
    return made


@pytest.fixture
def figures(record):
    """Four figures of one record, each read with the same wrong place."""

    def read(name, value):
        start = TEXT.index(name)
        said = {"indicator": name, "measure": "level", "value": value, "value_to": None, "unit": "con", "bound": "exact"}
        fields = {**said, "role": "actual", "period": "2019", "place": WRONG, "comparisons": []}
        place = {"start": start, "end": start + len(name), "confidence": 0.9}
        return Find.objects.create(record=record, kind="observation", fields=fields, rule="x@1", reader="x", **place)

    return [read(name, value) for name, value in FIGURES.items()]


def fresh(find):
    return finds_of(find.record).get(pk=find.pk)


def corrected(find, by, **fields):
    now = standing(fresh(find))
    change = Change(now.kind, now.start, now.end, now.fields | fields)
    actions.decide(find=find, verdict=Verdict.CORRECTED, seen=now.number, by=by, change=change)
    return fresh(find)


def said(finds, name="place"):
    return [standing(fresh(find)).fields[name] for find in finds]


def page_of(find, name="place"):
    return reverse("records:alike", args=[find.record_id, find.pk, name])


def sent(answer):
    """What a browser would send of the page with everything left ticked."""
    return {"find": [row["tick"] for row in answer.context["rows"]], "seen": answer.context["seen"]}


def test_nothing_is_offered_before_something_was_put_right(record, figures, clerk):
    assert alike(record, finds_of(record)) == {}
    actions.decide(find=figures[0], verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    assert alike(record, finds_of(record)) == {}


def test_the_finds_that_were_read_alike_and_wait_are_offered(record, figures, clerk):
    first, *others = figures
    actions.decide(find=others[0], verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    corrected(others[1], clerk, place="nơi khác")
    offered = alike(record, finds_of(corrected(first, clerk, place=RIGHT).record))[first.pk]
    assert [(each.name, each.value, [find.pk for find in each.others]) for each in offered] == [("place", RIGHT, [others[2].pk])]


@pytest.mark.parametrize(
    ("name", "value"), [("period", "2020"), ("role", "target"), ("place", None)], ids=["the period", "the role", "a place that is none"]
)
def test_every_field_that_a_record_gives_wrong_to_many_can_be_put_right_once(record, figures, clerk, name, value):
    first, *others = figures
    (offered,) = alike(record, finds_of(corrected(first, clerk, **{name: value}).record))[first.pk]
    assert (offered.name, offered.value, len(offered.others)) == (name, value, len(others))


def test_directives_are_put_right_by_who_asks_and_who_acts(record, clerk):
    def asked(words):
        fields = {"issuer": "Bí thư Huyện ủy", "force": "order", "assignee": "Phòng Y tế", "deadline": None, "topic": "health"}
        where = {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}
        return Find.objects.create(record=record, kind="directive", fields=fields, rule="x@1", reader="x", confidence=0.9, **where)

    first, other = asked("Đàn trâu có 410 con"), asked("Đàn lợn có 8.300 con")
    corrected(first, clerk, issuer="Chủ tịch UBND huyện", assignee="Phòng Nông nghiệp")
    offered = alike(record, finds_of(record))[first.pk]
    assert [(each.name, [find.pk for find in each.others]) for each in offered] == [("issuer", [other.pk]), ("assignee", [other.pk])]


def test_all_are_changed_with_one_entry_that_names_each_and_none_of_them_is_a_fact(clerks_browser, figures, clerk):
    first, *others = figures
    answer = clerks_browser.get(page_of(corrected(first, clerk, place=RIGHT)))
    assert [(row["before"], row["card"].id) for row in answer.context["rows"]] == [(WRONG, find.pk) for find in others]
    entries = Entry.objects.count()
    answer = clerks_browser.post(page_of(first), sent(answer), follow=True)
    assert said(figures) == [RIGHT] * 4
    assert "Đã sửa 3 mục" in answer.content.decode()
    entry = Entry.objects.order_by("number").last()
    assert (Entry.objects.count() - entries, entry.act, entry.subject_id) == (1, "finds changed together", str(first.record_id))
    assert [each["find"] for each in entry.details["finds"]] == [find.pk for find in others]
    assert list(first.record.finds.facts()) == [first]
    assert first.record.finds.undecided().count() == len(others)


def test_a_find_that_was_changed_is_confirmed_as_it_now_stands_and_what_was_read_stays(figures, clerk):
    first, other, *_rest = figures
    wish = {other.pk: amending.Wish(0, {"place": RIGHT})}
    amending.amend(record=first.record, wishes=wish, by=clerk)
    decision = actions.decide(find=other, verdict=Verdict.CONFIRMED, seen=1, by=clerk)
    assert (decision.fields["place"], fresh(other).fields["place"]) == (RIGHT, WRONG)
    actions.undo(find=fresh(other), seen=2, by=clerk)
    assert (standing(fresh(other)).state, said([other])) == (Verdict.AMENDED, [RIGHT])
    actions.undo(find=fresh(other), seen=3, by=clerk)
    assert (standing(fresh(other)).state, said([other])) == (Verdict.REOPENED, [WRONG])


def test_only_those_ticked_are_changed(clerks_browser, figures, clerk):
    first, second, *_rest = figures
    answer = clerks_browser.get(page_of(corrected(first, clerk, place=RIGHT)))
    clerks_browser.post(page_of(first), {**sent(answer), "find": [f"{second.pk}-0"]})
    assert said(figures) == [RIGHT, RIGHT, WRONG, WRONG]


@pytest.mark.parametrize(("scope", "count"), [("record", 3), ("section", 2), ("paragraph", 1), ("nothing", 3)])
def test_they_may_be_those_of_the_section_or_the_paragraph(clerks_browser, figures, clerk, scope, count):
    answer = clerks_browser.get(page_of(corrected(figures[0], clerk, place=RIGHT)), {"within": scope})
    assert len(answer.context["rows"]) == count
    assert [number for _key, _name, number in answer.context["scopes"]] == [3, 2, 1]


def test_what_somebody_decided_meanwhile_is_left_and_told(clerks_browser, figures, clerk, colleague):
    first, second, third, _fourth = figures
    seen = sent(clerks_browser.get(page_of(corrected(first, clerk, place=RIGHT))))
    actions.decide(find=second, verdict=Verdict.CONFIRMED, seen=0, by=colleague)
    corrected(third, colleague, place="nơi khác")
    answer = clerks_browser.post(page_of(first), seen, follow=True)
    assert said(figures) == [RIGHT, WRONG, "nơi khác", RIGHT]
    assert "2 mục đã được xử lý trong lúc đó" in answer.content.decode()
    assert Entry.objects.order_by("number").last().details["left"] == [second.pk, third.pk]


def test_nothing_is_written_where_all_were_decided_meanwhile(clerks_browser, figures, clerk, colleague):
    first, *others = figures
    seen = sent(clerks_browser.get(page_of(corrected(first, clerk, place=RIGHT))))
    actions.decide(find=others[0], verdict=Verdict.REJECTED, seen=0, by=colleague)
    entries = Entry.objects.count()
    answer = clerks_browser.post(page_of(first), {**seen, "find": seen["find"][:1]}, follow=True)
    assert "Chưa sửa mục nào" in answer.content.decode()
    assert Entry.objects.count() == entries


def test_nothing_is_changed_where_the_find_to_follow_was_changed_meanwhile(clerks_browser, figures, clerk, colleague):
    first, *others = figures
    seen = sent(clerks_browser.get(page_of(corrected(first, clerk, place=RIGHT))))
    corrected(first, colleague, place="xã Hồi Xuân")
    answer = clerks_browser.post(page_of(first), seen)
    assert answer.status_code == 409
    assert "xã Hồi Xuân" in answer.content.decode()
    assert said(others) == [WRONG] * 3


def test_it_is_taken_back_in_one_step_with_one_entry(clerks_browser, figures, clerk, colleague):
    first, second, *rest = figures
    clerks_browser.post(page_of(first), sent(clerks_browser.get(page_of(corrected(first, clerk, place=RIGHT)))))
    actions.decide(find=second, verdict=Verdict.CONFIRMED, seen=1, by=colleague)
    desk = reverse("records:confirm", args=[first.record_id])
    assert re.search(r"Hoàn tác 3|Lấy lại 3|3", clerks_browser.get(desk).content.decode())
    entries = Entry.objects.count()
    answer = clerks_browser.post(reverse("records:undo_stroke", args=[first.record_id]), follow=True)
    assert said(figures) == [RIGHT, RIGHT, WRONG, WRONG]
    assert [standing(fresh(find)).state for find in rest] == [Verdict.REOPENED] * 2
    assert Entry.objects.count() == entries + 1
    assert not answer.context["stroke"].cards


def test_an_amendment_that_the_log_does_not_know_is_not_taken_back(figures, clerk):
    with pytest.raises(Refused, match="amendment-unknown"):
        amending.take_back(record=figures[0].record, number=1, by=clerk)


def test_who_may_only_look_changes_nothing(figures, person, province):
    reader = person("leader", province)
    wish = {figures[1].pk: amending.Wish(0, {"place": RIGHT})}
    with pytest.raises(Refused, match="not-allowed-here"):
        amending.amend(record=figures[0].record, wishes=wish, by=reader)


def test_after_a_correction_the_screen_stays_where_the_others_are_offered(clerks_browser, figures, clerk):
    first = figures[0]
    edit = reverse("records:edit", args=[first.record_id, first.pk])
    form = clerks_browser.get(edit).context["form"]
    filled = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
    answer = clerks_browser.post(edit, {**filled, "place": RIGHT, "anyway": "1"})
    assert answer["Location"].endswith(f"#find-{first.pk}")
    shown = clerks_browser.get(answer["Location"]).content.decode()
    assert page_of(first) in shown
    assert "sửa luôn 3 mục khác" in shown


def test_the_page_leads_back_where_nothing_is_left_to_change(clerks_browser, figures, clerk):
    answer = clerks_browser.get(page_of(figures[0]), follow=True)
    assert "Không còn mục nào đang chờ" in answer.content.decode()
    assert clerks_browser.get(reverse("records:alike", args=[figures[0].record_id, figures[0].pk, "unit"])).status_code == 404
