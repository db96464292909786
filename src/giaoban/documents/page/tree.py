"""A web page as a tree: what is malformed is mended, nothing is loaded, nothing is run."""

import re
from typing import TYPE_CHECKING

from giaoban.documents.notemarks import is_mark
from giaoban.documents.pieces import MAX_TEXT
from giaoban.model import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_PAGE = 10 * 2**20
"""Code points of markup, embedded pictures left out."""
MAX_DEPTH = 250
"""The parser drops what lies deeper than 255 elements without a word."""
EMBEDDED = re.compile(r"data:[a-zA-Z/+.-]{1,60};base64,[A-Za-z0-9+/=\s%]{200,}")
TAG = re.compile(r"""<[A-Za-z](?:[^<>"']++|"[^"]*+"|'[^']*+')*""")
MAX_TAGS = 150_000
"""Elements of one page: some thousand screens of text and tables."""
SILENT = re.compile(r"<(script|style)\b(?:.*?</\1\s*>|.*)|<!--(?:.*?-->|.*)", re.IGNORECASE | re.DOTALL)
"""What is no text; what is never closed reaches to the end: looking for its end from each beginning would take for ever."""
SAID = re.compile(r"(?:^|>)\s*([^<>]++)")
ATTRIBUTE = re.compile(r"""[^\s=/"'>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""")
MAX_ATTRIBUTES, MAX_ALL_ATTRIBUTES = 1_000, 500_000
"""Names of one tag, its own and those of its attributes, for the parser compares each with all before it; and of a page."""
PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
SUBSET = re.compile(r"^\s*<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.DOTALL | re.IGNORECASE)
"""A document type that declares entities of its own: they are left unread."""

TOLD = 8
"""Pieces of text before a raised number that are looked at."""
UNSEEN = frozenset(
    ("head", "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "select", "button", "input", "textarea")
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "hi",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "o:p",
        "q",
        "ref",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)


def parsed(text: str) -> "Element":
    """The page's root element; refuses what is nested or laden beyond measure, or holds no element at all."""
    from lxml import etree, html

    text = SUBSET.sub("", PROLOGUE.sub("", EMBEDDED.sub("", text)))
    if len(text) > MAX_PAGE:
        raise Refused("too-long", limit=MAX_PAGE)
    _refuse_laden(text)
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(encoding=None, no_network=True, remove_comments=True, remove_pis=True))
    except (etree.LxmlError, ValueError, AssertionError, TypeError) as error:
        raise Refused("no-text") from error
    if _depth(root) >= MAX_DEPTH:
        raise Refused("nested")
    return root


def _refuse_laden(markup: str) -> None:
    """Refuse what is known to be too much before a tree is made of it, which takes long and much room."""
    attributes = 0
    for count, tag in enumerate(TAG.finditer(markup)):
        here = sum(1 for _ in ATTRIBUTE.finditer(tag[0]))
        if here > MAX_ATTRIBUTES:
            raise Refused("overladen", limit=MAX_ATTRIBUTES)
        attributes += here
        if count >= MAX_TAGS or attributes > MAX_ALL_ATTRIBUTES:
            raise Refused("too-many-tags", limit=MAX_TAGS)
    if len(markup) > MAX_TEXT and sum(len(said[1]) for said in SAID.finditer(SILENT.sub("", markup))) > MAX_TEXT:
        raise Refused("too-long", limit=MAX_TEXT)


def _depth(root: "Element") -> int:
    from lxml import etree

    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def points_to_note(element: "Element", before: str) -> bool:
    """Whether an element is a raised number that only points to a note; `before` is the text it stands behind."""
    return element.tag == "sup" and is_mark(before, "".join(str(text) for text in element.itertext()))


def words(element: "Element") -> str:
    """The visible text of an element on one line, a blank between blocks and at line breaks."""
    from lxml import etree

    parts = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        parts.append("" if each.tag in INLINE else " ")
        if event == "end":
            parts.append((each.tail if each is not element else None) or "")
        elif each.tag in UNSEEN or not isinstance(each.tag, str) or points_to_note(each, "".join(parts[-TOLD:])):
            walk.skip_subtree()
        else:
            parts.append(each.text or "")
    return " ".join("".join(parts).split())
