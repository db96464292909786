"""Scores as tables for a terminal."""

from collections import defaultdict
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from giaoban.reading.learning.reliability import reliability
from scoring.annotated import Annotated
from scoring.scorer import SHOWN, Record, Score, scores, spread

Scores = dict[str, Score]
Shown = dict[str, list[tuple[float, bool]]]


def negatives(read: list[dict[str, Any]]) -> None:
    """False finds in texts that hold no meeting, as the scorer counts them: figures may stand there."""
    if read:
        finds = sum(bool(each["meeting"]) + len(each["findings"]) + len(each["directives"]) for each in read)
        print(f"{len(read)} texts without a meeting: {finds / len(read):.2f} false finds each")


def table(whole: Scores, by_fold: list[Scores]) -> None:
    print(f"\n{'':24}{'precision':>10}{'recall':>8}{'F1':>7}{'gold':>7}{'read':>7}    over folds: mean ± deviation (least to most)")
    for kind, score in whole.items():
        values = [fold[kind].f1 for fold in by_fold if kind in fold and fold[kind].gold]
        over = spread(values or [0.0])
        row = f"{kind:24}{score.precision:10.3f}{score.recall:8.3f}{score.f1:7.3f}{score.gold:7}{score.read:7}"
        print(f"{row}    {over.mean:.3f} ± {over.deviation:.3f} ({over.least:.3f} to {over.most:.3f})")


def by_source(score: ModuleType, texts: list[Annotated], pairs: list[tuple[Record, Record]]) -> None:
    parted: defaultdict[str, list[tuple[Record, Record]]] = defaultdict(list)
    for text, pair in zip(texts, pairs, strict=True):
        parted[text.source].append(pair)
    print(f"\n{'F1 by source':52}{'texts':>6}" + "".join(f"{kind.replace('observation', 'obs.'):>12}" for kind in SHOWN))
    for source in sorted(parted, key=lambda source: (-len(parted[source]), source)):
        found = scores(score, parted[source])
        print(f"{source[:50]:52}{len(parted[source]):6}" + "".join(f"{_f1(found, kind):>12}" for kind in SHOWN))


def _f1(found: Scores, kind: str) -> str:
    return f"{found[kind].f1:.2f} ({found[kind].gold})" if kind in found and found[kind].gold else "–"


def calibration(shown: Iterable[Shown]) -> None:
    """Per kind: of the finds shown with some confidence, how many there are and the share that is right."""
    kinds: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for each in shown:
        for kind, pairs in each.items():
            kinds[kind] += pairs
    for kind, pairs in kinds.items():
        rows, error = reliability(pairs)
        print(f"\n{kind}: {len(pairs)} read, calibration error {error:.3f}")
        print("  shown   " + "".join(f"{row.shown:8.2f}" for row in rows))
        print("  right   " + "".join(f"{row.right:8.2f}" for row in rows))
        print("  finds   " + "".join(f"{row.finds:8}" for row in rows))
