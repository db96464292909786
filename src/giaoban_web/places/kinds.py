"""Kinds of places and of what happens to them, and by what a share is measured."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a place is, from province to ward."""

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


class EventKind(models.TextChoices):
    """What happens to places."""

    MERGER = "merger", _("merger")
    SPLIT = "split", _("split")
    RENAMING = "renaming", _("change of name")
    UPGRADE = "upgrade", _("change of kind")
    ABOLITION = "abolition", _("end of the level")
    MOVE = "move", _("change of parent")
    REARRANGEMENT = "rearrangement", _("rearrangement")
    UNDOING = "undoing", _("undoing")


class Basis(models.TextChoices):
    """The measure by which a share of a place is told."""

    POPULATION = "population", _("population")
    AREA = "area", _("area")
    COUNT = "count", _("count")
