"""The paragraphs of a notice in a DOCX that came back from an office, tracked changes taken as accepted."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from giaoban.brief import Notice
from giaoban.brief.notice_paragraphs import Kind, Paragraph, paragraphs
from giaoban.render.layouts import Layout
from giaoban.render.notice_around import opened, words_in
from giaoban.render.notice_docx import BOOKMARK, raised


def kept(notice: Notice) -> tuple[Paragraph, ...]:
    """The paragraphs of a notice as `read` gives them back when nobody edited the document."""
    return tuple(replace(each, text=_plain(each.text)) for each in paragraphs(notice))


def read(data: bytes, notice: Notice, layout: Layout) -> tuple[Paragraph, ...]:
    """The paragraphs of a DOCX that was made of `notice` in that layout and edited, without what the layout adds to them.

    A mark is empty where the paragraph has none that is known. What stands in tables, the head and foot of the paper, is for
    `notice_around` to read.
    Refused: what is no DOCX (`notice-not-docx`).
    """
    known = {each.mark: each for each in kept(notice)}
    printed = {_printed(each, layout): mark for mark, each in known.items()}
    fixed = {_plain(notice.kind), _plain(layout.words["under_abstract"])}
    found = []
    for given, text in _told(data, known):
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


def _told(data: bytes, known: Any) -> Iterator[tuple[str, str]]:
    """The mark, empty where there is none that is known, and the words of each paragraph outside of tables."""
    for paragraph in opened(data).element.body.iterchildren(qn("w:p")):
        names = [each.get(qn("w:name"), "").removeprefix(BOOKMARK) for each in paragraph.iter(qn("w:bookmarkStart"))]
        yield next((name for name in names if name in known), ""), words_in(paragraph)


def _plain(text: str) -> str:
    """One space between words, none around: what an office cannot see is no change."""
    return " ".join(text.split())
