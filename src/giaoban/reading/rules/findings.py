"""Findings: judgements, made in the meeting or by the text, on how things stand.

    "công tác cải cách hành chính có nhiều chuyển biến"    strength
    "tiến độ một số dự án còn chậm"                         shortcoming
"""

from collections.abc import Iterator

from giaoban.model import Finding, Found
from giaoban.reading.engine import Page, rule
from giaoban.reading.rules.clauses import Clause
from giaoban.reading.rules.topics import with_topics


@rule(makes=Finding, needs=(Clause,))
def findings(page: Page) -> Iterator[Found[Finding]]:
    for found, topic in with_topics(page, page.all(Clause)):
        if found.what.polarity:
            yield Found(Finding(found.what.polarity, topic), found.span, confidence=found.confidence)
