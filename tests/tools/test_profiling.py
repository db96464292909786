"""Compiling by what is used most: asked of gcc alone, and said where it cannot be had."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("setuptools", reason="NOT TESTED how the reader is compiled by what is used most: setuptools is missing")

from tools.compiling import profiling

Made = Callable[[tuple[str, ...]], dict[str, Path]]


def counting(folder: Path, asked: list[tuple[str, ...]]) -> Made:
    """What compiles nothing, but leaves counts as the code does that was compiled so."""

    def made(flags: tuple[str, ...]) -> dict[str, Path]:
        asked.append(flags)
        (folder / "code0.gcda").touch()
        return {}

    return made


def put(made: dict[str, Path], of: str, folder: Path) -> int:
    return len(made)


@pytest.fixture
def said(monkeypatch) -> dict[str, str | Exception]:
    """What commands say, by the first word: gcc is there, and Python reads."""
    answers: dict[str, str | Exception] = {"gcc": "gcc 12 Free Software Foundation", "python": ""}

    def answer(command: list[str], **environment: str) -> str:
        given = answers[command[0]]
        if isinstance(given, Exception):
            raise given
        return given

    monkeypatch.setattr(profiling, "_said", answer)
    return answers


def test_code_is_compiled_to_count_and_then_by_what_was_counted(tmp_path, said, capsys):
    asked: list[tuple[str, ...]] = []
    assert profiling.seen(counting(tmp_path, asked), put, tmp_path, Path("python"), "gcc") == profiling.SEEN
    assert asked == [profiling.COUNTING]
    assert not capsys.readouterr().err


@pytest.mark.parametrize(
    ("by", "answer", "why"),
    [
        ("gcc", "clang version 15", "gcc is not gcc"),
        ("gcc", FileNotFoundError("no gcc"), "no gcc"),
        (
            "python",
            subprocess.CalledProcessError(1, "python", stderr="the compiled reader was not used"),
            "the compiled reader was not used",
        ),
    ],
)
def test_where_it_cannot_be_had_the_code_is_compiled_as_without_it_and_that_is_said(tmp_path, said, capsys, by, answer, why):
    said[by] = answer
    assert profiling.seen(counting(tmp_path, []), put, tmp_path, Path("python"), "gcc") == ()
    error = capsys.readouterr().err
    assert "NOT COMPILED BY WHAT IS USED MOST" in error
    assert why in error


def test_where_nothing_was_counted_that_is_said_too(tmp_path, said, capsys):
    assert profiling.seen(lambda flags: {}, put, tmp_path, Path("python"), "gcc") == ()
    assert "nothing was counted" in capsys.readouterr().err


def test_there_are_texts_to_read():
    assert all(list(profiling.ROOT.glob(each)) for each in profiling.TEXTS)
