"""Where the clauses of lists begin and end, in the record of the demo and word by word."""

from functools import cache
from importlib.resources import files

import pytest

from giaoban import documents, reading
from giaoban.model import Directive, Finding
from giaoban.reading.rules.clause_trims import dashes, joins

RECORD = files("giaoban_web.demo").joinpath("records", "dong-trieu-2020-03-12.txt")


@cache
def quotes() -> list[str]:
    document = documents.read(RECORD.read_bytes(), RECORD.name)
    said = reading.read(document)
    return [each.span.of(document.text) for each in (*said.findings, *said.directives) if isinstance(each.what, Finding | Directive)]


def test_no_find_of_a_list_begins_with_its_dash():
    assert [each for each in quotes() if each.startswith(("-", "–"))] == []


def test_no_find_ends_with_a_word_or_mark_that_only_joins_what_follows():
    assert [each for each in quotes() if each.endswith((" và", "đồng thời", ","))] == []


@pytest.mark.parametrize("words", ["Gắn đô thị hóa với xây dựng nông thôn mới", "Đưa công nghệ thông tin vào trường học"])
def test_a_directive_keeps_the_verb_whose_object_stands_before_the_word_it_needs(words):
    assert [each for each in quotes() if each.startswith(words)]


@pytest.mark.parametrize("said, first, size", [("- thu gom rác", 1, 0), ("thu gom rác", 0, 0), ("rừng phòng hộ và", 0, 1), ("đi và", 0, 0),
                                               ("giữ rừng đồng thời", 0, 2), ("-", 0, 0)])  # fmt: skip
def test_dashes_fall_away_before_and_joining_words_after_but_never_all_of_it(said, first, size):
    assert (dashes(said.split()), joins(said.split())) == (first, size)
