"""The language of an answer, the way to the sign-in page and back, and the pages of what no view has caught."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from giaoban.model import Refused
from giaoban_web.errors import RETRY, status_of, trouble
from giaoban_web.ui.way_back import nearest, page_of

Answer = Callable[[HttpRequest], HttpResponse]


API, ASKED = "/api/", "lang"
"""Where programs ask, and by what name after the question mark they say in which language."""


class LanguageMiddleware:
    """Vietnamese unless the person chose otherwise: the choice of who is signed in, else the cookie, never the browser's own language.

    A program says it with each request: by `lang`, or with a key by the header Accept-Language, which no browser sets for it.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = chosen(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if request.path_info.startswith(API):
            patch_vary_headers(response, ["Accept-Language"])
        return response


def chosen(request: HttpRequest) -> str:
    """The code of a language of this installation."""
    if request.path_info.startswith(API) and (asked := _asked(request)):
        return asked
    own = getattr(request.user, "language", None)
    return own if own in dict(settings.LANGUAGES) else _by_cookie(request)


def _asked(request: HttpRequest) -> str:
    """The language in which a program wants its answer; empty where it does not say so, or in none that there is."""
    told = [request.GET.get(ASKED, "")]
    if "Authorization" in request.headers:
        told += [code.partition("-")[0] for code, _share in parse_accept_lang_header(request.headers.get("Accept-Language", ""))]
    return next((each for each in told if each in dict(settings.LANGUAGES)), "")


def _by_cookie(request: HttpRequest) -> str:
    told = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return told if told in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


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


class BusyMiddleware:
    """Whoever sends what the database cannot take just now is told why, and that nothing of it was kept; any other failure stays one."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return unserved(request, code) if (code := trouble(exception)) else None


def unserved(request: HttpRequest, code: str) -> HttpResponse:
    """The page that says why the database does not serve; it asks nothing of the database."""
    with translation.override(getattr(request, "LANGUAGE_CODE", None) or _by_cookie(request)):
        said = render_to_string("503.html", {"refusal": Refused(code), "busy": code == "database-busy"})
    page = HttpResponse(said, status=503)
    page["Retry-After"] = str(RETRY)
    return page


class SignInMiddleware(LoginRequiredMiddleware):
    """Whoever is not signed in is sent to the sign-in page, and back to the page on which she was.

    A part of a page that was asked for by script is answered with 401, so that the page stays with what is typed in it.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponse:  # type: ignore[override]
        if request.headers.get("HX-Request"):
            return HttpResponse(status=401)
        return redirect_to_login(page_of(request), self.get_login_url(view_func), self.get_redirect_field_name(view_func))


class NotAllowedMiddleware:
    """Whoever opens an address that only takes forms is shown the way to the page above it, not an empty answer."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or "text/html" not in request.headers.get("Accept", ""):
            return response
        page = render(request, "405.html", {"above": nearest(request.path)}, status=response.status_code)
        page["Allow"] = response["Allow"]
        return page
