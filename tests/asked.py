"""What each test asks of the database, noted on SQLite, so that hundreds of tests of pages do not ask PostgreSQL the same.

The run on SQLite notes the kinds of statements that each test sends (a kind is a statement without its values). The run on PostgreSQL
leaves out a test of `OF_PAGES` if each kind that it sends is sent by `ENOUGH` of the tests that stay: decision 25 says why.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from django.db.backends.utils import CursorWrapper

ENOUGH = 3
"""Tests that send one kind of statement, besides those that are left out."""
OF_PAGES = tuple(f"tests/web/{app}/" for app in ("briefs", "directives", "ledger", "overview", "places", "records", "reminders"))
WHOLE = ("tests/web/ledger/test_relations.py", "tests/web/places/test_national.py")
"""Files of these that do something else on PostgreSQL, or do much at once."""
ENDS = re.compile(r"(SAVEPOINT|RELEASE|ROLLBACK)\b")
VALUES = re.compile(r"(?:%s|\b\d+\b)(?:, (?:%s|\b\d+\b))*")
ROWS = re.compile(r"\(\?\)(?:, \(\?\))+")
NOTES = "asked-*.json"


class Asked:
    """Notes what goes to the database while a test runs; `begin` says which."""

    def __init__(self) -> None:
        self.kinds: dict[str, set[str]] = {}
        self.unsure: set[str] = set()
        self.test = ""
        for name in ("execute", "executemany"):
            setattr(CursorWrapper, name, self._noting(getattr(CursorWrapper, name)))

    def begin(self, test: str) -> None:
        self.test = test

    def forget(self, test: str) -> None:
        """Of a test that did not come through it is not known what it asks."""
        self.unsure.add(test)

    def keep(self, folder: Path) -> None:
        """What was noted, for the run on PostgreSQL."""
        said = {test: sorted(kinds) for test, kinds in self.kinds.items() if test not in self.unsure}
        if said:
            (folder / NOTES.replace("*", str(os.getpid()))).write_text(json.dumps(said), "utf-8")

    def _noting(self, plain: Any) -> Any:
        def noted(cursor: Any, sql: Any, *rest: Any, **named: Any) -> Any:
            if isinstance(sql, str) and not ENDS.match(sql):
                self.kinds.setdefault(self.test, set()).add(kind(sql))
            return plain(cursor, sql, *rest, **named)

        return noted


@cache
def kind(sql: str) -> str:
    """A short name of the statement without its values, and without how many they are."""
    return blake2b(ROWS.sub("(?)", VALUES.sub("?", sql)).encode(), digest_size=8).hexdigest()


def noted(folder: Path) -> dict[str, set[str]]:
    """What the run on SQLite noted there; nothing where there was none."""
    return {test: set(kinds) for path in sorted(folder.glob(NOTES)) for test, kinds in json.loads(path.read_text("utf-8")).items()}


def left_out(items: Sequence[pytest.Item], asked: Mapping[str, Collection[str]]) -> list[pytest.Item]:
    """Those of which each kind of statement is sent by enough others that stay; the first ones of a file before the later."""
    senders = Counter(each for item in items for each in asked.get(item.nodeid, ()))
    found = []
    for item in filter(_of_pages, items):
        kinds = asked.get(item.nodeid, ())
        if kinds and all(senders[each] > ENOUGH for each in kinds):
            senders.subtract(kinds)
            found.append(item)
    return found


def _of_pages(item: pytest.Item) -> bool:
    """Whether it may be left out: real transactions and laws are tried on each database."""
    database = item.get_closest_marker("django_db")
    real = database is not None and database.kwargs.get("transaction", False)
    return item.nodeid.startswith(OF_PAGES) and not item.nodeid.startswith(WHOLE) and not real and not item.get_closest_marker("hypothesis")
