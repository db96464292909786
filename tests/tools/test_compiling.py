"""Compiling the reader: what is compiled does what its source does, and is never used for another source."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import giaoban
from giaoban import compiled
from giaoban.model import Role
from tools.compiling.lookups import looked_up
from tools.compiling.preparing import prepared

ROOT = Path(__file__).parent.parent.parent
PACKAGE = Path(giaoban.__file__).parent
READ = """
import sys
from pathlib import Path
from giaoban import compiled, documents, reading
for text in Path(sys.argv[1]).read_text("utf-8").split("\\0"):
    document = documents.from_text(text)
    for fast in (True, False):
        print(repr(reading.read(document, fast=fast)))
print(compiled.used(), file=sys.stderr)
"""
LEARN = """
import sys
from giaoban import compiled
from giaoban.reading.learning.adapting import adapted
from tests.core.reading import test_adapting, test_calibrating
lesson = adapted([test_adapting.told(name, 1) for name in test_adapting.XA[:4]])
drawn, _ = test_calibrating.set_anew(test_calibrating.texts(1), test_calibrating.texts(1, 20))
print(sorted(lesson.weights.own.items()), sorted(drawn.own.items()))
print(compiled.used(), file=sys.stderr)
"""
"""A lesson learned from four texts, and a line of confidence drawn by twenty."""
CLASS = '''
from dataclasses import dataclass, field, replace

LIMIT = 3
RATES = 0.0, 1.0
COUNT: int = 0

@dataclass(frozen=True, slots=True)
class Item:
    """One."""

    text: str
    size: int = LIMIT
    parts: list[str] = field(default_factory=list)
'''
GENERIC = '''
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")

@dataclass(slots=True, unsafe_hash=True)
class Found(Generic[Thing]):
    """One."""

    what: Thing
    rule: str = ""
'''

MEMBERS = """
from giaoban.model import Role  # of a figure

def told(role):
    if role is Role.ACTUAL or not [each for each in (Role.TARGET, Role.ACTUAL) if each]:
        return "actual"
    match role:
        case Role.TARGET:
            return f"target <{Role.TARGET.value}>"
    return "else"
"""


def run(source: str) -> dict[str, object]:
    made: dict[str, object] = {"__name__": "tests.prepared"}
    exec(compile(prepared(source), "prepared", "exec"), made)
    return made


def test_a_constant_is_said_to_be_one_but_not_what_is_given_twice_or_a_row_of_fractions():
    said = prepared(f"{CLASS}\nCOUNT = 1\n")
    assert "\nLIMIT: Final = 3\n" in said
    assert "\nRATES = 0.0, 1.0\n" in said
    assert "\nCOUNT: int = 0\n" in said
    assert "\nPLAIN: Line = (1.0, 0.0)\n" in prepared("import re\nPLAIN: Line = (1.0, 0.0)\nMOST: int = 3\n")


def test_constants_given_together_are_each_said_to_be_one():
    assert "NEAR: Final = 3; FAR: Final = (1, 2)" in prepared("import re\nNEAR, FAR = 3, (1, 2)\n")


def test_a_member_of_an_enumeration_is_looked_up_once_except_in_patterns_and_texts():
    made = run(MEMBERS)
    assert [made["told"](each) for each in (Role.ACTUAL, Role.TARGET, Role.ESTIMATE)] == ["actual", "target <target>", "else"]
    said = prepared(MEMBERS)
    assert "import Role; _Role_ACTUAL: Final = Role.ACTUAL; _Role_TARGET: Final = Role.TARGET  # of a figure" in said
    assert "if role is _Role_ACTUAL" in said
    assert "case Role.TARGET" in said


def test_members_given_together_are_each_said_to_be_one():
    made = run("import re\nfrom giaoban.model import Role\n(\n    FIRST,\n    OTHER,\n) = Role\n")
    assert [made["FIRST"], made["OTHER"]] == list(Role)[:2]
    assert "FIRST: Final = tuple(Role)[0]; OTHER" in prepared("import re\nFIRST, OTHER = Role\n")


BORROWED = """
from bisect import bisect_left
from typing import cast
from tests.told import LIMIT, mean
from tests.near import NEAR, reach

