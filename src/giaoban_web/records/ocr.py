"""Reading the picture of a page with tesseract: standard input to standard output, never a file."""

import shutil
import subprocess

LANGUAGE = "vie"
SECONDS = 120


def available() -> bool:
    """Whether tesseract with Vietnamese is installed."""
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False)
    return LANGUAGE in listed.stdout.split()


def ocr(png: bytes, page: int, pages: int) -> str:
    """The text of one page."""
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE]
    done = subprocess.run(command, input=png, capture_output=True, timeout=SECONDS, check=True)
    return done.stdout.decode("utf-8")
