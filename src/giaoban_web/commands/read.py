"""`giaoban read` of an installation: the pictures of scans are read by tesseract."""

from giaoban.commands import read
from giaoban_web.commands.starting import Commands
from giaoban_web.records.ocr import ocr


def add_commands(commands: Commands) -> None:
    """Add `giaoban read` to a command line."""
    read.add_commands(commands, ocr)
