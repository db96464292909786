"""What a Word document says of runs, paragraphs and rows: changes to properties, one after the other ([MS-DOC] 2.6, there "Sprm")."""

import struct
from collections.abc import Iterator

STYLE_OF_RUN, FONT, OTHER_FONT, RAISED, HIDDEN, DELETED, SYMBOL = 0x4A30, 0x4A4F, 0x4A51, 0x2A48, 0x083C, 0x0800, 0x6A09
STYLE, LEVEL, LIST, OUTLINE = 0x4600, 0x260A, 0x460B, 0x2640
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
ELSEWHERE, ROW = (0x6645, 0x6646), 0xD608
TABS = 0xC615
SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of an operand by the last three bits of its name; nought where they are counted in front of it."""
FORMATS = {1: "<B", 2: "<H", 4: "<L"}

Change = tuple[int, int, bytes]


def changes(said: bytes) -> Iterator[Change]:
    """Each change: its name, its operand as a number (nought where it has more bytes than a number), and as bytes.

    What is cut off at the end is left out.
    """
    at = 0
    while at + 2 < len(said):
        name = said[at] | said[at + 1] << 8
        at += 2
        size = SIZES[name >> 13]
        if not size:
            at, size = _counted(said, at, name)
        operand = said[at : at + size]
        if len(operand) < size:
            return
        yield name, struct.unpack(FORMATS[size], operand)[0] if size in FORMATS else 0, operand
        at += size


def _counted(said: bytes, at: int, name: int) -> tuple[int, int]:
    """Where the operand begins and how long it is."""
    if name == ROW:
        size = said[at] | (said[at + 1] << 8 if at + 1 < len(said) else 0)
        return at + 2, max(0, size - 1)
    if name == TABS and said[at] == 255:
        gone = said[at + 1] if at + 1 < len(said) else 0
        new = said[at + 2 + 4 * gone] if at + 2 + 4 * gone < len(said) else 0
        return at + 1, 2 + 4 * gone + 3 * new
    return at + 1, said[at]


def on(value: int, before: bool) -> bool:
    """What a switch is set to that may also say: as the style has it, or the other way round."""
    return before if value == 0x80 else not before if value == 0x81 else bool(value & 1)
