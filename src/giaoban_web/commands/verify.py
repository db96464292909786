"""The command that proves the log, the ledger's names, every file, and that records, decisions, figures, tasks, meetings, roles and what
else the log keeps are what it says of them."""

import argparse
import re

from giaoban.model import Refused
from giaoban_web.commands.starting import Commands, prepared

ANCHOR = re.compile(r"0:|[1-9]\d*:[0-9a-f]{64}")
NAMED = 5
"""Files or records that a message names."""


def add_commands(commands: Commands) -> None:
    """`giaoban verify`."""
    verify = prepared(
        commands,
        "verify",
        "prove that the log is whole and unchanged, that no entry of the ledger lacks what it names, that every file is what it was, "
        "and that every record and decision, every figure of the ledger, every task with its events, every meeting, role, person, body, "
        "notice, brief and filing is as the log has it",
        _verify,
    )
    verify.add_argument(
        "--anchor", type=_anchor, metavar="NUMBER:HASH", help="what an earlier run printed: that entry must still be the same"
    )


def _anchor(text: str) -> str:
    """An anchor as it was printed. What is none would prove nothing, and nobody would be told."""
    if not ANCHOR.fullmatch(text.strip()):
        raise argparse.ArgumentTypeError(f"“{text}” không phải số mục và mã băm đã in ra · is no number and hash as printed (NUMBER:HASH)")
    return text.strip()


def _verify(options: argparse.Namespace) -> int:
    return prove(options.anchor or "")


def prove(anchor: str = "") -> int:
    """Say that everything is whole, and the end of the log. Refused with the first thing that is not."""
    from django.db import connection

    from giaoban_web.directives import logged
    from giaoban_web.history import queries, rows, triggers
    from giaoban_web.installation import originals
    from giaoban_web.ledger import proof, proof_withdrawn, relations
    from giaoban_web.places import seals as places
    from giaoban_web.records import seals

    broken = queries.verify(anchor)
    if broken:
        raise Refused(broken.why, number=broken.number)
    if gone := triggers.missing(connection):
        raise Refused("triggers-missing", names=", ".join(gone))
    if missing := relations.missing(connection):
        raise Refused("entries-without", columns=", ".join(missing))
    if changed := list(originals.changed()):
        raise Refused("originals-changed", count=len(changed), names=", ".join(changed[:NAMED]))
    if unlike := list(seals.broken()):
        raise Refused("records-changed", count=len(unlike), names=", ".join(unlike[:NAMED]))
    found = [rows.looked(), proof.looked(), proof_withdrawn.looked(), places.looked()]
    if wrong := [*(name for each in found for name in each.changed), *logged.broken()]:
        raise Refused("rows-changed", count=len(wrong), names=", ".join(wrong[:NAMED]))
    if unproved := sum(each.unproved for each in found):
        print(
            f"Chỉ có mục nhật ký của phiên bản cũ, chưa kèm mã băm: {unproved} dòng · "
            f"Only entries of an older version, without hashes, tell of {unproved} rows"
        )
    if untold := proof_withdrawn.untold():
        print("Số liệu bị loại mà nhật ký không nêu · Figures taken out that no entry of the log names:")
        print("\n".join(f"  {each}" for each in untold))
    end, files = queries.head(), originals.counted()
    print(f"Tệp gốc nguyên vẹn: {files} · Files are what they were: {files}")
    print(f"Nhật ký nguyên vẹn: {end.number} mục · The log is whole: {end.number} entries\n{end.number}:{end.hash}")
    return 0
