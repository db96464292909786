"""Places over time. A code may be given again to another place, so the key is (code, valid_from)."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    PROVINCE = "tỉnh", _("province")
    CITY = "thành phố", _("city")
    TOWN = "thị xã", _("town")
    DISTRICT = "huyện", _("district")
    QUARTER = "quận", _("urban district")
    WARD = "phường", _("ward")
    COMMUNE = "xã", _("commune")
    TOWNSHIP = "thị trấn", _("township")
    ZONE = "đặc khu", _("special zone")


LEVELS = {Kind.PROVINCE: 1, Kind.CITY: 2, Kind.TOWN: 2, Kind.DISTRICT: 2, Kind.QUARTER: 2}
LOWEST_LEVEL = 3


class PlaceQuerySet(models.QuerySet["Place"]):
    def on(self, day: date) -> Self:
        """Those valid on `day`."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)

    def below(self, place: "Place") -> Self:
        """`place` itself and everything under it."""
        return self.filter(path__startswith=place.path)


class Place(models.Model):
    """One place with one kind, name and parent, from `valid_from` (included) to `valid_to` (excluded, empty while it stands).

    path  codes from the root down to this place, each followed by "/": one place is below another if its path starts with the other's
    """

    code = models.CharField(_("code"), max_length=10)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    name = models.CharField(_("place name"), max_length=120)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("parent"))
    path = models.CharField(max_length=80, db_index=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    folded = models.CharField(max_length=140, db_index=True, help_text=_("Kind and name without accents, for search."))
    source = models.CharField(_("source"), max_length=300, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        ordering = ["path", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="place_key"),
            models.CheckConstraint(name="place_ends_after_it_starts", condition=Q(valid_to=None) | Q(valid_to__gt=models.F("valid_from"))),
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
        """1 for a province, 2 for what was a district, 3 for a commune and its like."""
        return LEVELS.get(Kind(self.kind), LOWEST_LEVEL)

    @property
    def codes_above(self) -> list[str]:
        """Codes from the root down to the place this one lies in."""
        return self.path.split("/")[:-2]


class ChangeKind(models.TextChoices):
    UPGRADE = "upgrade", _("change of kind")
    RENAMING = "renaming", _("change of name")
    MERGER = "merger", _("merger")
    SPLIT = "split", _("split")
    ABOLITION = "abolition", _("end of the level")


class Change(models.Model):
    """One place became another, wholly or in part, on a day and by a legal act."""

    on = models.DateField(_("day of the change"))
    kind = models.CharField(_("kind"), max_length=12, choices=ChangeKind.choices)
    before = models.ForeignKey(Place, models.PROTECT, related_name="later", verbose_name=_("before"))
    after = models.ForeignKey(Place, models.PROTECT, related_name="earlier", verbose_name=_("after"))
    part = models.BooleanField(_("in part"), default=False)
    act = models.CharField(_("legal act"), max_length=120)

    class Meta:
        verbose_name = _("change of a place")
        ordering = ["on", "before", "after"]
        constraints = [models.UniqueConstraint(fields=["on", "before", "after"], name="place_change_once")]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
