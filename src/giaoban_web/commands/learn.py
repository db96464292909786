"""The command that lets the reader learn from the decisions of this installation."""

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from giaoban.typed import named
from giaoban_web.commands import told
from giaoban_web.commands.starting import Commands, prepared

NICE = 10
"""How far a lesson stands back behind what else the machine does."""


def add_commands(commands: Commands) -> None:
    """`giaoban learn`."""
    learn = prepared(
        commands, "learn", "learn from confirmed, corrected and rejected finds; use what was learned only where it reads better", _learn
    )
    instead = learn.add_mutually_exclusive_group()
    instead.add_argument("--state", action="store_true", help="only show which weights are in use, and how each part fared last")
    instead.add_argument("--back", action="store_true", help="go back to what was used before the last lesson")
    instead.add_argument(
        "--export", type=named, metavar="FOLDER", help="only write the decided records into FOLDER: NAME.txt and the annotated NAME.json"
    )


def _learn(options: argparse.Namespace) -> int:
    from giaoban_web.learning import actions
    from giaoban_web.learning.models import Lesson
    from giaoban_web.records.annotated import decided_texts

    if options.state:
        print("\n".join(told.in_use(Lesson.objects.standing().first())))
        if last := Lesson.objects.first():
            print("\n".join(told.lesson(last)))
        return 0
    if options.back:
        left = actions.take_back()
        print(f"Đã thôi dùng trọng số {left.stamp} · The weights {left.stamp} are no longer used")
        return 0
    texts = list(decided_texts())
    if options.export:
        return _export(texts, options.export)
    return _lesson(texts)


def _lesson(texts: list[Any]) -> int:
    """Learn beside whatever else the machine does: what people wait for goes first."""
    from giaoban_web.learning import actions

    os.nice(max(0, NICE - os.nice(0)))
    print(f"Học từ {len(texts)} bản ghi · Learning from {len(texts)} records", file=sys.stderr)
    progress = _Progress()
    progress(0)
    try:
        lesson = actions.learn(texts, progress)
    except KeyboardInterrupt:
        print("\nĐã dừng, không có gì thay đổi · Stopped, nothing has changed", end="", file=sys.stderr)
        return 130
    finally:
        print(file=sys.stderr)
    print("\n".join(told.lesson(lesson)))
    return 0


def _export(texts: list[Any], folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for each in texts:
        name = each.document.sha256[:16]
        (folder / f"{name}.txt").write_text(each.document.text, "utf-8")
        (folder / f"{name}.json").write_text(json.dumps(each.record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{len(texts)} bản ghi · records → {folder}")
    return 0


class _Progress:
    """Says how far a lesson is and how long it still takes, on one line that is written over."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def __call__(self, step: int) -> None:
        from giaoban.reading.learning.lessons import STEPS, done_before

        passed, done = time.monotonic() - self._begun, done_before(step)
        left = f", còn khoảng · about {_clock(passed * (1 - done) / done)}" if done else ""
        print(f"\rBước {step}/{STEPS} · step, {_clock(passed)}{left}   ", end="", file=sys.stderr, flush=True)


def _clock(seconds: float) -> str:
    """Minutes and seconds."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
