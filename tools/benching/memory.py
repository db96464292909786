"""The most memory that reading a folder takes: all its processes together, shared pages counted once."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EVERY = 0.05
"""Seconds between two looks."""


def most(folder: Path) -> float:
    """Megabytes at the highest, while `giaoban read` reads a folder into another; not a number where the system does not tell."""
    if not Path("/proc/self/smaps_rollup").exists():
        return float("nan")
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "giaoban", "read", str(folder), "--json", "--out", out]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        highest = 0.0
        while running.poll() is None:
            highest = max(highest, sum(map(_held, _group(running.pid))))
            time.sleep(EVERY)
        if running.returncode:
            raise SystemExit(f"reading {folder} failed: status {running.returncode}")
    return highest


def folder_of(texts: list[str], copies: int, folder: Path) -> Path:
    """A folder that holds each text so many times."""
    folder.mkdir()
    for number, text in enumerate(texts * copies):
        (folder / f"t{number:05}.txt").write_text(text, "utf-8")
    return folder


def _group(leader: int) -> list[int]:
    """The processes of a session."""
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit() and _session(int(path.name)) == leader]


def _session(process: int) -> int:
    try:
        return os.getsid(process)
    except OSError:
        return 0


def _held(process: int) -> float:
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(row.split()[1]) / 1024 for row in rows if row.startswith("Pss:")), 0.0)
