"""Placing the texts of tasks that wait for it: new ones, and all of them by new weights."""

from collections.abc import Callable, Sequence

from django.db import transaction
from django.db.models import Q, QuerySet

from giaoban.directives.repetition import placed
from giaoban_web.directives.models import Directive, Position
from giaoban_web.directives.position_models import Text
from giaoban_web.directives.positions import digest, texts

TOGETHER, AT_ONCE = 50, 2_000
"""Texts placed at a time, in a second at most; rows looked at and written at a time."""


def fill(most: int | None = None, progress: Callable[[int], None] = lambda done: None) -> int:
    """Place what waits, the newest first, and keep it; gives how many.

    Several may do it at the same time: then some are placed twice, and lie where they lie.
    """
    done = 0
    while (most is None or done < most) and (some := _some(TOGETHER if most is None else min(TOGETHER, most - done))):
        _keep(some)
        done += len(some)
        progress(done)
    return done


def wait_for_all() -> int:
    """Let every task of which nothing is kept wait to be placed; gives how many texts."""
    last, count = 0, 0
    while some := list(Directive.objects.filter(positions=None, pk__gt=last).order_by("pk")[:AT_ONCE]):
        rows = [Position(directive=each, text=text, digest=digest(said)) for each in some for text, said in texts(each)]
        Position.objects.bulk_create(rows, ignore_conflicts=True)
        last, count = some[-1].pk, count + len(rows)
    return count


def waiting() -> QuerySet[Position]:
    """Those that lie by other weights, or by none: two ranges of an index, where "not these" would read all of them."""
    return Position.objects.filter(Q(weights__lt=placed.stamp()) | Q(weights__gt=placed.stamp()))


def _some(count: int) -> Sequence[Position]:
    if not waiting().exists():
        return ()
    return list(waiting().select_related("directive").order_by("-pk")[:count])


def _keep(rows: Sequence[Position]) -> None:
    """Stores positions of these texts. A text that was changed meanwhile has another digest and stays waiting."""
    said = {row.pk: text for row in rows if (text := dict(texts(row.directive)).get(Text(row.text)))}
    positions = placed.placed(said.values())
    with transaction.atomic():
        Position.objects.filter(pk__in=[row.pk for row in rows if row.pk not in said]).delete()
        for row in (row for row in rows if row.pk in said):
            text = said[row.pk]
            values = {"digest": digest(text), "weights": placed.stamp(), "numbers": placed.to_bytes(positions[text])}
            Position.objects.filter(pk=row.pk, digest=row.digest).update(**values)
