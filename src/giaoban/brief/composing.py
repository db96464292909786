"""A brief out of what is given: the same given, the same brief."""

from dataclasses import replace

from giaoban.brief import effects, figures, questions, tasks, unanswered
from giaoban.brief.brief import Brief
from giaoban.brief.given import Given
from giaoban.directives.counting import count


def brief(given: Given) -> Brief:
    """The brief on `given.place` as of `given.on`, with everything it was composed from."""
    composed = Brief(
        given=given,
        figures=figures.lines(given.figures, given.last, given.on),
        count=count((task.standing for task in given.tasks), given.on),
        tasks=tasks.lines(given.tasks, given.on),
        unanswered=unanswered.unanswered(given.findings, given.tasks),
        effects=effects.effects(given.tasks, given.figures),
        discrepancies=given.discrepancies,
        questions=(),
        silent=tasks.silent(given.tasks, given.on) if given.followed else (),
    )
    return replace(composed, questions=questions.questions(composed))
