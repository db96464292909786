"""The index finds what a plain look at every text would find: no more, no less."""

from random import Random

import pytest

from giaoban.reference.folding import fold, words
from giaoban_web.search.queries import find

pytestmark = pytest.mark.django_db
SYLLABLES = ["đông", "đồng", "đống", "triều", "trieu", "trị", "thu", "thù", "thu2", "ngân", "19", "200", "sách", "a", "ă", "â"]


def plainly(texts, query):
    *whole, last = [fold(word) for word in words(query)]
    begun = words(query)[-1]
    found = set()
    for name, text in texts.items():
        there = [fold(word) for word in words(text)]
        longer = words(text) if begun != last else there
        if all(word in there for word in whole) and (last in there or any(word.startswith(begun) for word in longer)):
            found.add(name)
    return found


def test_random_texts_are_found_by_exactly_the_queries_they_answer(put, clerk):
    random = Random(20200312)
    texts = {}
    for _ in range(40):
        text = " ".join(random.choices(SYLLABLES, k=random.randint(1, 6)))
        subject = put("Tên", text)
        texts[subject.pk] = f"Tên {text}"
    for _ in range(60):
        query = " ".join(random.choices(SYLLABLES, k=random.randint(1, 3)))[: random.randint(1, 12)]
        if words(query):
            assert {hit.subject_id for hit in find(clerk, query, size=100)} == plainly(texts, query), query
