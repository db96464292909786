"""What was learned, as tables: those of the package, or an installation's own laid over them.

    judge()           the judge with the weights of the package
    judge(own)        the same with an installation's weights

Whatever is made from weights takes them as an argument that defaults to `SHIPPED` and remembers what it made (`functools.cache`).
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files


class Weights:
    """Tables by file name. `own` are used in place of those of the package.

    stamp  tells weights apart: empty for those of the package, else the first digits of a hash over the own tables
    """

    def __init__(self, own: Mapping[str, bytes] | None = None) -> None:
        self.own = dict(own or {})
        self.stamp = _hashed(self.own)[:12] if self.own else ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Weights) and self.stamp == other.stamp

    def __hash__(self) -> int:
        return hash(self.stamp)

    def data(self, name: str) -> bytes:
        return self.own[name] if name in self.own else _shipped(name)

    def text(self, name: str) -> str:
        return self.data(name).decode("utf-8")


def _hashed(tables: Mapping[str, bytes]) -> str:
    whole = sha256()
    for name in sorted(tables):
        whole.update(name.encode() + b"\0" + sha256(tables[name]).digest())
    return whole.hexdigest()


@cache
def _shipped(name: str) -> bytes:
    return files(__name__).joinpath(name).read_bytes()


SHIPPED = Weights()
"""The weights that come with the package."""


@cache
def shipped_stamp() -> str:
    """Tells the weights of the package apart from those of another version: the first digits of a hash over its tables."""
    tables = (each for each in files(__name__).iterdir() if each.name.endswith((".tsv", ".npz")))
    return _hashed({each.name: each.read_bytes() for each in tables})[:12]
