"""The annexes of a brief, for the clerk: every line in full, in tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from types import MappingProxyType

from giaoban.brief.brief import Brief, TaskLine
from giaoban.messages import phrase
from giaoban.messages.printed import in_words
from giaoban.render import brief_lines as lines
from giaoban.render.brief_first import by_key, history, letters, page, title
from giaoban.render.brief_paper import Notes, Paper, Section, Table, Words, raised

Row = tuple[Words, ...]


def paper(brief: Brief, language: str = "vi", *, most: int | None = None) -> Paper:
    """The whole brief in words of one language ("vi", "en").

    most  rows of each annex, which then says how many more there are; None: all of them
    """
    notes = Notes()
    heading, below = title(brief, language)
    first = page(brief, notes, language)
    annexes = tuple(_annexes(brief, notes, language, most))
    return Paper(language, heading, below, first, annexes, notes.printed)


def _annexes(brief: Brief, notes: Notes, language: str, most: int | None) -> Iterator[Section]:
    """The annexes that have at least one row."""
    for name, letter in letters(brief).items():
        columns, rows = ANNEXES[name]
        heading = phrase("brief-all-questions" if name == "questions" else f"brief-{name}", language)
        heads = tuple(phrase(f"brief-head-{head}", language) for head in columns)
        table = Table(heads, tuple(islice(rows(brief, notes, language), most)), tuple(columns.values()))
        left = len(getattr(brief, name)) - len(table.rows)
        more = phrase("brief-rows-more", language, count=left) if left else ""
        lead = lines.counted(brief, notes, language) if name == "tasks" else ()
        yield Section(f"annex-{name}", phrase("brief-annex", language, annex=letter, name=heading), lead, table=table, more=more)


def _questions(brief: Brief, notes: Notes, language: str) -> Iterator[Row]:
    told = by_key(brief)
    for each in brief.questions:
        words = lines.question(each, notes, language, history(brief, told.get(each.about), language))
        yield Words(words.strong, words.refs), Words(words.text)


def _figures(brief: Brief, notes: Notes, language: str) -> Iterator[Row]:
    for line in brief.figures:
        latest = line.figure.latest
        name = raised(in_words(line.figure.name, language))
        yield (
            Words(name),
            Words(in_words(latest.period, language) if latest.period else "—"),
            Words(in_words(latest.quantity, language), notes.refs(lines.figure_sources(line), name)),
            Words(lines.change(line, language) or "—"),
            Words(lines.attained(line, language) or "—"),
            Words(lines.level(line.before, language)),
            Words(phrase(f"brief-course-{line.course.value}", language), mark=lines.MARKS.get(line.course, "")),
            Words(phrase("brief-days", language, days=line.age)),
        )


def _tasks(brief: Brief, notes: Notes, language: str) -> Iterator[Row]:
    for line in brief.tasks:
        wording = raised(line.task.wording)
        state = lines.standing(line, language, followed=brief.given.followed)
        yield (
            Words(wording, notes.refs((line.task.source,), wording)),
            Words(raised(line.task.lead) or "—"),
            Words(in_words(line.task.given_on, language)),
            Words(state, mark="late" if line.overdue else ""),
            _history(line, notes, language, brief.given.on if brief.given.followed else None),
        )


def _history(line: TaskLine, notes: Notes, language: str, on: date | None) -> Words:
    if not line.asked:
        return Words("—")
    said = f"{phrase('brief-times', language, times=line.times)}: {'; '.join(lines.asked(each, language, on) for each in line.asked)}"
    return Words(said, notes.refs(tuple(each.source for each in line.asked), said))


def _unanswered(brief: Brief, notes: Notes, language: str) -> Iterator[Row]:
    for each in brief.unanswered:
        wording = raised(each.wording)
        yield Words(wording, notes.refs(each.sources, wording)), Words(", ".join(in_words(day, language) for day in each.said_on))


def _effects(brief: Brief, notes: Notes, language: str) -> Iterator[Row]:
    for each in brief.effects:
        wording = raised(each.task.wording)
        name = in_words(each.name, language) if each.sure else f"{in_words(each.name, language)} ({phrase('brief-by-wording', language)})"
        yield (
            Words(wording, notes.refs((each.task.source,), wording)),
            Words(name),
            *(Words(lines.level(its, language), notes.refs((its.source,) if its else (), name)) for its in (each.before, each.after)),
            Words(phrase(f"brief-effect-{each.effect.value}", language)),
        )


def _discrepancies(brief: Brief, notes: Notes, language: str) -> Iterator[Row]:
    for each in brief.discrepancies:
        said = each.sentence.say(language)
        yield Words(phrase(f"brief-severity-{each.severity.value}", language)), Words(said, notes.refs(each.sources, said))


def _silent(brief: Brief, notes: Notes, language: str) -> Iterator[Row]:
    return ((lines.silent(each, notes, language),) for each in brief.silent)


Rows = Callable[[Brief, Notes, str], Iterable[Row]]
ANNEXES: Mapping[str, tuple[Mapping[str, int], Rows]] = MappingProxyType(
    {
        "questions": ({"what": 55, "because": 45}, _questions),
        "tasks": ({"task": 36, "lead": 15, "given": 13, "state": 15, "history": 21}, _tasks),
        "figures": (
            {"indicator": 19, "period": 12, "figure": 13, "change": 13, "attained": 12, "before": 11, "course": 11, "age": 9},
            _figures,
        ),
        "unanswered": ({"shortcoming": 75, "days": 25}, _unanswered),
        "effects": ({"task": 30, "indicator": 20, "then": 18, "now": 18, "effect": 14}, _effects),
        "discrepancies": ({"kind": 15, "what": 85}, _discrepancies),
        "silent": ({"what": 100}, _silent),
    }
)
"""The annexes in their order: the headings of each table with the width of its column, and what its rows say."""
