"""The command that lets reminders go out."""

import argparse
import json
import sys
from dataclasses import asdict

from giaoban.typed import day
from giaoban_web.commands.starting import Commands, prepared

PLACED = 5_000
"""Texts of tasks placed in a round, at most: a minute and a half. `giaoban rebuild` places all of them."""


def add_commands(commands: Commands) -> None:
    """`giaoban tick`."""
    tick = prepared(commands, "tick", "tell everybody what is due, once: in Giaoban and by e-mail", _tick)
    tick.add_argument("--on", type=day, metavar="DAY", help="as of that day (12/03/2020, 2020-03-12); today if left out")
    tick.add_argument("--json", action="store_true", help="print the counts as JSON")


def _tick(options: argparse.Namespace) -> int:
    from giaoban_web.directives.positions_filling import fill
    from giaoban_web.reminders.rounds import tick

    written, delivered = tick(options.on)
    if options.json:
        print(json.dumps(asdict(written) | asdict(delivered)))
    else:
        print(
            f"{written.messages} thông báo cho {written.people} người; thư đã gửi {delivered.sent}, chưa gửi được {delivered.failed};"
            f" đã dọn {written.cleared} thông báo, thư cũ"
            f" · {written.messages} messages for {written.people} people; letters sent {delivered.sent}, not sent {delivered.failed};"
            f" {written.cleared} old ones taken away"
        )
    if delivered.failed:
        print("Kiểm tra máy chủ thư (GIAOBAN_SMTP) · look at the mail server (GIAOBAN_SMTP)", file=sys.stderr)
    if (placed := fill(PLACED)) and not options.json:
        print(f"Đã định vị {placed} câu chữ của nhiệm vụ để so với nhiệm vụ cũ · {placed} texts of tasks placed, to be compared")
    return 1 if delivered.failed else 0
