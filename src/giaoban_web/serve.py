"""From an empty folder to a running server: database, static files, demo, gunicorn."""

import gc
import hashlib
import socket
import sys
import time
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from gunicorn.app.base import BaseApplication

from giaoban import __version__, messages
from giaoban.model import Refused
from giaoban_web.installation import readiness

NOBODY = (
    "Chưa có tài khoản nào: chạy `giaoban load places`, rồi `giaoban administrator TÊN MÃ-ĐỊA-BÀN`"
    " · Nobody has an account yet: run `giaoban load places`, then `giaoban administrator NAME CODE-OF-PLACE`"
)
UNUSED = ["*.map", *(f"BeVietnamPro-*{weight}*" for weight in ("Italic", "Thin", "Light", "ExtraBold", "Black"))]


def prepare() -> None:
    """Bring database and static files up to this version of the program. Quick when nothing changed; refused for what a newer one wrote."""
    _step("Cơ sở dữ liệu · database", _migrate)
    _step("Tệp tĩnh · static files", _collect_static)
    for doubt in readiness.doubts():
        print(f"! {messages.say(doubt, 'vi')}\n! {messages.say(doubt, 'en')}", file=sys.stderr, flush=True)


def run(*, host: str, port: int, threads: int, demo: bool) -> int:
    """Prepare and serve until stopped. Prints the address, and the demo sign-ins, once the server listens."""
    _refuse_taken(host, port)
    prepare()
    sign_ins: list[str] = []
    if demo:
        from giaoban_web import demo as sample

        _step("Dữ liệu mẫu · demo data", sample.load)
        sign_ins = sample.sign_ins()
    elif not _anybody():
        sign_ins = [NOBODY]
    lines = ["", f"Giaoban: http://{host}:{port}/", *sign_ins, "Dừng: Ctrl+C · Stop: Ctrl+C"]
    _Server(host, port, threads, "\n".join(lines)).run()
    return 0


def _refuse_taken(host: str, port: int) -> None:
    """Refused where the server could not listen: another one does, or this machine has no such address."""
    try:
        kind, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(kind, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        raise Refused("serve-address-taken", address=f"{host}:{port}", why=error) from error


def _anybody() -> bool:
    from giaoban_web.accounts.models import User

    return User.objects.exists()


def _step(name: str, do: Any) -> None:
    started = time.monotonic()
    print(f"… {name}", end="", flush=True)
    do()
    print(f"\r✓ {name} ({time.monotonic() - started:.1f} s)", flush=True)


def _migrate() -> None:
    readiness.refuse_newer()
    call_command("migrate", verbosity=0)
    call_command("check", databases=["default"], stdout=StringIO())


def _collect_static() -> None:
    """Collect only when the program's files changed: compressing them takes seconds."""
    stamp = Path(settings.STATIC_ROOT) / "stamp"
    now = _static_stamp()
    if not stamp.exists() or stamp.read_text() != now:
        try:
            call_command("collectstatic", interactive=False, verbosity=0, clear=True, ignore_patterns=UNUSED)
            stamp.write_text(now)
        except OSError as error:
            raise Refused("file-not-written", name=error.filename or settings.STATIC_ROOT, why=error) from error


def _static_stamp() -> str:
    package = Path(__file__).parent
    files = sorted(path for path in package.glob("*/static/**/*") if path.is_file())
    facts = [__version__, *(f"{path.relative_to(package)} {path.stat().st_mtime_ns}" for path in files)]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def settle() -> None:
    """Keep what the program itself is made of out of every later collection of garbage: else one page in twenty waits for it."""
    gc.collect()
    gc.freeze()


def _ready(told: str) -> None:
    from giaoban_web.reminders import daily

    daily.start() or daily.start_placing()
    settle()
    print(told, flush=True)


class _Server(BaseApplication):  # type: ignore[misc]
    """gunicorn in this process: one worker with threads, since SQLite has one writer and uploads stay in memory."""

    def __init__(self, host: str, port: int, threads: int, ready: str) -> None:
        self._settings = {
            "bind": f"{host}:{port}",
            "worker_class": "gthread",
            "workers": 1,
            "threads": threads,
            "timeout": 120,
            "graceful_timeout": 5,
            "accesslog": None,
            "loglevel": "warning",
            "control_socket_disable": True,
            "post_worker_init": lambda worker: _ready(ready),
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        from giaoban_web.wsgi import application

        return application
