"""Learning from what people decided, and taking that back."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from giaoban.model import Refused
from giaoban.reading.learning import lessons
from giaoban.reading.learning.adapting import Progress
from giaoban.reading.learning.lessons import Outcome
from giaoban.reading.learning.told import Told
from giaoban.reading.weights import shipped_stamp
from giaoban_web.accounts.queries import may
from giaoban_web.history import actions as history
from giaoban_web.learning import shelf
from giaoban_web.learning.models import Lesson
from giaoban_web.learning.queries import weights_in_use

KEEP = "learning.keep"
LEARNED, TAKEN, LEFT = _("reader learned, and not better"), _("reader learned, and in use"), _("reader taken back")


def learn(texts: Sequence[Told], progress: Progress = lambda step: None) -> Lesson:
    """Learn weights from decided records and take those parts into use that read the records kept aside better.

    Refused with too few, while another lesson runs, and where others came into use meanwhile. Nothing is kept of one that was broken off.

    progress  hears the number of each step of `lessons.STEPS`
    """
    with shelf.alone():
        parted, seen = lessons.parted(texts), _standing()
        return keep(parted, _made(parted, progress), seen)


def _made(parted: lessons.Parted, progress: Progress) -> lessons.Lesson:
    own, aside = parted.own, parted.aside
    finds = sum(each.finds for each in own)
    if finds < lessons.CASES or not aside:
        raise _too_few(finds, own, aside)
    made = lessons.lesson(own, aside, weights_in_use(), progress, kept=parted.kept)
    if not any(each.enough for each in made.outcomes):
        raise _too_few(finds, own, aside)
    if made.taken or made.set_anew:
        shelf.keep(made.weights)
    return made


@transaction.atomic
def keep(parted: lessons.Parted, made: lessons.Lesson, seen: Lesson | None) -> Lesson:
    """The lesson with how it fared, in use where it is better; refused where not `seen` but another is in use by now."""
    if _standing() != seen:
        raise Refused("learn-meanwhile")
    better = made.taken or made.set_anew
    lesson = Lesson.objects.create(
        stamp=(made.weights if better else made.learned).stamp,
        base=shipped_stamp(),
        texts=len(parted.own),
        aside=len(parted.aside),
        kept=len(parted.kept),
        finds=sum(each.finds for each in parted.own),
        parts=[_row(each) for each in made.outcomes],
        shown=[asdict(each) for each in made.calibrations],
        taken_at=timezone.now() if better else None,
    )
    told = {"stamp": lesson.stamp, "texts": lesson.texts, "aside": lesson.aside, "parts": ", ".join(made.taken)}
    told["shown"] = ", ".join(made.set_anew)
    history.record(lesson, TAKEN if lesson.taken_at else LEARNED, by=None, **told)
    return lesson


def _standing() -> Lesson | None:
    """The lesson in use: one takes long, and whoever goes back or learns elsewhere in the meantime is not overwritten."""
    return Lesson.objects.standing().first()


def _too_few(finds: int, own: Sequence[Told], aside: Sequence[Told]) -> Refused:
    held = sum(each.finds for each in aside)
    return Refused("learn-too-few", finds=finds, texts=len(own), held=held, aside=len(aside), needed=lessons.CASES, asked=lessons.ASKED)


def _row(outcome: Outcome) -> dict[str, Any]:
    row = {"part": outcome.part, "cases": outcome.cases, "before": asdict(outcome.before), "after": asdict(outcome.after)}
    return row | {"chance": round(float(outcome.chance), 4), "enough": outcome.enough, "taken": outcome.better}


@transaction.atomic
def take_back(by: Any = None, seen: str | None = None) -> Lesson:
    """Leave the weights in use for those used before them. Refused where the package's are in use.

    by    who does it on the page, refused to whom it is not allowed; nobody for the command
    seen  stamp of the weights that the person saw in use; refused where others are by now
    """
    if by is not None and not may(by, KEEP, None):
        raise Refused("learn-not-allowed")
    lesson = Lesson.objects.standing().select_for_update().first()
    if lesson is None:
        raise Refused("learn-nothing-to-take-back")
    if seen not in (None, lesson.stamp):
        raise Refused("learn-others-in-use", stamp=lesson.stamp)
    lesson.left_at = timezone.now()
    lesson.save(update_fields=["left_at"])
    history.record(lesson, LEFT, by=by, stamp=lesson.stamp)
    return lesson
