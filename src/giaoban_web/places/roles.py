"""What a change of places does to the roles granted on them."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from giaoban.model import Refused
from giaoban_web.accounts.models import Grant
from giaoban_web.places.effects import Effect, What
from giaoban_web.places.planning import Plan, Version


def effects(plan: Plan) -> Iterable[Effect]:
    """How many roles go on for what is made, and how many do not since it is also made of places beyond them."""
    paths = [place.path for place in plan.ends]
    grants = list(Grant.objects.filter(user__is_active=True, place__path__in=paths).select_related("place"))
    sources: dict[Version, list[str]] = {}
    for link in plan.links:
        sources.setdefault(link.after, []).append(link.before.path)
    goes_on = stops = 0
    for grant in grants:
        reached = [grant.place.path, *grant.place.heirs]
        concerned = [found for found in sources.values() if any(path.startswith(grant.place.path) for path in found)]
        whole = all(all(path.startswith(tuple(reached)) for path in found) for found in concerned)
        goes_on, stops = goes_on + whole, stops + (not whole)
    if goes_on:
        yield Effect(_("roles"), What.GOES_ON, goes_on)
    if stops:
        yield Effect(_("roles"), What.REFUSED, stops, Refused("place-roles-stop"))
