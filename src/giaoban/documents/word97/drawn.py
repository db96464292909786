"""Words that a Word document has as drawings: WordArt, as watermarks are made, and what is said of a picture ([MS-ODRAW] 2.2.7)."""

import re
import struct
from collections.abc import Iterator

from giaoban.documents import legacy

PROPERTIES = re.compile(rb"\x0b\xf0")
"""The sign of a table of properties; before it stands how many, and behind it in how many bytes."""
COMPLEX, NUMBER = 0x8000, 0x3FFF
WORDS, FONT, SAID = 0x00C0, 0x00C5, (0x0380, 0x0381, 0x0382, 0x03A3)
"""What is written as art and its font; the name of a shape, what is said of it, and its title."""
MOST, LARGEST = 10_000, 2**16


def drawn(drawings: bytes) -> Iterator[str]:
    """The words of all drawings in these bytes."""
    for _, found in zip(range(MOST), PROPERTIES.finditer(drawings), strict=False):
        at = found.start() - 2
        if at >= 0 and at + 8 <= len(drawings):
            count, size = struct.unpack_from("<H2xL", drawings, at)
            if count & 0xF == 3 and 6 * (count >> 4) <= size <= LARGEST:
                yield from _words(drawings[at + 8 : at + 8 + size], count >> 4)


def _words(said: bytes, count: int) -> Iterator[str]:
    texts, at = {}, 6 * count
    for number in range(min(count, len(said) // 6)):
        name, value = struct.unpack_from("<HL", said, 6 * number)
        if name & COMPLEX:
            texts[name & NUMBER] = said[at : at + value].decode("utf-16-le", "replace").partition("\x00")[0]
            at += value
    font = texts.get(FONT, "")
    encoding = legacy.of_font(font)
    for name in (WORDS, *SAID):
        if text := texts.get(name):
            yield legacy.converted(text, encoding, font) if encoding and name == WORDS else text
