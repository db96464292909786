"""The command that works out anew what is kept worked out: read models of the ledger, and of tasks what they lack in clarity, where
their texts lie and how often they were asked before.
"""

import argparse
import sys

from giaoban_web.commands.starting import Commands, prepared


def add_commands(commands: Commands) -> None:
    """`giaoban rebuild`."""
    prepared(
        commands,
        "rebuild",
        "work out anew packed series, cuts and roll-ups of the ledger, what tasks lack in clarity and how often they were asked before",
        _rebuild,
    )


def _rebuild(_options: argparse.Namespace) -> int:
    from giaoban_web.directives import positions_filling
    from giaoban_web.directives.judging_again import judge_again
    from giaoban_web.directives.register_repeats import count_again
    from giaoban_web.ledger.read_models_rebuild import rebuild

    done = rebuild(_say)
    print(f"Đã dựng lại {done.series} chuỗi, {done.cuts} lát cắt · {done.series} series and {done.cuts} cuts made anew")
    judged = judge_again()
    print(f"Đã đánh giá lại độ rõ của nhiệm vụ: {judged} thay đổi · clarity of tasks judged again: {judged} changed")
    positions_filling.wait_for_all()
    placed = positions_filling.fill(progress=lambda count: _say("positions", count))
    print(f"Đã định vị câu chữ của nhiệm vụ: {placed} · texts of tasks placed: {placed}")
    counted = count_again(lambda count: _say("repeats", count))
    print(f"Đã đếm lại số lần đã giao trước đó: {counted} thay đổi · how often tasks were asked before: {counted} changed")
    return 0


def _say(what: str, count: int) -> None:
    if count % EVERY == 0:
        print(f"{STEPS[what]}: {count}", file=sys.stderr, flush=True)


STEPS = {
    "series": "chuỗi · series",
    "cuts": "lát cắt · cuts",
    "roll-ups": "tổng hợp theo địa bàn · roll-ups",
    "positions": "câu chữ · texts",
    "repeats": "nhiệm vụ giao lại · tasks asked again",
}
EVERY = 500
