"""The styles of a Word document, each with what it takes over from the one it is based on."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from giaoban.documents.styled import kind_of
from giaoban.documents.word.names import VALUE, W
from giaoban.model import BlockKind

DIGITS = 6


@dataclass(frozen=True, slots=True)
class Style:
    """What of a style bears on reading; `numbering` is the list and level that its paragraphs belong to."""

    kind: BlockKind | None = None
    font: str = ""
    numbering: tuple[str, int] | None = None


class Styles:
    """Styles by their identifier; the default one where a paragraph names none."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        self._font = ""
        if root is None:
            return
        self._font = font_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in root.iterfind(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            self._elements[name] = element
            if element.get(f"{W}default") == "1" and element.get(f"{W}type") == "paragraph":
                self._default = name

    def get(self, name: str | None) -> Style:
        wanted = name or self._default
        if wanted not in self._known:
            self._known[wanted] = self._made(wanted)
        return self._known[wanted]

    def _made(self, name: str) -> Style:
        chain = list(self._chain(name))
        font = next(filter(None, (font_of(element.find(f"{W}rPr")) for element in chain)), self._font)
        kind = next(filter(None, map(_kind, chain)), None)
        return Style(kind, font, next(filter(None, (numbering_of(element.find(f"{W}pPr")) for element in chain)), None))

    def _chain(self, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while name in self._elements and name not in seen:
            seen.add(name)
            yield self._elements[name]
            name = value(self._elements[name], "basedOn") or ""


def value(element: Element | None, name: str) -> str | None:
    """The value of the child that is called so."""
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(VALUE)


def is_hidden(properties: Element | None) -> bool:
    """Whether a run is written and not shown."""
    mark = None if properties is None else properties.find(f"{W}vanish")
    return mark is not None and mark.get(VALUE) not in ("0", "false", "off")


def number(text: str | None) -> int | None:
    """A small whole number, as attributes of the markup have it; None for anything else."""
    return int(text) if text and len(text) <= DIGITS and text.isdecimal() else None


def font_of(properties: Element | None) -> str:
    """The name of the font; empty where none is named."""
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii") or ""


def numbering_of(properties: Element | None) -> tuple[str, int] | None:
    """The list (its numId) and the level in it; None where the paragraph is in none."""
    numbers = None if properties is None else properties.find(f"{W}numPr")
    wanted, level = value(numbers, "numId"), number(value(numbers, "ilvl") or "0")
    return (wanted, level) if wanted and level is not None else None


def _kind(style: Element) -> BlockKind | None:
    return kind_of(value(style, "name") or "", number(value(style.find(f"{W}pPr"), "outlineLvl")))
