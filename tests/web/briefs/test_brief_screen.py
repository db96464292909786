"""The brief on the screen of the room: one question at a time, each with the way to its sentence and to its answer."""

import pytest

from tests.web.briefs.following import LATE, composed


@pytest.fixture
def client(followed, sign_in):
    return sign_in(followed.clerk)


def shown(client, brief):
    answer = client.get(f"{brief.get_absolute_url()}screen/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_question_fills_the_screen_by_itself_with_the_way_to_its_sentence_and_answer(followed, client):
    brief = composed(followed, LATE)
    page, questions = shown(client, brief), brief.told().questions
    assert page.count('class="slide one"') == len(questions)
    for number, each in enumerate(questions, 1):
        assert f'{brief.get_absolute_url()}#asked-{number}"' in page
        assert each.sources[0].address in page


def test_the_page_of_a_brief_leads_to_its_screen_and_back(followed, client):
    brief = composed(followed, LATE)
    assert f'href="{brief.get_absolute_url()}screen/"' in client.get(brief.get_absolute_url()).content.decode()
    assert f'href="{brief.get_absolute_url()}"' in shown(client, brief)


def test_a_brief_that_was_altered_says_so_on_the_screen(followed, client):
    brief = composed(followed, LATE)
    type(brief).objects.filter(pk=brief.pk).update(sha256="0" * 64)
    assert "không còn khớp" in shown(client, brief)
