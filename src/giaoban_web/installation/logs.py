"""How a line of the server's log looks: when, how bad, where in the program; never a word of a record or of a person.

What an error says may quote the row that a database refused, the text that a reader tripped over, the address of a letter. So of an
error its kind and the way to it through the program are kept; its words only where it tells of the machine: a disk, a connection.
"""

import logging
from collections.abc import Iterator
from smtplib import SMTPException
from traceback import format_tb
from typing import Any

FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
OF_DATABASES = {"OperationalError", "InterfaceError"}
"""Names of what databases say of themselves, whichever package says it: no row is quoted in it."""


class WithoutWords(logging.Formatter):
    """Errors without what they say, save what they say of the machine."""

    def __init__(self) -> None:
        super().__init__(FORM)

    def formatException(self, ei: Any) -> str:  # noqa: N802
        told = ["".join([*format_tb(error.__traceback__), _named(error)]) for error in _chain(ei[1])]
        return "\n".join(reversed(told))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error, then what it came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _named(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    said = _of_the_machine(error)
    return f"{kind}: {said}" if said else kind


def _of_the_machine(error: BaseException) -> str:
    if isinstance(error, SMTPException):
        return str(getattr(error, "smtp_code", ""))
    if isinstance(error, OSError) or OF_DATABASES & {each.__name__ for each in type(error).__mro__}:
        return str(error).partition("\n")[0]
    return ""
