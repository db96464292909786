"""What other systems may do: the same as a person on the pages, through the same actions."""

import json
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from giaoban_web.history.models import Entry
from giaoban_web.records.models import Find, Record
from tests.web.conftest import make_place
from tests.web.facts import DIRECTIVE, FIGURE, SHORTCOMING

pytestmark = pytest.mark.django_db
TEXT = "Ngày 12/3/2020, Ban Thường vụ Tỉnh ủy làm việc với thị xã.\n\nThu ngân sách đạt 2.572 tỷ đồng."


ENGLISH = re.compile(r"\b(?:error|should|must|input|valid|is to)\b", re.IGNORECASE)


@pytest.fixture
def put_in(bearer, clerk):
    def post(text=TEXT, place="205", status=201, user=clerk, name="bien-ban.txt"):
        file = SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())
        answer = bearer(user).post("/api/records/", {"file": file, "place": place})
        assert answer.status_code == status, answer.content
        return answer.json()

    return post


@pytest.fixture
def waiting(fact, record):
    return fact(record, "directive", "lập phương án thu gom nước thải", DIRECTIVE, verdict=None)


def test_a_record_put_in_is_read_and_given_back_with_its_finds(put_in):
    told = put_in()
    assert told["text"].startswith("Ngày 12/3/2020")
    assert told["place"]["code"] == "205"
    assert told["sha256"] == Record.objects.get(pk=told["id"]).sha256


def test_the_same_bytes_twice_lead_to_the_first_record(put_in):
    first = put_in()
    again = put_in(status=409, name="khac.txt")
    assert (again["code"], again["record"]) == ("record-known", first["id"])
    assert Record.objects.count() == 1


@pytest.mark.parametrize(("text", "status"), [(b"", 422), ("MẬT\n\nBáo cáo", 422), (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, 422)])
def test_what_cannot_or_must_not_be_read_is_refused_in_both_languages_and_nothing_is_kept(put_in, text, status):
    told = put_in(text, status=status)
    assert told["vi"] and told["en"]
    assert told["vi"] != told["en"]
    assert not Record.objects.exists()


def test_a_file_that_is_too_large_is_let_go_and_the_sender_told_so(put_in, monkeypatch):
    monkeypatch.setattr("giaoban_web.records.uploads.LARGEST", 10)
    assert put_in(status=422)["code"] == "upload-too-large"
    assert not Record.objects.exists()


def test_a_code_means_the_place_of_the_day_named(put_in, bearer, clerk, town):
    file = SimpleUploadedFile("bien-ban.txt", TEXT.encode())
    answer = bearer(clerk).post("/api/records/", {"file": file, "place": "205", "on": "2001-01-01"})
    assert (answer.status_code, answer.json()["code"]) == (404, "api-place-not-then")
    file.seek(0)
    assert bearer(clerk).post("/api/records/", {"file": file, "place": "205", "on": "2020-03-12"}).status_code == 201


def test_what_speaks_against_the_place_of_a_record_is_told_and_it_is_filed_where_it_belongs(put_in, send, person, town, other_town):
    ward = make_place("07069", "phường", "Mạo Khê", town)
    told = put_in(f"UBND PHƯỜNG MẠO KHÊ\n\n{TEXT}")
    assert [(each["code"], "phường Mạo Khê" in each["en"]) for each in told["doubts"]] == [("filed-against-head", True)]
    address, wanted = f"records/{told['id']}/place", {"place": "07069", "on": "2020-03-12"}
    send(address, wanted, status=403, user=person("leader", town))
    assert send(address, wanted | {"place": other_town.code}, status=403)["code"] == "not-allowed-here"
    assert send(address, wanted | {"on": "2001-01-01"}, status=404)["code"] == "api-place-not-then"
    moved = send(address, wanted)
    assert (moved["place"]["code"], moved["doubts"], Record.objects.get().place) == ("07069", [], ward)


def test_a_record_is_put_in_only_where_a_role_allows_it(put_in, person, town, other_town):
    put_in(user=person("leader", town), status=403)
    put_in(user=person("clerk", other_town), status=403)
    assert put_in(place="999", status=404)["code"] == "place-code-unknown"
    assert not Record.objects.exists()


def test_a_find_is_confirmed_and_the_log_knows(send, waiting):
    told = send(f"finds/{waiting.pk}/decisions", {"verdict": "confirmed", "seen": 0})
    assert (told["state"], told["number"], told["decided_by"]) == ("confirmed", 1, "Người thử clerk")
    assert Entry.objects.filter(subject_type="records.find", subject_id=str(waiting.pk)).exists()


def test_a_find_is_corrected_in_the_exchange_form(send, fact, record):
    words = "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng"
    find = fact(record, "observation", words, FIGURE, verdict=None)
    change = {"kind": "observation", "start": find.start, "end": find.end, "fields": {**FIGURE, "period": "2019-Q4"}}
    told = send(f"finds/{find.pk}/decisions", {"verdict": "corrected", "seen": 0, "change": change})
    assert (told["state"], told["fields"]["period"]) == ("corrected", "2019-Q4")
    assert Find.objects.get(pk=find.pk).fields["period"] == "2019"


