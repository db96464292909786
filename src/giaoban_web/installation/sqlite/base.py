"""The connection: a transaction, and a statement that writes outside of one, wait for their turn in this process before they ask SQLite.

Another process stands in no queue with this one; for it SQLite's own waiting remains.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from giaoban_web.installation.sqlite.turns import Turns

WAIT = 20.0
"""Seconds, where the settings tell none."""
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
OF_FILE: dict[str, Turns] = defaultdict(Turns)
"""The queue before each file."""


class Cursor(base.SQLiteCursorWrapper):
    """A cursor that lets whoever came before write first."""

    wrapper: "DatabaseWrapper"

    def execute(self, query: str, params: Any = None) -> Any:
        with self.wrapper.turn_for(query):
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Any) -> Any:
        with self.wrapper.turn_for(query):
            return super().executemany(query, param_list)


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite in a file with a queue before it."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._has_turn = False
        self._seconds = float(self.settings_dict["OPTIONS"].get("timeout", WAIT))

    @contextmanager
    def patience(self, seconds: float) -> Iterator[None]:
        """Within it, wait so long at most to write; then `OperationalError` is raised."""
        usual, self._seconds = self._seconds, seconds
        self._wait(seconds)
        try:
            yield
        finally:
            self._seconds = usual
            self._wait(usual)

    def create_cursor(self, name: str | None = None) -> Cursor:
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        cursor.wrapper = self
        return cursor

    @contextmanager
    def turn_for(self, query: str) -> Iterator[None]:
        """One's turn for a statement that is a transaction of its own."""
        if self._has_turn or self.in_atomic_block or not WRITES.match(query):
            yield
            return
        self._take_turn()
        try:
            yield
        finally:
            self._leave_turn()

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave_turn()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._leave_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._leave_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave_turn()

    def _take_turn(self) -> None:
        if not self.turns.take(self._seconds):
            raise OperationalError("database is locked")
        self._has_turn = True

    def _leave_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            self.turns.leave()

    def _wait(self, seconds: float) -> None:
        with self.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}")

    @property
    def turns(self) -> Turns:
        """The queue before this file."""
        return OF_FILE[str(self.settings_dict["NAME"])]
