"""What the page of a change shows besides the change: apps above say what is theirs.

beside.register(function)   function(request, event) gives a piece of the page, or nothing
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from giaoban_web.places.models import Event

Show = Callable[[HttpRequest, Event], SafeString | None]
_shown: list[Show] = []


def register(show: Show) -> None:
    """Have it shown on the page of every change."""
    _shown.append(show)


def beside(request: HttpRequest, event: Event) -> list[Any]:
    """The pieces for whoever asks, in the order in which they were registered."""
    return [piece for show in _shown if (piece := show(request, event))]
