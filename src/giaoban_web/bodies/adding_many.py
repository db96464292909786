"""Many bodies and posts of one place at once, with who sits there: an office of four people has a dozen posts."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giaoban.model import Refused
from giaoban_web.bodies import actions
from giaoban_web.bodies.fields import BodyField
from giaoban_web.bodies.forms import PlacedForm
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.people import PersonField
from giaoban_web.places.models import Place

MOST = 100
BETWEEN = ":"


class Named(NamedTuple):
    """One line: a name, and who sits there; nobody where nobody is named."""

    name: str
    person: Any


class ManyForm(PlacedForm):
    """Names, one on each line, of what is kept at one place and stands under one body."""

    lines = forms.CharField(
        label=_("Names, one on each line"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Behind a colon who sits there from today: Head of the office: Nguyễn Thị A, or what she signs in with."),
    )
    superior = BodyField(label=_("Under"), required=False)
    are_posts = forms.BooleanField(label=_("They are posts (chức danh), not bodies"), required=False, initial=True)
    field_order = ("place", "lines", "superior", "are_posts")

    def __init__(self, data: Any = None, *, bodies: Any, **rest: Any) -> None:
        super().__init__(data, auto_id="many_%s", **rest)
        superior: Any = self.fields["superior"]
        superior.offer(bodies)

    def clean_lines(self) -> list[Named]:
        """Each line with the person that it names; whoever is not known is told with the number of her line."""
        found, wrong = [], []
        for number, text in enumerate(self.cleaned_data["lines"].splitlines(), 1):
            name, _colon, who = (part.strip() for part in text.partition(BETWEEN))
            if not name:
                continue
            try:
                found.append(Named(name[:200], PersonField(required=False).clean(who)))
            except forms.ValidationError as error:
                wrong.append(
                    forms.ValidationError(_("Line %(number)s: %(why)s"), params={"number": number, "why": " ".join(error.messages)})
                )
        if wrong:
            raise forms.ValidationError(wrong)
        if len(found) > MOST:
            raise forms.ValidationError(_("At most %(most)s at once."), params={"most": MOST})
        return found


@transaction.atomic
def add_all(*, place: Place, lines: Iterable[Named], superior: Body | None, are_posts: bool, by: Any) -> list[Body]:
    """All of them, each with who sits there from today; or none: refused as `actions.add` and `actions.seat` say, by the name."""
    made = []
    for name, person in lines:
        try:
            body = actions.add(place=place, name=name, by=by, is_post=are_posts, superior=superior)
            if person is not None:
                actions.seat(body=body, user=person, since=timezone.localdate(), by=by)
        except Refused as why:
            raise Refused("body-of-list", name=name, why=why) from None
        made.append(body)
    return made
