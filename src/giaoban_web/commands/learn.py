"""The command that lets the reader learn from the decisions of this installation."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from giaoban_web.commands.starting import Commands, command


def add_commands(commands: Commands) -> None:
    """`giaoban learn`."""
    learn = command(commands, "learn", "learn from confirmed and rejected finds; use what was learned only if it reads better", _learn)
    instead = learn.add_mutually_exclusive_group()
    instead.add_argument("--back", action="store_true", help="go back to what was used before the last lesson")
    instead.add_argument(
        "--export", type=Path, metavar="FOLDER", help="only write the decided records into FOLDER: NAME.txt and the annotated NAME.json"
    )


def _learn(options: argparse.Namespace) -> int:
    from giaoban_web.learning import actions
    from giaoban_web.records.annotated import decided_texts

    if options.back:
        left = actions.take_back()
        print(f"Đã thôi dùng trọng số {left.stamp} · The weights {left.stamp} are no longer used")
        return 0
    texts = list(decided_texts())
    if options.export:
        return _export(texts, options.export)
    lesson = actions.learn(texts, _round)
    print(file=sys.stderr)
    print(_told(lesson))
    return 0


def _export(texts: list[Any], folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for each in texts:
        name = each.document.sha256[:16]
        (folder / f"{name}.txt").write_text(each.document.text, "utf-8")
        (folder / f"{name}.json").write_text(json.dumps(each.record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{len(texts)} bản ghi · records → {folder}")
    return 0


def _round(number: int) -> None:
    print(f"\rVòng {number} · round {number}", end="", file=sys.stderr, flush=True)


def _told(lesson: Any) -> str:
    """How the records kept aside were read before and after, and whether the new weights are used."""
    before = _f1(lesson.pairs_before, lesson.marked, lesson.read_before)
    after = _f1(lesson.pairs_after, lesson.marked, lesson.read_after)
    used = "đưa vào sử dụng · in use" if lesson.taken_at else "không dùng vì không tốt hơn · not used, as not better"
    return (
        f"Học từ {lesson.texts} bản ghi, đo trên {lesson.aside} bản ghi để riêng"
        f" · learned from {lesson.texts} records, measured on {lesson.aside} kept aside\n"
        f"F1: {before} → {after}: {used}"
    )


def _f1(pairs: int, marked: int, read: int) -> str:
    return f"{2 * pairs / (marked + read):.3f}" if marked + read else "–"
