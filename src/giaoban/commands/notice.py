"""`giaoban notice`: the notice of conclusions of one record, as DOCX or PDF."""

import argparse
import sys
from functools import partial
from pathlib import Path

from giaoban.brief import Notice, Order, compose
from giaoban.brief.notice import GAP, Heading
from giaoban.brief.notice_signs import settable
from giaoban.commands import notice_comparing
from giaoban.commands.files import Unusable, cut_short, said, taken_from, write
from giaoban.exchange.quotes import quoted
from giaoban.model import Refused
from giaoban.render.layouts import NAMES, layout
from giaoban.typed import day, named

WRITTEN, REFUSED = 0, 2
SYMBOLS = {"party": "TB/TU", "state": "TB-UBND"}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `giaoban notice` to a command line."""
    notice = commands.add_parser("notice", help="draft the notice of conclusions of a record", description=run.__doc__)
    notice.add_argument("record", type=named, metavar="RECORD.json", help="an exchange record, as `giaoban read --json` prints it")
    notice.add_argument("out", type=named, nargs="?", metavar="OUT.docx|OUT.pdf")
    notice.add_argument("--compare", type=named, metavar="EDITED.docx", help="say what was changed in the DOCX drafted from this record")
    notice.add_argument("--json", action="store_true", help="with --compare: the changes as JSON")
    notice.add_argument("--layout", choices=NAMES, default="party", help="of the party or of the state (default: party)")
    notice.add_argument("--order", choices=[each.value for each in Order], default=Order.TOPIC.value, help="of the tasks (default: topic)")
    notice.add_argument("--body", default=GAP, help="the body that issues it: “TỈNH UỶ QUẢNG NINH”")
    notice.add_argument("--upper", default="", help="the body above it, where there is one")
    notice.add_argument("--number", default="", help="without its symbol: 12")
    notice.add_argument("--symbol", help="after the number: TB/TU, TB-UBND")
    notice.add_argument("--place", default=GAP, help="where it is issued: “Quảng Ninh”")
    notice.add_argument("--on", type=day, metavar="DAY", help="the day it is signed (20/03/2020, 2020-03-20)")
    notice.add_argument(
        "--authority", nargs="+", default=[], metavar="LINE", help="lines above the name: “T/L BAN THƯỜNG VỤ” “CHÁNH VĂN PHÒNG”"
    )
    notice.add_argument("--signer", default=GAP, help="who signs")
    notice.add_argument("--to", nargs="+", default=[], metavar="RECIPIENT", help="who gets it")
    notice.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draft the notice of conclusions from a record. What the record and the options leave open is a gap (…) to be filled in by the office.
    The ending of OUT says whether it is DOCX, which can be edited, or PDF. With --compare: what an office changed in that DOCX, given the
    same options as when it was drafted. Exit status 2 when a file cannot be read or written."""
    out: Path | None = options.out
    if not options.compare and (out is None or out.suffix.lower() not in {".docx", ".pdf"}):
        named = f"{out}: " if out else "Thiếu tên tệp để ghi · the file to write is missing: "
        print(f"{named}chỉ ghi được .docx hoặc .pdf · only .docx and .pdf can be written", file=sys.stderr)
        return REFUSED
    if options.compare and out is not None and out.exists() and options.compare.exists() and out.samefile(options.compare):
        print(said(Refused("paper-not-overwritten", name=out)), file=sys.stderr)
        return REFUSED
    try:
        notice = taken_from(options.record, partial(_notice, options))
        if options.compare:
            _compare(notice, options)
        if out is not None:
            _write(notice, out, options.layout)
    except Unusable as unusable:
        print(unusable, file=sys.stderr)
        return REFUSED
    return WRITTEN


def _compare(notice: Notice, options: argparse.Namespace) -> None:
    made = layout(options.layout)
    told = taken_from(options.compare, lambda edited: notice_comparing.told(notice, edited, made))
    with cut_short():
        print(notice_comparing.as_json(*told) if options.json else "\n".join(notice_comparing.lines(*told)))


def _write(notice: Notice, out: Path, name: str) -> None:
    write(out, _drawn(notice, out, name))
    for each in layout(name).unsure:
        print(f"Lưu ý · Note: {each}", file=sys.stderr)


def _notice(options: argparse.Namespace, data: bytes) -> Notice:
    reading, words = quoted(data)
    heading = _heading(options)
    return compose(reading, lambda span: words[span], heading=heading, order=Order(options.order))


def _heading(options: argparse.Namespace) -> Heading:
    """The heading that the options describe. Refused, as `settable` does, for signs that no paper prints."""
    told = (options.body, options.upper, options.number, options.symbol or "", options.place, options.signer)
    for line in (*told, *options.authority, *options.to):
        settable(line)
    return Heading(
        body=options.body,
        upper=options.upper,
        number=options.number,
        symbol=options.symbol or SYMBOLS[options.layout],
        place=options.place,
        on=options.on,
        authority=tuple(options.authority),
        signer=options.signer,
        recipients=tuple(options.to),
    )


def _drawn(notice: Notice, out: Path, name: str) -> bytes:
    if out.suffix.lower() == ".pdf":
        from giaoban.render.notice_pdf import pdf_of

        return pdf_of(notice, layout(name))
    from giaoban.render.notice_docx import docx_of

    return docx_of(notice, layout(name))
