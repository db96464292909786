"""What is asked of the database once while one page is shown, whoever asks again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_known: ContextVar[dict[Any, Any] | None] = ContextVar("remembered while a page is shown", default=None)


@contextmanager
def showing() -> Iterator[None]:
    """While a page is shown, nothing that it asks for changes; afterwards, and in every other thread, nothing is remembered."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def remember(what: Any, ask: Callable[[], Any]) -> Any:
    """What `ask` gives; the same again while a page is shown, asked anew each time otherwise."""
    known = _known.get()
    if known is None:
        return ask()
    if what not in known:
        known[what] = ask()
    return known[what]
