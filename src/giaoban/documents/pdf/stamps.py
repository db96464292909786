"""What is laid over a page and is no part of its text: stamps, notes, filled-in fields. A mark of secrecy may stand there."""

import ctypes
from collections.abc import Iterator
from typing import Any

from giaoban.documents.pdf.glyphs import words
from giaoban.documents.pdf.lines import lines, texts

SAID = (b"Contents", b"V")
"""What a note says, and what a field was filled in with."""


def laid_over(document: Any, page: Any, number: int) -> list[str]:
    """The texts of all that lies over a page of pypdfium2 (counted from 1), and of the page as it then looks; none where nothing does.

    What lies over it becomes part of the page, in memory: it is to be read before.
    """
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    said = [text for stamp in _stamps(page) for text in _said(stamp)]
    if not said or pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return list(filter(None, said))
    flat = document[number - 1]
    seen = texts(lines(words(flat)[0], number))
    flat.close()
    return [*filter(None, said), *seen]


def _stamps(page: Any) -> Iterator[Any]:
    """All that lies over the page but links, each open until the next one is asked for."""
    import pypdfium2.raw as pdfium

    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        stamp = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if pdfium.FPDFAnnot_GetSubtype(stamp) not in {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP}:
            yield stamp
        pdfium.FPDFPage_CloseAnnot(stamp)


def _said(stamp: Any) -> Iterator[str]:
    """The lines that it holds as text; an empty one where it holds none. PDFium tells in bytes how much UTF-16 they take."""
    import pypdfium2.raw as pdfium

    for key in SAID:
        size = pdfium.FPDFAnnot_GetStringValue(stamp, key, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAnnot_GetStringValue(stamp, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
        yield from (line.strip() for line in buffer.raw.decode("utf-16-le", "replace").rstrip("\0").splitlines() or [""])
