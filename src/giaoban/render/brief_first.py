"""The leader's page: at most 350 words, the questions first, then tasks, figures and shortcomings that no question speaks of."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from giaoban.brief.brief import Brief, Course, FigureLine, Question, TaskLine
from giaoban.brief.questions import FIRST
from giaoban.messages import phrase
from giaoban.messages.printed import in_words
from giaoban.render import brief_lines as lines
from giaoban.render.brief_paper import Notes, Section, Words, count_words, raised, short

WORDS = 350
"""Three minutes on a phone."""
ROOM = 70
"""Words that the questions leave to the rest."""
MOST = {"questions": FIRST, "tasks": 5, "figures": 6, "unanswered": 3}
"""Lines of each section at most."""
ANSWER = 24
"""Words of an answer that the page has room for."""
OTHERS = ("figures", "unanswered")
Line = Callable[[Notes], Words]


def title(brief: Brief, language: str) -> tuple[str, tuple[str, ...]]:
    """The title, and the lines under it: with whom, for which meeting, as of when, and what must be known to read it."""
    given = brief.given
    below = [phrase("brief-with", language, place=short(given.place, 20))]
    if given.meeting:
        meeting, day = short(given.meeting, 20), given.meeting_on
        below.append(phrase("brief-meeting", language, meeting=meeting, day=in_words(day, language)) if day else meeting)
    below.append(_as_of(brief, language))
    known = (
        "" if given.followed else phrase("brief-not-followed", language),
        "" if given.confirmed else phrase("brief-not-confirmed", language),
        phrase("brief-left-out", language, count=given.left_out) if given.left_out else "",
    )
    if any(known):
        below.append(" ".join(filter(None, known)))
    return phrase("brief-title", language), tuple(below)


def letters(brief: Brief) -> dict[str, str]:
    """The annexes that there are, each with its letter."""
    parts = ("questions", "tasks", "figures", "unanswered", "effects", "discrepancies", "silent")
    return dict(zip((each for each in parts if getattr(brief, each)), "ABCDEFG", strict=False))


def page(brief: Brief, notes: Notes, language: str) -> tuple[Section, ...]:
    """The sections of the page: first as many questions as leave room for the rest, then of each of the others in turn what fits."""
    taken = dict.fromkeys(MOST, 0)
    lines_of = _lines(brief, language, FIRST)
    while _fits(brief, lines_of, wanted := taken | {"questions": taken["questions"] + 1}, language, WORDS - ROOM):
        taken = wanted
    lines_of = _lines(brief, language, taken["questions"])
    waiting = [name for name in MOST if name != "questions"]
    while waiting:
        for name in tuple(waiting):
            if _fits(brief, lines_of, wanted := taken | {name: taken[name] + 1}, language, WORDS):
                taken = wanted
            else:
                waiting.remove(name)
    return _sections(brief, lines_of, taken, notes, language)


def _fits(brief: Brief, lines_of: Mapping[str, list[Line]], taken: Mapping[str, int], language: str, words: int) -> bool:
    """Whether there are as many lines, and they make a page of at most so many words."""
    if any(count > min(MOST[name], len(lines_of[name])) for name, count in taken.items()):
        return False
    around = title(brief, language)
    return count_words(_sections(brief, lines_of, taken, Notes(), language), around[0], *around[1]) <= words


def _lines(brief: Brief, language: str, questions: int) -> dict[str, list[Line]]:
    """What each section could say, where the first questions are asked: what they speak of is not said again."""
    asked = {each.about for each in brief.questions[:questions]}
    followed, told, led = brief.given.followed, by_key(brief), brief.several_lead
    tasks = [each for each in brief.tasks if each.open and (each.overdue or each.soon or each.asked) and each.task.key not in asked]
    figures = [each for each in _telling(brief.figures) if each.figure.indicator not in asked]
    shortcomings = [each for each in brief.unanswered if each.wording not in asked]
    return {
        "questions": [partial(_question, brief, each, told.get(each.about), language) for each in brief.questions],
        "tasks": [partial(_task, each, language, followed, led) for each in tasks],
        "figures": [partial(lines.figure, each, language=language) for each in figures],
        "unanswered": [partial(lines.unanswered, each, language=language) for each in shortcomings],
    }  # fmt: skip


def by_key(brief: Brief) -> Mapping[str, TaskLine]:
    """Its tasks, each under its key."""
    return {each.task.key: each for each in brief.tasks}


def history(brief: Brief, line: TaskLine | None, language: str) -> str:
    """Of a task that was asked before what came of it each time where somebody says it, and where it stands; of any, what was answered.

    "" where a question is about no task.
    """
    if line is None:
        return ""
    followed, said = brief.given.followed, []
    if line.asked:
        now = phrase("brief-now", language, standing=lines.standing(line, language, followed=followed))
        said = [*(lines.asked(each, language, brief.given.on) for each in line.asked if followed), now]
    if line.task.result:
        said.append(phrase("brief-answered", language, answer=short(line.task.result, ANSWER)))
    return raised("; ".join(said))


def _question(brief: Brief, each: Question, line: TaskLine | None, language: str, notes: Notes) -> Words:
    return lines.question(each, notes, language, history(brief, line, language), cut=True)


def _task(each: TaskLine, language: str, followed: bool, led: bool, notes: Notes) -> Words:
    return lines.task(each, notes, language, followed=followed, led=led)


def _telling(figures: Iterable[FigureLine]) -> list[FigureLine]:
    """The figures that are set against something: those behind their target first, then what got worse, then what got better."""
    order = (Course.WORSE, Course.BETTER, Course.SAME, Course.UNKNOWN)
    told = [each for each in figures if each.figure.change or each.figure.attained or each.before or each.course is not Course.UNKNOWN]
    return sorted(told, key=lambda line: (not line.behind, order.index(line.course)))


def _sections(
    brief: Brief, lines_of: Mapping[str, list[Line]], taken: Mapping[str, int], notes: Notes, language: str
) -> tuple[Section, ...]:
    made = []
    for name, count in taken.items():
        said = lines_of[name]
        lead = lines.counted(brief, notes, language, letters(brief).get(name, "")) if name == "tasks" else ()
        if said or lead:
            left = len(said) - count
            more = phrase("brief-more", language, count=left, annex=letters(brief)[name]) if left else ""
            items = tuple(line(notes) for line in said[:count])
            made.append(
                Section(name, phrase(_heading(brief, name, len(said)), language), lead, items, ordered=name == "questions", more=more)
            )
    return tuple(made)


def _heading(brief: Brief, name: str, listed: int) -> str:
    """What a question speaks of already is not said again: the others are called so."""
    return f"brief-other-{name}" if name in OTHERS and listed < len(getattr(brief, name)) else f"brief-{name}"


def _as_of(brief: Brief, language: str) -> str:
    on, met = brief.given.on, brief.given.met_on
    if not met:
        return phrase("brief-as-of-none", language, on=on)
    if len(met) == 1:
        return phrase("brief-as-of-one", language, on=on, last=met[0])
    return phrase("brief-as-of", language, on=on, count=len(met), first=min(met), last=max(met))
