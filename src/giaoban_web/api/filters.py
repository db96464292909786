"""What stands after the question mark of an address: a name that the operation does not know is refused, never passed over."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.operation import Operation

from giaoban.model import Refused
from giaoban_web.api.named import PLACES, refuse_unknown
from giaoban_web.ui.middleware import ASKED

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
LANGUAGE: dict[str, Any] = {
    "name": ASKED,
    "in": "query",
    "required": False,
    "description": "Language of names in the answer: vi (also without it), en. With a key the header Accept-Language says it, too.",
    "schema": {"type": "string", "enum": list(LANGUAGES), "default": settings.LANGUAGE_CODE},
}
"""What every operation takes, as OpenAPI describes it."""


def install(api: NinjaAPI) -> None:
    """Let every operation of `api` refuse names that it does not know: `api-unknown-filter`."""
    for operation in _operations(api):
        operation.view_func = _checked(operation.view_func, known_of(operation))


def known_of(operation: Operation) -> tuple[str, ...]:
    """The names that an operation takes after the question mark, in the order of its description."""
    models = (each for each in operation.models if each.__ninja_param_source__ == "query")
    return (*(name for model in models for name in model.__ninja_flatten_map__), ASKED)


def _checked(view: Callable[..., Any], known: tuple[str, ...]) -> Callable[..., Any]:
    @wraps(view)
    def checked(request: HttpRequest, **values: Any) -> Any:
        if unknown := [name for name in request.GET if name not in known]:
            raise Refused("api-unknown-filter", names=", ".join(unknown), known=", ".join(known))
        if request.GET.get(ASKED, settings.LANGUAGE_CODE) not in LANGUAGES:
            expected = " or ".join(map(repr, LANGUAGES))
            raise ValidationError([{"type": "literal_error", "loc": ("query", ASKED), "msg": "", "ctx": {"expected": expected}}])
        for name in PLACES.intersection(known):
            if code := request.GET.get(name):
                refuse_unknown(code.replace("\0", ""))
        return view(request, **values)

    return checked


def _operations(api: NinjaAPI) -> Iterator[Operation]:
    for _prefix, router in api._routers:
        for path in router.path_operations.values():
            yield from path.operations
