"""The core takes values and gives values: nothing in it but its commands asks a clock, a disk or the surroundings."""

import ast
from pathlib import Path

import pytest

import giaoban

ROOT = Path(giaoban.__file__).parent
DOORS = ("__init__.py", "__main__.py", "cli.py", "typed.py", "usage.py", "commands/", "compiled/", "kept/")
"""What starts the core: its commands with what is typed and printed there, and the package itself, which sets how many threads a reading
takes, whence modules come and what an earlier start has worked out."""
OUTSIDE = frozenset(("os", "pathlib", "tempfile", "shutil", "glob", "time", "asyncio", "secrets", "uuid", "locale"))
ASKED = frozenset(("today", "now", "utcnow", "urandom", "write_text", "write_bytes"))
MODULES = sorted(path for path in ROOT.rglob("*.py") if not str(path.relative_to(ROOT)).startswith(DOORS))


def asks(module: ast.AST) -> list[str]:
    """What of a module reaches outside: modules that it takes, calls that ask a clock or a disk."""
    found = []
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                found += [each.name for each in names if each.name.partition(".")[0] in OUTSIDE]
            case ast.ImportFrom(module=str(name)) if name.partition(".")[0] in OUTSIDE:
                found.append(name)
            case ast.Call(func=ast.Name(id="open")):
                found.append("open")
            case ast.Call(func=ast.Attribute(attr=name)) if name in ASKED:
                found.append(name)
    return found


def test_the_whole_core_is_looked_at():
    assert {"flow.py", "documents", "reading", "ledger", "brief"} <= {path.relative_to(ROOT).parts[0] for path in MODULES}


@pytest.mark.parametrize("said", ["import os", "from pathlib import Path", "x = open('a')", "d = date.today()", "p.write_text('a')"])
def test_what_reaches_outside_is_seen(said):
    assert asks(ast.parse(said))


def test_nothing_in_the_core_asks_a_clock_a_disk_or_the_surroundings():
    assert {str(path.relative_to(ROOT)): found for path in MODULES if (found := asks(ast.parse(path.read_text("utf-8"))))} == {}
