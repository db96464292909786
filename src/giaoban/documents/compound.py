"""Compound files (OLE2), the container of Word and its kind until 2007: streams by name, out of chains of sectors that may lie.

Every chain is as long as the file allows at most, so one that runs in a circle is found out; nothing is read that the file does not hold.
A library was looked at: it believes the sizes that a file tells, so that a circle fills the memory, and a tree of names its stack.
"""

import struct
import sys
from array import array
from dataclasses import dataclass

from giaoban.model import Refused

SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER, IN_HEADER = 512, 109
LAST = 0xFFFFFFFA
"""Numbers from here on are no sectors: the end of a chain, free, or taken by the tables."""
NOBODY = 0xFFFFFFFF
ENTRY, STORAGE, STREAM, ROOT = 128, 1, 2, 5
SIZES, MINI = {9: 512, 12: 4096}, 64
MAX_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A storage or stream, where it begins and how long it is; its neighbours in the tree of names."""

    name: str
    what: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """The streams of a compound file. Refused: what is damaged (`doc-broken`)."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._open()
        except struct.error as error:
            raise Refused("doc-broken") from error

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream of the outermost storage; None where there is none of that name."""
        entry = self._streams.get(name.lower())
        if entry is None:
            return None
        if entry.size < self._cutoff:
            return self._joined(self._mini, entry.start, MINI, self._mini_table, entry.size, at=0)
        return self._joined(self._data, entry.start, self._size, self._table, entry.size, at=self._size)

    def names(self) -> set[str]:
        """The names of the outermost streams and storages, in small letters."""
        return self._outermost

    def all_names(self) -> set[str]:
        """The names of all storages and streams, also of documents within this one, in small letters."""
        return {entry.name.lower() for entry in self._entries}

    def _open(self) -> None:
        (major, order, shift, mini) = struct.unpack_from("<HHHH", self._data, 26)
        if order != 0xFFFE or shift not in SIZES or mini != 6 or major not in (3, 4):
            raise Refused("doc-broken")
        first, _, self._cutoff, mini_first, _, chain, _ = struct.unpack_from("<LLLLLLL", self._data, 48)
        self._size = SIZES[shift]
        self._table = self._sectors_of(chain)
        self._entries = self._read_entries(self._joined(self._data, first, self._size, self._table, None, at=self._size))
        root = self._entries[0]
        if root.what != ROOT:
            raise Refused("doc-broken")
        self._mini_table = _numbers(self._joined(self._data, mini_first, self._size, self._table, None, at=self._size))
        self._mini = self._joined(self._data, root.start, self._size, self._table, None, at=self._size)
        within = list(self._within(root.child))
        self._outermost = {entry.name.lower() for entry in within}
        self._streams = {entry.name.lower(): entry for entry in within if entry.what == STREAM}

    def _sectors_of(self, chain: int) -> "array[int]":
        """The table that tells of each sector which one follows."""
        each = self._size // 4
        most = len(self._data) // (self._size * each) + IN_HEADER
        listed = list(struct.unpack_from(f"<{IN_HEADER}L", self._data, 76))
        while chain < LAST and len(listed) < most + each:
            *more, chain = struct.unpack_from(f"<{each}L", self._data, (chain + 1) * self._size)
            listed += more
        used = [sector for sector in listed if sector < LAST]
        if len(used) > most or any((sector + 2) * self._size > len(self._data) for sector in used[:-1]):
            raise Refused("doc-broken")
        return _numbers(b"".join(self._data[(sector + 1) * self._size : (sector + 2) * self._size] for sector in used))

    def _joined(self, within: bytes, start: int, size: int, table: "array[int]", length: int | None, at: int) -> bytes:
        """The sectors of a chain, so many bytes of them (None: all)."""
        wanted = len(table) if length is None else -(-length // size)
        if length is not None and length > len(within):
            raise Refused("doc-broken")
        parts: list[bytes] = []
        while start < LAST and len(parts) < wanted:
            if start >= len(table):
                raise Refused("doc-broken")
            parts.append(within[at + start * size : at + (start + 1) * size])
            start = table[start]
        if length is None and start < LAST:
            raise Refused("doc-broken")
        whole = b"".join(parts)
        if length is not None and len(whole) < length:
            raise Refused("doc-broken")
        return whole[:length]

    @staticmethod
    def _read_entries(directory: bytes) -> list[Entry]:
        if not ENTRY <= len(directory) <= ENTRY * MAX_ENTRIES:
            raise Refused("doc-broken")
        return [_entry(directory, at) for at in range(0, len(directory) - ENTRY + 1, ENTRY)]

    def _within(self, number: int) -> "list[Entry]":
        """The entries of a storage, of which `number` is the topmost in their tree."""
        found: list[Entry] = []
        seen, waiting = set(), [number]
        while waiting:
            number = waiting.pop()
            if number != NOBODY and number not in seen:
                if number >= len(self._entries):
                    raise Refused("doc-broken")
                seen.add(number)
                found.append(self._entries[number])
                waiting += [found[-1].left, found[-1].right]
        return found


def _entry(directory: bytes, at: int) -> Entry:
    length, what = struct.unpack_from("<HB", directory, at + 64)
    left, right, child = struct.unpack_from("<LLL", directory, at + 68)
    start, size = struct.unpack_from("<LL", directory, at + 116)
    name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return Entry(name, what, left, right, child, start, size)


def _numbers(table: bytes) -> "array[int]":
    found = array("I", table[: len(table) // 4 * 4])
    if sys.byteorder == "big":
        found.byteswap()
    return found
