"""What a compound file says of itself: its title, subject, keywords and what an office adds ([MS-OLEPS]).

Also its own names for what it adds stand there as words, and are looked at with them.
"""

import codecs
import struct
from collections.abc import Iterator

from giaoban.documents.compound import Compound

STREAMS = ("\x05SummaryInformation", "\x05DocumentSummaryInformation")
NAMES = {
    STREAMS[0]: {
        2: "title",
        3: "subject",
        4: "author",
        5: "keywords",
        6: "comments",
        7: "application",
        8: "lastmodifiedby",
        18: "application",
    },
    STREAMS[1]: {2: "category", 14: "manager", 15: "company"},
}
OWN, CODE_PAGE, DICTIONARY = "own", 1, 0
NARROW, WIDE = 0x1E, 0x1F
UTF_16, DEFAULT = 1200, "cp1252"
SECTIONS, MOST, LONGEST = 2, 2_000, 10_000


def told(container: Compound) -> Iterator[tuple[str, str]]:
    """The name and the value of each property that is a text."""
    for stream in STREAMS:
        said = container.stream(stream)
        if said and len(said) >= 48:
            for number in range(min(struct.unpack_from("<L", said, 24)[0], SECTIONS)):
                at = struct.unpack_from("<L", said, 28 + 20 * number + 16)[0]
                yield from _section(said[at:], NAMES[stream] if not number else {})


def _section(said: bytes, names: dict[int, str]) -> Iterator[tuple[str, str]]:
    count = min(struct.unpack_from("<L", said, 4)[0], MOST) if len(said) >= 8 else 0
    places = dict(struct.unpack_from("<LL", said, 8 + 8 * number) for number in range(count) if len(said) >= 16 + 8 * number)
    page = DEFAULT
    if CODE_PAGE in places and places[CODE_PAGE] + 6 <= len(said):
        page = _page(struct.unpack_from("<H", said, places[CODE_PAGE] + 4)[0])
    for number, at in places.items():
        if number > CODE_PAGE and at + 8 <= len(said):
            kind, length = struct.unpack_from("<LL", said, at)
            if kind in (NARROW, WIDE):
                size = min(length, LONGEST) * (2 if kind == WIDE else 1)
                text = said[at + 8 : at + 8 + size].decode("utf-16-le" if kind == WIDE else page, "replace")
                yield names.get(number, OWN), text.partition("\x00")[0]


def _page(number: int) -> str:
    """The name of a code page; that of Western Windows where it is not known."""
    name = {UTF_16: "utf-16-le", 65001: "utf-8"}.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return DEFAULT
    return name
