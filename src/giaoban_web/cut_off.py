"""A request of which the end is missing is none: what came of it is handed to nobody.

A client that closes, a line that breaks and a proxy that gives up leave the first part of a body. A server hands it on as if it were the
whole, and a record cut off in the middle would be kept as the record.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.http import parse_header_parameters
from django.views.defaults import bad_request

MULTIPART = "multipart/form-data"
TAIL = 1024
"""Bytes at the end of a body among which its last boundary stands."""
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class CutOffError(OSError):
    """The body ended before its end."""


class Whole:
    """The body of a request; reading raises `CutOffError` where it ends before so many bytes, or without `end`, and then it is `cut`."""

    cut = False

    def __init__(self, body: Any, length: int, end: bytes) -> None:
        self._body, self._left, self._end, self._tail = body, length, end, b""

    def read(self, size: int = -1) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        pieces = []
        while wanted:
            pieces.append(self._seen(self._body.read(wanted)))
            wanted -= len(pieces[-1])
        return b"".join(pieces)

    def readline(self, size: int = -1) -> bytes:
        most = self._left if size < 0 else min(size, self._left)
        return self._seen(self._body.readline(most)) if most else b""

    def _seen(self, data: bytes) -> bytes:
        self._left -= len(data)
        self._tail = (self._tail + data[-TAIL:])[-TAIL:]
        if not data or (self._left <= 0 and self._end not in self._tail):
            self.cut = True
            raise CutOffError("the body ended before its end")
        return data


class CutOffMiddleware:
    """No view sees a form that was cut off. To Django it is an empty one once somebody has tried to read it, as does whoever looks for the
    token of the form; that token may stand in a header and be right."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        if not getattr(request.META.get("wsgi.input"), "cut", False):
            return None
        return bad_request(request, UnreadablePostError("the body ended before its end"))


def whole(application: Application) -> Application:
    """The application, handed only requests that are whole."""

    def answer(told: dict[str, Any], start: Any) -> Iterable[bytes]:
        length = told.get("CONTENT_LENGTH") or ""
        if length.isdecimal() and int(length):
            told["wsgi.input"] = Whole(told["wsgi.input"], int(length), _end(told.get("CONTENT_TYPE") or ""))
        return application(told, start)

    return answer


def _end(content_type: str) -> bytes:
    kind, parameters = parse_header_parameters(content_type)
    return f"--{parameters.get('boundary', '')}--".encode("latin-1", "replace") if kind == MULTIPART else b""
