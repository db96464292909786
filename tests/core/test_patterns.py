"""Patterns find the same on every Python that runs this program."""

import re
from pathlib import Path

import giaoban

GROUP_HELD = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+(?!\))")
"""A repeated group that may not go back."""


def test_no_pattern_holds_a_repeated_group():
    """Python before 3.11.5 keeps what the last, failed turn of such a group took: `\\d+(?:,\\d+)*+` takes the comma of "2022, thu"."""
    sources = Path(giaoban.__file__).parent.rglob("*.py")
    assert [each.name for each in sources if GROUP_HELD.search(each.read_text(encoding="utf-8").replace(r"\)", ""))] == []


def test_a_repeated_group_that_may_not_go_back_would_be_seen():
    assert GROUP_HELD.search(r"\d+(?:[.,]\d+)*+%?")
    assert not GROUP_HELD.search(r"[^\W_]*+ (?:ab)*")
