"""How far the packed streams of a PDF would swell, measured before PDFium unpacks them."""

import re
import zlib

from giaoban.model import Refused

MOST_ONE, MOST_FONT = 8 * 2**20, 40 * 2**20
"""Drawing instructions of one page, and a font, unpacked, in bytes."""
MOST_EACH_PAGE = 100 * 2**10
"""All instructions together may have this for each page, beside what one page may have."""
MOST_STREAMS = 50_000
START = re.compile(rb"(?<!end)stream\r?\n")
KEYS_REACH, OBJECT = 2_000, b" obj"
"""The keys of a stream stand before it, since its object began."""
PACKED, PICTURE, FONT = re.compile(rb"/(?:FlateDecode|Fl)\b"), re.compile(rb"/Image\b|/DCTDecode|/JPXDecode"), re.compile(rb"/Length1\b")
END = b"endstream"


def refuse_swelling(data: bytes, pages: int) -> None:
    """Refuse streams that are packed beyond all measure; pictures are measured by their dots elsewhere."""
    total = 0
    for count, start in enumerate(START.finditer(data)):
        if count > MOST_STREAMS:
            raise Refused("archive-swells")
        keys = data[max(0, start.start() - KEYS_REACH) : start.start()].rpartition(OBJECT)[2]
        if PACKED.search(keys) and not PICTURE.search(keys):
            font = FONT.search(keys) is not None
            size = _unpacked(data, start.end(), MOST_FONT if font else MOST_ONE)
            total += 0 if font else size
            if size > (MOST_FONT if font else MOST_ONE) or total > MOST_ONE + MOST_EACH_PAGE * pages:
                raise Refused("archive-swells")


def _unpacked(data: bytes, start: int, most: int) -> int:
    """The unpacked size, counted no further than one byte beyond `most`; nought for what cannot be unpacked here."""
    end = data.find(END, start)
    packed = memoryview(data)[start : end if end >= 0 else len(data)]
    try:
        return len(zlib.decompressobj().decompress(packed, most + 1))
    except zlib.error:
        return 0
