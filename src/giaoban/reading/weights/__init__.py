"""What was learned, as tables: those of the package, or an installation's own laid over them.

    judge()           the judge with the weights of the package
    judge(own)        the same with an installation's weights

Whatever is made from weights takes them as an argument that defaults to `SHIPPED` and remembers what it made (`functools.cache`):
two `Weights` are the same only if they are one object.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


class Weights:
    """Tables by file name. `own` are used in place of those of the package."""

    def __init__(self, own: Mapping[str, bytes] | None = None) -> None:
        self.own = dict(own or {})

    def bytes(self, name: str) -> bytes:
        return self.own[name] if name in self.own else _shipped(name)

    def text(self, name: str) -> str:
        return self.bytes(name).decode("utf-8")


@cache
def _shipped(name: str) -> bytes:
    return files(__name__).joinpath(name).read_bytes()


SHIPPED = Weights()
"""The weights that come with the package."""
