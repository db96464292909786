"""What a packed stream of a PDF unpacks to, one filter after the other and no further than is allowed."""

import re
import zlib
from base64 import a85decode
from collections.abc import Callable, Sequence

NAME = re.compile(rb"/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)(?![A-Za-z0-9])")
CLEAR, STOP, WIDEST = 256, 257, 12
"""Codes of LZW that begin anew and end, and the most bits that one has."""
Filter = Callable[[bytes, int], bytes]


def named(keys: bytes) -> list[Filter]:
    """The filters that the keys of a stream name, in the order in which they unpack it."""
    return [FILTERS[name[1]] for name in NAME.finditer(keys)]


def unpacked(packed: bytes, filters: Sequence[Filter], most: int) -> int:
    """The size, in bytes, at the largest step of unpacking, no step beyond `most` + 1; nought for what cannot be unpacked here."""
    size = 0
    try:
        for each in filters:
            packed = each(packed, most + 1)
            size = max(size, len(packed))
    except (zlib.error, ValueError):
        return size
    return size


def content(packed: bytes, filters: Sequence[Filter], most: int) -> bytes:
    """What it unpacks to, as far as `most` bytes; nothing where it cannot be unpacked here."""
    try:
        for each in filters:
            packed = each(packed, most)
    except (zlib.error, ValueError):
        return b""
    return packed[:most]


def _flate(packed: bytes, most: int) -> bytes:
    return zlib.decompressobj().decompress(packed, most)


def _lettered(packed: bytes, most: int) -> bytes:
    return a85decode(packed.partition(b"~>")[0].removeprefix(b"<~"), ignorechars=b" \t\n\r\v\x00\f")


def _hexadecimal(packed: bytes, most: int) -> bytes:
    digits = b"".join(packed.partition(b">")[0].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _runs(packed: bytes, most: int) -> bytes:
    made, at = bytearray(), 0
    while at < len(packed) and packed[at] != 128 and len(made) < most:
        length = packed[at]
        made += packed[at + 1 : at + 2 + length] if length < 128 else packed[at + 1 : at + 2] * (257 - length)
        at += 2 + length if length < 128 else 2
    return bytes(made[:most])


def _table(packed: bytes, most: int) -> bytes:
    """LZW as PDF has it: codes grow to the next width one code early."""
    made, known, last = bytearray(), [bytes([each]) for each in range(256)] + [b"", b""], b""
    bits, held, width = 0, 0, 9
    for byte in packed:
        bits, held = (bits << 8 | byte) & 0xFFFFFF, held + 8
        if held < width:
            continue
        held -= width
        code = bits >> held & (1 << width) - 1
        if code == STOP or len(made) >= most:
            break
        if code == CLEAR:
            known, last, width = known[:258], b"", 9
            continue
        if code > len(known) or (code == len(known) and not last):
            raise ValueError(code)
        word = known[code] if code < len(known) else last + last[:1]
        made += word
        if last and len(known) < 1 << WIDEST:
            known.append(last + word[:1])
        last, width = word, min(WIDEST, max(9, (len(known) + 1).bit_length()))
    return bytes(made[:most])


FILTERS: dict[bytes, Filter] = {
    b"FlateDecode": _flate,
    b"Fl": _flate,
    b"LZWDecode": _table,
    b"LZW": _table,
    b"RunLengthDecode": _runs,
    b"RL": _runs,
    b"ASCII85Decode": _lettered,
    b"A85": _lettered,
    b"ASCIIHexDecode": _hexadecimal,
    b"AHx": _hexadecimal,
}
