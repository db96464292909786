"""How far the packed streams of a PDF would swell, measured before PDFium unpacks them."""

import re
from collections.abc import Iterator, Sequence

from giaoban.documents.pdf.filters import Filter, content, named, unpacked
from giaoban.documents.pdf.letters import letters, most_letters
from giaoban.model import Refused

MOST_ONE, MOST_FONT = 8 * 2**20, 40 * 2**20
"""Drawing instructions of one page, and a font, unpacked, in bytes."""
MOST_EACH_PAGE = 100 * 2**10
"""All instructions together may have this for each page, beside what one page may have."""
MOST_STREAMS, MOST_OVER = 50_000, 4
"""And all that is packed in them together, in sizes of the file: where one seems to begin within another, each is looked through."""
START = re.compile(rb"(?<!end)stream\r?\n")
KEYS_REACH, OBJECT = 2_000, b" obj"
"""The keys of a stream stand before it, since its object began."""
PICTURE, FONT = re.compile(rb"/Image\b"), re.compile(rb"/Length1\b")
CODED = re.compile(rb"/(?:DCT|JPX|JBIG2|CCITTFax)Decode\b")
"""A picture so coded comes out of the filters at no more than its size in the file."""
NO_DRAWING = re.compile(rb"/(?:Image|Length1|ObjStm|XRef|Metadata)\b|/(?:DCT|JPX|JBIG2|CCITTFax)Decode\b")
"""What is a picture, a font, objects or words about the file."""
END = b"endstream"


def refuse_swelling(data: bytes, pages: int) -> None:
    """Refuse streams that are packed beyond all measure; the dots of pictures are measured elsewhere."""
    total = shown = 0
    for keys, packed in streams(data):
        drawing = not (PICTURE.search(keys) or CODED.search(keys) or FONT.search(keys))
        most = MOST_ONE if drawing else MOST_FONT
        size = unpacked(packed, _filters(keys), most)
        total += size if drawing else 0
        if size <= most and not NO_DRAWING.search(keys):
            shown += letters(content(packed, named(keys), most))
        if size > most or total > MOST_ONE + MOST_EACH_PAGE * pages or shown > most_letters(pages):
            raise Refused("archive-swells")


def streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The keys of each stream and what stands packed in it; refuses more of them than any file needs."""
    for at, packed in streams_at(data):
        yield data[max(0, at - KEYS_REACH) : at].rpartition(OBJECT)[2], packed


def streams_at(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Where the keys of each stream end, and what stands packed in it; refuses more of them than any file needs."""
    size = 0
    for count, start in enumerate(START.finditer(data)):
        packed = _packed(data, start.end())
        size += len(packed)
        if count > MOST_STREAMS or size > MOST_OVER * len(data):
            raise Refused("archive-swells")
        yield start.start(), packed


def _filters(keys: bytes) -> Sequence[Filter]:
    """Those to be measured: what the last one makes of a picture is measured by its dots."""
    filters = named(keys)
    return filters[:-1] if PICTURE.search(keys) and not CODED.search(keys) else filters


def _packed(data: bytes, start: int) -> bytes:
    end = data.find(END, start)
    return data[start : end if end >= 0 else len(data)]
