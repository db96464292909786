"""Bytes of text become text: UTF-8 and UTF-16 by their form, the old Vietnamese encodings by what reads as Vietnamese."""

import codecs
from collections.abc import Iterator

from giaoban.documents import legacy
from giaoban.model import Refused

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SURFACES = {"tcvn3": "cp1252", "vni": "cp1252", "viscii": "latin-1", "vps": "latin-1"}
"""How the bytes look before conversion: TCVN3 and VNI leave the quotation marks of Windows where they are."""
SAMPLE = 1 << 16
FEW = 3
"""With so few accented words nothing can be told by counting: an old encoding must then make all of them syllables."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Refuses what no encoding turns into Vietnamese or plain ASCII."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    wide = _without_mark(data)
    if wide:
        return data.decode(wide, "replace"), wide
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _guessed(data)


def _checked(text: str) -> tuple[str, str]:
    """A text that is well-formed UTF-8 may still carry the letters of an old encoding, saved as if they were Latin."""
    old = legacy.found_in(text)
    return (legacy.converted(text, old), f"utf-8, {old}") if old else (text, "utf-8")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of ASCII letters is nought."""
    head = data[:SAMPLE]
    if len(head) < 8 or 0 not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    many = len(head) // 5
    if odd > many and even * 20 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > many and odd * 20 < even else None


def _guessed(data: bytes) -> tuple[str, str]:
    best: tuple[float, str, str] | None = None
    for text, name in _candidates(data):
        share, marked = legacy.likeness(text)
        needed = legacy.ENOUGH if marked > FEW else 1.0
        if share >= needed and (best is None or share > best[0]):
            best = (share, text, name)
    if best is None:
        raise Refused("encoding-unknown")
    return best[1], best[2]


def _candidates(data: bytes) -> Iterator[tuple[str, str]]:
    yield data.decode("utf-8", "replace"), "utf-8"
    yield data.decode("cp1258", "replace"), "windows-1258"
    for name, surface in SURFACES.items():
        yield legacy.converted(data.decode(surface, "replace"), name), name
