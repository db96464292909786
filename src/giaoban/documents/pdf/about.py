"""What a PDF says of itself: the properties of its file, also such as an office adds, its description in XMP, its bookmarks."""

import ctypes
import re
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any

from giaoban.documents import archive
from giaoban.documents.pdf.filters import content, named
from giaoban.documents.pdf.streams import MOST_ONE, streams

REFERENCE = re.compile(rb"/Info\s+(\d{1,9})\s+(\d{1,5})\s+R")
KEY = re.compile(rb"/([^\x00-\x20/()<>\[\]{}%]{1,80})\s*(?:\(|<[^<])")
"""A name with a text under it: whether it is one of the file's properties, PDFium tells."""
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
HELD, XMP = re.compile(rb"/ObjStm\b"), re.compile(rb"/Metadata\b")
MOST, REACH = 2_000, 1 << 16
"""Names and bookmarks of one file that are looked at; bytes that its properties take."""
MOST_WRITTEN = 20
"""Places and versions of its properties that are looked at."""


def told(document: Any, data: bytes) -> Iterator[tuple[str, str]]:
    """The name and the value of each; what cannot be unpacked is left out."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    about = [(keys, content(packed, named(keys), MOST_ONE)) for keys, packed in streams(data) if HELD.search(keys) or XMP.search(keys)]
    texts = [*_properties(data), *(held for keys, held in about if HELD.search(keys))]
    names = dict.fromkeys(key[1] for text in texts for key in KEY.finditer(text))
    for name in islice(names, MOST):
        key = ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), name)
        yield key.decode("utf-8", "replace"), _text(lambda buffer, size, key=key: pdfium.FPDF_GetMetaText(document.raw, key, buffer, size))
    for mark in islice(document.get_toc(), MOST):
        yield "bookmark", _text(lambda buffer, size, mark=mark: pdfium.FPDFBookmark_GetTitle(mark.raw, buffer, size))
    for keys, markup in about:
        yield from _described(markup) if XMP.search(keys) else ()


def _properties(data: bytes) -> Iterator[bytes]:
    """The objects that hold the properties, also such as a later one replaced."""
    named = dict.fromkeys(rb"%b\s+%b" % found.groups() for found in REFERENCE.finditer(data))
    if named:
        written = re.compile(rb"(?<!\d)(?:%b)\s+obj" % b"|".join(islice(named, MOST_WRITTEN)))
        for found in islice(written.finditer(data), MOST_WRITTEN):
            yield data[found.end() : found.end() + REACH].partition(b"endobj")[0]


def _text(ask: Callable[..., int]) -> str:
    """What PDFium tells in UTF-16, once it has told how many bytes that takes."""
    buffer = ctypes.create_string_buffer(size := ask(None, 0))
    ask(buffer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _described(markup: bytes) -> Iterator[tuple[str, str]]:
    """The texts and the attributes of a description in XMP, under the name of what they describe."""
    from lxml import etree

    for element in archive.elements(markup):
        around = (etree.QName(each).localname for each in chain([element], element.iterancestors()) if "rdf-syntax" not in str(each.tag))
        yield next(around, ""), element.text or ""
        yield from ((etree.QName(name).localname, str(value)) for name, value in element.items())
