"""What is looked for only where a sign of its words stands in the sentence is found wherever it stands."""

import pytest

from giaoban.documents import from_text
from giaoban.model import Block, BlockKind, Span
from giaoban.reading import read
from giaoban.reading.items import GLUED, telling
from giaoban.reading.rules.figures import observations
from giaoban.reading.sentences import Sentence
from giaoban.reading.syllables import Syllables, cut
from tests.core.reading.fuzzed import fuzzed
from tests.tables import table

TABLES = ("observations", "roles", "comparisons", "contexts", "figures", "quantities", "named", "listed_figures")


def texts() -> list[str]:
    said = [next(iter(case.values())) for name in TABLES for case in table(f"{name}.tsv")]
    return ["\n\n".join(said[at : at + 40]) for at in range(0, len(said), 40)] + [fuzzed(seed) for seed in range(40)]


def test_nothing_else_is_read_without_signs(monkeypatch: pytest.MonkeyPatch):
    with_signs = [read(from_text(text), fast=True) for text in texts()]
    monkeypatch.setattr(observations, "telling", lambda line: -1)
    without = [read(from_text(text), fast=True) for text in texts()]
    assert [each.observations for each in with_signs] == [each.observations for each in without]
    assert sum(len(each.observations) for each in without) > 1000


def line_of(text: str) -> Syllables:
    return cut(text, Span(0, len(text)), Sentence(1, Block(BlockKind.PARAGRAPH, Span(0, len(text)), 1)))


@pytest.mark.parametrize(("text", "glued"), [("HQ36a thu 12 tỷ", True), ("thu 36ha, 12%", False), ("tăng15 tỷ", True), ("đạt 5 m²", True)])
def test_a_sentence_whose_items_have_words_that_are_no_syllables_has_all_signs(text: str, glued: bool):
    line = line_of(text)
    assert bool(line.signs & GLUED) is glued
    assert telling(line) == (-1 if glued else line.signs)
