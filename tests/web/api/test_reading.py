"""What other systems may read: the same as a person on the pages, and no more."""

import pytest
from django.test import Client

from giaoban_web.records import actions
from giaoban_web.records.models import Original, Verdict
from giaoban_web.search.actions import index
from tests.web.conftest import make_place
from tests.web.facts import FIGURE, SHORTCOMING

pytestmark = pytest.mark.django_db


def test_a_key_and_a_session_see_the_same(get, clerk, sign_in, known):
    assert sign_in(clerk).get("/api/finds/").json() == get("finds/")


@pytest.mark.parametrize(
    "address", ["records/", "records/1", "finds/", "finds/1", "places/", "places/205", "meetings/", "meetings/1", "search/?q=a"]
)
@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic eDp5"}])
def test_without_a_key_nothing_is_told_but_why(client, town, address, headers):
    answer = client.get(f"/api/{address}", headers=headers)
    assert answer.status_code == 401
    assert answer.json()["code"] == "api-not-signed-in"
    assert "Bearer" in answer.json()["vi"]


def test_a_revoked_key_and_the_key_of_who_has_left_open_nothing(bearer, clerk):
    client = bearer(clerk)
    clerk.is_active = False
    clerk.save()
    assert client.get("/api/places/").status_code == 401


def test_records_come_in_the_exchange_form_as_they_were_decided(get, known, fact, record):
    fact(record, "shortcoming", "Kết quả", SHORTCOMING, verdict=Verdict.REJECTED)
    told = get(f"records/{record.pk}")
    assert [len(told[name]) for name in ("observations", "findings", "directives")] == [1, 1, 1]
    figure = told["observations"][0]
    assert (figure["value"], figure["bound"], figure["comparisons"]) == (19200, "over", FIGURE["comparisons"])
    span = figure["span"]
    assert told["text"][span["start"] : span["end"]] == figure["quote"]


def test_records_can_be_narrowed_to_those_that_wait(get, fact, record, make_record, town):
    fact(record, "shortcoming", "Kết quả", SHORTCOMING, verdict=None)
    make_record(town, name="khac.txt")
    assert [each["id"] for each in get("records/", waiting=True)["items"]] == [record.pk]
    assert get("records/", place="205")["count"] == 2
    make_place("206", "thị xã", "Quảng Yên", town.parent)
    assert get("records/", place="206")["count"] == 0


def test_the_original_comes_byte_for_byte_and_is_never_shown_inline(bearer, clerk, record):
    Original.objects.create(record=record, data=b"\x00\xff<script>")
    answer = bearer(clerk).get(f"/api/records/{record.pk}/original")
    assert answer.content == b"\x00\xff<script>"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_finds_are_narrowed_by_record_place_kind_and_state(get, known, fact, record, ward):
    fact(record, "shortcoming", "Kết quả", SHORTCOMING, verdict=None)
    fact(record, "shortcoming", "Kết quả năm 2019", SHORTCOMING, place=ward)
    assert get("finds/")["count"] == 5
    assert get("finds/", kind="shortcoming")["count"] == 3
    assert get("finds/", state="undecided")["count"] == 1
    assert get("finds/", place="07069")["count"] == 1
    assert get("finds/", place="205")["count"] == 4
    assert get("finds/", record=record.pk + 1)["count"] == 0


def test_a_find_says_what_read_it_and_who_decided_it(get, known):
    told = get(f"finds/{known[0].pk}")
    assert (told["rule"], told["state"], told["number"], told["decided_by"]) == ("rule@1", "confirmed", 1, "Người thử clerk")


def test_lists_come_in_pages(get, fact, record):
    for _ in range(5):
        fact(record, "shortcoming", "Kết quả", SHORTCOMING)
    first, second = get("finds/", limit=3), get("finds/", limit=3, offset=3)
    assert (len(first["items"]), len(second["items"]), first["count"]) == (3, 2, 5)


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 1000}, {"offset": -1}, {"kind": "x"}, {"state": "x"}, {"record": "x"}])
def test_a_question_that_makes_no_sense_is_answered_with_what_is_wrong_with_it(get, query):
    told = get("finds/", status=422, **query)
    assert told["code"] == "api-not-understood"
    assert next(iter(query)) in told["vi"]


def test_what_is_wrong_is_told_in_each_language_in_its_own_words(get):
    told = get("finds/", status=422, limit="ba", kind="x", record="")
    assert "query.limit: phải là số nguyên" in told["vi"] and "query.limit: is to be a whole number" in told["en"]
    assert "query.kind: phải là một trong 'meeting'" in told["vi"]
    assert "should" not in told["vi"] + told["en"]
    assert "query.limit: không được quá 200" in get("finds/", status=422, limit=1000)["vi"]


TEXTS = ("\0", "\ud800", "'", "%", "x" * 9999, "🙂", "٣")


@pytest.mark.parametrize(
    ("address", "query", "known"),
    [
        ("tasks/", {"late": "1", "place": "205"}, "place, lead, state, kind, on, criterion_set, criterion_number, limit, offset"),
        ("places/", {"name": "Mạo Khê"}, "on, within, q, limit, offset"),
        ("search/", {"q": "a", "\0": "x"}, "q, kind, page"),
    ],
)
def test_a_filter_that_an_address_does_not_know_is_refused_with_those_that_it_knows(get, record, address, query, known):
    told = get(address, status=400, **query)
    unknown = next(name for name in query if name not in known)
    assert told["code"] == "api-unknown-filter"
    assert unknown in told["vi"] and known in told["vi"] and known in told["en"]


