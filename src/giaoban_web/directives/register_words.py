"""Tasks found by their words, accents or not: issued ones by the index of the search, drafts one by one.

The index shows what it holds to whoever has a role at the place; a draft is not for all of them, so it is never in it.
"""

from typing import Any

from django.db.models import Q, QuerySet

from giaoban.directives.states import State
from giaoban.reference.folding import fold, words
from giaoban_web.directives.models import Directive
from giaoban_web.search import actions as search
from giaoban_web.search import index
from giaoban_web.search.models import Entry
from giaoban_web.search.query import Query, otherwise, parse
from giaoban_web.ui.numbers import whole

DRAFTS = 500
"""Of the drafts that a person sees, the latest so many are looked through."""


def index_task(task: Directive) -> None:
    """Let an issued task be found by its words, its product and its lead."""
    body = " · ".join(filter(None, (task.wording if task.work else "", task.product, str(task.lead or ""))))
    search.index(task, title=str(task), body=body, place=task.place, url=task.get_absolute_url(), on=task.given_on)


def index_moved(*, directive: Directive, **_rest: Any) -> None:
    """With every event but those of a draft, which is never found by everybody."""
    if directive.state != State.DRAFT and directive.issued_on:
        index_task(directive)


def holding(text: str, seen: QuerySet[Directive]) -> Q:
    """Tasks with all words of `text`, drafts among those that a person sees; a number is also the number of a task."""
    number = whole(text)
    held = Q(pk__in=[] if number is None else [number])
    for asked in filter(None, (parse(text), *otherwise(text))):
        entries = Entry.objects.filter(subject_type=Directive._meta.label_lower, pk__in=index.holding(asked.words, asked.prefix))
        for phrase in asked.phrases:
            entries = entries.filter(words__contains=f" {phrase} ")
        held |= Q(pk__in=entries.values("subject_id")) | Q(pk__in=_drafts(asked, seen))
    return held


def _drafts(asked: Query, seen: QuerySet[Directive]) -> list[int]:
    rows = seen.filter(state=State.DRAFT).order_by("-pk").values_list("pk", "wording", "work", "lead__name")[:DRAFTS]
    return [key for key, *told in rows if _holds(asked, " ".join(filter(None, told)))]


def _holds(asked: Query, text: str) -> bool:
    said = [fold(word) for word in words(text)]
    spaced = f" {' '.join(said)} "
    begun = not asked.prefix or any(word.startswith(asked.prefix) for word in said)
    return begun and set(asked.words) <= set(said) and all(f" {phrase} " in spaced for phrase in asked.phrases)
