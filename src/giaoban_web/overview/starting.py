"""The first steps of a new office: what is still to be done before anything can be confirmed, for whoever may do it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from giaoban_web.accounts.queries import granted_paths, people_of, places_of
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.records.models import Record


@dataclass(frozen=True, slots=True)
class Step:
    """One of them: what it is, why, where it is done, and whether it was."""

    name: str
    why: str
    url: str
    done: bool


def steps(user: Any) -> list[Step]:
    """Those that a person may take, in their order; none for who only reads or is given tasks."""
    found = []
    if granted_paths(user, "accounts.manage"):
        others = people_of(user).exclude(pk=user.pk).exists()
        found.append(Step(_("Add people"), _("a clerk for the records, a head of office for the tasks"), reverse("accounts:add"), others))
    if granted_paths(user, "bodies.keep"):
        bodies = Body.objects.filter(place__in=places_of(user, "bodies.keep"))
        seated = Seat.objects.filter(body__in=bodies).exists()
        found.append(Step(_("Add bodies and posts"), _("who is given tasks"), reverse("bodies:add"), bodies.exists()))
        found.append(Step(_("Say who sits for each body"), _("who finds its tasks at her desk"), reverse("bodies:list"), seated))
    if granted_paths(user, "records.put_in"):
        there = Record.objects.filter(place__in=places_of(user, "records.put_in")).exists()
        found.append(Step(_("Put in the first record"), _("minutes or news of a meeting"), f"{reverse('records:list')}#put-in", there))
        found.append(Step(_("Confirm what was read"), _("then it stands here and in the ledger"), reverse("records:list"), done=False))
    return found
