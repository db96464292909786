"""The paragraphs of a notice in a DOCX that came back from an office, as they are printed, tracked changes taken as accepted."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from docx.oxml.ns import qn

from giaoban.brief import Notice
from giaoban.brief.notice_paragraphs import Kind, Paragraph, paragraphs
from giaoban.model import Refused
from giaoban.render.layouts import Layout
from giaoban.render.notice_docx import BOOKMARK, raised_abstract

GONE = frozenset(map(qn, ("w:del", "w:moveFrom")))
SPACES = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:noBreakHyphen"): "-"}


def printed(notice: Notice, layout: Layout) -> tuple[Paragraph, ...]:
    """The paragraphs as the paper prints them: the abstract as the layout begins it, the closing with what ends it."""
    words = {Kind.ABSTRACT: raised_abstract(notice, layout), Kind.CLOSING: f"{notice.closing}{layout.words['end']}"}
    return tuple(Paragraph(each.mark, each.kind, _plain(words.get(each.kind, each.text)), each.level) for each in paragraphs(notice))


def read(data: bytes, notice: Notice, layout: Layout) -> tuple[Paragraph, ...]:
    """The paragraphs of a DOCX that was made of `notice` and edited. A mark is empty where the paragraph has none that is known.

    Refused: what is no DOCX (`notice-not-docx`). What stands in tables (the head and foot of the paper) is left out.
    """
    known = {each.mark: each for each in printed(notice, layout)}
    fixed = {_plain(notice.kind), _plain(layout.words["under_abstract"])}
    found = []
    for mark, text in _told(data, known):
        if text and (mark or text not in fixed):
            made = known.get(mark)
            found.append(Paragraph(mark, made.kind if made else Kind.TEXT, text, made.level if made else 0))
    return tuple(found)


def unprinted(was: Paragraph, printed_text: str, layout: Layout) -> str:
    """The text of a paragraph without what the layout adds, as a notice keeps it: the other way of `printed`.

    was  the paragraph as the notice has it
    """
    if was.kind is Kind.CLOSING:
        return printed_text.removesuffix(layout.words["end"]).rstrip()
    if was.kind is Kind.ABSTRACT and was.text[:1].islower() and printed_text[:1] == was.text[:1].upper():
        return was.text[:1] + printed_text[1:]
    return printed_text


def _told(data: bytes, known: Any) -> Iterator[tuple[str, str]]:
    try:
        document = docx.Document(BytesIO(data))
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise Refused("notice-not-docx") from error
    for paragraph in document.element.body.iterchildren(qn("w:p")):
        names = [each.get(qn("w:name"), "").removeprefix(BOOKMARK) for each in paragraph.iter(qn("w:bookmarkStart"))]
        yield next((name for name in names if name in known), ""), _plain("".join(_text(paragraph)))


def _text(element: Any) -> Iterator[str]:
    """Its words, those that a tracked change takes out left out."""
    for child in element.iterchildren():
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag not in GONE:
            yield SPACES.get(child.tag, "")
            yield from _text(child)


def _plain(text: str) -> str:
    """One space between words, none around: what an office cannot see is no change."""
    return " ".join(text.split())
