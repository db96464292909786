"""The command that makes the read models of the ledger anew."""

import argparse
import sys

from giaoban_web.commands.starting import Commands, command


def add_commands(commands: Commands) -> None:
    """`giaoban rebuild`."""
    command(commands, "rebuild", "make packed series, cuts and roll-ups of the ledger anew from its entries", _rebuild)


def _rebuild(_options: argparse.Namespace) -> int:
    from giaoban_web.ledger.read_models_rebuild import rebuild

    done = rebuild(_say)
    print(f"Đã dựng lại {done.series} chuỗi, {done.cuts} lát cắt · {done.series} series and {done.cuts} cuts made anew")
    return 0


def _say(what: str, count: int) -> None:
    if count % EVERY == 0:
        print(f"{STEPS[what]}: {count}", file=sys.stderr, flush=True)


STEPS = {"series": "chuỗi · series", "cuts": "lát cắt · cuts", "roll-ups": "tổng hợp theo địa bàn · roll-ups"}
EVERY = 500
