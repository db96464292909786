"""Reading the picture of a page with tesseract: standard input to standard output, never a file.

A page that lies on its side or on its head is turned: read as it lies, it gives none of its words, and no mark of secrecy.
"""

import io
import os
import re
import shutil
import subprocess
from collections.abc import Sequence

from giaoban.documents.ocr import SeenWord, Sight
from giaoban.model import Refused

LANGUAGE = "vie"
SECONDS = 120
COMMAND = ("tesseract", "stdin", "stdout", "-l", LANGUAGE)
ONE_BLOCK = ("--psm", "6")
WHICH_WAY = ("tesseract", "stdin", "stdout", "-l", "osd", "--psm", "0")
"""How a page lies."""
TURN = re.compile(r"^Rotate: (90|180|270)$", re.MULTILINE)
QUARTERS = (90, 180, 270)
"""Degrees by which a picture may have to be turned, as the hands of a clock go."""
LONG, UNSURE, MANY = 3, 0.6, 0.4
"""From how many letters on a word tells how it lies; below which sureness it is in doubt; which share of such is too many."""
TABLE = ("tsv",)
"""Each word in a row of its own, with its place and with how sure tesseract is of it."""
LINE, WORD = "4", "5"
"""What a row of that table is about; rows of lines come before those of their words."""
PLACE, SURE, TEXT = slice(6, 10), 10, 11
"""Its columns: the left, top, width and height in dots, the sureness in percent, the word."""
LOW = 500
"""A picture no higher than this, in dots, is a stamp cut out of a page: tesseract finds no page in it unless told that it is one block."""
HEIGHT = slice(20, 24)
"""Where a PNG says how high it is."""
ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""The threads of tesseract wait for each other more than they work: with one a page takes a third of the time."""


def available() -> bool:
    """Whether tesseract with Vietnamese is installed."""
    if shutil.which(COMMAND[0]) is None:
        return False
    listed = subprocess.run([COMMAND[0], "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False)
    return LANGUAGE in listed.stdout.split()


def ocr(png: bytes, page: int, pages: int) -> Sight:
    """The words of one page or stamp, turned upright; refuses where tesseract is not installed, fails, or takes more than two minutes."""
    if not available():
        raise Refused("scan-needs-ocr", pages=pages)
    seen = _seen(png, page)
    if _doubtful(seen) <= MANY:
        return seen
    others = [_seen(_turned(png, degrees), page, block=_is_stamp(png)) for degrees in _turns(png)]
    return min([seen, *others], key=_doubtful)


def _seen(png: bytes, page: int, *, block: bool = False) -> Sight:
    command = COMMAND + (ONE_BLOCK if block or _is_stamp(png) else ()) + TABLE
    try:
        done = subprocess.run(command, input=png, capture_output=True, timeout=SECONDS, check=True, env=os.environ | ONE_THREAD)
    except (subprocess.SubprocessError, OSError) as error:
        raise Refused("ocr-failed", page=page) from error
    return sight(done.stdout.decode("utf-8", "replace"))


def _is_stamp(png: bytes) -> bool:
    return int.from_bytes(png[HEIGHT]) <= LOW


def _doubtful(seen: Sight) -> float:
    """The share of the words that are unsure, or stand higher than they are wide; all of them where there are none."""
    words = [word for line in seen.lines for word in line if len(word.text.strip()) >= LONG]
    wrong = [word for word in words if word.sure < UNSURE or word.bottom - word.top > word.right - word.left]
    return len(wrong) / len(words) if words else 1.0


def _turns(png: bytes) -> Sequence[int]:
    """By how much the picture may have to be turned: of a page what tesseract says of it, of a stamp all there are."""
    if _is_stamp(png):
        return QUARTERS
    try:
        told = subprocess.run(WHICH_WAY, input=png, capture_output=True, timeout=SECONDS, check=False, env=os.environ | ONE_THREAD)
    except (subprocess.SubprocessError, OSError):
        return ()
    found = TURN.search(told.stdout.decode("utf-8", "replace"))
    return (int(found[1]),) if found else ()


def _turned(png: bytes, degrees: int) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.rotate(-degrees, expand=True).save(file, "PNG")
    return file.getvalue()


def sight(table: str) -> Sight:
    """The words and where they stand, out of tesseract's table."""
    lines: list[list[SeenWord]] = []
    for row in (line.split("\t") for line in table.split("\n")):
        if row[0] == LINE:
            lines.append([])
        elif row[0] == WORD and lines:
            left, top, width, height = map(int, row[PLACE])
            lines[-1].append(SeenWord(row[TEXT], left, top, left + width, top + height, float(row[SURE]) / 100))
    return Sight(tuple(map(tuple, lines)))
