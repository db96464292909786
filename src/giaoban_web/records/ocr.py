"""Reading the picture of a page with tesseract: standard input to standard output, never a file."""

import os
import shutil
import subprocess

from giaoban.model import Refused

LANGUAGE = "vie"
SECONDS = 120
COMMAND = ("tesseract", "stdin", "stdout", "-l", LANGUAGE)
ONE_BLOCK = ("--psm", "6")
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


def ocr(png: bytes, page: int, pages: int) -> str:
    """The text of one page or stamp; refuses where tesseract is not installed, fails, or takes more than two minutes."""
    if not available():
        raise Refused("scan-needs-ocr", pages=pages)
    command = COMMAND + (ONE_BLOCK if int.from_bytes(png[HEIGHT]) <= LOW else ())
    try:
        done = subprocess.run(command, input=png, capture_output=True, timeout=SECONDS, check=True, env=os.environ | ONE_THREAD)
    except (subprocess.SubprocessError, OSError) as error:
        raise Refused("ocr-failed", page=page) from error
    return done.stdout.decode("utf-8", "replace")
