"""What is checked of a ZIP container (DOCX, ODT) before anything in it is unpacked: size, number, secrets, and how far it would swell."""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from giaoban.model import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_ENTRIES = 5_000
MAX_UNPACKED = 120 * 2**20
"""All entries together, bytes."""
MAX_MARKUP = 24 * 2**20
"""All XML parts together, bytes: some thousand pages of text."""
MAX_RATIO, SMALL = 250, 2**20
"""How many times its packed size an entry may have, when it is larger than `SMALL`."""

MAX_TAGS, MAX_NODES = 600_000, 900_000
"""Tags of all XML parts together, and these with their attributes: a thousand pages have fewer. Each takes some two hundred bytes once
it is of a tree."""
MAX_APART = 100_000
"""Tags and attributes of a part that only lists others, or only says something of the document."""
LISTS = re.compile(r"\[Content_Types\]\.xml|.*\.rels", re.IGNORECASE)

BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, KeyError, OSError, ValueError, OverflowError, RuntimeError,
)  # fmt: skip
"""What reading a damaged archive raises."""

END = b"PK\x05\x06"
END_SIZE, END_REACH = 22, 22 + 2**16
ENCRYPTED = 0x1
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00(?:D\x00O\x00C\x00T|E\x00N\x00T)", re.IGNORECASE)


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, when it is whole and would not swell beyond measure; else `Refused`."""
    _count(data)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise Refused("archive-broken") from error
    entries = archive.infolist()
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Refused("encrypted")
    sizes = [entry.file_size for entry in entries]
    markup = sum(entry.file_size for entry in entries if is_markup(entry.filename))
    if len(entries) > MAX_ENTRIES or sum(sizes) > MAX_UNPACKED or markup > MAX_MARKUP or swollen(entries):
        raise Refused("archive-swells")
    return archive


def swollen(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether one of them would unpack to more than any text or table packs into so few bytes."""
    return any(entry.file_size > max(SMALL, MAX_RATIO * entry.compress_size) for entry in entries)


def is_markup(name: str) -> bool:
    """Whether an entry of that name holds XML."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """One entry; its size was checked, and no more than it declares is unpacked. Refused for one that cannot be (`archive-broken`)."""
    try:
        return archive.read(name)
    except BROKEN as error:
        raise Refused("archive-broken") from error


def refuse_laden(archive: zipfile.ZipFile, unread: frozenset[str] = frozenset()) -> None:
    """Refuse markup that would take long and much room as a tree, or that declares entities: an Office file never does, and they can
    reach files or swell. `unread` are parts that nobody makes a tree of."""
    tags = attributes = 0
    for entry in filter(lambda entry: is_markup(entry.filename) and entry.filename not in unread, archive.infolist()):
        markup = unpacked(archive, entry.filename)
        if ENTITIES.search(markup):
            raise Refused("entities")
        if LISTS.fullmatch(entry.filename):
            refuse_large(markup)
        tags, attributes = tags + markup.count(b"<"), attributes + markup.count(b"=")
    if tags > MAX_TAGS or tags + attributes > MAX_NODES:
        raise Refused("too-many-tags", limit=MAX_TAGS)


def refuse_large(markup: bytes) -> None:
    """Refuse a part beside the text that has more tags or attributes than any needs."""
    if markup.count(b"<") > MAX_APART or markup.count(b"=") > MAX_APART:
        raise Refused("too-many-tags", limit=MAX_APART)


def elements(markup: bytes) -> "Iterator[Element]":
    """Every element of XML, read on as far as it goes where it is broken; it reaches for nothing outside."""
    from lxml import etree

    refuse_large(markup)
    try:
        root = etree.fromstring(markup, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    except etree.LxmlError:
        return
    if root is not None:
        yield from root.iter("*")


def _count(data: bytes) -> None:
    """The number of entries is told at the end of the archive: too many are refused before their table is read."""
    end = data.rfind(END, max(0, len(data) - END_REACH))
    if end < 0 or end + END_SIZE > len(data):
        raise Refused("archive-broken")
    entries, size, offset = struct.unpack_from("<HII", data, end + 10)
    if entries > MAX_ENTRIES:
        raise Refused("archive-swells")
    if size > len(data) or offset > len(data):
        raise Refused("archive-broken")
