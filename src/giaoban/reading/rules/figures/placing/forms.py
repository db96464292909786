"""The forms of words that tell the place of a figure, in the order in which they are asked: the first that tells one has it."""

from collections.abc import Callable

from giaoban.reading.rules.figures.placing.near import opens_sentence, right_before, right_behind, same_clause, told_to
from giaoban.reading.rules.figures.placing.over import another_kind, begins_clause, begins_sentence, called, under_heading
from giaoban.reading.rules.figures.placing.rows import in_turn, member, of_item, together
from giaoban.reading.rules.figures.placing.standing import Standing
from giaoban.reading.rules.figures.placing.topics import answered_for, led_in, taken_up

Form = Callable[[Standing], str | None]

FORMS: tuple[tuple[str, Form], ...] = (
    ("in-turn", in_turn),
    ("listed", member),
    ("together", together),
    ("right-before", right_before),
    ("of-item", of_item),
    ("told-to", told_to),
    ("called", called),
    ("taken-up", taken_up),
    ("opens-sentence", opens_sentence),
    ("led-in", led_in),
    ("right-behind", right_behind),
    ("answered-for", answered_for),
    ("same-clause", same_clause),
    ("under-heading", under_heading),
    ("begins-clause", begins_clause),
    ("another-kind", another_kind),
    ("begins-sentence", begins_sentence),
)
"""By the name under which an explanation tells it: `placed-right-before` in render/explaining.toml."""


def told(at: Standing) -> tuple[str, str] | None:
    """The place that the form of the words tells, and the name of the form; None where the place has to be weighed."""
    for name, form in FORMS:
        if place := form(at):
            return place, name
    return None
