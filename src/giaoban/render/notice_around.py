"""What stands around the text of a DOCX that came back: the parts of its heading, known by their styles, and the other lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import filterfalse
from types import MappingProxyType
from typing import Any
from zipfile import BadZipFile

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from giaoban.brief.notice import GAP
from giaoban.model import Refused
from giaoban.render.layouts import AROUND_ENTRY, NAMES, Layout, layout
from giaoban.render.notice_docx import BOOKMARK, STYLES

GONE = frozenset(map(qn, ("w:del", "w:moveFrom")))
SPACES = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:noBreakHyphen"): "-"}
PARTS = {name: part for part, (name, _alignment) in STYLES.items()}
NUMBERED = re.compile(r"^(?P<number>Số\s*:?\s*[\d….]*)\s*[-–/]?\s*(?P<symbol>\S.*)?$")
DATED = re.compile(r"^(?P<place>.*?),?\s*(?P<day>ngày\b.*)$")
BESIDE = {"upper": "body", "recipients": "recipients_label", "authority": "signer"}
"""What may stand nowhere on a paper: where the part beside it is there, it was left out."""
LISTS = ("authority", "recipients")


@dataclass(frozen=True, slots=True)
class Around:
    """The head and foot of a paper.

    parts  of its heading by name, as `Heading` has them; one whose style is not found is left out
    fixed   number and day, which issuing gives, what the layout prints by itself, and lines of no known style
    tables  rows of tables that an office put between the paragraphs: a notice holds none
    """

    parts: Mapping[str, str | tuple[str, ...]]
    fixed: tuple[str, ...]
    tables: tuple[str, ...] = ()


def around(data: bytes, made: Layout) -> Around:
    """The head and foot of a DOCX that was made in that layout, tracked changes taken as accepted. Refused: `notice-not-docx`."""
    told: dict[str, list[str]] = {}
    fixed: list[str] = []
    for part, text in _lines(data):
        own, rest = _split(part, text, made)
        if part and own is not None:
            told.setdefault(part, []).append(own)
        fixed += [rest] if rest else []
    return Around(MappingProxyType(_parts(told)), tuple(fixed), tuple(_rows(data)))


def made_in(data: bytes) -> str | None:
    """The name of the layout in which a DOCX was made, by the line that it prints above all else; None where no single one is told."""
    said = {text for _part, text in _lines(data)}
    found = [name for name in NAMES if layout(name).words["heading"] in said]
    return found[0] if len(found) == 1 else None


def words_in(element: Any) -> str:
    """The words of a paragraph with one space between them, those that a tracked change takes out left out."""
    return " ".join("".join(_pieces(element)).split())


def opened(data: bytes) -> Any:
    """The document. Refused: what is no DOCX (`notice-not-docx`)."""
    try:
        return docx.Document(BytesIO(data))
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise Refused("notice-not-docx") from error


def amid(body: Any) -> list[Any]:
    """The tables that stand between paragraphs with words; the head and the foot of the paper have none before or behind them."""
    children = list(body.iterchildren())
    written = [at for at, each in enumerate(children) if each.tag == qn("w:p") and words_in(each)]
    return [each for each in children[written[0] : written[-1]] if each.tag == qn("w:tbl")] if written else []


def _rows(data: bytes) -> Iterator[str]:
    """The rows of those tables, but for paragraphs of the notice that were put into one."""
    for row in (row for table in amid(opened(data).element.body) for row in table.iter(qn("w:tr"))):
        cells = [" ".join(filter(None, map(words_in, filterfalse(marked, cell.iter(qn("w:p")))))) for cell in row.iter(qn("w:tc"))]
        if any(cells):
            yield " | ".join(cells)


def marked(paragraph: Any) -> list[str]:
    """The marks of the notice's paragraphs that a paragraph of the document bears."""
    names = (each.get(qn("w:name"), "") for each in paragraph.iter(qn("w:bookmarkStart")))
    return [name.removeprefix(BOOKMARK) for name in names if name.startswith(BOOKMARK)]


def _lines(data: bytes) -> Iterator[tuple[str, str]]:
    """The part of the paper, empty where its style is not known, and the words of each line in its head and foot."""
    document = opened(data)
    within = amid(document.element.body)
    for table in (each for each in document.element.body.iterchildren(qn("w:tbl")) if each not in within):
        for each in table.iter(qn("w:p")):
            if text := words_in(each):
                yield PARTS.get(_style(Paragraph(each, document._body)), ""), text


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name or "") if paragraph.style is not None else ""


def _split(part: str, text: str, layout: Layout) -> tuple[str | None, str]:
    """What of a line belongs to the heading, None for nothing, and what does not."""
    if part == "number" and (found := NUMBERED.match(text)):
        return found["symbol"] or "", found["number"].strip()
    if part == "place_date" and (found := DATED.match(text)):
        return found["place"], found["day"]
    if part == "recipients" and text.lstrip("- ") != layout.words["archive"]:
        return AROUND_ENTRY.sub("", text), ""
    own = part in {"body", "authority", "office", "signer"} or (part == "upper" and text != layout.words["under_body"])
    return (text, "") if own else ("" if part == "recipients_label" else None, text)


def _parts(told: Mapping[str, list[str]]) -> dict[str, str | tuple[str, ...]]:
    lines = {
        "upper": told.get("upper"),
        "body": told.get("body"),
        "symbol": told.get("number"),
        "place": told.get("place_date"),
        "authority": [*told.get("authority", ()), *told.get("office", ())] or None,
        "signer": told.get("signer"),
        "recipients": told.get("recipients"),
    }
    known = {name: found if found is not None else [] for name, found in lines.items() if found is not None or BESIDE.get(name) in told}
    return {name: tuple(found) if name in LISTS else _unless_gap(" ".join(found)) for name, found in known.items()}


def _unless_gap(text: str) -> str:
    return "" if text == GAP else text


def _pieces(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag not in GONE:
            yield SPACES.get(child.tag, "")
            yield from _pieces(child)
