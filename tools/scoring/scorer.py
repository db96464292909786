"""The scorer that comes with the annotated texts, and scores by text, fold and source worked out with it."""

import importlib.util
from collections.abc import Iterable
from pathlib import Path
from statistics import mean, stdev
from types import ModuleType
from typing import Any, NamedTuple

Record = dict[str, Any]
SHOWN = ("observation", "observation full", "comparison", "finding", "directive")
"""Kinds whose scores are shown by source."""
WHOLE = "observations, with period and place"


class Score(NamedTuple):
    """Of one kind of find: between 0 and 1, and how many are annotated and read."""

    kind: str
    precision: float
    recall: float
    f1: float
    gold: int
    read: int


def scorer(path: Path) -> ModuleType:
    """The scorer as a module, from its file."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(score: ModuleType, pairs: Iterable[tuple[Record, Record]]) -> dict[str, Score]:
    """By kind, over pairs of annotated and read records."""
    tally = score.Tally()
    for gold, read in pairs:
        score.score_document(gold, read, tally)
    return {row[0]: Score(*row) for row in tally.rows()}


def lost(found: dict[str, Score]) -> int:
    """How many finds are missed or false among full observations, findings and directives."""
    kinds = [found[kind] for kind in ("observation full", "finding", "directive") if kind in found]
    return sum(round(each.gold + each.read - 2 * each.recall * each.gold) for each in kinds)


class Spread(NamedTuple):
    """F1 over folds."""

    mean: float
    deviation: float
    least: float
    most: float


def spread(values: list[float]) -> Spread:
    return Spread(mean(values), stdev(values) if len(values) > 1 else 0.0, min(values), max(values))


def right(score: ModuleType, gold: Record, read: Record) -> dict[str, list[tuple[float, bool]]]:
    """Confidence and rightness of what was read, by kind: a figure with its name, measure, bound and role, also with its period and place;
    a clause of the same kind; a meeting with all its fields."""
    kinds = (
        ("observations", score.observation_closeness, score.full),
        (WHOLE, score.observation_closeness, lambda gold, read: score.full(gold, read) and _set(score, gold, read)),
        ("findings", score.finding_closeness, lambda gold, read: True),
        ("directives", score.directive_closeness, lambda gold, read: True),
    )
    found: dict[str, list[tuple[float, bool]]] = {}
    for kind, closeness, agrees in kinds:
        of = kind.split(",")[0]
        good = {id(r) for g, r in score.pair(gold[of], read[of], closeness) if agrees(g, r)}
        found[kind] = [(each["confidence"], id(each) in good) for each in read[of]]
    if read["meeting"]:
        found["meeting"] = [
            (read["meeting"]["confidence"], bool(gold["meeting"]) and _same_meeting(score, gold["meeting"], read["meeting"]))
        ]
    return found


def _set(score: ModuleType, gold: Record, read: Record) -> bool:
    return bool(gold["period"] == read["period"] and score.words_agree(gold["place"], read["place"]))


def _same_meeting(score: ModuleType, gold: Record, read: Record) -> bool:
    names = ((each["chair"] or {}).get("name") for each in (gold, read))
    same = all(gold[field] == read[field] for field in ("date", "mode"))
    return same and all(score.words_agree(gold[field], read[field]) for field in ("convener", "reviewed")) and score.words_agree(*names)
