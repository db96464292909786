"""A brief as HTML: a fragment for a page of ours, or a page of its own; each number of a source leads to the very sentence."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from giaoban.brief.brief import Brief
from giaoban.messages import phrase
from giaoban.render.brief_annexes import paper
from giaoban.render.brief_paper import Paper, Ref, Section, Table, Words

SAFE = re.compile(r"https?://|(?![a-z][a-z0-9+.-]*:)", re.IGNORECASE)
"""Addresses that may be followed: of the web, or without a scheme."""


def fragment(brief: Brief, language: str = "vi", level: int = 2, *, folded: bool = False, most: int | None = None) -> str:
    """An article with its headings from `level` on; no style and no script in it. The annexes are a part of its own.

    folded  each annex opens when its heading is touched
    most    rows of each annex; what is more is counted, and stands in the papers. None: all of them
    """
    made = paper(brief, language, most=most)
    return "\n".join(_article(made, level, folded=folded))


def page_of(brief: Brief, language: str = "vi") -> str:
    """A page of its own that can be kept as one file and read on a phone."""
    made = paper(brief, language)
    style = files("giaoban.render.layouts").joinpath("brief.css").read_text("utf-8")
    title = escape(f"{made.title} · {made.subtitle[0]}")
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>'
    body = "\n".join(_article(made, 1))
    styled = f"<head>\n{head}\n<style>\n{style}</style>\n</head>"
    return f'<!doctype html>\n<html lang="{language}">\n{styled}\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n'


def _article(made: Paper, level: int, *, folded: bool = False) -> Iterator[str]:
    yield f'<article class="brief" lang="{made.language}">'
    yield f"<header>\n<h{level}>{escape(made.title)}</h{level}>"
    yield from (f"<p>{escape(each)}</p>" for each in made.subtitle)
    yield "</header>"
    for each in made.first:
        yield from _section(each, made, level + 1)
    if made.annexes:
        yield '<div class="brief-annexes">'
        for each in made.annexes:
            yield from _section(each, made, level + 1, folded=folded)
        yield "</div>"
    if made.notes:
        yield from _sources(made, level + 1)
    yield "</article>"


def _section(section: Section, made: Paper, level: int, *, folded: bool = False) -> Iterator[str]:
    """A region under its heading; where it holds a table that is the region instead, so that no two have one name."""
    name = f"brief-{section.name}"
    heading = f'<h{level} id="{name}">{escape(section.heading)}</h{level}>'
    yield '<section class="brief-part">' if section.table else f'<section class="brief-part" aria-labelledby="{name}">'
    yield f"<details>\n<summary>{heading}</summary>" if folded else heading
    yield from (f"<p>{_words(each, made.language)}</p>" for each in section.lead)
    if section.items:
        listed = "ol" if section.ordered else "ul"
        yield f"<{listed}>"
        yield from (f"<li>{_words(each, made.language)}</li>" for each in section.items)
        yield f"</{listed}>"
    if section.table:
        yield from _table(section.table, name, made.language)
    if section.more:
        yield f'<p class="brief-more">{escape(section.more)}</p>'
    yield "</details>\n</section>" if folded else "</section>"


def _table(table: Table, name: str, language: str) -> Iterator[str]:
    """Within a region that scrolls by keyboard too, where a phone is narrower."""
    yield f'<div class="scroll" role="region" aria-labelledby="{name}" tabindex="0">\n<table>\n<thead><tr>'
    yield from (f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    yield "</tr></thead>\n<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{_words(cell, language)}</td>' for cell in row)}</tr>"
    yield "</tbody>\n</table>\n</div>"


def _words(words: Words, language: str) -> str:
    strong = f"<strong>{escape(words.strong)}</strong>" if words.strong else ""
    text = f'<span class="brief-{words.mark}">{escape(words.text)}</span>' if words.mark and words.text else escape(words.text)
    return " ".join(filter(None, (strong, text))) + _refs(words.refs, language)


def _refs(refs: Iterable[Ref], language: str) -> str:
    links = [_link(ref, language) for ref in refs]
    return f"<sup>{' '.join(links)}</sup>" if links else ""


def _link(ref: Ref, language: str) -> str:
    """To the sentence, or to the note where there is no address."""
    address = ref.address if ref.address and SAFE.match(ref.address) else f"#brief-source-{ref.number}"
    label = escape(phrase("brief-source", language, number=ref.number))
    return f'<a class="brief-source" href="{escape(address)}" aria-label="{label}">{ref.number}</a>'


def _sources(made: Paper, level: int) -> Iterator[str]:
    heading = escape(phrase("brief-sources", made.language))
    yield f'<section class="brief-part" aria-labelledby="brief-sources">\n<h{level} id="brief-sources">{heading}</h{level}>\n<ol>'
    yield from (f'<li id="brief-source-{number}">{escape(note)}</li>' for number, note in enumerate(made.notes, 1))
    yield "</ol>\n</section>"
