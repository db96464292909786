"""Where learned weights lie: one folder each in GIAOBAN_VAR/weights, named by their stamp; the weights in use are read from there once."""

import fcntl
import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings

from giaoban.model import Refused
from giaoban.reading.weights import SHIPPED, Weights

log = logging.getLogger(__name__)


def folder() -> Path:
    """Where weights that were learned here lie."""
    return Path(settings.VAR) / "weights"


@contextmanager
def alone() -> Iterator[None]:
    """While it lasts nobody else on this machine learns: refused where somebody does. It ends with the process, however that ends."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / "lesson.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused("learn-running") from None
        yield


def keep(weights: Weights) -> None:
    """Write the tables down; they are whole in their folder or not there, for whoever may read the folder they stand in."""
    place = folder() / weights.stamp
    if place.exists():
        return
    folder().mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=folder()))
    for name, table in weights.own.items():
        (scratch / name).write_bytes(table)
    scratch.chmod(folder().stat().st_mode)
    scratch.replace(place)


def weights_of(stamp: str) -> Weights:
    """The weights of a stamp; those of the package, with a warning in the log, where their tables are not on this machine or not whole."""
    found = _read(stamp)
    if found.stamp != stamp:
        log.warning("the learned weights %s are not in %s: the package's are used", stamp, folder())
        return SHIPPED
    return found


def whole(stamp: str) -> bool:
    """Whether the tables of a stamp are on this machine, unchanged."""
    return _read(stamp).stamp == stamp


@cache
def _read(stamp: str) -> Weights:
    place = folder() / stamp
    return Weights({path.name: path.read_bytes() for path in sorted(place.iterdir())} if place.is_dir() else {})
