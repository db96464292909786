"""The paragraphs of a notice in a DOCX that came back from an office, tracked changes taken as accepted."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from giaoban.brief import Notice
from giaoban.brief.notice_paragraphs import Kind, Paragraph, paragraphs
from giaoban.render.layouts import Layout
from giaoban.render.notice_around import amid, marked, opened, words_in
from giaoban.render.notice_docx import raised

COUNTED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s+")


def kept(notice: Notice) -> tuple[Paragraph, ...]:
    """The paragraphs of a notice as `read` gives them back when nobody edited the document."""
    return tuple(replace(each, text=_plain(each.text)) for each in paragraphs(notice))


def read(data: bytes, notice: Notice, layout: Layout) -> tuple[Paragraph, ...]:
    """The paragraphs of a DOCX that was made of `notice` in that layout and edited, without what the layout adds to them.

    A mark is empty where the paragraph has none that is known. A number typed before a paragraph that no list counts is none of its words:
    the layout counts anew. What else stands in tables, as the head and foot of the paper, is for `notice_around` to read.
    Refused: what is no DOCX (`notice-not-docx`).
    """
    known = {each.mark: each for each in kept(notice)}
    printed = {_printed(each, layout): mark for mark, each in known.items()}
    fixed = {_plain(notice.kind), _plain(layout.words["under_abstract"])}
    found = []
    for given, written, level in told(data, known):
        text = uncounted(written, known[given].text if given else "") if level is None and written not in printed else written
        mark = given or printed.get(text, "")
        if text and (mark or text not in fixed):
            was = known.get(mark)
            found.append(replace(was, text=_unprinted(was, text, layout)) if was else Paragraph("", Kind.TEXT, text))
    return tuple(found)


def _printed(kept: Paragraph, layout: Layout) -> str:
    """The abstract as the layout begins it, the closing with what ends it."""
    if kept.kind is Kind.ABSTRACT:
        return raised(kept.text, layout)
    return f"{kept.text}{layout.words['end']}" if kept.kind is Kind.CLOSING else kept.text


def _unprinted(was: Paragraph, text: str, layout: Layout) -> str:
    """The other way of `_printed`."""
    if was.kind is Kind.CLOSING:
        return text.removesuffix(layout.words["end"]).rstrip()
    if was.kind is Kind.ABSTRACT and was.text[:1].islower() and text[:1] == was.text[:1].upper():
        return was.text[:1] + text[1:]
    return text


def uncounted(text: str, was: str) -> str:
    """The words without a number typed before them, unless they began with one before."""
    return text if COUNTED.match(was) else COUNTED.sub("", text)


def told(data: bytes, known: Collection[str]) -> Iterator[tuple[str, str, int | None]]:
    """The mark, empty where none is known, the words of each paragraph, and the level at which a list counts it, None where none does; in
    tables of those that are known."""
    body = opened(data).element.body
    tables = amid(body)
    for child in body.iterchildren():
        for paragraph in [child] if child.tag == qn("w:p") else child.iter(qn("w:p")) if child in tables else ():
            mark = next((name for name in marked(paragraph) if name in known), "")
            if mark or paragraph is child:
                yield mark, words_in(paragraph), _level(paragraph)


def _level(paragraph: Any) -> int | None:
    numbered = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if numbered is None or _value(numbered, "w:numId") == "0":
        return None
    level = _value(numbered, "w:ilvl")
    return int(level) if level.isdecimal() else 0


def _value(properties: Any, name: str) -> str:
    found = properties.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _plain(text: str) -> str:
    """One space between words, none around: what an office cannot see is no change."""
    return " ".join(text.split())
