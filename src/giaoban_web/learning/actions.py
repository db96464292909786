"""Learning from what people decided, and taking that back."""

from collections.abc import Callable, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from giaoban.model import Refused
from giaoban.reading.learning.adapting import Told, adapted, agreement
from giaoban_web.history import actions as history
from giaoban_web.learning import shelf
from giaoban_web.learning.models import Lesson
from giaoban_web.learning.queries import weights_in_use

TEXTS = 20
"""Decided records from which it is worth while to learn."""
MARKED = 20
"""Confirmed findings and directives that the records kept aside must hold, for their score to mean something."""
LEARNED, TAKEN, LEFT = _("reader learned, and not better"), _("reader learned, and in use"), _("reader taken back")


def learn(texts: Sequence[Told], progress: Callable[[int], None] = lambda number: None) -> Lesson:
    """Learn weights from decided records and take them into use if they read the records kept aside better. Refused with too few records.

    progress  hears the number of each round
    """
    aside, own = [each for each in texts if each.aside], [each for each in texts if not each.aside]
    used = weights_in_use()
    before = agreement(aside, used)
    if len(own) < TEXTS or before.marked < MARKED:
        raise Refused("learn-too-few", texts=len(own), needed=TEXTS, marked=before.marked, asked=MARKED)
    weights = adapted(own, progress)
    after = agreement(aside, weights)
    shelf.keep(weights)
    with transaction.atomic():
        lesson = Lesson.objects.create(
            stamp=weights.stamp,
            texts=len(own),
            aside=len(aside),
            marked=before.marked,
            read_before=before.read,
            pairs_before=before.pairs,
            read_after=after.read,
            pairs_after=after.pairs,
            taken_at=timezone.now() if after.f1 > before.f1 and weights != used else None,
        )
        history.record(lesson, TAKEN if lesson.taken_at else LEARNED, by=None, stamp=lesson.stamp, texts=lesson.texts, aside=lesson.aside)
    return lesson


@transaction.atomic
def take_back() -> Lesson:
    """Leave the weights in use for those used before them. Refused where the package's are in use."""
    lesson = Lesson.objects.standing().select_for_update().first()
    if lesson is None:
        raise Refused("learn-nothing-to-take-back")
    lesson.left_at = timezone.now()
    lesson.save(update_fields=["left_at"])
    history.record(lesson, LEFT, by=None, stamp=lesson.stamp)
    return lesson
