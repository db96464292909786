"""An entry in words."""

from django.apps import apps
from django.utils.translation import gettext

from giaoban_web.history.models import Entry


def kind(subject_type: str) -> str:
    """The kind of thing in the reader's language; the bare type where the model is gone."""
    try:
        return gettext(str(apps.get_model(subject_type)._meta.verbose_name))
    except (LookupError, ValueError):
        return subject_type


def subject(entry: Entry) -> str:
    """What the entry is about: the kind of thing, and its number."""
    return f"{kind(entry.subject_type)} {entry.subject_id}"


def details(entry: Entry) -> str:
    """What else was noted, name by name."""
    return " · ".join(f"{gettext(name)}: {value}" for name, value in entry.details.items())
