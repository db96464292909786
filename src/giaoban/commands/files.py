"""What the commands share: a file that cannot be used is named with the reason, and what is printed may be cut short."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from giaoban import messages
from giaoban.model import Refused
from giaoban.usage import say_no_more

Thing = TypeVar("Thing")
STDOUT = "stdout"
UNWRITTEN = 2
"""The exit status where what was read or made cannot be written."""


class Unusable(Exception):
    """A file that cannot be used: its name, and why in both languages."""


def taken_from(path: Path, take: Callable[[bytes], Thing]) -> Thing:
    """What `take` makes of the bytes of a file. `Unusable` where it cannot be opened or `take` refuses it."""
    try:
        return take(path.read_bytes())
    except Refused as refused:
        raise Unusable(said(refused, f"{path}: ")) from refused
    except OSError as error:
        raise Unusable(said(Refused("file-not-opened", name=path, why=error))) from error


def write(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all. `Unusable` where that cannot be done."""
    try:
        write_whole(path, [data])
    except OSError as error:
        raise Unusable(said(Refused("file-not-written", name=path, why=error))) from error


def write_whole(path: Path, pieces: Iterable[bytes]) -> int:
    """Write a file, whole or not at all: what was there before stays until all of it is written. Gives its bytes.

    What is no file (a pipe, /dev/null) takes them as they come.
    """
    whole = path.resolve()
    unfinished = whole.with_name(f".giaoban-{os.getpid()}.part")
    there = whole.exists()
    try:
        if there and not whole.is_file():
            return _written(whole, pieces)
        size = _written(unfinished, pieces)
        if there:
            unfinished.chmod(whole.stat().st_mode)
        unfinished.replace(whole)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return size


def _written(path: Path, pieces: Iterable[bytes]) -> int:
    with path.open("wb") as file:
        return sum(map(file.write, pieces))


def unwritten(name: object, error: OSError) -> int:
    """Say that something cannot be written, and why; nothing more is printed then. The exit status."""
    if name == STDOUT:
        say_no_more()
    print(said(Refused("file-not-written", name=name, why=error)), file=sys.stderr)
    return UNWRITTEN


def said(refused: Refused, before: str = "") -> str:
    """The sentence of a refusal in each language, one a line, `before` at the beginning of each."""
    return "\n".join(f"{before}{messages.say(refused, language)}" for language in messages.LANGUAGES)


def printable(path: Path) -> str:
    """The name of a file as a paper may show it, whatever bytes it is of."""
    return str(path).encode("utf-8", "backslashreplace").decode()


@contextmanager
def cut_short() -> Iterator[None]:
    """Who reads what is printed within may stop reading (`| head`): nothing is wrong then, and nothing more is said."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        say_no_more()
