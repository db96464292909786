"""What the commands share: a file that cannot be used is named with the reason, and what is printed may be cut short."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from giaoban import messages
from giaoban.model import Refused

Thing = TypeVar("Thing")


class Unusable(Exception):
    """A file that cannot be used: its name, and why in both languages."""


def taken_from(path: Path, take: Callable[[bytes], Thing]) -> Thing:
    """What `take` makes of the bytes of a file. `Unusable` where it cannot be opened or `take` refuses it."""
    try:
        return take(path.read_bytes())
    except Refused as refused:
        raise Unusable(said(refused, f"{path}: ")) from refused
    except OSError as error:
        raise Unusable(said(Refused("file-not-opened", name=path, why=error.strerror or error))) from error


def write(path: Path, data: bytes) -> None:
    """Write a file. `Unusable` where that cannot be done."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Unusable(said(Refused("file-not-written", name=path, why=error.strerror or error))) from error


def said(refused: Refused, before: str = "") -> str:
    """The sentence of a refusal in each language, one a line, `before` at the beginning of each."""
    return "\n".join(f"{before}{messages.say(refused, language)}" for language in messages.LANGUAGES)


@contextmanager
def cut_short() -> Iterator[None]:
    """Who reads what is printed within may stop reading (`| head`): nothing is wrong then, and nothing more is said."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
