"""How many clarities each task lacks, counted anew when the tables by which it is judged are others."""

from django.db import transaction

from giaoban_web.directives.clarities import lacking
from giaoban_web.directives.models import Directive
from giaoban_web.directives.terms import task_of

AT_ONCE = 500


@transaction.atomic
def judge_again() -> int:
    """Bring the count of every task in line with what its page says; gives how many were another."""
    tasks = Directive.objects.select_related("lead", "acceptor").prefetch_related("supporting").order_by("pk")
    changed = []
    for directive in tasks.iterator(chunk_size=AT_ONCE):
        before, directive.vague = directive.vague, lacking(task_of(directive))
        if directive.vague != before:
            changed.append(directive)
    Directive.objects.bulk_update(changed, ["vague"], batch_size=AT_ONCE)
    return len(changed)
