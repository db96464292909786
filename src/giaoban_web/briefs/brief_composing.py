"""Composing a brief, and noting what became of its questions at the meeting; each in one transaction with its entry in the log."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from giaoban.brief.brief import Brief as CoreBrief
from giaoban.brief.composing import brief
from giaoban.brief.given import Given
from giaoban.directives.counting import Kind
from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.briefs.brief_gathering import About, gather
from giaoban_web.briefs.brief_models import text_of
from giaoban_web.briefs.models import Asked, Brief, BriefQuestion
from giaoban_web.errors import Conflict
from giaoban_web.history import actions as history

COMPOSING = "briefs.compose"


def compose(*, about: About, on: date, by: Any, last: Brief | None = None) -> Brief:
    """A brief for a coming meeting, as things were known on a day, set against `last`.

    Refused where the person may compose none there (`not-allowed-here`), for a day to come (`day-in-future`), and where nothing
    is known yet that it could tell (`brief-empty`): most likely another place of that name is meant.
    """
    _refuse_unless(by, about.place)
    if on > timezone.localdate():
        raise Refused("day-in-future", on=on)
    remembered = last.told().remembered() if last else None
    given = gather(about, on, by, remembered)
    _refuse_empty(about, given)
    return _kept(about, brief(given), by, last)


@transaction.atomic
def note(*, brief: Brief, number: int, state: Asked, text: str, seen: int, by: Any) -> BriefQuestion:
    """Whether a question was asked at the meeting, and what was answered.

    seen  the version of the note that the person saw, 0 where there was none; `Conflict` when somebody noted something since
    Refused: `brief-question-unknown`, `brief-answer-needs-words`.
    """
    _refuse_unless(by, brief.place)
    Brief.objects.select_for_update().get(pk=brief.pk)
    questions = brief.told().questions
    if not 1 <= number <= len(questions):
        raise Refused("brief-question-unknown", number=number)
    words = " ".join(text.split())
    if state is Asked.ANSWERED and not words:
        raise Refused("brief-answer-needs-words")
    noted = BriefQuestion.objects.filter(brief=brief, number=number).first()
    if (noted.version if noted else 0) != seen:
        raise Conflict("brief-noted-meanwhile", by=str(noted.by if noted else ""))
    before = {"state": noted.state, "note": noted.note} if noted else {}
    noted = noted or BriefQuestion(brief=brief, number=number, about=questions[number - 1].about[:500], version=0)
    noted.state, noted.note, noted.by, noted.version = state.value, words, by, seen + 1
    noted.save()
    history.record(brief, "question of a brief noted", by=by, question=number, before=before, after={"state": state.value, "note": words})
    return noted


@transaction.atomic
def _kept(about: About, made: CoreBrief, by: Any, last: Brief | None) -> Brief:
    text, count = text_of(made), made.count
    kept = Brief.objects.create(
        place=about.place,
        body=about.body,
        on=made.given.on,
        meeting=about.meeting,
        meeting_on=about.meeting_on,
        last=last,
        said=text,
        sha256=sha256(text.encode()).hexdigest(),
        heard=_heard(last),
        open=count.left,
        overdue=count.of(Kind.OVERDUE),
        questions_count=len(made.questions),
        made_by=by,
    )
    told = {"about": about.named, "on": kept.on.isoformat(), "sha256": kept.sha256, "last": last.pk if last else None}
    history.record(kept, "brief composed", by=by, **told)
    return kept


def _heard(last: Brief | None) -> list[Mapping[str, str]]:
    """What was asked at the meeting before, in the words of the brief before."""
    if last is None:
        return []
    questions = last.told().questions
    day = (last.meeting_on or last.on).isoformat()
    noted = last.questions.exclude(state=Asked.OPEN)
    return [{"ask": questions[each.number - 1].ask.say(), "state": each.state, "note": each.note, "on": day} for each in noted]


def _refuse_empty(about: About, given: Given) -> None:
    if not (given.figures or given.tasks or given.findings or given.last):
        raise Refused("brief-empty", about=about.named, on=given.on)


def _refuse_unless(by: Any, place: Any) -> None:
    if not may(by, COMPOSING, place):
        raise Refused("not-allowed-here", place=str(place))
