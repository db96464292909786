"""Lines of a brief in words of one language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from giaoban.brief.brief import AskedLine, Brief, Course, FigureLine, Question, Silent, TaskLine, Unanswered
from giaoban.brief.given import Level
from giaoban.brief.lines import Said, Sentence, Source, distinct
from giaoban.directives.counting import Count, Kind, reported
from giaoban.directives.states import State
from giaoban.messages import phrase
from giaoban.messages.printed import Moved, in_words
from giaoban.render.brief_paper import Notes, Words, raised, short

NAME, SENTENCE = 12, 13
"""Words of a name and of a wording on the leader's page."""
SHORTENED = {"what": SENTENCE, "indicator": NAME, "lead": NAME}
LETTERS, LEAD = 130, 50
"""Letters of a wording, and of who leads beside it."""
SOURCES = 20
"""Tasks of a silent lead that are pointed at: of a whole province it has a thousand."""
OLD = 120
"""Days from which the leader's page says how old a figure is."""
EACH_TASK = "#brief-annex-tasks"
"""Where HTML lists every task."""
ADVICE = re.compile(r"(?<=[.?]) (?:Hãy|Ask|Check|Choose|Look)\b[^“”]*\Z")
"""What a clerk is to do about figures that do not fit together, at the end of what is told of them: no leader does it."""
WORKED_ON = frozenset((State.ISSUED, State.ACKNOWLEDGED, State.IN_PROGRESS, State.RETURNED))
MARKS = {Course.BETTER: "better", Course.WORSE: "worse"}


def question(each: Question, notes: Notes, language: str, history: str = "", *, cut: bool = False) -> Words:
    """What to ask, standing out, and why; `history` says what came of it the times before. Cut to what the leader's page can hold."""
    ask, because = (_dressed(one, language, cut=cut).say(language) for one in (each.ask, each.because))
    because = ADVICE.sub("", because)
    reason = " ".join(filter(None, (because, f"{history}." if history else "")))
    reason = short(reason, 36, 260) if cut else reason
    return Words(reason, notes.refs(each.sources[:2] if cut else each.sources, f"{ask} {reason}"), ask)


def _dressed(said: Sentence, language: str, *, cut: bool) -> Sentence:
    """The sentence with the wordings it names raised, and cut to what a page can hold."""

    def dressed(name: str, value: Said) -> Said:
        if name not in SHORTENED or not isinstance(value, str):
            return value
        value = in_words(value, language)
        return raised(short(value, SHORTENED[name], LEAD if name == "lead" else LETTERS) if cut else value)

    return replace(said, values=tuple((name, dressed(name, value)) for name, value in said.values))


def figure(line: FigureLine, notes: Notes, language: str) -> Words:
    """ "Thu ngân sách… 6 tháng đầu năm 2020: 1.215 tỷ đồng; đạt 45% kế hoạch." """
    name, latest = raised(short(in_words(line.figure.name, language), NAME)), line.figure.latest
    if latest.period:
        said = [phrase("brief-figure", language, figure=latest.quantity, period=latest.period)]
    else:
        said = [phrase("brief-figure-undated", language, figure=latest.quantity)]
    said += [each for each in (change(line, language), attained(line, language), before(line, language)) if each]
    if line.course in MARKS:
        said.append(phrase(f"brief-course-{line.course.value}", language))
    if line.age > OLD:
        said.append(phrase("brief-age", language, days=line.age))
    text = f"{'; '.join(said)}."
    return Words(text, notes.refs(figure_sources(line)[:2], f"{name} {text}"), name, MARKS.get(line.course, ""))


def figure_sources(line: FigureLine) -> tuple[Source, ...]:
    """Where the figure was said, and all that it is set against; each once."""
    compared = (line.figure.change, line.figure.attained, line.figure.target)
    against = line.figure.against.source if line.figure.against else None
    return distinct((line.figure.latest.source, against, *(source for each in compared if each for source in each.sources)))


def change(line: FigureLine, language: str) -> str:
    """Against the same period; of a share or a stock without it, what it was before."""
    its, against = line.figure.change, line.figure.against
    if its is None:
        return phrase("brief-earlier", language, level=level(against, language)) if against else ""
    return _computed(phrase("brief-change", language, moved=Moved(its.quantity)), its.computed, language)


def attained(line: FigureLine, language: str) -> str:
    """The share of the plan, but for a figure that is one itself; the target, where no share is known."""
    its, target = line.figure.attained, line.figure.target
    if its and its.quantity == line.figure.latest.quantity:
        return ""
    if its:
        return _computed(phrase("brief-attained", language, share=its.quantity), its.computed, language)
    return phrase("brief-target", language, target=target.quantity) if target else ""


def before(line: FigureLine, language: str) -> str:
    """What the last brief said; that there is no newer figure, where it said the same."""
    latest = line.figure.latest
    if line.before and (line.before.quantity, line.before.period) == (latest.quantity, latest.period):
        return phrase("brief-before-same", language)
    return phrase("brief-before", language, level=level(line.before, language)) if line.before else ""


def level(its: Level | None, language: str) -> str:
    """ "1.215 tỷ đồng (6 tháng đầu năm 2020)"."""
    return f"{in_words(its.quantity, language)} ({in_words(its.period or its.reported_on, language)})" if its else "—"


