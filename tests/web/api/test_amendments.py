"""What is wrong in many finds is put right at once, and taken back at once, by other systems too."""

import pytest

from giaoban_web.records import actions
from giaoban_web.records.models import Verdict
from tests.web.facts import DIRECTIVE, FIGURE

pytestmark = pytest.mark.django_db
WRONG, RIGHT = "thị xã Quảng Yên", "thị xã Đông Triều"


@pytest.fixture
def figures(fact, record):
    return [
        fact(record, "observation", words, {**FIGURE, "place": WRONG}, verdict=None)
        for words in ("Tổng giá trị sản xuất", "19.200 tỷ đồng", "đạt trên")
    ]


def seen(*finds):
    return [{"id": find.pk, "seen": 0} for find in finds]


def test_finds_read_alike_are_told_and_changed_and_changed_back(send, bearer, clerk, record, figures):
    first, second, third = figures
    change = {"kind": "observation", "start": first.start, "end": first.end, "fields": {**FIGURE, "place": RIGHT}}
    send(f"finds/{first.pk}/decisions", {"verdict": "corrected", "seen": 0, "change": change})
    told = bearer(clerk).get(f"/api/finds/{first.pk}/alike?field=place").json()
    assert (told["value"], {each["id"] for each in told["finds"]}) == (RIGHT, {second.pk, third.pk})
    done = send(f"records/{record.pk}/amendments", {"finds": seen(second, third), "fields": {"place": RIGHT}}, status=201)
    assert {each["id"] for each in done["changed"]} == {second.pk, third.pk}
    assert {(each["fields"]["place"], each["state"], each["number"]) for each in done["changed"]} == {(RIGHT, "amended", 1)}
    back = send(f"records/{record.pk}/amendments/{done['number']}/undo", {})
    assert {(each["fields"]["place"], each["state"]) for each in back["changed"]} == {(WRONG, "reopened")}


def test_those_decided_meanwhile_and_those_without_the_field_are_left(send, fact, record, figures, person, town):
    first, second, _third = figures
    asked = fact(record, "directive", "lập phương án", DIRECTIVE, verdict=None)
    actions.decide(find=second, verdict=Verdict.CONFIRMED, seen=0, by=person("head", town))
    done = send(f"records/{record.pk}/amendments", {"finds": seen(first, second, asked), "fields": {"period": "2018"}}, status=201)
    assert [each["id"] for each in done["changed"]] == [first.pk]
    assert {each["id"] for each in done["left"]} == {second.pk, asked.pk}


@pytest.mark.parametrize("fields", [{}, {"value": 1}, {"period": "năm ngoái"}, {"role": None}])
def test_only_fields_that_many_share_are_changed_so(send, record, figures, fields):
    send(f"records/{record.pk}/amendments", {"finds": seen(figures[0]), "fields": fields}, status=422)


def test_an_unknown_find_or_entry_and_a_role_that_may_not_decide_are_refused(send, record, figures, person, town):
    wanted = {"finds": [{"id": 10**6, "seen": 0}], "fields": {"place": RIGHT}}
    send(f"records/{record.pk}/amendments", wanted, status=404)
    send(f"records/{record.pk}/amendments/999999/undo", {}, status=422)
    send(f"records/{record.pk}/amendments", {**wanted, "finds": seen(figures[0])}, status=403, user=person("leader", town))


MINUTES = """Xã Mường Lát giao ban công tác

Sáng 12/3, UBND xã Mường Lát tổ chức hội nghị giao ban. Đồng chí Hà Văn Tiến, Chủ tịch UBND xã, chủ trì hội nghị.

Chủ tịch UBND xã yêu cầu Công an xã báo cáo kết quả trước 30/6.
"""


def test_the_day_of_a_meeting_is_asked_for_and_given_with_all_that_is_read_by_it(send, bearer, clerk, town, person):
    record = actions.put_in(data=MINUTES.encode(), name="giao-ban.txt", place=town, by=clerk)
    address = f"records/{record.pk}/meeting-day"
    asked = bearer(clerk).get(f"/api/{address}").json()
    assert (asked["meeting"]["fields"]["day"], asked["changes"]) == ("--03-12", [])
    assert {each["why"] for each in asked["years"]} == {"known"}
    told = bearer(clerk).get(f"/api/{address}?on=2020-03-12").json()["changes"]
    assert [each["fields"] for each in told] == [{"deadline": "2020-06-30"}]
    wanted = {"on": "2020-03-12", "seen": 0, "finds": [{"id": told[0]["find"]["id"], "seen": 0}]}
    send(address, wanted, status=403, user=person("leader", town))
    done = send(address, wanted)
    assert (done["meeting"]["fields"]["date"], done["meeting"]["state"]) == ("2020-03-12", "corrected")
    assert [each["fields"]["deadline"] for each in done["amendment"]["changed"]] == ["2020-06-30"]
    send(address, {**wanted, "on": "2019-03-12"}, status=409)


def test_a_record_without_a_meeting_has_no_day(bearer, clerk, record):
    assert bearer(clerk).get(f"/api/records/{record.pk}/meeting-day").status_code == 404


def test_a_meeting_is_corrected_with_its_day_while_the_year_is_not_known(send, clerk, town):
    record = actions.put_in(data=MINUTES.encode(), name="giao-ban.txt", place=town, by=clerk)
    find = record.finds.get(kind="meeting")
    for seen, fields, kept in ((0, {"day": "--03-13"}, {"--03-13"}), (1, {"day": "--03-13", "date": "2020-03-13"}, set())):
        change = {"kind": "meeting", "start": find.start, "end": find.end, "fields": fields}
        told = send(f"finds/{find.pk}/decisions", {"verdict": "corrected", "seen": seen, "change": change})
        assert {value for name, value in told["fields"].items() if name == "day"} == kept


@pytest.mark.parametrize("day", ["0646-07-03", "0001-01-01", "9999-12-31"])
def test_a_day_of_a_year_that_nobody_means_is_not_understood(bearer, clerk, record, day):
    address = f"/api/records/{record.pk}/meeting-day"
    asked = bearer(clerk).get(address, {"on": day})
    sent = bearer(clerk).post(address, {"on": day, "seen": 0}, content_type="application/json")
    assert [(answer.status_code, answer.json()["code"]) for answer in (asked, sent)] == [(422, "api-not-understood")] * 2
