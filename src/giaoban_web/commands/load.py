"""The command that loads places and their boundaries, or the demo."""

import argparse
import sys

from giaoban.model import Refused
from giaoban.typed import named
from giaoban_web.commands.starting import Commands, command, say_refusal


def add_commands(commands: Commands) -> None:
    """`giaoban load`."""
    load = command(commands, "load", "load places, their boundaries or the demo into the database", _load)
    load.add_argument("what", choices=sorted(WHAT), help="places: the whole country before and after 1 July 2025; boundaries: of FILE")
    load.add_argument("file", nargs="?", type=named, metavar="FILE", help="GeoJSON, for boundaries")
    load.add_argument("--source", default="", help="where FILE comes from, for boundaries")


def _load(options: argparse.Namespace) -> int:
    from giaoban_web import serve

    if (options.what == "boundaries") != bool(options.file):
        raise Refused("load-file-unclear", what=options.what)
    serve.prepare()
    return WHAT[options.what](options)


def _demo(_options: argparse.Namespace) -> int:
    from giaoban_web import demo

    demo.load()
    return 0


def _places(_options: argparse.Namespace) -> int:
    from giaoban_web.places import actions
    from giaoban_web.places.national import national
    from giaoban_web.places.table import table

    whole = national(table("dong_trieu"))
    done = actions.load(whole, progress=_say)
    print(
        f"{done.added} địa bàn mới, {done.changed} địa bàn sửa, {done.events} thay đổi mới hoặc sửa"
        f" · {done.added} places new, {done.changed} corrected, {done.events} changes new or corrected"
    )
    print(f"Các nguồn khác nhau ở {len(whole.conflicts)} điểm · sources disagree in {len(whole.conflicts)} points:")
    for each in whole.conflicts:
        print(f"  {each.place}: {each.what}: {each.one} | {each.other} → {each.used}")
    return 0


def _boundaries(options: argparse.Namespace) -> int:
    from giaoban_web.places import actions

    done = actions.load_boundaries(options.file.read_bytes(), source=options.source or options.file.name)
    print(f"{done.written} ranh giới, {done.same} như cũ · {done.written} boundaries, {done.same} as they were")
    for problem in done.problems:
        say_refusal(problem)
    return 1 if done.problems else 0


def _say(step: str, count: int) -> None:
    print(f"{STEPS[step]}: {count:,}".replace(",", "."), file=sys.stderr, flush=True)


STEPS = {
    "places": "địa bàn · places",
    "changes": "thay đổi · changes",
    "search": "mục tìm kiếm · search entries",
}
WHAT = {"places": _places, "demo": _demo, "boundaries": _boundaries}
