"""A late rule runs when what it makes is first asked for, and only then; it could not run otherwise and find the same."""

from dataclasses import dataclass

import pytest

from giaoban.documents import from_text
from giaoban.model import Found, Span
from giaoban.reading.engine import Pipeline, rule
from giaoban.reading.pipeline import FAST, MEETING, PIPELINE
from giaoban.reading.signals import Signals

NOTHING_HELD = "Giá lúa tăng 5%.\nBà con nông dân phấn khởi."
HELD = (
    "Sáng 12/3/2020, Ban Thường vụ Tỉnh ủy đã họp trực tuyến với Ban Thường vụ Thị ủy Đông Triều. "
    "Đồng chí Nguyễn Xuân Ký, Bí thư Tỉnh ủy, chủ trì buổi làm việc. Đồng chí yêu cầu các xã rà soát quy hoạch."
)


@dataclass
class Word:
    said: str


@dataclass
class Pair:
    said: str


def _rules(ran: list[str]):
    @rule(makes=Word)
    def words(page):
        ran.append("words")
        yield Found(Word(page.text), Span(0, 1))

    @rule(makes=Pair, needs=(Word,), late=True)
    def pairs(page):
        ran.append("pairs")
        yield from (Found(Pair(found.what.said), found.span) for found in page.all(Word))

    return words, pairs


def test_a_late_rule_runs_once_when_what_it_makes_is_asked_for():
    ran: list[str] = []
    words, pairs = _rules(ran)
    page = Pipeline(((words,), (pairs,))).run(from_text("Một"))
    assert ran == ["words"]
    assert page.within(Pair, Span(0, 9)) == page.all(Pair)
    assert [found.rule for found in page.all(Pair)] == ["pairs@1"]
    assert ran == ["words", "pairs"]


def test_a_late_rule_must_be_alone_in_what_it_makes_and_find_all_that_it_needs():
    words, pairs = _rules([])

    @rule(makes=Pair)
    def more_pairs(page):
        yield from ()

    @rule(makes=Word, needs=(Word,))
    def more_words(page):
        yield from ()

    with pytest.raises(ValueError, match="pairs@1 is late, and not alone in making Pair"):
        Pipeline(((words,), (pairs,), (more_pairs,)))
    with pytest.raises(ValueError, match=r"pairs@1 is late, and \['Word'\] are added to after it"):
        Pipeline(((words,), (pairs,), (more_words,)))


def test_no_signals_are_looked_for_in_a_text_that_tells_of_no_meeting():
    for text, asked in ((NOTHING_HELD, False), (HELD, True)):
        assert (Signals in FAST.run(from_text(text))._made) == asked, text


def test_what_late_rules_make_is_the_same_whoever_asks_first():
    late = [each for phase in PIPELINE.phases for each in phase if each.late]
    assert {each.name for each in late} == {"bodies", "signals", "persons", "speeches", "chairings"}
    for text in (NOTHING_HELD, HELD):
        first, last = (Pipeline(MEETING).run(from_text(text)) for _ in range(2))
        told = {each.name: first.all(each.makes) for each in late}
        assert told == {each.name: last.all(each.makes) for each in reversed(late)}
