"""What the fields of a form were filled in with: it belongs to the text of the page, where the field stands."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from giaoban.documents.pdf.glyphs import Word
from giaoban.documents.pdf.objects import Objects
from giaoban.documents.pdf.runs import upright
from giaoban.model import Refused

SIZE, OF_HEIGHT = 12.0, 0.7
"""Points of a letter at most, and its share of the height of a line of the field."""
WIDTH, RISE = 0.5, 0.35
"""Usual width of a letter, and how far below the middle of a line letters stand, in font sizes."""
UNSEEN = 1 << 1 | 1 << 5
"""Flags of what is hidden, or shown on no screen."""
PASSWORD = 1 << 13
FORM = re.compile(rb"/AcroForm\b|/ObjStm\b")
FIELD, MOST_FIELDS = re.compile(rb"/Widget\b|/FT\b"), 5_000
"""What tells of a field, and how many of them a form may have: PDFium looks for each among all."""


def refuse_many(data: bytes) -> None:
    """Refuse a form of more fields than any has, before PDFium looks for them."""
    if FORM.search(data) and sum(len(FIELD.findall(text)) for text in Objects(data).texts) > 2 * MOST_FIELDS:
        raise Refused("too-many-tags", limit=MOST_FIELDS)


def filled(document: Any, page: Any, turn: int) -> list[Word]:
    """The words in the fields of a page of pypdfium2 that hold text or a choice, as `glyphs.words` gives those of the page.

    turn  in how many quarter turns to the left the letters of the page stand
    """
    if document.formenv is None:
        return []
    return [word for value, box in _fields(document.formenv.raw, page.raw) for word in _laid(value, *_upright(box, turn))]


def _fields(form: Any, page: Any) -> Iterator[tuple[str, Any]]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    kinds = {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
    box = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        field = pdfium.FPDFPage_GetAnnot(page, index)
        read = pdfium.FPDFAnnot_GetFormFieldType(form, field) in kinds and not pdfium.FPDFAnnot_GetFlags(field) & UNSEEN
        if read and not pdfium.FPDFAnnot_GetFormFieldFlags(form, field) & PASSWORD and pdfium.FPDFAnnot_GetRect(field, box):
            yield _value(form, field), box
        pdfium.FPDFPage_CloseAnnot(field)


def _value(form: Any, field: Any) -> str:
    """PDFium tells in bytes how much UTF-16 it takes."""
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFAnnot_GetFormFieldValue(form, field, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetFormFieldValue(form, field, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _upright(box: Any, turn: int) -> tuple[float, float, float, float]:
    """Left, right, top and foot as a reader sees the box."""
    corners = [upright(box.left, box.bottom, turn), upright(box.right, box.top, turn)]
    across, down = sorted(x for x, _y in corners), sorted(y for _x, y in corners)
    return *across, *down  # type: ignore[return-value]


def _laid(value: str, left: float, right: float, top: float, foot: float) -> Iterator[Word]:
    """The words of each line of a value, one below the other within the box; lines too long for it are set narrower."""
    lines = value.splitlines()
    for number, line in enumerate(lines):
        height = (foot - top) / len(lines)
        size = max(min(SIZE, height * OF_HEIGHT), 1.0)
        step = min(WIDTH * size, (right - left) / max(len(line), 1))
        base = top + height * (number + 0.5) + RISE * size
        at = 0
        for word in line.split():
            at = line.index(word, at)
            yield Word(word, left + at * step, left + (at + len(word)) * step, base, size)
            at += len(word)
