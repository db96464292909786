"""The day on which tasks are counted, in words: up to today a fact, beyond it a look ahead."""

from datetime import date

from django.utils import formats, timezone
from django.utils.translation import gettext as _


def ahead(day: date | None) -> bool:
    """Whether that day is still to come."""
    return day is not None and day > timezone.localdate()


def as_of(day: date) -> str:
    """ "Số liệu đến 12/03/2020"; of a day to come, that it is a look ahead and on what it rests."""
    words = _("Look ahead to %(at)s, should nothing be reported or changed until then") if ahead(day) else _("As of %(at)s")
    return words % {"at": formats.date_format(day, "SHORT_DATE_FORMAT")}
