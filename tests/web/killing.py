"""Processes of their own, that a test can kill: each works on the database of the suite over its own connection, and says where it is.

All come from one process that has loaded the web once: to load it for each took longer than what they do.
"""

import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Self

from tests.databases import use

FORKING = get_context("forkserver")
FORKING.set_forkserver_preload(["tests.web.loaded"])
PATIENCE = 600
"""Seconds in which a process says something, and which it waits to be killed: a machine with much to do takes long."""
Say = Callable[[Any], None]


class Process:
    """It does work(say, *given) and ends; `with` waits for its end."""

    def __init__(self, work: Callable[..., None], *given: Any) -> None:
        from django.db import connection

        self._heard, says = FORKING.Pipe(duplex=False)
        self._process = FORKING.Process(target=_begun, args=(work, {**connection.settings_dict}, says, *given), daemon=True)
        self._process.start()
        says.close()

    def said(self) -> Any:
        """What it says next."""
        assert self._heard.poll(PATIENCE), "it says nothing"
        return self._heard.recv()

    def killed(self) -> int | None:
        """Kill it (SIGKILL); its exit code."""
        self._process.kill()
        self._process.join()
        return self._process.exitcode

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_raised: Any) -> None:
        if kind:
            self._process.kill()
        self._process.join()
        self._heard.close()


def wait_at(say: Say, wanted: str, point: str, where: object, name: str) -> None:
    """Let the process say that it has come to `point`, just before `name` runs, and wait there to be killed."""
    if wanted == point:
        setattr(where, name, lambda *_arguments, **_named: wait(say, point))


def wait(say: Say, point: str) -> None:
    """Say `point`, and wait there to be killed."""
    say(point)
    time.sleep(PATIENCE)


def _begun(work: Callable[..., None], database: dict[str, Any], says: Connection, *given: Any) -> None:
    use(database)
    work(says.send, *given)
