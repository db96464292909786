"""Findings: judgements, made in the meeting or by the text, on how things stand.

    "công tác cải cách hành chính có nhiều chuyển biến"    strength
    "tiến độ một số dự án còn chậm"                         shortcoming

What must and must not be read: corpus/findings.tsv.
"""

from collections.abc import Iterator

from giaoban.model import Finding, Found
from giaoban.reading.engine import Page, rule
from giaoban.reading.rules.clauses.topics import Themed


@rule(makes=Finding, needs=(Themed,))
def findings(page: Page) -> Iterator[Found[Finding]]:
    """Each clause that praises or blames, with its topic."""
    for found in page.all(Themed):
        if polarity := found.what.clause.polarity:
            yield Found(Finding(polarity, found.what.topic), found.span, confidence=found.confidence)
