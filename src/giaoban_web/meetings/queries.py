"""Meetings that a person may see."""

from typing import Any

from django.db.models import QuerySet

from giaoban_web.accounts.queries import where
from giaoban_web.meetings.models import Meeting


def visible_to(user: Any) -> QuerySet[Meeting]:
    """Meetings about places where `user` may see records."""
    return Meeting.objects.filter(where(user, "records.view")).select_related("place")