def test_who_decides_without_having_seen_the_other_decision_is_shown_it(send, waiting, person, town):
    send(f"finds/{waiting.pk}/decisions", {"verdict": "rejected", "seen": 0, "reason": "lặp"}, user=person("head", town))
    told = send(f"finds/{waiting.pk}/decisions", {"verdict": "confirmed", "seen": 0}, status=409)
    assert told["code"] == "find-decided-meanwhile"
    assert "đã bỏ" in told["vi"] and "rejected" in told["en"]
    assert (told["find"]["state"], told["find"]["number"], told["find"]["reason"]) == ("rejected", 1, "lặp")
    assert send(f"finds/{waiting.pk}/decisions", {"verdict": "reopened", "seen": 1})["number"] == 2


def test_a_missed_find_is_added_and_stands_confirmed(send, record):
    start = record.text.index("Nước thải")
    added = {"record": record.pk, "kind": "shortcoming", "start": start, "end": start + 9, "fields": SHORTCOMING}
    told = send("finds/", added, status=201)
    assert (told["quote"], told["state"], told["rule"]) == ("Nước thải", "confirmed", "person")


def change_of(**changed):
    return {"kind": "observation", "start": 0, "end": 5, "fields": {**FIGURE, **changed}}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"verdict": "confirmed"},
        {"verdict": "perhaps", "seen": 0},
        {"verdict": "confirmed", "seen": -1},
        {"verdict": "corrected", "seen": 0},
        {"verdict": "confirmed", "seen": 0, "change": change_of()},
        {"verdict": "confirmed", "seen": 0, "unknown": 1},
        {"verdict": "corrected", "seen": 0, "change": change_of(period="năm ngoái")},
        {"verdict": "corrected", "seen": 0, "change": change_of(bound="perhaps")},
        {"verdict": "corrected", "seen": 0, "change": change_of(value=float("nan"))},
        {"verdict": "corrected", "seen": 0, "change": change_of(unit="tỷ\0đồng")},
        {"verdict": "confirmed", "seen": 0, "reason": "\0"},
        {"verdict": "corrected", "seen": 0, "change": change_of(unknown=1)},
        {"verdict": "corrected", "seen": 0, "change": {**change_of(), "kind": "directive"}},
        {"verdict": "corrected", "seen": 0, "change": {**change_of(), "start": 9}},
        {"verdict": "corrected", "seen": 0, "change": {**change_of(), "end": 10**6}},
        {"verdict": "corrected", "seen": 0, "change": {"kind": "strength", "start": 0, "end": 5, "fields": SHORTCOMING}},
    ],
    ids=str,
)
def test_a_decision_that_makes_no_sense_is_refused_and_changes_nothing(send, waiting, body):
    told = send(f"finds/{waiting.pk}/decisions", body, status=422)
    assert told["vi"] and not ENGLISH.search(told["vi"])
    assert not waiting.decisions.exists()


def test_what_is_no_json_is_refused(bearer, clerk, waiting):
    answer = bearer(clerk).post(f"/api/finds/{waiting.pk}/decisions", "{", content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["code"] == "api-not-understood"
    assert "body: không phải JSON" in answer.json()["vi"] and "body: is no JSON" in answer.json()["en"]


def test_a_draft_without_find_or_wording_is_told_so_in_both_languages(send):
    told = send("tasks/", {}, status=422)
    assert "phải nêu find, hoặc place và wording" in told["vi"] and "is to name a find" in told["en"]


def test_who_may_see_but_not_decide_is_told_so_and_who_may_not_see_finds_nothing(send, waiting, person, town, other_town):
    decision = {"verdict": "confirmed", "seen": 0}
    assert send(f"finds/{waiting.pk}/decisions", decision, status=403, user=person("leader", town))["code"] == "not-allowed-here"
    assert send(f"finds/{waiting.pk}/decisions", decision, status=404, user=person("clerk", other_town))["code"] == "api-not-found"
    assert not waiting.decisions.exists()


@pytest.mark.parametrize("key", [{}, {"HTTP_AUTHORIZATION": "Bearer no-longer-held"}])
def test_who_writes_with_no_key_or_a_wrong_one_is_told_so_and_not_of_pages(waiting, key):
    answer = Client(enforce_csrf_checks=True).post(f"/api/finds/{waiting.pk}/decisions", "{}", content_type="application/json", **key)
    assert (answer.status_code, answer.json()["code"]) == (401, "api-not-signed-in")


def test_a_session_needs_the_csrf_token_to_write(clerk, waiting):
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk, backend="allauth.account.auth_backends.AuthenticationBackend")
    body = json.dumps({"verdict": "confirmed", "seen": 0})
    assert client.post(f"/api/finds/{waiting.pk}/decisions", body, content_type="application/json").json()["code"] == "api-csrf-missing"
    assert not waiting.decisions.exists()


def test_a_meeting_confirmed_here_stands_among_the_meetings(send, get, fact, make_record, town):
    record = make_record(town)
    fields = {"date": "2020-03-12", "mode": "online", "convener": None, "reviewed": "thị xã", "chair": {"name": "Lê Văn An", "offices": []}}
    find = fact(record, "meeting", "Kết quả năm 2019", fields, verdict=None)
    send(f"finds/{find.pk}/decisions", {"verdict": "confirmed", "seen": 0})
    (meeting,) = get("meetings/")["items"]
    assert (meeting["held_on"], meeting["chair"]["name"]) == (date(2020, 3, 12).isoformat(), "Lê Văn An")
