"""The place of a figure, and what told it."""

from collections.abc import Mapping
from typing import NamedTuple

from giaoban.reading.rules.contexts import Context
from giaoban.reading.rules.drafts import Draft, Line
from giaoban.reading.rules.placing import forms
from giaoban.reading.rules.placing.standing import standing
from giaoban.reading.rules.placing.surroundings import Surroundings
from giaoban.reading.rules.placing.weighed import options
from giaoban.reading.rules.whereabouts.names import COUNTRY as COUNTRIES

NEAREST, WEIGHED, SPOKEN, COUNTRY, NOWHERE = "nearest", "weighed", "spoken", "country", "nowhere"
"""What tells a place besides a form: the rules alone, the weights, the kind that a text speaks of that names none, the country that it
speaks of again and again where it is about that, or no place; or nothing."""


class Placed(NamedTuple):
    """What a figure is of, by which form of words (`forms.FORMS`), or by what else."""

    name: str | None
    by: str


def placed(context: Context, around: Surroundings | None, line: Line, draft: Draft, ceiling: int, weights: Mapping[str, int]) -> Placed:
    """The place of a figure whose words end at item `ceiling`; without weights what the rules take."""
    if around is None or not weights:
        return Placed(context.where.of(line.span.start, draft.amount.start), NEAREST)
    if told := forms.told(standing(around, line, draft, context.where.own or "")):
        return Placed(*told)
    if best := options(around, context, line, draft, ceiling).best(weights):
        return Placed(best, WEIGHED)
    if around.spoken and not around.most:
        return Placed(around.spoken, SPOKEN)
    return (
        Placed(around.country, COUNTRY)
        if around.country and (context.where.own or around.country).lower() in COUNTRIES
        else Placed(None, NOWHERE)
    )
