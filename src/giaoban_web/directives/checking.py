"""A file brought as evidence is looked through for a mark of secrecy before a byte of it is kept."""

import io
from dataclasses import dataclass
from pathlib import PurePath

from PIL import Image, UnidentifiedImageError

from giaoban import documents
from giaoban.documents.secrecy import refuse_if_secret
from giaoban.documents.sniff import Kind
from giaoban.exchange.sheets.grid import grids
from giaoban.model import Refused
from giaoban_web.records.ocr import available, ocr

LARGEST = 20 * 2**20
PICTURES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
SHEET, XLSX = b"xl/workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ACCEPTED = ".pdf,.docx,.odt,.rtf,.xlsx,.doc,.xls,.txt,.csv,.html,.htm,image/jpeg,image/png,image/webp"
"""What a browser is told to offer: a phone whose photos are HEIC makes a JPEG of one by itself then.

Old .xls are among them: nobody finds out how to save them anew from a file that cannot be chosen.
"""
NAMED = {".pdf": Kind.PDF, ".docx": Kind.DOCX, ".odt": Kind.ODT, ".rtf": Kind.RTF, ".xlsx": XLSX}
"""What a file of that ending is opened as: one that is something else inside, nobody can look at."""
HERE = {"picture": "evidence-picture", "sound": "evidence-recording"}
"""What is said here of what no record can be."""
SHARPEST = 50_000_000
"""Pixels of the largest picture that is opened."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """The bytes of a file that may be kept; only `checked` makes one."""

    name: str
    media_type: str
    data: bytes


def checked(data: bytes, name: str) -> CheckedFile:
    """A document, sheet or picture that bears no mark of secrecy.

    A picture is looked at by OCR where tesseract is installed. Refused: what is larger than 20 MB, empty, marked, of a kind that cannot be
    looked through (archives, programs, films), or of another kind than its name says, so that whoever opens it sees nothing.
    """
    found = _checked(data, name)
    ending = PurePath(name).suffix.lower()
    if NAMED.get(ending, found.media_type) != found.media_type:
        raise Refused("evidence-not-as-named", ending=ending)
    return found


def _checked(data: bytes, name: str) -> CheckedFile:
    if len(data) > LARGEST:
        raise Refused("too-big", megabytes=-(-len(data) // 2**20), limit=LARGEST // 2**20)
    if picture := _picture(data):
        return CheckedFile(name, picture, data)
    if data.startswith(b"PK") and SHEET in data:
        refuse_if_secret([line for cells in grid.rows.values() for line in cells.values()] for grid in grids(data))
        return CheckedFile(name, XLSX, data)
    try:
        read = documents.read(data, name, ocr if available() else None)
    except Refused as refused:
        raise Refused(HERE.get(refused.code, refused.code), **refused.values) from refused
    return CheckedFile(name, read.media_type, data)


def _picture(data: bytes) -> str | None:
    """The media type of a picture without a mark; None for what is no picture."""
    try:
        with Image.open(io.BytesIO(data), formats=list(PICTURES)) as picture:
            if picture.width * picture.height > SHARPEST:
                raise Refused("picture-too-large", limit=SHARPEST // 1_000_000)
            picture.verify()
            media_type = PICTURES[picture.format or ""]
    except (UnidentifiedImageError, Image.DecompressionBombError):
        return None
    except (OSError, SyntaxError, ValueError) as error:
        raise Refused("picture-broken") from error
    if available():
        refuse_if_secret([ocr(_as_png(data), 1, 1).text.split("\n")])
    return media_type


def _as_png(data: bytes) -> bytes:
    file = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.convert("RGB").save(file, "PNG")
    except OSError as error:
        raise Refused("picture-broken") from error
    return file.getvalue()
