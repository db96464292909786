"""A brief as PDF/A: one page for the leader, then the annexes; its sources are footnotes."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from giaoban.brief.brief import Brief
from giaoban.render import typesetting
from giaoban.render.brief_annexes import paper
from giaoban.render.brief_paper import Section, Words


def pdf_of(brief: Brief, language: str = "vi") -> bytes:
    """The bytes of the PDF (PDF/A-2a, PDF/UA-1). Times New Roman where the machine has it, else a serif with Vietnamese letters."""
    made = paper(brief, language)
    cited: set[int] = set()
    told = asdict(made) | {name: [_section(each, cited) for each in getattr(made, name)] for name in ("first", "annexes")}
    return typesetting.pdf("brief.typ", brief=told)


def _section(section: Section, cited: set[int]) -> Mapping[str, Any]:
    lead, items = ([_words(each, cited) for each in part] for part in (section.lead, section.items))
    rows = [[_words(cell, cited) for cell in row] for row in section.table.rows] if section.table else []
    table = {"heads": section.table.heads, "widths": section.table.widths, "rows": rows} if section.table else None
    return asdict(section) | {"lead": lead, "items": items, "table": table}


def _words(words: Words, cited: set[int]) -> Mapping[str, Any]:
    """A number of a note once, though several sentences may stand behind it; the first time that it is cited the note is printed."""
    numbers = list(dict.fromkeys(ref.number for ref in words.refs))
    refs = [{"number": number, "first": number not in cited} for number in numbers]
    cited.update(numbers)
    return {"text": words.text, "strong": words.strong, "refs": refs}
