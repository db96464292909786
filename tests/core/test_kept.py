"""Patterns kept for the next start: the same as `re` compiles, of modules only, and never in the way."""

import importlib
import marshal
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]

import pytest

from giaoban.kept import PLAIN, Kept, made_by

PATTERNS = (
    (r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?", 0, "họp ngày 12/3/2020"),
    (r"(?<!\w)[Tt]ỉnh(?! đoàn)|huyện\b", 0, "Tỉnh đoàn, huyện"),
    (r"^tỉnh ủy (.+)$", re.IGNORECASE | re.MULTILINE, "a\nTỈNH ỦY X"),
    (r"(?i:đạt) (\d+)(?:,\d+)?%\Z", re.ASCII, "đạt 92%"),
)
OTHERS = (b"", b"broken", b"\xf5\x00", marshal.dumps(("another Python", {(PLAIN, "a", 0): None})), marshal.dumps(7))


@pytest.fixture(autouse=True)
def bytecode_may_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def loaded(path: Path, work: Callable[[], object]) -> Kept:
    """What is kept behind `path` after the patterns of some work."""
    kept = Kept(path)
    re.purge()
    with kept.while_loading():
        work()
    kept.write()
    return kept


def everything() -> list[re.Pattern[str]]:
    return [re.compile(pattern, flags) for pattern, flags, _ in PATTERNS]


def test_a_pattern_that_was_kept_finds_what_re_finds(tmp_path: Path) -> None:
    loaded(tmp_path / "kept", everything)
    found: list[re.Pattern[str]] = []
    kept = loaded(tmp_path / "kept", lambda: found.extend(everything()))
    re.purge()
    assert kept.new == 0
    for made, (pattern, flags, text) in zip(found, PATTERNS, strict=True):
        plain, match = re.compile(pattern, flags), made.search(text)
        assert (made.pattern, made.flags, made.groups, dict(made.groupindex)) == (
            pattern,
            plain.flags,
            plain.groups,
            dict(plain.groupindex),
        )
        same = plain.search(text)
        assert match and same
        assert (match.span(), match.groups(), match.lastgroup) == (same.span(), same.groups(), same.lastgroup)


def test_re_compiles_by_itself_again_afterwards_even_when_loading_failed(tmp_path: Path) -> None:
    before = compiler.compile
    with pytest.raises(re.error):
        loaded(tmp_path / "kept", lambda: re.compile("("))
    assert compiler.compile is before


@pytest.mark.parametrize("there", OTHERS)
def test_what_is_damaged_or_of_another_python_is_read_as_nothing_and_written_anew(tmp_path: Path, there: bytes) -> None:
    (tmp_path / "kept").write_bytes(there)
    kept = loaded(tmp_path / "kept", everything)
    assert {pattern for _, pattern, _ in kept.known or ()} == {pattern for pattern, _, _ in PATTERNS}
    assert (tmp_path / "kept").read_bytes() != there


def test_nothing_is_written_where_python_may_write_no_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loaded(tmp_path / "kept", everything)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert loaded(tmp_path / "file" / "kept", everything).known


def test_what_cannot_be_put_in_its_place_is_taken_away_again(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    assert loaded(tmp_path / "kept", everything).known
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_few_new_patterns_are_not_worth_writing_all_again(tmp_path: Path) -> None:
    many = [rf"tháng {month} năm {year}" for month in range(1, 13) for year in range(2000, 2010)]
    kept = loaded(tmp_path / "kept", lambda: [re.compile(each) for each in many])
    first = (tmp_path / "kept").stat()
    kept.of((PLAIN, "một", 0), int)
    kept.write()
    assert (tmp_path / "kept").stat() == first


def test_what_a_changed_module_worked_out_is_made_again_and_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("giaoban.kept.HERE", tmp_path)
    (tmp_path / "module.py").write_text("one")
    before = made_by("needed", "module.py")
    loaded(tmp_path / "kept", everything)
    kept = Kept(tmp_path / "kept")
    with kept.while_loading():
        kept.of((before, "a", 0), int)
    kept.write()
    (tmp_path / "module.py").write_text("changed")
    after = made_by("needed", "module.py")
    kept = Kept(tmp_path / "kept")
    re.purge()
    with kept.while_loading():
        everything()
        assert kept.of((after, "a", 0), lambda: 8) == 8
    kept.write()
    assert {key[0] for key in Kept(tmp_path / "kept")._read()} == {PLAIN, after}


COUNTING = """
import sys
from re import _compiler as compiler
compiled, made = compiler._code, []
compiler._code = lambda *said: made.append(said) or compiled(*said)
from giaoban import cli
status = cli.main(sys.argv[1:])
print(len(made), file=sys.stderr)
sys.exit(status)
"""


def start(tmp_path: Path, text: Path) -> int:
    """How many patterns a start compiles that reads a text, its bytecode in a folder of its own."""
    free = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told = subprocess.run(
        [sys.executable, "-c", COUNTING, "read", str(text)],
        env={**free, "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"), "GIAOBAN_INTERPRETED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(told.stderr.split()[-1])


def test_the_second_start_compiles_hardly_any_pattern_of_ours_and_keeps_no_word_of_the_text(tmp_path: Path) -> None:
    text = tmp_path / "record.txt"
    text.write_text(
        "Ngày 12/3/2020, xã Zyxquora họp giao ban do ông Vũ Qwerrat chủ trì. Thu ngân sách đạt 7,3 tỷ đồng, bằng 61% dự toán.", "utf-8"
    )
    first, second = start(tmp_path, text), start(tmp_path, text)
    assert first > 500
    assert second * 8 < first
    kept = next((tmp_path / "bytecode").rglob("*.kept")).read_bytes().lower()
    for name in ("zyxquora", "qwerrat"):
        assert not any(name.encode(coding) in kept for coding in ("utf-8", "utf-32-le"))


def test_the_core_keeps_beside_its_bytecode() -> None:
    kept = importlib.import_module("giaoban.kept")
    assert kept.KEPT.path.parent.name == "__pycache__" or sys.pycache_prefix
