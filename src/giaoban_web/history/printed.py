"""An entry in words."""

from django.apps import apps
from django.utils.translation import gettext

from giaoban_web.history.models import Entry


def subject(entry: Entry) -> str:
    """What the entry is about: the kind of thing in the reader's language, and its number."""
    try:
        kind = str(apps.get_model(entry.subject_type)._meta.verbose_name)
    except LookupError:
        kind = entry.subject_type
    return f"{gettext(kind)} {entry.subject_id}"


def details(entry: Entry) -> str:
    """What else was noted, name by name."""
    return " · ".join(f"{gettext(name)}: {value}" for name, value in entry.details.items())
