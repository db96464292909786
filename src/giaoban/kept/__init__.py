"""Patterns kept as Python compiles them, beside the bytecode and under its laws: a start need not compile hundreds of them again.

They stand in `__pycache__` (or where `PYTHONPYCACHEPREFIX` says), each under its own words. They are not written where Python may write no
bytecode, and not read by another Python or another Giaoban; where they cannot be read or written every pattern is compiled as ever. Only
patterns of modules are kept, none that is made of a text. How much quicker a start is: docs/reading/speed.md.
"""

import _sre  # type: ignore[import-not-found]
import contextlib
import gc
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterator
from importlib.util import cache_from_source
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import giaoban

Key = tuple[str, str, int]
"""What is kept of a pattern (`kind`), its words and its flags."""
HERE = Path(giaoban.__path__[0])
STAMP = f"giaoban {giaoban.__version__}, Python {sys.version}, patterns {_sre.MAGIC}"
FEW = 20
"""One in so many may be new before all are written again."""
PLAIN = "as re compiles it"
WORD = "I"
"""The numbers of a compiled pattern as `array` names them; Python has them in four bytes each."""


def made_by(what: str, *modules: str) -> str:
    """A kind of what is kept that some modules of Giaoban work out ("reading/gates.py"): another one as soon as one of them changes."""
    told = [(HERE / module).stat() for module in modules]
    return " ".join((what, *(f"{each.st_mtime_ns}:{each.st_size}" for each in told)))


class Kept:
    """What was worked out of patterns at this start or an earlier one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: dict[Key, Any] | None = None
        """None until it is asked for by `while_loading`; until then nothing is kept."""
        self.new = 0
        self.kinds: set[str] = set()
        """Those asked for: what was worked out by a module that has changed since is no longer written."""

    def of(self, key: Key, make: Callable[[], Any]) -> Any:
        """What is kept under a key, else what `make` gives, which `marshal` can write."""
        if self.known is None:
            return make()
        self.kinds.add(key[0])
        if key not in self.known:
            self.known[key] = make()
            self.new += 1
        return self.known[key]

    @contextlib.contextmanager
    def while_loading(self) -> Iterator[None]:
        """Take what `re` compiles until the end of the block from what is kept. No garbage is searched for: modules make none."""
        searching, compiled = gc.isenabled(), compiler.compile

        def compile_or_take(pattern: Any, flags: int = 0) -> Any:
            if not isinstance(pattern, str) or flags & re.DEBUG:
                return compiled(pattern, flags)
            return self.pattern((PLAIN, pattern, int(flags)), lambda: parser.parse(pattern, flags), flags)

        self.known = self._read() if self.known is None else self.known
        gc.disable()
        compiler.compile = compile_or_take
        try:
            yield
        finally:
            compiler.compile = compiled
            if searching:
                gc.enable()

    def pattern(self, key: Key, parsed: Callable[[], Any], flags: int = 0) -> re.Pattern[str]:
        """A pattern as `re` compiles what `parsed` gives; its own words are those of the key."""
        flagged, code, groups, names, numbered = self.of(key, lambda: _taken_apart(parsed(), flags))
        made: re.Pattern[str] = _sre.compile(key[1], flagged, array(WORD, code).tolist(), groups, names, numbered)
        return made

    def write(self) -> None:
        """Keep what is new for the next start, where that is worth while and may be done."""
        if self.known is None or sys.dont_write_bytecode or self.new * FEW <= len(self.known):
            return
        known = {key: value for key, value in self.known.items() if key[0] in self.kinds}
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(marshal.dumps((STAMP, known)))
            beside.replace(self.path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink()
        self.new = 0

    def _read(self) -> dict[Key, Any]:
        try:
            stamp, known = marshal.loads(self.path.read_bytes())  # noqa: S302 - as trusted as the bytecode that it lies beside
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return known if stamp == STAMP else {}


def _taken_apart(parsed: Any, flags: int) -> tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]:
    """What Python's engine is given of a pattern: flags, code, how many groups, their numbers by name and names by number."""
    state = parsed.state
    names = dict(state.groupdict)
    numbered: list[str | None] = [None] * state.groups
    for name, number in names.items():
        numbered[number] = name
    code = array(WORD, [int(each) for each in compiler._code(parsed, flags)])
    return int(flags | state.flags), code.tobytes(), state.groups - 1, names, tuple(numbered)


KEPT = Kept(Path(cache_from_source(str(HERE / "patterns.py"))).with_suffix(".kept"))
