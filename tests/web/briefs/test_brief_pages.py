"""The pages of briefs: list, form, the brief itself with its annexes folded, and notes at the meeting."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from giaoban_web.accounts.models import Role
from giaoban_web.briefs import brief_pages
from giaoban_web.briefs.models import Asked, Brief
from giaoban_web.ledger.entering import withdraw
from giaoban_web.ledger.models import Entry
from tests.web.briefs.following import LATE, MIDDLE, composed, figure
from tests.web.conftest import make_place


@pytest.fixture
def client(followed, sign_in):
    return sign_in(followed.clerk)


def text(answer, status=200):
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def test_the_form_composes_for_the_place_that_is_named(followed, client):
    page = text(client.get("/briefs/compose/"))
    assert f"{followed.town} · {followed.town.code}" in page
    sent = {"place": "Đông Triều", "meeting": "Giao ban quý", "meeting_on": "20/7/2020", "on": "15/7/2020"}
    answer = client.post("/briefs/compose/", sent)
    made = Brief.objects.get()
    assert answer.headers["Location"] == made.get_absolute_url()
    assert (made.place, made.body, made.meeting_on, made.on) == (followed.town, None, date(2020, 7, 20), MIDDLE)


def test_a_body_needs_no_place_and_several_places_of_a_name_are_told_apart(followed, client):
    sent = {"place": "", "body": "Phòng Kinh tế", "meeting": "", "meeting_on": "", "on": "15/7/2020"}
    assert client.post("/briefs/compose/", sent).status_code == 302
    assert Brief.objects.get().body == followed.economy
    for code in ("07001", "07002"):
        make_place(code, "phường", "Mạo Khê", followed.town)
    page = text(client.post("/briefs/compose/", sent | {"place": "Mạo Khê", "body": ""}), 422)
    assert "07001" in page and "07002" in page


@pytest.mark.parametrize(("sent", "field"), [({"place": "Nơi nào"}, "place"), ({"place": ""}, "place"), ({"on": "1/1/2999"}, "on")])
def test_what_is_named_wrongly_is_said_beside_its_field(client, followed, sent, field):
    answer = client.post("/briefs/compose/", {"place": "205", "meeting": "", "meeting_on": "", "on": "15/7/2020"} | sent)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not Brief.objects.exists()


def test_the_page_shows_the_first_page_and_folds_the_annexes(followed, client):
    page = text(client.get(composed(followed, LATE).get_absolute_url()))
    first, annexes = page.partition('<div class="brief-page">')[2].split('<div class="brief-annexes">')
    assert "Nội dung nên hỏi" in first and "<details" not in first
    assert annexes.count("<details>\n<summary>") >= 3
    assert f'href="{followed.reviewing.get_absolute_url()}"' in first


@pytest.mark.parametrize("paper", ["pdf", "docx", "json"])
def test_a_brief_is_taken_along(followed, client, paper):
    made = composed(followed, LATE)
    answer = client.get(f"{made.get_absolute_url()}{paper}/")
    starts = {"pdf": b"%PDF", "docx": b"PK", "json": b'{"brief"'}
    assert answer.content.startswith(starts[paper])
    assert made.on.isoformat() in answer.headers["Content-Disposition"]
    assert client.get(f"{made.get_absolute_url()}exe/").status_code == 404


def test_a_note_is_kept_and_a_late_one_is_shown_beside_it(followed, client):
    made = composed(followed, LATE)
    address = f"{made.get_absolute_url()}questions/1/"
    assert client.post(address, {"state": "answered", "note": "Đã xong", "seen": 0}).headers["Location"].endswith("#asked-1")
    assert made.questions.get().state == Asked.ANSWERED
    page = text(client.post(address, {"state": "answered", "note": "Chưa xong", "seen": 0}), 409)
    assert 'href="#asked-1">Đến câu hỏi 1</a>' in page
    assert "Đã xong" in page and "Chưa xong" in page
    assert made.questions.get().note == "Đã xong"


def test_the_list_is_filtered_sorted_and_taken_away(followed, client):
    early, late = composed(followed, MIDDLE), composed(followed, LATE)
    rows = client.get("/briefs/").context["listing"].page.object_list
    assert list(rows) == [late, early]
    assert list(client.get("/briefs/?until=1/8/2020").context["listing"].page) == [early]
    assert list(client.get("/briefs/?sort=on&place=205").context["listing"].page) == [early, late]
    assert list(client.get("/briefs/?place=206").context["listing"].page) == []
    book = load_workbook(io.BytesIO(client.get("/briefs/?export=xlsx").content))
    assert [row[2].value for row in book.active.rows][1:] == ["Giao ban", "Giao ban"]


def test_the_desk_of_a_leader_shows_the_latest_briefs(followed, sign_in):
    made = composed(followed, LATE)
    assert made.get_absolute_url() in text(sign_in(followed.people["leader"]).get("/"))
    assert made.get_absolute_url() not in text(sign_in(followed.people["unit"]).get("/"))
    assert "/briefs/?place=205" in text(sign_in(followed.people["leader"]).get("/places/205/"))


def test_the_next_brief_is_begun_from_the_one_that_is_read(followed, client):
    made = composed(followed, MIDDLE)
    form = client.get(f"/briefs/compose/?last={made.pk}")
    assert form.context["last"] == made
    client.post(f"/briefs/compose/?last={made.pk}", {"place": "205", "meeting": "", "meeting_on": "", "on": "12/10/2020"})
    assert Brief.objects.exclude(pk=made.pk).get().last == made


def test_only_the_first_questions_are_noted_and_the_others_counted(followed, client, monkeypatch):
    monkeypatch.setattr(brief_pages, "ASKED_AT_MOST", 1)
    made = composed(followed, LATE)
    answer = client.get(made.get_absolute_url())
    assert ([each.number for each in answer.context["asked"]], answer.context["further"]) == ([1], made.questions_count - 1)
    assert "ở phụ lục A" in text(answer)


def test_the_page_of_a_body_leads_to_a_brief_on_it(followed, client):
    address = f"/briefs/compose/?body={followed.economy.pk}"
    assert address in text(client.get(followed.economy.get_absolute_url()))
    assert client.get(address).context["form"].initial | {"on": None} == {"on": None, "place": "", "body": followed.economy}


def test_a_brief_that_could_tell_nothing_is_not_frozen_and_the_form_keeps_what_was_typed(sign_in, person, other_town):
    answer = sign_in(person(Role.LEADER, other_town)).post(
        "/briefs/compose/", {"place": other_town.code, "on": "1/6/2020", "meeting": "Họp quý II"}
    )
    text = answer.content.decode()
    assert answer.status_code == 409 and "chưa có số liệu" in text and "Họp quý II" in text
    assert not Brief.objects.exists()


@pytest.mark.parametrize(
    ("language", "words", "gone"),
    [
        ("vi", "Đã sửa trong sổ số liệu sau khi lập báo cáo này", "không còn trong sổ"),
        ("en", "Put right in the ledger since this brief was composed", "stands in the ledger no more"),
    ],
)
def test_a_figure_put_right_since_is_told_beside_the_brief_which_stays_as_it_was(followed, sign_in, language, words, gone):
    type(followed.head).objects.filter(pk=followed.head.pk).update(language=language)
    made, reader = composed(followed, LATE), sign_in(followed.head)
    assert words not in text(reader.get(made.get_absolute_url()))
    wrong = Entry.objects.get(period__text="2020-M06")
    withdraw([(wrong.place_id, wrong.line_id, wrong.period_id, wrong.number)], by=followed.clerk, reason="Nhập nhầm")
    page = text(reader.get(made.get_absolute_url()))
    assert words in page and gone in page
    assert words in text(reader.get(f"{made.get_absolute_url()}screen/"))
    figure(followed.town, followed.clerk, "2020-M06", 9_780, date(2020, 10, 1))
    page = text(reader.get(made.get_absolute_url()))
    both = ("9.870", "9.780") if language == "vi" else ("9,870", "9,780")
    assert words in page and gone not in page and all(each in page for each in both)
    assert (made.sha256, made.intact) == (Brief.objects.get().sha256, True)


def test_a_figure_that_was_reported_after_the_day_of_the_brief_puts_nothing_right(followed, client):
    made = composed(followed, LATE)
    figure(followed.town, followed.clerk, "2020", 20_100, date(2021, 1, 10))
    assert "Đã sửa trong sổ" not in text(client.get(made.get_absolute_url()))
