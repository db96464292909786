"""`giaoban asked`: which directives of several records were asked before."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from giaoban.commands.files import Unusable, cut_short, taken_from
from giaoban.directives.repetition.repetition import Asked, Earlier
from giaoban.exchange.quotes import wordings
from giaoban.typed import named

FOUND, NONE, UNREADABLE = 1, 0, 2


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `giaoban asked` to a command line."""
    asked = commands.add_parser("asked", help="say which directives were asked before, in which record", description=run.__doc__)
    asked.add_argument("records", nargs="+", type=named, metavar="RECORD.json", help="exchange records, the earliest meeting first")
    asked.add_argument("--json", action="store_true", help="print JSON, one object a line")
    asked.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare the directives of each record with those of the records before it. What only may be the same is marked "?" and not counted.
    Exit status 1 when one was or may have been asked before, 2 when a file cannot be read."""
    status = NONE
    with cut_short():
        try:
            for told in _told(options.records):
                status = FOUND
                print(json.dumps(told, ensure_ascii=False) if options.json else _written(told))
        except Unusable as unusable:
            print(unusable, file=sys.stderr)
            return UNREADABLE
    return status


def _told(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Each directive that was asked before, record by record; a record that is given twice counts once."""
    given: list[tuple[str, str]] = []
    known: dict[bytes, str] = {}
    for path in paths:
        data, said = taken_from(path, lambda data: (data, wordings(data)))
        if data in known:
            print(f"{path}: trùng với {known[data]}, bỏ qua · the same as {known[data]}, left out", file=sys.stderr)
            continue
        known[data] = path.name
        yield from _repeated(said, path.name, given)
        given += [(path.name, wording) for wording in said]


def _repeated(said: list[str], record: str, given: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    earlier = Earlier(wording for _record, wording in given)
    for wording, found in zip(said, earlier.asked_all(said), strict=True):
        if found:
            times = 1 + sum(each.repeat.sure for each in found)
            yield {"record": record, "wording": wording, "times": times, "before": [_before(each, *given[each.at]) for each in found]}


def _before(asked: Asked, record: str, wording: str) -> dict[str, Any]:
    return {"record": record, "wording": wording, "chance": round(asked.repeat.chance, 2), "sure": asked.repeat.sure}


def _written(told: dict[str, Any]) -> str:
    lines = [f"{told['record']}: {told['wording']}  (lần {told['times']} · time {told['times']})"]
    lines += [f"    {each['record']}: {each['wording']}  {each['chance']:.2f}{'' if each['sure'] else ' ?'}" for each in told["before"]]
    return "\n".join(lines)
