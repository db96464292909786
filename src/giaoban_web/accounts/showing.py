"""While something is only shown to a person, what she may do is asked of the database once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from giaoban_web.ui import remembering


@contextmanager
def showing(user: Any) -> Iterator[None]:
    """What `user` may do, and which indicators there are, is asked once: nothing that she does changes it meanwhile.

    For what is looked up before an action, and for what is shown after one; an action itself asks anew.
    """
    if not user.is_authenticated:
        yield
        return
    before, user.remembered = user.remembered, {}
    try:
        with remembering.showing():
            yield
    finally:
        user.remembered = before
