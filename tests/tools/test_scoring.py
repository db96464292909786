"""How texts are parted for scores: by source, always alike."""

import json
from collections import Counter

import pytest

from tools.scoring.annotated import UNNAMED, Annotated, annotated, folds, sources
from tools.scoring.scorer import Score, lost, spread


@pytest.fixture
def texts(tmp_path):
    """Nine of one paper, four of another, three of an office, one of nobody known."""
    made = [("báo A", 9), ("báo B", 4), ("sở C", 3), (UNNAMED, 1)]
    return [Annotated(f"{source}{number}", tmp_path, tmp_path, source) for source, count in made for number in range(count)]


def test_texts_of_one_source_stand_in_one_fold(texts):
    parts = folds(texts, 3)
    assert sorted(each.name for part in parts for each in part) == sorted(each.name for each in texts)
    assert set(Counter(source for part in parts for source in {each.source for each in part}).values()) == {1}


def test_folds_are_the_same_whatever_the_order_of_the_texts(texts):
    assert [{each.name for each in part} for part in folds(texts[::-1], 3)] == [{each.name for each in part} for part in folds(texts, 3)]


def test_folds_are_about_as_large_as_the_sources_allow(texts):
    assert sorted(map(len, folds(texts, 3))) == [4, 4, 9]


def test_more_folds_than_sources_are_as_many_as_there_are_sources(texts):
    assert len(folds(texts, 10)) == 4


def test_only_texts_with_a_record_are_scored_and_each_name_once(tmp_path):
    for folder in ("text", "gold", "more"):
        (tmp_path / folder).mkdir()
    for name in ("a", "b"):
        (tmp_path / "text" / f"{name}.txt").write_text(name, "utf-8")
    (tmp_path / "gold" / "a.json").write_text(json.dumps({"findings": []}), "utf-8")
    (tmp_path / "more" / "a.txt").write_text("again", "utf-8")
    (tmp_path / "sources.csv").write_text("id,date,publisher or site\na,2020,sở C\n", "utf-8")
    found = annotated([(tmp_path / "text", tmp_path / "gold"), (tmp_path / "more", tmp_path / "gold")], sources(tmp_path / "sources.csv"))
    assert [(each.name, each.source, each.path.parent.name, each.gold()) for each in found] == [("a", "sở C", "text", {"findings": []})]


def test_without_a_table_no_source_is_known(tmp_path):
    assert sources(tmp_path / "nowhere.csv") == {}


def test_the_spread_over_folds_is_told_by_mean_deviation_and_extremes():
    assert tuple(round(each, 3) for each in spread([0.5, 0.7, 0.6])) == (0.6, 0.1, 0.5, 0.7)
    assert spread([0.5]).deviation == 0


def test_a_document_loses_what_is_missed_and_what_is_false():
    assert lost({"finding": Score("finding", 0.5, 0.25, 1 / 3, gold=8, read=4), "meeting": Score("meeting", 0, 0, 0, 1, 0)}) == 8
