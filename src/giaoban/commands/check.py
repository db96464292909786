"""`giaoban check`: what does not fit together in the figures of one record, and what follows from them."""

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from giaoban import flow, messages
from giaoban.commands.files import Unusable, cut_short, taken_from
from giaoban.documents import quotes
from giaoban.exchange.checked import discrepancy
from giaoban.exchange.quotes import quoted
from giaoban.exchange.taken import taken
from giaoban.ledger.discrepancies import Discrepancy, Severity
from giaoban.ledger.observed import Sentences
from giaoban.model import Reading
from giaoban.typed import named

CONSISTENT, INCONSISTENT, UNREADABLE = 0, 1, 2


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `giaoban check` to a command line."""
    check = commands.add_parser("check", help="check the figures of a record against each other", description=run.__doc__)
    check.add_argument("path", type=named, metavar="RECORD.json", help="an exchange record, or a document, which is read first")
    check.add_argument("--json", action="store_true", help="print JSON, with the places of the figures in the text")
    check.add_argument("--lang", choices=messages.LANGUAGES, default="vi", help="language of the table (default: vi)")
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the figures of one record. Exit status 0 when nothing speaks against them (what merely follows is told all the same),
    1 when something does, 2 when the file cannot be read."""
    path: Path = options.path
    try:
        document, reading, sentences = taken_from(path, partial(_read, path))
    except Unusable as unusable:
        print(unusable, file=sys.stderr)
        return UNREADABLE
    found = flow.check(document, reading, sentences=sentences)
    with cut_short():
        if options.json:
            print(json.dumps({"sha256": document, "discrepancies": [discrepancy(each) for each in found]}, ensure_ascii=False, indent=1))
        else:
            _print_table(reading.title or path.name, found, options.lang)
    return CONSISTENT if all(each.severity is Severity.IMPLICATION for each in found) else INCONSISTENT


def _read(path: Path, data: bytes) -> tuple[str, Reading, Sentences]:
    """The hash of the document and its reading, from a record or from the document itself; and its sentences, as far as it quotes them."""
    if path.suffix.lower() == ".json" or (data.lstrip()[:1] == b"{" and not data.lstrip().startswith(b"{\\rtf")):
        return *taken(data), quotes.alone(quoted(data)[1])
    document, reading = flow.read(data, path.name)
    return document.sha256, reading, quotes.around(document.text, (each.span for each in reading.observations))


def _print_table(title: str, found: Sequence[Discrepancy], language: str) -> None:
    from giaoban.render.checked import table
    from giaoban.render.console import Listened

    Listened().print(table(title, found, language))
