"""The styles of an OpenDocument text, each with what it takes over from the one it is based on."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from giaoban.documents.odt.names import FO, HEADING, OFFICE, STYLE, SVG, TEXT
from giaoban.documents.styled import kind_of
from giaoban.model import BlockKind

DIGITS = 6


@dataclass(frozen=True, slots=True)
class Style:
    """What of a style bears on reading; empty or None where neither it nor those it is based on say."""

    kind: BlockKind | None = None
    font: str = ""
    numbered: str = ""
    raised: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of these parts, by what they are for ("paragraph", "text") and their name."""

    def __init__(self, roots: list[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._faces: dict[str, str] = {}
        self._known: dict[tuple[str, str], Style] = {}
        for root in roots:
            for face in root.iterfind(f"{OFFICE}font-face-decls/{STYLE}font-face"):
                self._faces[face.get(f"{STYLE}name", "")] = face.get(f"{SVG}font-family", "").strip("'\"")
            for kind in ("styles", "automatic-styles"):
                for element in root.iterfind(f"{OFFICE}{kind}/*"):
                    if element.tag in (f"{STYLE}style", f"{STYLE}default-style"):
                        self._elements[element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", "")] = element

    def of(self, element: Element, family: str) -> Style:
        """The style that a paragraph or a span names."""
        key = family, element.get(f"{TEXT}style-name", "")
        if key not in self._known:
            self._known[key] = self._made(*key)
        style = self._known[key]
        return style if style.kind or element.tag != HEADING else Style(BlockKind.HEADING, style.font, style.numbered, None, style.hidden)

    def _made(self, family: str, name: str) -> Style:
        chain = list(self._chain(family, name))
        properties = [found for each in chain if (found := each.find(f"{STYLE}text-properties")) is not None]
        position = _first(properties, f"{STYLE}text-position")
        display = _first(properties, f"{TEXT}display")
        return Style(
            next(filter(None, map(_kind, chain)), None),
            next(filter(None, map(self._font, properties)), ""),
            _first(chain, f"{STYLE}list-style-name") or "",
            None if position is None else position.startswith("super") or (position[:1].isdigit() and not position.startswith("0%")),
            None if display is None else display == "none",
        )

    def _font(self, properties: Element) -> str:
        face = properties.get(f"{STYLE}font-name", "")
        return self._faces.get(face, face) or properties.get(f"{FO}font-family", "").strip("'\"")

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        """The style, those it is based on, and the one for all of its kind."""
        seen: set[str] = set()
        while name and (family, name) in self._elements and name not in seen:
            seen.add(name)
            yield self._elements[family, name]
            name = self._elements[family, name].get(f"{STYLE}parent-style-name", "")
        if (family, "") in self._elements and family == "paragraph":
            yield self._elements[family, ""]


def number(text: str | None, default: int) -> int:
    """A small whole number, as attributes of the markup have it."""
    return int(text) if text and len(text) <= DIGITS and text.isascii() and text.isdecimal() else default


def _first(elements: list[Element], name: str) -> str | None:
    return next((said for each in elements if (said := each.get(name)) is not None), None)


def _kind(style: Element) -> BlockKind | None:
    outline = number(style.get(f"{STYLE}default-outline-level"), 0)
    name = style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name", "").replace("_20_", " ")
    return kind_of(name, outline - 1 if outline else None)
