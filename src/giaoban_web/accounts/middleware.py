"""What is done for every request of somebody who is signed in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from giaoban_web.ui import remembering

SHOWING = frozenset({"GET", "HEAD"})


class RememberingMiddleware:
    """While a page is only shown, what a person may do, and which indicators there are, is asked of the database once.

    Nothing that she does changes it meanwhile.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SHOWING:
            return self.get_response(request)
        if request.user.is_authenticated:
            request.user.remembered = {}
        with remembering.showing():
            return self.get_response(request)
