"""What is done for every request of somebody who is signed in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

SHOWING = frozenset({"GET", "HEAD"})


class RememberingMiddleware:
    """While a page is only shown, what a person may do is asked of the database once: nothing that she does changes it meanwhile."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SHOWING and request.user.is_authenticated:
            request.user.remembered = {}
        return self.get_response(request)