def place(starts, mean):
    first = bisect_left(starts, mean(LIMIT) + reach(NEAR))
    return f"{LIMIT}", cast(int, first), bisect_left

def whole():
    return mean(1)
"""


def test_what_comes_from_modules_that_are_not_compiled_is_looked_up_once_except_where_a_name_is_a_functions_own():
    said = prepared(BORROWED, looked_up({"tests.near": "NEAR = 1\ndef reach(at): ..."}))
    assert "_LIMIT: Final = LIMIT; _bisect_left: Final = bisect_left; _mean: Final = mean" in said
    assert "first = _bisect_left(starts, mean(_LIMIT) + reach(NEAR))" in said
    assert 'return f"{LIMIT}", cast(int, first), bisect_left' in said
    assert "return _mean(1)" in said
    assert "_reach(_NEAR)" in prepared(BORROWED, looked_up({}))
    assert "_reach(NEAR)" in prepared(BORROWED, looked_up({"tests.near": "NEAR = 1\n@cache\ndef reach(at): ..."}))


def test_a_dataclass_is_filled_as_before():
    made = run(CLASS)
    item = made["Item"]("a", parts=["b"])
    assert (item.text, item.size, item.parts) == ("a", 3, ["b"])
    assert made["replace"](item, size=4) == made["Item"]("a", 4, ["b"])
    assert made["Item"]("a").parts is not made["Item"]("a").parts
    assert item.__reduce__() == (made["Item"], ("a", 3, ["b"]))


def test_a_generic_dataclass_is_compared_hashed_and_shown_as_before():
    found = run(GENERIC)["Found"]
    assert found(1, "r") == found(1, "r") != found(1)
    assert hash(found(1, "r")) == hash(found(1, "r"))
    assert repr(found(1, "r")) == "Found(what=1, rule='r')"


def test_what_would_silently_be_slow_is_refused():
    with pytest.raises(ValueError, match="cached_property"):
        prepared("from functools import cached_property")


def test_what_the_compiler_stops_at_is_refused():
    with pytest.raises(ValueError, match="each in"):
        prepared("import re\nfound = [each for each in REST if each in (FIRST, *REST)]")


@pytest.fixture
def building(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from compiling import building

    return building


def test_every_module_that_is_compiled_can_be_prepared(building):
    modules = building.chosen(PACKAGE)
    assert len(modules) > 90
    for path in modules:
        compile(prepared(path.read_text("utf-8")), str(path), "exec")


def test_what_mypyc_says_is_told_where_it_ends_with_an_error_and_only_there(building, capsys):
    with building._quiet():
        print("a generator is made a list of")
    assert capsys.readouterr() == ("", "")
    with pytest.raises(SystemExit), building._quiet():
        print("error: no such name")
        raise SystemExit(1)
    assert capsys.readouterr() == ("", "error: no such name\n")


def sources(folder: Path) -> Path:
    """A copy of what the reader is made of."""
    for name in compiled.PACKAGES:
        shutil.copytree(PACKAGE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    return folder


def test_compiled_files_are_used_for_the_very_sources_they_were_made_from_and_for_no_others(tmp_path):
    package, folder = sources(tmp_path / "giaoban"), tmp_path / "compiled"
    folder.mkdir()
    assert compiled.finder(folder, package) is None
    (folder / compiled.MADE).write_text(json.dumps({"digest": compiled.digest(package), "files": {"giaoban.reading.items": "items.so"}}))
    made = compiled.finder(folder, package)
    assert made is not None and made.find_spec("giaoban.reading.items").origin == str(folder / "items.so")
    assert made.find_spec("giaoban.flow") is None
    rule = package / "reading" / "rules" / "clauses" / "soon.py"
    before = rule.read_bytes()
    rule.write_bytes(before + b"\n")
    assert compiled.finder(folder, package) is None
    rule.write_bytes(before)
    assert compiled.finder(folder, package) is not None
    (package / "reference" / "added.py").write_text("")
    assert compiled.finder(folder, package) is None


ANOTHER = """
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from giaoban import compiled, reading
with ProcessPoolExecutor(1, get_context("spawn")) as pool:
    print(compiled.used(), pool.submit(compiled.used).result())
