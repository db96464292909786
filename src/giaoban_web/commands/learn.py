"""The command that lets the reader learn from the decisions of this installation."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from giaoban_web.commands.starting import Commands, command


def add_commands(commands: Commands) -> None:
    """`giaoban learn`."""
    learn = command(
        commands, "learn", "learn from confirmed, corrected and rejected finds; use what was learned only where it reads better", _learn
    )
    instead = learn.add_mutually_exclusive_group()
    instead.add_argument("--state", action="store_true", help="only show which weights are in use, and how each part fared last")
    instead.add_argument("--back", action="store_true", help="go back to what was used before the last lesson")
    instead.add_argument(
        "--export", type=Path, metavar="FOLDER", help="only write the decided records into FOLDER: NAME.txt and the annotated NAME.json"
    )


def _learn(options: argparse.Namespace) -> int:
    from giaoban_web.learning import actions
    from giaoban_web.learning.models import Lesson
    from giaoban_web.records.annotated import decided_texts

    if options.state:
        print("\n".join(_in_use(Lesson.objects.standing().first())))
        if last := Lesson.objects.first():
            print("\n".join(_told(last)))
        return 0
    if options.back:
        left = actions.take_back()
        print(f"Đã thôi dùng trọng số {left.stamp} · The weights {left.stamp} are no longer used")
        return 0
    texts = list(decided_texts())
    if options.export:
        return _export(texts, options.export)
    lesson = actions.learn(texts, _step)
    print(file=sys.stderr)
    print("\n".join(_told(lesson)))
    return 0


def _export(texts: list[Any], folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for each in texts:
        name = each.document.sha256[:16]
        (folder / f"{name}.txt").write_text(each.document.text, "utf-8")
        (folder / f"{name}.json").write_text(json.dumps(each.record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{len(texts)} bản ghi · records → {folder}")
    return 0


def _step(number: int) -> None:
    from giaoban.reading.learning.lessons import STEPS

    print(f"\rBước {number}/{STEPS} · step", end="", file=sys.stderr, flush=True)


def _in_use(used: Any) -> list[str]:
    from giaoban.reading.weights import shipped_stamp

    if used is None:
        return ["Đang dùng trọng số của gói cài đặt · The weights of the package are in use"]
    since = f"{used.taken_at:%d/%m/%Y}"
    said = (
        f"Đang dùng trọng số {used.stamp} từ {since}, học từ {used.finds} mục trong {used.texts} bản ghi"
        f" · The weights {used.stamp} are in use since {since}, learned from {used.finds} finds in {used.texts} records"
    )
    if used.base != shipped_stamp():
        return [said, "Học từ trọng số của phiên bản khác: hãy học lại · Learned from the weights of another version: learn again"]
    return [said]


def _told(lesson: Any) -> list[str]:
    """How each part read the records kept aside before and after, and whether its new weights are used."""
    from giaoban_web.learning.queries import fared

    head = (
        f"Học từ {lesson.finds} mục trong {lesson.texts} bản ghi, đo trên {lesson.aside} bản ghi để riêng"
        f" · learned from {lesson.finds} finds in {lesson.texts} records, measured on {lesson.aside} kept aside"
    )
    rows = [f"{'':<40}{'học':>6}{'đo':>6}{'trước':>8}{'sau':>8}{'ngẫu nhiên':>12}"]
    return [head, *rows, *(_row(each) for each in fared(lesson))]


def _row(each: Any) -> str:
    said = "đưa vào sử dụng · in use" if each.taken else "không tốt hơn · not better" if each.enough else "chưa đủ · too few"
    chance = "–" if each.chance is None else f"{each.chance:.3f}"
    scores = f"{each.before.share:>8.3f}{each.after.share:>8.3f}{chance:>12}"
    return f"{_named(each.part):<40}{each.cases:>6}{each.before.marked:>6}{scores}  {said}"


def _named(part: str) -> str:
    """The name of a part in both languages."""
    from django.utils.translation import override

    from giaoban_web.learning.words import PARTS

    names = []
    for language in ("vi", "en"):
        with override(language):
            names.append(str(PARTS[part]))
    return " · ".join(names)
