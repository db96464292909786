"""Vietnamese catalogues: `django.po` is written by people, `django.mo` beside it is made from it."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

PACKAGE = Path(__file__).parent.parent


def catalogues(package: Path = PACKAGE) -> list[Path]:
    """Every django.po under `package`."""
    return sorted(package.glob("*/locale/*/LC_MESSAGES/django.po"))


def compile_all(package: Path = PACKAGE) -> list[Path]:
    """Make each django.mo that is absent or older than its django.po; gives the files made. A fuzzy translation is left out."""
    return [_compile(po) for po in catalogues(package) if _stale(po)]


def _stale(po: Path) -> bool:
    """An installed package comes with its catalogues made, whatever the moments of its files say; who runs it may not write there."""
    mo = po.with_suffix(".mo")
    return not mo.exists() or (mo.stat().st_mtime < po.stat().st_mtime and os.access(po.parent, os.W_OK))


def _compile(po: Path) -> Path:
    with po.open("rb") as file:
        try:
            catalogue = read_po(file, locale=po.parent.parent.name, domain="django", abort_invalid=True)
        except PoFileError as error:
            raise ValueError(f"{po}, line {error.lineno}: {error}") from error
    made = po.with_suffix(f".mo.{os.getpid()}")
    with made.open("wb") as file:
        write_mo(file, catalogue)
    return made.replace(po.with_suffix(".mo"))