"""


@pytest.mark.parametrize("left", [None, b"", b"cut short"])
def test_where_compiled_files_are_damaged_the_sources_are_read_and_it_is_said_once_in_both_languages_with_what_to_run(tmp_path, left):
    package = tmp_path / "giaoban"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "*.so", compiled.MADE))
    folder, name = package / "compiled", "giaoban.reading.items"
    told = {"digest": compiled.digest(package), "files": {name: "items.so"}, "sizes": {"items.so": 100}}
    (folder / compiled.MADE).write_text(json.dumps(told))
    if left is not None:
        (folder / "items.so").write_bytes(left)
    (tmp_path / "another.py").write_text(f"if __name__ == '__main__':{ANOTHER.replace(chr(10), chr(10) + '    ')}")
    environment = os.environ | {"PYTHONPATH": str(tmp_path), compiled.INTERPRETED: ""}
    ran = subprocess.run([sys.executable, "another.py"], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "False False\n"), ran.stderr
    said = ran.stderr.splitlines()
    assert [line[:12] for line in said] == ["! Bộ đọc đã ", "! The compil"]
    assert all("items.so" in line and str(folder) in line and "make compile" in line and "make interpret" in line for line in said)


def texts() -> list[str]:
    """The demo records, the records of whole meetings, and the texts of all tables: a row each, and all of a table as one text."""
    folders = (ROOT / "src" / "giaoban_web" / "demo" / "records", ROOT / "corpus" / "meeting_records")
    found = [path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    for path in sorted((ROOT / "corpus").glob("*.tsv")):
        heading, *rows = path.read_text("utf-8").splitlines()
        if "text" in (names := heading.split("\t")):
            said = [row.split("\t")[names.index("text")] for row in rows if row.count("\t") >= names.index("text")]
            found += [*said[::7], "\n\n".join(said)]
    return found


def read(script: str, *arguments: str, interpreted: bool) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent), "PYTHONHASHSEED": "0", compiled.INTERPRETED: "1" if interpreted else ""}
    return subprocess.run([sys.executable, "-c", script, *arguments], env=environment, cwd=ROOT, capture_output=True, check=True)


needs_compiled = pytest.mark.skipif(compiled.finder() is None, reason="NOT COMPILED, so not compared with the sources: make compile")


@needs_compiled
def test_compiled_and_interpreted_read_the_same_to_the_byte(tmp_path):
    given = tmp_path / "texts"
    given.write_text("\0".join(texts()), "utf-8")
    ways = [read(READ, str(given), interpreted=interpreted) for interpreted in (True, False)]
    assert [way.stderr.strip() for way in ways] == [b"False", b"True"]
    assert len(ways[0].stdout) > 50_000
    assert ways[0].stdout == ways[1].stdout


@needs_compiled
def test_compiled_and_interpreted_learn_the_same_lesson_and_draw_the_same_line_to_the_byte():
    ways = [read(LEARN, interpreted=interpreted) for interpreted in (True, False)]
    assert [way.stderr.strip() for way in ways] == [b"False", b"True"]
    assert len(ways[0].stdout) > 10_000
    assert ways[0].stdout == ways[1].stdout


@needs_compiled
def test_a_reading_comes_back_from_another_process_and_is_explained_the_same(tmp_path):
    record = next((ROOT / "src" / "giaoban_web" / "demo" / "records").glob("*.txt"))
    for name in ("1.txt", "2.txt"):
        shutil.copyfile(record, tmp_path / name)
    told = "import sys; from giaoban.cli import main; sys.exit(main(sys.argv[1:]))"
    for words in (["--json", "--jobs", "2", str(tmp_path)], ["--explain", str(record)]):
        ways = [read(told, "read", *words, interpreted=interpreted).stdout for interpreted in (True, False)]
        assert len(ways[0]) > 1_000
        assert ways[0] == ways[1]


def test_no_module_of_the_reader_holds_what_the_compiler_stops_at():
    """Seen without compiling, so that it is told where it was written."""
    for path in sorted([*PACKAGE.glob("reading/**/*.py"), *PACKAGE.glob("model/*.py")]):
        prepared(path.read_text("utf-8"))
