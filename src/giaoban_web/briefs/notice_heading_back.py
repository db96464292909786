"""The heading that an edited DOCX brings back: which parts of it changed, to be chosen one by one, and what is never taken over."""

import json
from collections.abc import Collection, Sequence
from typing import Any

from giaoban.brief.changes import Piece, words
from giaoban.model import Refused
from giaoban.render.layouts import layout
from giaoban_web.briefs import notice_papers
from giaoban_web.briefs.models import NoticeVersion
from giaoban_web.briefs.notice_words import PARTS

LONGEST, MOST = 4_000, 60
"""Letters of a line, and lines of a part, that are taken from a form."""
LISTS = ("authority", "recipients")


def compared(data: bytes, version: NoticeVersion, layout_name: str) -> dict[str, Any]:
    """For a page: the parts of the heading that changed, the same packed for the form, and other words that did."""
    from giaoban.render.notice_around import around

    drawn = notice_papers.drawn(version, notice_papers.DOCX, layout_name)
    was, now = (around(each, layout(layout_name)) for each in (drawn, data))
    parts = {name: now.parts[name] for name in PARTS if name in now.parts and now.parts[name] != was.parts.get(name)}
    told = [(name, PARTS[name], words(_line(was.parts.get(name)), _line(value))) for name, value in parts.items()]
    return {"heads": told, "headed": json.dumps(parts, ensure_ascii=False), "around": _rest(was.fixed, now.fixed), "tables": now.tables}


def chosen(text: str, names: Collection[str], version: NoticeVersion) -> dict[str, Any]:
    """The heading of a version with the parts of these names as `compared` packed them. Refused: what is no such thing."""
    try:
        sent = json.loads(text or "{}")
        found = {name: _taken(name, sent[name]) for name in PARTS if name in names and name in sent}
    except (ValueError, TypeError) as error:
        raise Refused("paragraph-not-there") from error
    return {**version.heading, **found}


def _taken(name: str, value: Any) -> Any:
    """A part as a heading has it."""
    if name in LISTS:
        return [str(line)[:LONGEST] for line in list(value)[:MOST]]
    return str(value)[:LONGEST]


def _rest(before: Sequence[str], after: Sequence[str]) -> Sequence[Piece]:
    sides = [" · ".join(each) for each in (before, after)]
    return words(*sides) if sides[0] != sides[1] else ()


def _line(value: Any) -> str:
    return str(value or "") if isinstance(value, str | None) else "; ".join(value)
