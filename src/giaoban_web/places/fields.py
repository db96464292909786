"""A field in which places are named by code or by name."""

import re
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _

from giaoban.reference.folding import fold
from giaoban_web.places.models import Place

LIKELY = 6
LONGEST = 200
"""No name of a place is longer; SQLite looks for no text beyond 50,000 bytes, PostgreSQL for none with a NUL."""


class Codes(forms.CharField):
    """Places that stand, apart by commas, codes by spaces too; gives them in that order.

    A name may come with its kind or without, accents do not matter; one that several places bear is refused with their codes.
    """

    def __init__(self, *, least: int, most: int, **rest: Any) -> None:
        self.least, self.most = least, most
        super().__init__(max_length=1000, **rest)

    def to_python(self, value: Any) -> list[Place]:  # type: ignore[override]
        pieces = [" ".join(piece.split()) for piece in re.split(r"[,;\n]", super().to_python(value) or "")]
        found = {place.pk: place for piece in pieces if piece for place in _places(piece)}
        if found and not self.least <= len(found) <= self.most:
            raise forms.ValidationError(self._how_many())
        return list(found.values())

    def _how_many(self) -> str:
        if self.most == 1:
            return _("Name one place.")
        return _("Name at least %(least)s places and at most %(most)s.") % {"least": self.least, "most": self.most}


def said(place: Place) -> str:
    """The place with its code, so that it is told from others of its name."""
    above = Place.objects.filter(path__in=place.paths_above[-1:], valid_to=None).first()
    return f"{place.code} {place.title}" + (f" ({above.title})" if above else "")


def _places(piece: str) -> list[Place]:
    codes = piece.replace("\0", "")[:LONGEST].split()
    found = {place.code: place for place in Place.objects.filter(code__in=codes, valid_to=None)}
    if len(found) == len({*codes}):
        return [found[code] for code in codes]
    return [_named(" ".join(codes))]


def _named(name: str) -> Place:
    folded = " ".join(fold(name).split())
    found = list(Place.objects.filter(Q(folded=folded) | Q(folded__endswith=f" {folded}"), valid_to=None).order_by("path"))
    found = [place for place in found if place.folded == folded] or [place for place in found if fold(place.name) == folded]
    if not found:
        raise forms.ValidationError(_("No place that stands has the code or name “%(name)s”.") % {"name": name})
    if len(found) > 1:
        likely = "; ".join(said(place) for place in found[:LIKELY])
        raise forms.ValidationError(
            _("Several places are called “%(name)s”. Write the code of the one you mean: %(likely)s.") % {"name": name, "likely": likely}
        )
    return found[0]
