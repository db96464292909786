"""What a packed stream unpacks to is measured by every filter that a PDF may name, one after the other."""

import zlib
from base64 import a85encode

import pytest

from giaoban.documents.pdf.filters import named, unpacked

TEXT = b"Thu ngan sach dat 2.572 ty dong. " * 200
WHOLE = 10**6


def table(data: bytes) -> bytes:
    """`data` packed by LZW, as an encoder of PDF does it."""
    known = {bytes([each]): each for each in range(256)}
    bits, free, word = format(256, "09b"), 258, b""
    for each in data:
        if (longer := word + bytes([each])) in known:
            word = longer
            continue
        bits += format(known[word], f"0{free.bit_length()}b")
        known[longer] = free
        free, word = free + 1, bytes([each])
    bits += format(known[word], f"0{free.bit_length()}b") + format(257, f"0{(free + 1).bit_length()}b")
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def runs(data: bytes) -> bytes:
    return b"".join(b"\xff" + data[at : at + 1] if at % 2 else b"\x00" + data[at : at + 1] for at in range(len(data))) + b"\x80"


PACKED = [
    (b"/Filter/FlateDecode", zlib.compress(TEXT), len(TEXT)),
    (b"/F [/Fl /Fl]", zlib.compress(zlib.compress(TEXT)), len(TEXT)),
    (b"/Filter[/ASCII85Decode/FlateDecode]", a85encode(zlib.compress(TEXT)) + b"~>", len(TEXT)),
    (b"/Filter[/AHx/Fl]", zlib.compress(TEXT).hex().encode() + b">", len(TEXT)),
    (b"/Filter/LZWDecode", table(TEXT), len(TEXT)),
    (b"/Filter/RunLengthDecode", runs(TEXT), len(TEXT) + len(TEXT) // 2),
    (b"/Filter/DCTDecode", TEXT, 0),
    (b"/Filter/FlateDecode", TEXT, 0),
    (b"/Filter/LZWDecode", b"\xff" * 90, 0),
]


@pytest.mark.parametrize(("keys", "packed", "size"), PACKED, ids=[keys.decode() for keys, *_ in PACKED])
def test_the_largest_step_is_the_size(keys, packed, size):
    assert unpacked(packed, named(keys), WHOLE) == size


@pytest.mark.parametrize(("keys", "packed", "size"), PACKED[:6], ids=[keys.decode() for keys, *_ in PACKED[:6]])
def test_nothing_is_unpacked_further_than_one_byte_beyond_what_is_allowed(keys, packed, size):
    assert min(size, 101) <= unpacked(packed, named(keys), 100) <= max(101, len(packed))
