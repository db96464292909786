"""The place of a figure, and what told it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.placing import forms
from giaoban.reading.rules.figures.placing.standing import standing
from giaoban.reading.rules.figures.placing.surroundings import Surroundings, sort_of
from giaoban.reading.rules.figures.placing.weighed import options
from giaoban.reading.rules.figures.whereabouts.names import COUNTRY as COUNTRIES
from giaoban.reading.rules.named.seats import committed, headed

NEAREST, GOES_ON, WEIGHED, SPOKEN, COUNTRY, NOWHERE = "nearest", "goes-on", "weighed", "spoken", "country", "nowhere"
"""What tells a place besides a form: the rules alone, the sentence before, the weights, the kind that a text speaks of that names none,
the country that it speaks of again and again where it is about that, or no place; or nothing."""


ACTING = frozenset(("begins-clause", "called", "right-before", "opens-sentence", "led-in"))
WIDE = frozenset(("work", "whole", "country", "nation"))
SPELLS_OUT = re.compile(r"[-–+•* ]*(?:Trong đó|Trong số đó|Trong số này|Qua đó|Kết quả|Tính chung)\b")
"""How a sentence begins that tells more of what the one before told."""


class Placed(NamedTuple):
    """What a figure is of, by which form of words (`forms.FORMS`), or by what else."""

    name: str | None
    by: str


def spelled(last: Placed) -> str | None:
    """The body of the last figure of a sentence, if it did what is told, so that the next sentence may tell more of that."""
    return last.name if last.by in ACTING and last.name and sort_of(last.name) not in WIDE else None


def placed(context: Context, around: Surroundings | None, line: Line, draft: Draft, ceiling: int, weights: Mapping[str, int]) -> Placed:
    """The place of a figure whose words end at item `ceiling`; without weights what the rules take.

    The place that the head or title of the paper names in capitals is called by its kind and name: xã Sơn Hà for SƠN HÀ and XÃ SƠN HÀ.
    """
    told = _told(context, around, line, draft, ceiling, weights)
    if told.name is None:
        return told
    whole = headed(line.text).get(told.name.lower()) or committed(line.text).get(told.name) or _in_small(line.text, told.name)
    return Placed(whole, told.by) if whole else told


def _in_small(text: str, name: str) -> str:
    """A name of several words in capitals as the text writes it elsewhere: PHÚ VÂN, Phú Vân; empty where it does not."""
    if " " not in name or not name.isupper():
        return ""
    small = name.title()
    return small if small in text else ""


def _told(context: Context, around: Surroundings | None, line: Line, draft: Draft, ceiling: int, weights: Mapping[str, int]) -> Placed:
    if around is None or not weights:
        return Placed(context.where.of(line.span.start, draft.amount.start), NEAREST)
    at = standing(around, line, draft, context.where.own or "")
    if told := forms.told(at):
        return Placed(*told)
    if context.placed and not at.local and SPELLS_OUT.match(line.text, line.span.start):
        return Placed(context.placed, GOES_ON)
    if best := options(around, context, line, draft, ceiling).best(weights):
        return Placed(best, WEIGHED)
    if around.spoken and not around.most:
        return Placed(around.spoken, SPOKEN)
    return (
        Placed(around.country, COUNTRY)
        if around.country and (context.where.own or around.country).lower() in COUNTRIES
        else Placed(None, NOWHERE)
    )
