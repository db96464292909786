"""Places over time. A code may be given again to another place, so the key is (code, valid_from)."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from giaoban_web.places.kinds import LEVELS, LOWEST_LEVEL, Basis, EventKind, Kind
from giaoban_web.places.paths import PathField, above

__all__ = ["Basis", "Boundary", "Change", "Event", "EventKind", "Kind", "Place", "Share"]


class Event(models.Model):
    """What happened to places on a day by a legal act: a merger, a split … or the undoing of another event.

    source  where it was read; `doubt` what of it is not verified, or where sources disagree
    by      who declared it; nobody for what came with a loaded table
    """

    kind = models.CharField(_("kind of change"), max_length=16, choices=EventKind.choices)
    on = models.DateField(_("day of the change"))
    act = models.CharField(_("legal act"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    doubt = models.CharField(_("not verified"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        verbose_name = _("change of places")
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on:%d/%m/%Y}"


class PlaceQuerySet(models.QuerySet["Place"]):
    """Places, to be narrowed."""

    def on(self, day: date) -> Self:
        """Those valid on `day`."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)

    def below(self, place: "Place") -> Self:
        """`place` itself and everything under it."""
        return self.filter(path__startswith=place.path)


EveryManager = models.Manager.from_queryset(PlaceQuerySet)


class StandingManager(EveryManager["Place"]):
    """Places but for those that an undone change had made."""

    def get_queryset(self) -> PlaceQuerySet:
        found: Any = super().get_queryset()
        standing: PlaceQuerySet = found.filter(withdrawn=False)
        return standing


class Place(models.Model):
    """One place with one kind, name, parent and extent, from `valid_from` (included) to `valid_to` (excluded, empty while it stands).

    path       see `paths`: the same for all versions of one unit; one place is below another if its path starts with the other's
    lat, lon   degrees, WGS 84, of a point within it
    area       square kilometres
    doubt      what of this row is not verified, or where sources disagree
    heirs      paths outside its own on which a role granted here holds too: what was made entirely out of places below it
    began_by, ended_by   the events that made and ended this version
    withdrawn  the event that made it was undone: kept for what points at it, shown nowhere
    """

    code = models.CharField(_("code"), max_length=10)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    name = models.CharField(_("place name"), max_length=120)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("parent"))
    path = PathField(max_length=80, db_index=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    folded = models.CharField(max_length=140, db_index=True, help_text=_("Kind and name without accents, for search."))
    source = models.CharField(_("source"), max_length=300, blank=True)
    doubt = models.CharField(_("not verified"), max_length=500, blank=True)
    lat = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    lon = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    area = models.DecimalField(_("area in km²"), max_digits=12, decimal_places=4, null=True, blank=True)
    heirs: Any = models.JSONField(default=list, editable=False)
    began_by = models.ForeignKey(Event, models.PROTECT, null=True, related_name="made", editable=False)
    ended_by = models.ForeignKey(Event, models.PROTECT, null=True, related_name="ended", editable=False)
    withdrawn = models.BooleanField(default=False, editable=False)

    objects = StandingManager()
    every = models.Manager()

    class Meta:
        verbose_name = _("place")
        ordering = ["path", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="place_key", condition=Q(withdrawn=False)),
            models.CheckConstraint(name="place_ends_after_it_starts", condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from"))),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    def get_absolute_url(self) -> str:
        """Its page, as of the last day on which it was so."""
        address = reverse("overview:place", args=[self.code])
        return f"{address}?on={self.last_day.isoformat()}" if self.last_day else address

    @property
    def last_day(self) -> date | None:
        """The last day on which it was so; None while it stands."""
        return self.valid_to - timedelta(days=1) if self.valid_to else None

    @property
    def title(self) -> str:
        """Kind and name as a heading: "Thị xã Đông Triều"."""
        return f"{self.kind[:1].upper()}{self.kind[1:]} {self.name}"

    @property
    def level(self) -> int:
        """1 for a province or a city that is one, 2 for what was a district, 3 for a commune and its like."""
        return 1 if self.depth == 1 else max(2, LEVELS.get(Kind(self.kind), LOWEST_LEVEL))

    @property
    def depth(self) -> int:
        """How many places from the root down to this one."""
        return str(self.path).count("/")

    @property
    def paths_above(self) -> list[str]:
        """Paths from the root down to the place this one lies in."""
        return above(self.path)


class Change(models.Model):
    """One place became another by an event, wholly or in part."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="changes", verbose_name=_("change of places"))
    before = models.ForeignKey(Place, models.PROTECT, related_name="later", verbose_name=_("before"))
    after = models.ForeignKey(Place, models.PROTECT, related_name="earlier", verbose_name=_("after"))
    part = models.BooleanField(_("in part"), default=False)

    class Meta:
        verbose_name = _("change of a place")
        ordering = ["event__on", "before", "after"]
        constraints = [models.UniqueConstraint(fields=["event", "before", "after"], name="place_change_once")]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"

    @property
    def ends_level(self) -> bool:
        """Whether it only tells what a place that ended with its level left to those in it."""
        return self.event.kind == EventKind.ABOLITION and self.before.code != self.after.code

    @property
    def on(self) -> date:
        return self.event.on

    @property
    def act(self) -> str:
        return self.event.act

    @property
    def kind(self) -> str:
        return self.event.kind

    def get_kind_display(self) -> str:
        return self.event.get_kind_display()


class Share(models.Model):
    """How much of `before` went to `after` in a change that is one in part, by what it was measured: 0.25 is a quarter."""

    change = models.ForeignKey(Change, models.CASCADE, related_name="shares")
    basis = models.CharField(_("basis"), max_length=10, choices=Basis.choices)
    share = models.DecimalField(_("share"), max_digits=13, decimal_places=12)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("share of a place")
        constraints = [
            models.UniqueConstraint(fields=["change", "basis"], name="place_share_once"),
            models.CheckConstraint(name="place_share_is_a_part", condition=Q(share__gte=0) & Q(share__lte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.basis} {self.share}"

    @property
    def percent(self) -> Decimal:
        """The share in percent, rounded for reading."""
        return percent(self.share)


def percent(share: Decimal) -> Decimal:
    """A share in percent, to two decimals."""
    return (share * 100).quantize(Decimal("0.01"))


class Boundary(models.Model):
    """The outline of one place as GeoJSON (Polygon or MultiPolygon, degrees, WGS 84)."""

    place = models.OneToOneField(Place, models.PROTECT, primary_key=True, related_name="boundary")
    geometry: Any = models.JSONField()
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("boundary")

    def __str__(self) -> str:
        return str(self.place)
