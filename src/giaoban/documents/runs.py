"""Runs of a paragraph, each in its font, become its words: old letters in Unicode, marks of notes left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from giaoban.documents import legacy
from giaoban.documents.notemarks import LOOKED_AT, is_mark


@dataclass(frozen=True, slots=True)
class Run:
    """Text in the font of that name (empty where none is told), raised over the line or not."""

    font: str
    text: str
    raised: bool = False


def words(runs: Iterable[Run]) -> str:
    """The words of the runs. What stands in one font is put into Unicode together: a letter may be parted by its runs."""
    parts = []
    for font, alike in groupby(_unmarked(runs), key=lambda run: run.font):
        text = "".join(run.text for run in alike)
        encoding = legacy.of_font(font)
        parts.append(legacy.converted(text, encoding, font) if encoding else text)
    return "".join(parts)


def _unmarked(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without raised numbers that point to notes."""
    before = ""
    for run in runs:
        if run.raised and is_mark(before, run.text):
            continue
        before = f"{before}{run.text}"[-LOOKED_AT:]
        yield run
