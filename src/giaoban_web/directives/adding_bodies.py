"""A name in a form that no body bears: whoever keeps bodies adds it from there, who drafts proposes it; the form stays.

So is a name that was read in a record, before anybody types anything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.forms import BoundField, Form
from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext as _

from giaoban.model import Refused
from giaoban.reference.body_names import MANY, several, tails
from giaoban.reference.folding import words as folded_words
from giaoban_web.accounts.queries import may
from giaoban_web.bodies import actions, proposing
from giaoban_web.bodies.fields import said
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import line, normal
from giaoban_web.directives.body_fields import NamedBody
from giaoban_web.places.models import Place

ADDING = "add_body"
"""The name of the button; its value is the key of the place and the name of the field."""
EVERY = "*"
"""In place of the field: every name that is missing."""
UNKNOWN = frozenset({"unknown", "unlike"})
LONGEST = 200
"""Characters of a name; longer words that were read are none."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that no body bears, and the field in which it stands.

    around  the places at which `user` may add or else propose it, nearest first; own: the one below them that the name itself says
    """

    name: str
    field: BoundField
    around: Sequence[Place]
    proposed: bool
    own: Place | None = None

    @property
    def places(self) -> Sequence[Place]:
        """Where it may be kept, likeliest first."""
        return [self.own, *self.around] if self.own else self.around


def missing(user: Any, form: Form, near: Place | None, read: Mapping[str, str]) -> list[Missing]:
    """Each unknown name once: those typed, and of fields left empty those read.

    read  by the name of a field the words of the record, where they name nobody that is known
    """
    kept = _allowed(user, "bodies.keep", near)
    places = kept or _allowed(user, "bodies.propose", near)
    fields = [form[name] for name, errors in form.errors.as_data().items() if _unknown(form, name, errors)]
    by_name = {words: form[field] for words, field in reversed(_unborne(form, read))}
    by_name |= {str(field.data).partition(" · ")[0].strip(): field for field in reversed(fields)}
    permission = "bodies.keep" if kept else "bodies.propose"
    own = {name: _own(user, permission, name, near) for name in by_name} if places else {}
    return [Missing(name, field, places, not kept, own.get(name)) for name, field in reversed(by_name.items())]


def add_asked(request: HttpRequest, form: Form, near: Place | None, read: Mapping[str, str]) -> tuple[QueryDict, Refused | None]:
    """Add or propose the body that the pressed button names, or all that are missing, and say so.

    Gives what the form holds from now on, each body in every empty field for which its name was read; and the refusal where one cannot be.
    """
    key, _space, field = request.POST.get(ADDING, "").partition(" ")
    asked = [each for each in missing(request.user, form, near, read) if field in (EVERY, each.field.name)]
    data, made, refused = request.POST.copy(), [], None
    for each in asked:
        place = next((place for place in each.places if str(place.pk) == key), None)
        if place is None:
            continue
        place = each.own or place if field == EVERY else place
        make = proposing.propose if each.proposed else actions.add
        try:
            made.append(make(place=place, name=each.name, by=request.user))
        except Refused as refusal:
            refused = refused or refusal
    if made:
        messages.success(request, _told(made[0]) if len(made) == 1 else _all_told(made))
    for name, words in read.items():
        body = next((each for each in made if normal(words) == normal(each.name)), None)
        if body and not data.get(name, "").strip():
            data[name] = said(body)
    return data, refused


def _all_told(made: Sequence[Body]) -> str:
    if made[0].proposed_by_id:
        text = _("%(count)s bodies were proposed at %(place)s and can be named at once. Tasks go out when they are confirmed.")
    else:
        text = _("%(count)s bodies were added at %(place)s. What they stand under and who sits there is filled in on their pages.")
    return text % {"count": len(made), "place": ", ".join(dict.fromkeys(f"{each.place}" for each in made))}


def _told(made: Body) -> str:
    if made.proposed_by_id:
        said = _("“%(body)s” was proposed at %(place)s and can be named at once. The task goes out when the body is confirmed.")
    else:
        said = _("“%(body)s” was added at %(place)s. What it stands under and who sits there is filled in on its page.")
    text = said % {"body": made.name, "place": made.place}
    return format_html('{} <a href="{}" target="_blank" rel="noopener">{}</a>', text, made.get_absolute_url(), _("Open its page"))


def _allowed(user: Any, permission: str, near: Place | None) -> list[Place]:
    if near is None:
        return []
    around = Place.objects.filter(path__in=line(near), valid_to=None).order_by("-path")
    return [each for each in around if may(user, permission, each)]


def _own(user: Any, permission: str, name: str, near: Place | None) -> Place | None:
    """The one place below `near` whose kind and name end the name: "Phòng Kinh tế phường Mạo Khê" is the ward's, not the province's."""
    below = {"path__startswith": near.path, "valid_to": None} if near else {"pk": None}
    found = [each for each in Place.objects.filter(folded__in=tails(name), **below) if each != near and may(user, permission, each)]
    return found[0] if len(found) == 1 else None


def _unborne(form: Form, read: Mapping[str, str]) -> list[tuple[str, str]]:
    """Words that no body bears as a name, with the empty field that they were read for."""
    empty = [(words, name) for name, words in read.items() if _one_name(words) and not form[name].value()]
    borne = _borne({normal(words) for words, _name in empty})
    return [(words, name) for words, name in empty if normal(words) not in borne]


def _one_name(words: str) -> bool:
    """Whether they may be the name of a body; "Sở Tài chính và Sở Nội vụ", "các xã" are none.

    A comma alone parts no name: "Phòng Kinh tế, Hạ tầng và Đô thị".
    """
    return len(words) <= LONGEST and bool(found := folded_words(words)) and found[0] not in MANY and not several(words)


def _borne(names: Iterable[str]) -> set[str]:
    """Every name of the standing bodies that bear one of these names; all as names are compared."""
    sought = {name: Q(folded__contains=f"|{name}|") for name in names}
    if not sought:
        return set()
    held = Body.objects.standing().filter(reduce(or_, sought.values())).values_list("folded", flat=True)
    return {name for folded in held for name in folded.strip("|").split("|")}


def _unknown(form: Form, name: str, errors: Sequence[Any]) -> bool:
    return isinstance(form.fields.get(name), NamedBody) and any(each.code in UNKNOWN for each in errors)
