"""`giaoban notice`: the notice of conclusions of one record, as DOCX or PDF."""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from giaoban import messages
from giaoban.brief import Notice, Order, compose
from giaoban.brief.notice import GAP, Heading
from giaoban.exchange.taken import taken
from giaoban.model import Refused, Span
from giaoban.render.layouts import NAMES, layout

WRITTEN, REFUSED = 0, 2
SYMBOLS = {"party": "TB/TU", "state": "TB-UBND"}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `giaoban notice` to a command line."""
    notice = commands.add_parser("notice", help="draft the notice of conclusions of a record", description=run.__doc__)
    notice.add_argument("record", type=Path, metavar="RECORD.json", help="an exchange record, as `giaoban read --json` prints it")
    notice.add_argument("out", type=Path, metavar="OUT.docx|OUT.pdf")
    notice.add_argument("--layout", choices=NAMES, default="party", help="of the party or of the state (default: party)")
    notice.add_argument("--order", choices=[each.value for each in Order], default=Order.TOPIC.value, help="of the tasks (default: topic)")
    notice.add_argument("--body", default=GAP, help="the body that issues it: “TỈNH UỶ QUẢNG NINH”")
    notice.add_argument("--upper", default="", help="the body above it, where there is one")
    notice.add_argument("--number", default="", help="without its symbol: 12")
    notice.add_argument("--symbol", help="after the number: TB/TU, TB-UBND")
    notice.add_argument("--place", default=GAP, help="where it is issued: “Quảng Ninh”")
    notice.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="the day it is signed (2020-03-20)")
    notice.add_argument(
        "--authority", nargs="+", default=[], metavar="LINE", help="lines above the name: “T/L BAN THƯỜNG VỤ” “CHÁNH VĂN PHÒNG”"
    )
    notice.add_argument("--signer", default=GAP, help="who signs")
    notice.add_argument("--to", nargs="+", default=[], metavar="RECIPIENT", help="who gets it")
    notice.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draft the notice of conclusions from a record. What the record and the options leave open is a gap (…) to be filled in by the office.
    The ending of OUT says whether it is DOCX, which can be edited, or PDF. Exit status 2 when the record cannot be read."""
    out: Path = options.out
    if out.suffix.lower() not in {".docx", ".pdf"}:
        print(f"{out}: chỉ ghi được .docx hoặc .pdf · only .docx and .pdf can be written", file=sys.stderr)
        return REFUSED
    try:
        data = options.record.read_bytes()
        notice = _notice(data, options)
    except Refused as refused:
        print(f"{options.record}: {messages.say(refused, 'vi')}\n{options.record}: {messages.say(refused, 'en')}", file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"{options.record}: không mở được tệp · cannot be opened: {error.strerror}", file=sys.stderr)
        return REFUSED
    out.write_bytes(_drawn(notice, out, options.layout))
    for each in layout(options.layout).unsure:
        print(f"Lưu ý: {each}", file=sys.stderr)
    return WRITTEN


def _notice(data: bytes, options: argparse.Namespace) -> Notice:
    _sha256, reading = taken(data)
    quotes = _quotes(json.loads(data))
    heading = Heading(
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
    return compose(reading, lambda span: quotes[span], heading=heading, order=Order(options.order))


def _drawn(notice: Notice, out: Path, name: str) -> bytes:
    if out.suffix.lower() == ".pdf":
        from giaoban.render.notice_pdf import pdf_of

        return pdf_of(notice, layout(name))
    from giaoban.render.notice_docx import docx_of

    return docx_of(notice, layout(name))


def _quotes(record: Mapping[str, Any]) -> dict[Span, str]:
    """The words of every find by its span."""
    finds = [*record["findings"], *record["directives"]]
    return {Span(find["span"]["start"], find["span"]["end"]): find["quote"] for find in finds}
