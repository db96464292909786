"""Whatever is given, a brief can be composed, kept and composed again, and the leader's page stays a page."""

import json

from hypothesis import HealthCheck, given, settings

from giaoban.brief.composing import brief
from giaoban.brief.stored import restored, stored
from giaoban.directives.counting import kind
from giaoban.render.brief_annexes import paper
from giaoban.render.brief_first import WORDS
from giaoban.render.brief_paper import count_words
from tests.core.brief.any_given import GIVENS

ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@ANY
@given(GIVENS)
def test_a_brief_comes_back_from_json_as_it_was_and_composes_the_same(anything):
    composed = brief(anything)
    again = restored(json.loads(json.dumps(stored(composed), ensure_ascii=False)))
    assert again == composed
    assert brief(again.given) == composed


@ANY
@given(GIVENS)
def test_every_task_that_counts_has_a_line_or_stands_with_one_that_asks_it_again(anything):
    composed = brief(anything)
    lined = [line.task.key for line in composed.tasks]
    asked = {each.key for line in composed.tasks for each in line.asked}
    assert len(lined) == len(set(lined))
    assert not asked & set(lined)
    assert {task.key for task in anything.tasks if kind(task.standing, anything.on)} <= asked | set(lined)


@ANY
@given(GIVENS)
def test_the_leaders_page_never_exceeds_its_words_and_every_note_is_cited_in_order(anything):
    made = paper(brief(anything))
    assert count_words(made.first, made.title, *made.subtitle) <= WORDS
    cells = (cell for section in made.annexes if section.table for row in section.table.rows for cell in row)
    words = [*(item for section in made.first for item in (*section.lead, *section.items)), *cells]
    assert list(dict.fromkeys(ref.number for each in words for ref in each.refs)) == list(range(1, len(made.notes) + 1))