def test_an_address_that_takes_no_filter_says_so(get, record):
    assert get(f"records/{record.pk}", status=400, on="2020-01-01")["code"] == "api-unknown-filter"


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("records/", ("place", "meeting", "waiting")),
        ("finds/", ("record", "place", "kind", "state")),
        ("meetings/", ("place", "since", "until")),
        ("places/", ("on", "within", "q")),
        ("search/", ("q", "kind", "page")),
    ],
)
def test_no_text_in_a_question_breaks_an_answer(bearer, clerk, record, address, names):
    needed = {"q": "a"} if "q" in names else {}
    for text in TEXTS:
        for name in names:
            answer = bearer(clerk).get(f"/api/{address}", {**needed, name: text.encode("utf-8", "surrogatepass")})
            assert answer.status_code in {200, 404, 422}, (name, text)
    assert bearer(clerk).get("/api/places/%00").status_code == 404


def test_places_are_those_of_the_day(get, town, ward):
    assert get("places/205", on="2020-03-12")["below"][0]["code"] == "07069"
    assert get("places/205", on="2001-01-01", status=404)["code"] == "api-place-not-then"
    assert get("places/99999", status=404)["code"] == "place-code-unknown"
    assert [each["code"] for each in get("places/", within="205")["items"]] == ["205", "07069"]
    assert [each["code"] for each in get("places/", q="mao khe")["items"]] == []


def test_meetings_are_counted(get, known, meeting):
    (told,) = get("meetings/", place="22")["items"]
    assert (told["figures"], told["shortcomings"], told["directives"]) == (1, 1, 1)
    assert get(f"meetings/{meeting.pk}")["chair"] == {"name": "Lê Văn An", "offices": []}
    assert get("meetings/", since="2021-01-01")["count"] == 0


def test_search_marks_what_it_hit(get, town, clerk):
    index(town, title="Thị xã Đông Triều", url="/places/205/")
    (hit,) = get("search/", q="dong trieu")["items"]
    assert [piece["text"] for piece in hit["title"] if piece["hit"]] == ["Đông Triều"]


def test_a_figure_that_is_found_tells_what_it_says_and_nothing_else_does(get, record, clerk):
    start = record.text.index("Tổng giá trị sản xuất đạt")
    actions.add(record=record, change=actions.Change("observation", start, start + 21, FIGURE), by=clerk)
    index(record.place, title="Tổng giá trị sản xuất", url="/")
    told = {hit["kind"]: hit["figure"] for hit in get("search/", q="tổng giá trị sản xuất")["items"]}
    assert told == {"records.find": FIGURE, "places.place": None}


def test_who_has_no_grant_there_is_told_of_nothing(get, person, other_town, known, record, meeting):
    stranger = person("head", other_town)
    for address in ("records/", "finds/", "meetings/"):
        assert get(address, stranger)["count"] == 0
    for address in (f"records/{record.pk}", f"records/{record.pk}/original", f"finds/{known[0].pk}", f"meetings/{meeting.pk}"):
        assert get(address, stranger, status=404)["code"] == "api-not-found"


@pytest.mark.parametrize("address", ["records/", "finds/", "meetings/", "briefs/", "tasks/", "ledger/figures", "place-changes/"])
def test_a_list_narrowed_to_a_code_that_no_place_had_says_so_instead_of_being_empty(get, address):
    told = get(address, place="99999", status=404)
    assert told["code"] == "place-code-unknown" and "99999" in told["vi"]


def test_an_address_that_the_api_does_not_know_is_refused_as_json(bearer, clerk):
    for ask in (Client(), bearer(clerk)):
        answer = ask.get("/api/recrods/")
        assert (answer.status_code, answer.json()["code"]) == (404, "api-not-found")
    assert "text/html" in Client().get("/nowhere/")["Content-Type"]


def test_a_method_that_an_address_does_not_take_is_refused_as_json_with_those_it_takes(bearer, clerk, record):
    answer = bearer(clerk).delete(f"/api/records/{record.pk}")
    assert (answer.status_code, answer.json()["code"], answer["Allow"]) == (405, "api-no-such-method", "GET")
    assert "DELETE" in answer.json()["vi"] and "GET" in answer.json()["en"]
    assert "text/html" in bearer(clerk).delete(f"/api/records/{record.pk}", headers={"Accept": "text/html"})["Content-Type"]


@pytest.mark.parametrize(
    ("address", "query"),
    [("records/", {"offset": 10**30}), ("records/", {"meeting": 10**19}), ("tasks/", {"lead": -(10**20)}), ("finds/", {"record": 10**40})],
)
def test_a_number_that_no_database_holds_is_not_understood(get, address, query):
    assert get(address, status=422, **query)["code"] == "api-not-understood"


def test_a_form_without_its_boundary_is_told_as_json(bearer, clerk):
    answer = bearer(clerk).post("/api/records/", b"x", content_type="multipart/form-data")
    assert (answer.status_code, answer.json()["code"]) == (400, "api-not-understood")
    assert "body: không phải biểu mẫu đầy đủ" in answer.json()["vi"]
