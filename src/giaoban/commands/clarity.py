"""`giaoban clarity`: what directives lack before a desk can act on them."""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from giaoban import flow, messages
from giaoban.commands.files import cut_short, said
from giaoban.directives import SIX, Clarity, Degree, Task, Verdict, check
from giaoban.directives.clarity import GIVEN
from giaoban.directives.suggesting import Suggestion, suggestions
from giaoban.model import Directive, Refused
from giaoban.reference.folding import written
from giaoban.reference.topics import topic_of
from giaoban.typed import day

CLEAR, UNCLEAR, UNREADABLE = 0, 1, 2
TITLE = "Thông báo kết luận cuộc họp giao ban{day}\n\n"
OPENING = f"{TITLE}Tại cuộc họp giao ban{{day}} của UBND tỉnh, đồng chí Chủ tịch UBND tỉnh kết luận như sau:\n\n"
FRAMES = (
    OPENING,
    f"{OPENING}Yêu cầu các sở, ngành, địa phương thực hiện các nhiệm vụ sau:\n\n- ",
    f"{OPENING}- Đề nghị ",
)
"""What makes a sentence a conclusion of a meeting for the reader, tried in turn: under the second it is plainly a task on a list, under the
third it begins with whoever is asked, if with anybody."""


COUNTED = re.compile(r"\w+ \d")
"""How words begin that are no name: a deed and how many, "Cấp 312 giấy chứng nhận"."""


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `giaoban clarity` to a command line."""
    clarity = commands.add_parser("clarity", help="say what directives lack, one a line on standard input", description=run.__doc__)
    clarity.add_argument("--json", action="store_true", help="print JSON, one object a line")
    clarity.add_argument("--lang", choices=messages.LANGUAGES, default="vi", help="language of the sentences (default: vi)")
    clarity.add_argument("--lead", help="the body that all of them are given to")
    clarity.add_argument("--on", type=day, metavar="DAY", help="the day they are written, to suggest a deadline (12/03/2020, 2020-03-12)")
    named = [each.value for each in SIX]
    clarity.add_argument("--ask", nargs="+", choices=named, default=named, metavar="CLARITY", help=f"of {', '.join(named)} (default: all)")
    clarity.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read directives, one a line, and say of each which of the clarities it lacks, why, and how it could be completed.
    Exit status 0 when all are clear, 1 when something is vague or missing, 2 when a line cannot be read."""
    asked = [Clarity(each) for each in options.ask]
    unclear = False
    try:
        with cut_short():
            for line in _directives():
                unclear |= _judge(line, asked, options)
    except Refused as refused:
        print(said(refused), file=sys.stderr)
        return UNREADABLE
    return UNCLEAR if unclear else CLEAR


def _directives() -> Iterator[str]:
    """The lines on standard input that say something. Refused where one of them is not UTF-8."""
    for number, line in enumerate(sys.stdin, 1):
        if any("\ud800" <= letter <= "\udfff" for letter in line):
            raise Refused("line-not-utf8", number=number)
        if said_there := written(line).strip():
            yield said_there


def _judge(line: str, asked: list[Clarity], options: argparse.Namespace) -> bool:
    """Print the verdicts on one directive; whether something of it is unclear."""
    task, issuer = _task(line, options)
    verdicts = check(task, asked)
    offered = suggestions(task, verdicts, on=options.on, issuer=issuer)
    if options.json:
        print(json.dumps(_told(task, verdicts, offered, options.lang), ensure_ascii=False))
    else:
        print(_written(task, verdicts, offered, options.lang))
    return any(each.degree is not Degree.CLEAR for each in verdicts)


def _task(line: str, options: argparse.Namespace) -> tuple[Task, str | None]:
    """The task of a sentence, and who gives it: lead and deadline as read there, the sentence being a conclusion of a meeting."""
    day = f" ngày {options.on:%d/%m/%Y}" if options.on else ""
    found: Directive | None = None
    lead = options.lead
    for frame in FRAMES:
        read = _read(frame.format(day=day), line)
        named = _of_line(read.assignee, line) if read else None
        lead = lead or (named if found is None or _opens(line, named) else None)
        found = found or read
        if found and lead:
            break
    if found is None:
        return Task(line, lead=lead, topic=topic_of(line)), None
    return Task(line, lead=lead, deadline=found.deadline, topic=found.topic), _of_line(found.issuer, line)


def _opens(line: str, name: str | None) -> bool:
    """Whether a line begins with that name, but for words of giving and of address."""
    return name is not None and re.sub(rf"^(?:(?:{GIVEN}|các|đồng chí|ông|bà)\s+)+", "", line.lower()).startswith(name.lower())


def _of_line(name: str | None, line: str) -> str | None:
    """Who the sentence itself names; whom the frame around it names is nobody's choice."""
    return name if name and name.lower() in line.lower() and not COUNTED.match(name) else None


def _read(frame: str, line: str) -> Directive | None:
    """The directive that the reader finds in a sentence within a frame; None where it finds none there."""
    document, reading = flow.read(f"{frame}{line}".encode(), "sentence.txt")
    start = document.text.rindex("\n") + 1
    return next((each.what for each in reading.directives if each.span.start >= start), None)


def _told(task: Task, verdicts: tuple[Verdict, ...], offered: tuple[Suggestion, ...], language: str) -> dict[str, Any]:
    return {
        "wording": task.wording,
        "verdicts": [
            {
                "clarity": each.clarity,
                "degree": each.degree,
                "why": messages.phrase(each.code, language) if each.code else None,
                "words": list(each.words),
                "suggestions": [messages.phrase(one.code, language, **one.values) for one in offered if one.clarity is each.clarity],
            }
            for each in verdicts
        ],
    }


def _written(task: Task, verdicts: tuple[Verdict, ...], offered: tuple[Suggestion, ...], language: str) -> str:
    return "\n".join([task.wording, *_lines(verdicts, offered, language), ""])


def _lines(verdicts: tuple[Verdict, ...], offered: tuple[Suggestion, ...], language: str) -> Iterator[str]:
    for each in verdicts:
        name = messages.phrase(f"clarity-{each.clarity.value}", language).rstrip(".")
        if each.degree is Degree.CLEAR:
            yield f"  ✓ {name}"
            continue
        words = f" “{'”, “'.join(each.words)}”" if each.words else ""
        yield f"  {'~' if each.degree is Degree.VAGUE else '✗'} {name}{words}: {messages.phrase(each.code, language)}"
        yield from (f"      → {messages.phrase(one.code, language, **one.values)}" for one in offered if one.clarity is each.clarity)