def task(line: TaskLine, notes: Notes, language: str, *, followed: bool, led: bool = False) -> Words:
    """ "Bàn giao mặt bằng…: quá hạn 45 ngày; lần thứ 2"; `led` names the lead as well."""
    lead = f" ({short(line.task.lead, NAME, LEAD)})" if led and line.task.lead else ""
    wording = raised(short(line.task.wording, SENTENCE, LETTERS - len(lead))) + lead
    where = [standing(line, language, followed=followed)]
    if line.asked:
        where.append(phrase("brief-times", language, times=line.times))
    sources = (line.task.source, *(each.source for each in line.asked))
    return Words(f"{wording}: {'; '.join(where)}.", notes.refs(sources[:2], wording), mark="late" if line.overdue else "")


def standing(line: TaskLine, language: str, *, followed: bool) -> str:
    """Where a task stands; what fell due without anybody saying what came of it is not called overdue."""
    deadline = line.task.standing.deadline
    codes = {Kind.OVERDUE: "overdue" if followed else "fallen-due", Kind.IN_TIME: "due-soon" if line.soon else "in-time"}
    code = codes.get(line.kind, line.kind.value.replace("_", "-"))
    day = line.task.standing.reported_on if reported(line.task.standing) else None
    code = {"overdue": "overdue-reported", "waiting": "waiting-since"}.get(code, code) if day else code
    said = phrase(f"brief-{code}", language, days=line.overdue, deadline=deadline or "—", reported=day or "—")
    so_far = line.task.progress if line.open and not reported(line.task.standing) else None
    return f"{said} ({so_far}%)" if so_far is not None else said


def asked(each: AskedLine, language: str, on: date | None) -> str:
    """ "08/11/2019: đã giao, hạn 31/03/2020"; how long it has been overdue on a day, where what became of it is known."""
    if on and each.deadline and each.deadline < on and each.state in WORKED_ON and not each.result:
        told = {"day": each.given_on, "days": (on - each.deadline).days, "deadline": each.deadline}
        return phrase("brief-asked-overdue", language, **told)
    if each.result:
        return phrase("brief-asked-result", language, day=each.given_on, result=each.result)
    state = phrase(f"brief-state-{each.state.value}", language)
    if each.deadline:
        return phrase("brief-asked-until", language, day=each.given_on, state=state, deadline=each.deadline)
    return phrase("brief-asked-before", language, day=each.given_on, state=state)


def unanswered(each: Unanswered, notes: Notes, language: str) -> Words:
    """What was named again and again, and on which days."""
    wording = raised(short(each.wording, SENTENCE))
    days = ", ".join(in_words(day, language) for day in each.said_on)
    return Words(f"{wording} ({days}).", notes.refs(each.sources[:2], wording))


def silent(each: Silent, notes: Notes, language: str) -> Words:
    """A lead that has not been heard of: since when, and of how many open tasks."""
    said = {"lead": each.lead, "days": each.days, "open": each.open}
    if each.heard_on:
        text = phrase("brief-silent-since", language, **said, heard=each.heard_on)
    else:
        text = phrase("brief-silent-never", language, **said)
    return Words(text, notes.refs(each.sources[:SOURCES], text))


def counted(brief: Brief, notes: Notes, language: str, annex: str = "") -> tuple[Words, ...]:
    """How many tasks there are and where; both rates with what they are of, where is known what was done.

    annex  the letter of the one that lists each of them, which is the source of these numbers; empty in that annex itself
    """
    count = brief.count
    if not count.all:
        return (Words(phrase("brief-none", language)),)
    parts = ", ".join(_parts(count, language, followed=brief.given.followed))
    said = [phrase("brief-count", language, all=count.all, parts=parts)]
    said += [_rates(count, language)] if brief.given.followed else []
    sources = (Source(phrase("brief-each-task", language, annex=annex), EACH_TASK),) if annex else ()
    return tuple(Words(each, notes.refs(sources, each)) for each in said)


def _parts(count: Count, language: str, *, followed: bool) -> Iterator[str]:
    """ "xong 12 (muộn 3)", "quá hạn 2"; what there is none of is not said."""
    if late := count.of(Kind.LATE):
        yield phrase("brief-count-done-late", language, count=count.done, late=late)
    elif count.done:
        yield phrase("brief-count-done", language, count=count.done)
    over = "overdue" if followed else "fallen-due"
    codes = {Kind.OVERDUE: over, Kind.IN_TIME: "in-time", Kind.WAITING: "waiting", Kind.UNDATED: "undated"}
    for kind, code in codes.items():
        if number := count.of(kind):
            yield phrase(f"brief-count-{code}", language, count=number)


def _rates(count: Count, language: str) -> str:
    due, every = count.of_due, count.of_all
    told = {"part": every.part, "whole": every.whole, "every": f"{in_words(every.percent, language)}%", "on": count.on}
    if due.percent is None:
        return phrase("brief-rates-of-all", language, **told)
    return phrase("brief-rates", language, **told, due=f"{in_words(due.percent, language)}%", due_whole=due.whole)


def _computed(said: str, computed: bool, language: str) -> str:
    return f"{said} {phrase('brief-computed', language)}" if computed else said
