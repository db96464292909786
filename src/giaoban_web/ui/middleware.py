"""The language of an answer, and the page of a refusal that no view has caught."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from giaoban.model import Refused
from giaoban_web.errors import status_of

Answer = Callable[[HttpRequest], HttpResponse]


class LanguageMiddleware:
    """Vietnamese unless the person chose otherwise: the choice of who is signed in, else the cookie, never the browser's own language."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = chosen(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def chosen(request: HttpRequest) -> str:
    """The code of a language of this installation."""
    choices = (getattr(request.user, "language", None), request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME))
    known = [code for code, _ in settings.LANGUAGES]
    return next((choice for choice in choices if choice in known), settings.LANGUAGE_CODE)


class RefusedMiddleware:
    """A `Refused` that leaves a view is told to the person instead of becoming a failure of the server."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        return render(request, "409.html", {"refusal": exception}, status=status_of(exception))
