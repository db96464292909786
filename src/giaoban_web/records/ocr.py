"""Reading the picture of a page with tesseract: standard input to standard output, never a file."""

import os
import shutil
import subprocess

from giaoban.documents.ocr import SeenWord, Sight
from giaoban.model import Refused

LANGUAGE = "vie"
SECONDS = 120
COMMAND = ("tesseract", "stdin", "stdout", "-l", LANGUAGE)
ONE_BLOCK = ("--psm", "6")
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
    """The words of one page or stamp; refuses where tesseract is not installed, fails, or takes more than two minutes."""
    if not available():
        raise Refused("scan-needs-ocr", pages=pages)
    command = COMMAND + (ONE_BLOCK if int.from_bytes(png[HEIGHT]) <= LOW else ()) + TABLE
    try:
        done = subprocess.run(command, input=png, capture_output=True, timeout=SECONDS, check=True, env=os.environ | ONE_THREAD)
    except (subprocess.SubprocessError, OSError) as error:
        raise Refused("ocr-failed", page=page) from error
    return sight(done.stdout.decode("utf-8", "replace"))


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
