"""How many steps the reader takes by rules alone does not grow unseen: calls of its functions, which are the same on any machine."""

import sys
from inspect import CO_GENERATOR
from pathlib import Path
from types import FrameType

from giaoban.documents import from_text
from giaoban.reading import read

RECORDS = Path(__file__).parents[3] / "corpus" / "annotated" / "written" / "worked_from" / "text"
MOST = 4_400
"""Calls for a thousand letters, a sixteenth more than when it was set. Raise it where a rule is worth them (docs/reading/speed.md),
and look first whether it is asked only where a sign of its words stands."""


def calls(texts: list[str]) -> int:
    """Calls of functions of the reader while the texts are read a second time. Not counted: what is called to go on (generators), or what
    Pythons before 3.12 call to make a list."""
    made = [from_text(text) for text in texts]
    counted = 0

    def count(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        code = frame.f_code
        if event == "call" and "giaoban" in code.co_filename and not code.co_flags & CO_GENERATOR and not code.co_name.startswith("<"):
            counted += 1

    for document in made:
        read(document, fast=True)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for document in made:
            read(document, fast=True)
    finally:
        sys.setprofile(before)
    return counted


def test_reading_by_rules_alone_takes_no_more_steps_than_it_may():
    texts = [path.read_text("utf-8") for path in sorted(RECORDS.glob("*.txt"))[:12]]
    assert calls(texts) / sum(map(len, texts)) * 1000 <= MOST
