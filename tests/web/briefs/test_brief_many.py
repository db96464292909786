"""Briefs of many places for one meeting: composed at once, listed together, printed as one paper."""

import io
from datetime import date

import pypdfium2
import pytest

from giaoban.model import Topic
from giaoban_web.briefs.models import Brief
from giaoban_web.directives import actions
from giaoban_web.directives.moving import move
from giaoban_web.directives.terms import Terms
from tests.web.conftest import make_place

PAGE = "/briefs/many/"
MEETING = {"meeting": "Giao ban tháng 8", "meeting_on": "3/8/2020", "on": "15/7/2020"}


@pytest.fixture
def client(followed, sign_in):
    return sign_in(followed.clerk)


@pytest.fixture
def communes(followed):
    """Three of the town; of the last nothing is known."""
    made = [make_place(f"0701{at}", "xã", name, followed.town) for at, name in enumerate(("An Sinh", "Bình Dương", "Việt Dân"))]
    for place in made[:2]:
        terms = Terms(topic=Topic.LAND, given_on=date(2020, 5, 1), deadline_on=date(2020, 6, 30), lead=followed.economy)
        task = actions.draft(place=place, wording=f"Rà soát đất công của xã {place.name}.", terms=terms, by=followed.clerk)
        move(directive=task, name="issue", seen=0, by=followed.head, on=date(2020, 5, 1))
    return made


def test_a_brief_of_each_place_is_composed_and_what_is_left_is_named(client, communes):
    page = client.get(PAGE).content.decode()
    assert all(f'id="place_{each.pk}" value="{each.pk}" checked' in page for each in communes)
    answer = client.post(PAGE, MEETING | {"place": [each.pk for each in communes]}, follow=True)
    text = answer.content.decode()
    assert {each.place for each in Brief.objects.all()} == set(communes[:2])
    assert "Đã lập 2 báo cáo." in text and "Chưa có gì để báo cáo về: xã Việt Dân." in text
    assert {each.place for each in answer.context["listing"].page} == set(communes[:2])


def test_sent_twice_it_makes_no_brief_twice_and_only_those_ticked(client, communes):
    sent = MEETING | {"place": [communes[0].pk]}
    for _ in range(2):
        text = client.post(PAGE, sent, follow=True).content.decode()
    assert Brief.objects.count() == 1
    assert "1 báo cáo đã có từ trước." in text


@pytest.mark.parametrize(
    ("changes", "status"), [({"place": []}, 422), ({"on": "1/1/2999"}, 422), ({"on": ""}, 422), ({"place": ["x"]}, 422)]
)
def test_what_is_wrong_keeps_what_was_typed(client, communes, changes, status):
    answer = client.post(PAGE, MEETING | {"place": [communes[0].pk]} | changes)
    assert answer.status_code == status
    assert 'value="Giao ban tháng 8"' in answer.content.decode() and not Brief.objects.exists()


def test_where_nothing_is_known_of_any_that_is_said_and_the_form_stays(client, communes):
    answer = client.post(PAGE, MEETING | {"place": [communes[2].pk]})
    assert answer.status_code == 409 and "Chưa có gì để báo cáo về: xã Việt Dân." in answer.content.decode()


def test_a_list_is_printed_as_one_paper_each_brief_on_its_own_sheet(client, communes):
    made = client.post(PAGE, MEETING | {"place": [each.pk for each in communes[:2]]}, follow=True)
    whole = client.get(f"/briefs/{made.context['whole']}")
    assert whole["Content-Type"] == "application/pdf"
    paper = pypdfium2.PdfDocument(io.BytesIO(whole.content))
    text = [page.get_textpage().get_text_bounded() for page in paper]
    assert len(paper) % 2 == 0
    assert "Giao ban tháng 8" in text[0]
    firsts = pypdfium2.PdfDocument(io.BytesIO(client.get("/briefs/", {"export": "pdf-first"}).content))
    assert len(firsts) == 2
    assert "An Sinh" in "".join(text) and "Bình Dương" in "".join(text)


def test_another_place_is_chosen_by_name_or_code_and_only_where_one_composes(client, communes, followed):
    rows = client.get(PAGE, {"above": followed.town.code}).context["rows"]
    assert [(place, ticked) for place, _last, ticked in rows] == [(followed.town, False), *((each, True) for each in communes)]
    assert client.get(PAGE, {"above": "Nơi nào"}).context["above"] is None


def test_the_place_above_is_called_by_words_that_find_it_again(client, followed):
    shown = client.get(PAGE)
    assert shown.context["sought"] == f"{shown.context['above'].title}"
    assert client.get(PAGE, {"above": shown.context["sought"]}).context["above"] == shown.context["above"]
