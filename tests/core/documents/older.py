"""Compound files and Word documents of before 2007, made by hand: as small as they may be, and as wrong as they may come."""

import struct
from collections.abc import Mapping

SECTOR, END, FREE, NOBODY = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
FAT = 0xFFFFFFFD
WORD, WORD_6 = 0xA5EC, 0xA5DC


def ole(streams: Mapping[str, bytes], storages: tuple[str, ...] = ()) -> bytes:
    """A compound file with these streams, each of at least 4096 bytes, and these storages with nothing in them."""
    held = {name: content.ljust(4096, b"\x00") for name, content in streams.items()}
    table, parts, places = [], [], {}
    for name, content in held.items():
        places[name] = len(table)
        table += _chain(len(table), content)
        parts.append(content.ljust(-(-len(content) // SECTOR) * SECTOR, b"\x00"))
    names = [*held, *storages]
    entries = [_entry("Root Entry", 5, child=1 if names else NOBODY, start=END)]
    for number, name in enumerate(names, start=1):
        right = number + 1 if number < len(names) else NOBODY
        what, size = (2, len(held[name])) if name in held else (1, 0)
        entries.append(_entry(name, what, right=right, start=places.get(name, 0), size=size))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * SECTOR, b"\x00")
    first = len(table)
    table += _chain(first, directory)
    count, chains = 1, 0
    while count * 128 < len(table) + count + chains:
        count += 1
        chains = -(-max(0, count - 109) // 127)
    places_of_table = list(range(len(table), len(table) + count))
    table += [FAT] * (count + chains)
    chain = places_of_table[-1] + 1
    listed = b""
    for number in range(chains):
        some = places_of_table[109 + 127 * number :][:127]
        after = chain + number + 1 if number + 1 < chains else END
        listed += struct.pack("<128L", *some, *[FREE] * (127 - len(some)), after)
    numbers = struct.pack(f"<{count * 128}L", *table, *[FREE] * (count * 128 - len(table)))
    begun = head(first, places_of_table, chain=chain if chains else END, chains=chains)
    return begun + b"".join(parts) + directory + numbers + listed


def head(directory: int, table: list[int], tables: int | None = None, chain: int = END, chains: int = 0) -> bytes:
    """The head of a compound file."""
    numbers = struct.pack(
        "<HHHHH6xLLLLLLLLL",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        tables if tables is not None else len(table),
        directory,
        0,
        4096,
        END,
        0,
        chain,
        chains,
    )
    listed = struct.pack("<109L", *table[:109], *[FREE] * max(0, 109 - len(table)))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + numbers + listed


def _chain(first: int, content: bytes) -> list[int]:
    count = -(-len(content) // SECTOR)
    return [*range(first + 1, first + count), END]


def _entry(name: str, what: int, right: int = NOBODY, child: int = NOBODY, start: int = 0, size: int = 0) -> bytes:
    written = name.encode("utf-16-le")
    return written.ljust(64, b"\x00") + struct.pack("<HBBLLL36xLQ", len(written) + 2, what, 1, NOBODY, right, child, start, size)


def doc(
    text: str,
    flags: int = 0x0200,
    sign: int = WORD,
    number: int = 0xC1,
    edges: str = "",
    tables: Mapping[int, bytes] | None = None,
    more: Mapping[str, bytes] | None = None,
    pieces: bytes | None = None,
    storages: tuple[str, ...] = (),
) -> bytes:
    """A Word document of this text, with these tables by their number; `pieces` in place of the one that it needs."""
    whole = (text + edges).encode("utf-16-le")
    count = len(whole) // 2
    piece = struct.pack("<BLLLHLH", 2, 16, 0, count, 0, 2048, 0) if pieces is None else pieces
    table, places = b"", [(0, 0)] * 93
    for at, content in {33: piece, **(tables or {})}.items():
        places[at] = len(table), len(content)
        table += content
    lengths = [len(text.encode("utf-16-le")) // 2, 0, len(edges.encode("utf-16-le")) // 2, 0, 0, 0, 0, 0]
    main = bytearray(2048)
    struct.pack_into("<HH6xH", main, 0, sign, number, flags)
    struct.pack_into("<H28xH", main, 0x20, 14, 22)
    struct.pack_into("<8l", main, 0x4C, *lengths)
    struct.pack_into("<H", main, 0x98, 93)
    for at, place in enumerate(places):
        struct.pack_into("<LL", main, 0x9A + 8 * at, *place)
    return ole({"WordDocument": bytes(main) + whole, "1Table": table, **(more or {})}, storages)
