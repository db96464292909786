"""One paragraph of an OpenDocument text: its words, and what kind it is."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from giaoban.documents.odt.names import DRAW, NOT_TEXT, SIGNS, SPAN
from giaoban.documents.odt.styles import Style, Styles
from giaoban.documents.pieces import Piece
from giaoban.documents.runs import Run, words
from giaoban.documents.wrapping import by_hand
from giaoban.model import BlockKind


class Paragraphs:
    """Reads paragraphs, and remembers every line that was read."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.lines: list[str] = []
        """Every line that was read, wherever it stood, shown or hidden."""

    def said(self, paragraph: Element) -> str:
        """The words of the paragraph."""
        style = self.styles.of(paragraph, "paragraph")
        shown: list[Run] = []
        hidden: list[Run] = []
        for run, unseen in self._runs(paragraph, style):
            (hidden if unseen else shown).append(run)
        text = words(shown)
        self.lines += [*text.split("\n"), *filter(None, [words(hidden)])]
        return text

    def pieces(self, paragraph: Element, text: str, label: str, listed: bool) -> Iterator[Piece]:
        """The paragraph of those words; several, where typed line breaks divide it into lines of a list."""
        kind = self.styles.of(paragraph, "paragraph").kind or (BlockKind.LIST_ITEM if listed and not label else None)
        for place, part in enumerate(by_hand(text)):
            yield Piece(f"{label} {part}" if label and not place else part, kind)

    def _runs(self, element: Element, style: Style) -> Iterator[tuple[Run, bool]]:
        """The runs of text, each with whether it is hidden."""
        yield self._run(element.text, style)
        for child in element:
            if child.tag in SIGNS:
                yield Run(style.font, SIGNS[child.tag]), bool(style.hidden)
            elif isinstance(child.tag, str) and child.tag not in NOT_TEXT and not child.tag.startswith(DRAW):
                yield from self._runs(child, self._inner(child, style) if child.tag == SPAN else style)
            yield self._run(child.tail, style)

    def _inner(self, span: Element, outer: Style) -> Style:
        own = self.styles.of(span, "text")
        raised = outer.raised if own.raised is None else own.raised
        return Style(None, own.font or outer.font, "", raised, outer.hidden if own.hidden is None else own.hidden)

    @staticmethod
    def _run(text: str | None, style: Style) -> tuple[Run, bool]:
        return Run(style.font, (text or "").replace("\n", " "), bool(style.raised)), bool(style.hidden)
