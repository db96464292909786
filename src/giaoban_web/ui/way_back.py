"""Where a person is led back to: the page on which she was, never an address that only takes forms."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, get_script_prefix, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def page_of(request: HttpRequest) -> str:
    """Path and query of the page from which a request came: its own where it asks for one, else as the browser says, else the nearest."""
    if request.method in {"GET", "HEAD"} and not request.headers.get("HX-Request"):
        return request.get_full_path()
    told = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not told or not url_has_allowed_host_and_scheme(told, {request.get_host()}):
        return nearest(request.path)
    parts = urlsplit(told)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def nearest(path: str) -> str:
    """The address above `path` that is one of ours: "/notices/1/" above "/notices/1/issue/"."""
    below = get_script_prefix().rstrip("/")
    path = path.removeprefix(below)
    while (path := path.rstrip("/").rpartition("/")[0] + "/") != "/":
        try:
            resolve(path)
        except Resolver404:
            continue
        break
    return f"{below}{path}"
