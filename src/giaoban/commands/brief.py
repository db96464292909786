"""`giaoban brief`: the brief for the next meeting out of exchange records, as PDF, DOCX, HTML or JSON."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from giaoban import flow, messages
from giaoban.brief.brief import Brief
from giaoban.brief.from_records import Record
from giaoban.brief.stored import loaded, stored
from giaoban.commands.files import Unusable, printable, said, taken_from, write
from giaoban.exchange.quotes import quoted
from giaoban.model import Refused
from giaoban.typed import day, named

WRITTEN, REFUSED = 0, 2


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `giaoban brief` to a command line."""
    brief = commands.add_parser("brief", help="compose the brief for the next meeting from records", description=run.__doc__)
    brief.add_argument("paths", nargs="+", type=named, metavar="RECORD.json", help="exchange records of earlier meetings; last OUT")
    brief.add_argument("--on", type=day, required=True, metavar="DAY", help="the day it is composed on (12/07/2020, 2020-07-12)")
    brief.add_argument("--place", default="", help="whose figures are wanted: “thị xã Đông Triều” (default: of the latest record)")
    brief.add_argument("--meeting", default="", help="what the next meeting is: “Giao ban quý III”")
    brief.add_argument("--meeting-on", type=day, metavar="DAY", help="its day")
    brief.add_argument("--last", type=named, metavar="BRIEF.json", help="the last brief, as OUT.json keeps it: figures are set against it")
    brief.add_argument("--lang", choices=messages.LANGUAGES, default="vi", help="language (default: vi)")
    brief.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compose a brief from exchange records alone; the last path is the file to write, its ending says whether it is PDF, DOCX, HTML or
    JSON, which keeps the brief with everything it was composed from. What records do not say (what became of a task) is not guessed. A
    record is never written over: refused (`record-not-overwritten`). Exit status 2 when a record cannot be read or OUT cannot be
    written."""
    *paths, out = options.paths
    if not paths or out.suffix.lower() not in DRAWN:
        print(f"{out}: chỉ ghi được {', '.join(DRAWN)} · only {', '.join(DRAWN)} can be written, after the records", file=sys.stderr)
        return REFUSED
    try:
        if _is_record(out):
            raise Refused("record-not-overwritten", name=out)
        last = taken_from(options.last, loaded) if options.last else None
        records = [taken_from(path, partial(_record, printable(path))) for path in paths]
        composed = flow.prepare(records, options.on, options.place, meeting=options.meeting, meeting_on=options.meeting_on, last=last)
        write(out, DRAWN[out.suffix.lower()](composed, options.lang))
    except Unusable as unusable:
        print(unusable, file=sys.stderr)
        return REFUSED
    except Refused as refused:
        print(said(refused), file=sys.stderr)
        return REFUSED
    return WRITTEN


def _is_record(path: Path) -> bool:
    try:
        return path.suffix.lower() == ".json" and path.is_file() and bool(taken_from(path, quoted))
    except Unusable:
        return False


def _record(name: str, data: bytes) -> Record:
    return Record(name, *quoted(data))


def _pdf(brief: Brief, language: str) -> bytes:
    from giaoban.render.brief_pdf import pdf_of

    return pdf_of(brief, language)


def _docx(brief: Brief, language: str) -> bytes:
    from giaoban.render.brief_docx import docx_of

    return docx_of(brief, language)


def _html(brief: Brief, language: str) -> bytes:
    from giaoban.render.brief_html import page_of

    return page_of(brief, language).encode()


def _json(brief: Brief, _language: str) -> bytes:
    return json.dumps(stored(brief), ensure_ascii=False, indent=1).encode()


DRAWN: Mapping[str, Callable[[Brief, str], bytes]] = MappingProxyType({".pdf": _pdf, ".docx": _docx, ".html": _html, ".json": _json})
"""What can be written, by the ending of the file."""
