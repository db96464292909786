"""Finds read from digits that recognition was not sure of: shown so low that nobody confirms them in one stroke."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from giaoban.model import Finding, Found, Span

Thing = TypeVar("Thing")
MOST = 0.4
"""What such a find is shown at, at most."""


def with_unsure_digits(found: Iterable[Found[Thing]], unsure: Sequence[Span]) -> list[Found[Thing]]:
    """The finds, those whose words have unsure digits less sure; a judgement needs no digits, so it stays as it is."""
    return [_lowered(each) if not isinstance(each.what, Finding) and within(each.span, unsure) else each for each in found]


def _lowered(find: Found[Thing]) -> Found[Thing]:
    return Found(find.what, find.span, find.rule, min(find.confidence, MOST))


def within(span: Span, unsure: Iterable[Span]) -> list[Span]:
    """The unsure places that a span touches."""
    return [each for each in unsure if each.start < span.end and span.start < each.end]
