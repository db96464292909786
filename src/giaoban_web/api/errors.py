"""Every refusal as JSON: its code, and what it says in both languages."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import override
from django.views.defaults import page_not_found, server_error
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.api import faults
from giaoban_web.errors import RETRY, trouble
from giaoban_web.records.uploads import LARGEST, too_large
from giaoban_web.ui.middleware import unserved


class Error(Schema):
    """Why the request was refused.

    code  stable, for programs
    vi    the sentence for people, in Vietnamese
    en    the same in English
    """

    code: str
    vi: str
    en: str


JSON = "application/json"
NOT_ALLOWED = frozenset({"not-allowed-here", "move-not-yours"})
NOT_KNOWN = frozenset({"api-unknown-filter"})


def files(*media_types: str) -> dict[str, Any]:
    """What the description says of an answer that is a file in one of these forms."""
    whole = {"schema": {"type": "string", "format": "binary"}}
    forms = dict.fromkeys(media_types, whole) | {each: {"schema": {"type": "object"}} for each in media_types if each == JSON}
    return {"responses": {200: {"description": "OK", "content": forms}}}


UNREADABLE = ({"type": "form_invalid", "loc": ("body",)},)
"""A form that breaks off, or does not say where its parts begin."""
DECLARED = {400: Error, 401: Error, 403: Error, 404: Error, 409: Error, 422: Error}


def install(api: NinjaAPI) -> None:
    """Let `api` answer every refusal with an `Error`."""
    statuses = {
        AuthenticationError: (401, "api-not-signed-in"),
        PermissionDenied: (403, "api-not-allowed"),
        Http404: (404, "api-not-found"),
    }
    for kind, (status, code) in statuses.items():
        api.add_exception_handler(kind, _fixed(api, status, code))
    api.add_exception_handler(Refused, lambda request, refused: answer(api, request, refused, _status(refused)))
    api.add_exception_handler(ValidationError, lambda request, error: answer(api, request, _not_understood(request, error), 422))
    api.add_exception_handler(HttpError, lambda request, error: answer(api, request, *_told(error)))
    for kind in (UnreadablePostError, MultiPartParserError):
        api.add_exception_handler(
            kind, lambda request, error: answer(api, request, Refused("api-not-understood", what=faults.told(UNREADABLE)), 400)
        )
    api.add_exception_handler(OperationalError, lambda request, error: _busy(api, request, error))


def no_such_address(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page that says so; under /api/ an `Error`, since a program asks there."""
    if request.path_info.startswith("/api/"):
        return JsonResponse(body(Refused("api-not-found")), status=404)
    return page_not_found(request, exception)


def with_methods_told(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, answering an `Error` to a program that asks for what the address does not do."""

    @wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if not isinstance(response, HttpResponseNotAllowed) or "text/html" in request.headers.get("Accept", ""):
            return response
        refused = Refused("api-no-such-method", method=request.method or "", allowed=response["Allow"])
        return JsonResponse(body(refused), status=405, headers={"Allow": response["Allow"]})

    return told


def failed(request: HttpRequest) -> HttpResponse:
    """The page for where everything failed; under /api/ an `Error`, which says so where the database does not serve."""
    code = trouble(sys.exc_info()[1])
    if request.path_info.startswith("/api/"):
        if not code:
            return JsonResponse(body(Refused("api-failed")), status=500)
        return JsonResponse(body(Refused(code)), status=503, headers={"Retry-After": str(RETRY)})
    return unserved(request, code) if code else server_error(request)


def answer(api: NinjaAPI, request: HttpRequest, refused: Refused, status: int) -> HttpResponse:
    """A refusal as it is sent: in both languages, with the status that fits it."""
    return api.create_response(request, body(refused), status=status)


def body(refused: Refused) -> dict[str, Any]:
    """What an `Error` of `refused` holds."""
    return {"code": refused.code, "vi": _said(refused, "vi"), "en": _said(refused, "en")}


def _said(refused: Refused, language: str) -> str:
    """The sentence with the names of states and moves in it in that language too, whatever the request is answered in."""
    with override(language):
        return say(refused, language)


def _told(error: HttpError) -> tuple[Refused, int]:
    """A write by session without its CSRF token, or a body that is no JSON."""
    if error.status_code == 403:
        return Refused("api-csrf-missing"), 403
    return Refused("api-not-understood", what=faults.told([{"type": "json_invalid", "loc": ("body",)}])), 422


def _status(refused: Refused) -> int:
    """403 for what no role allows, 400 for a name that the address does not know, what the refusal itself says of a conflict, else 422."""
    if refused.code in NOT_KNOWN:
        return 400
    return 403 if refused.code in NOT_ALLOWED else int(getattr(refused, "status", 422))


def _busy(api: NinjaAPI, request: HttpRequest, error: Exception) -> HttpResponse:
    """503 where the database does not serve, as for who waited in vain to write; what else it says stays a failure of ours."""
    code = trouble(error)
    if not code:
        raise error
    told = answer(api, request, Refused("api-busy" if code == "database-busy" else code), 503)
    told["Retry-After"] = str(RETRY)
    return told


def _fixed(api: NinjaAPI, status: int, code: str) -> Any:
    return lambda request, error: answer(api, request, Refused(code), status)


def _not_understood(request: HttpRequest, error: ValidationError) -> Refused:
    if too_large(request):
        return Refused("upload-too-large", limit=LARGEST // 1024**2)
    return Refused("api-not-understood", what=faults.told(error.errors))
