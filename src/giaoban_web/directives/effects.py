"""What a change of places would do to the tasks and bodies that are filed under them: they stay, and a preview says what is left to do."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from giaoban.model import Refused
from giaoban_web.bodies.models import Body
from giaoban_web.directives.models import Directive, State
from giaoban_web.places.effects import Effect, What
from giaoban_web.places.planning import Plan


def effects(plan: Plan) -> Iterable[Effect]:
    """How many tasks are not done yet, and how many bodies stand, at places that are no more by then."""
    lasting = {version.path for version in plan.makes}
    gone = [place.path for place in plan.ends if place.path not in lasting]
    tasks = Directive.objects.filter(place__path__in=gone)
    if count := (tasks.live() | tasks.filter(state=State.DRAFT)).count():
        yield Effect(_("tasks not done yet, drafts among them"), What.STAYS, count, Refused("place-tasks-stay"))
    if count := Body.objects.standing().filter(place__path__in=gone).count():
        yield Effect(_("bodies and posts"), What.STAYS, count, Refused("place-bodies-stay"))
