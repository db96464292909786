"""One paragraph of a Word document: its words, in Unicode also where they were typed in an old font, and what kind it is."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from giaoban.documents.pieces import Piece
from giaoban.documents.runs import Run, words
from giaoban.documents.word.names import NOT_TEXT, PARAGRAPH, RUN, SIGNS, TEXT, W
from giaoban.documents.word.numbering import Numbering
from giaoban.documents.word.styles import Styles, font_of, is_hidden, numbering_of, value
from giaoban.documents.wrapping import by_hand
from giaoban.model import BlockKind


class Paragraphs:
    """Reads paragraphs in order: the numbers of lists count on from one to the next."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.lines: list[str] = []
        """Every line that was read, wherever it stood."""

    def pieces(self, paragraph: Element) -> Iterator[Piece]:
        """The paragraph; several, where typed line breaks divide it into lines of a list."""
        kind, label, text = self._read(paragraph)
        for number, part in enumerate(by_hand(text)):
            yield Piece(f"{label} {part}" if label and not number else part, kind)

    def _read(self, paragraph: Element) -> tuple[BlockKind | None, str, str]:
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.get(value(properties, "pStyle"))
        text = words(self._runs(paragraph, style.font))
        self.lines += [*text.split("\n"), *_hidden(paragraph)]
        listed = numbering_of(properties) or style.numbering
        label = self._numbering.label(*listed) if listed and text.strip() else ""
        kind = style.kind or (BlockKind.LIST_ITEM if listed and listed[0] != "0" and not label else None)
        return kind, label, text

    def _runs(self, element: Element, font: str) -> Iterator[Run]:
        for child in element:
            if child.tag in NOT_TEXT or child.tag == PARAGRAPH:
                continue
            if child.tag == RUN:
                properties = child.find(f"{W}rPr")
                if is_hidden(properties):
                    continue
                styled = value(properties, "rStyle")
                used = font_of(properties) or (self._styles.get(styled).font if styled else "") or font
                yield Run(used, "".join(_signs(child)), value(properties, "vertAlign") == "superscript")
            else:
                yield from self._runs(child, font)


def _hidden(paragraph: Element) -> list[str]:
    """What is written in a paragraph and not shown: no part of the text, but a mark of secrecy may be there, too."""
    return ["".join(_signs(run)) for run in paragraph.iter(RUN) if is_hidden(run.find(f"{W}rPr"))]


def _signs(run: Element) -> Iterator[str]:
    for child in run:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in NOT_TEXT:
            yield from _signs(child)
