"""A whole PDF: pages with a text layer from their glyphs, pages that are pictures by OCR."""

from collections.abc import Sequence
from itertools import chain, groupby
from threading import Lock
from typing import Any

from giaoban.documents import about
from giaoban.documents.normal import normal
from giaoban.documents.ocr import Ocr, text_of
from giaoban.documents.pdf import inks, scan
from giaoban.documents.pdf.about import told
from giaoban.documents.pdf.aligned import with_aligned
from giaoban.documents.pdf.broken_rows import mended
from giaoban.documents.pdf.columns import reading_order
from giaoban.documents.pdf.fields import filled, refuse_many
from giaoban.documents.pdf.forms import refuse_endless
from giaoban.documents.pdf.frames import framed
from giaoban.documents.pdf.furniture import without_furniture
from giaoban.documents.pdf.glyphs import words
from giaoban.documents.pdf.lines import Line, lines, texts
from giaoban.documents.pdf.paragraphs import pieces
from giaoban.documents.pdf.rules import grids
from giaoban.documents.pdf.stamps import laid_over
from giaoban.documents.pdf.streams import refuse_swelling
from giaoban.documents.pdf.tables import with_tables
from giaoban.documents.pieces import Contents, Piece
from giaoban.documents.secrecy import refuse_if_secret
from giaoban.model import Refused

MAX_PAGES = 500
MAX_SCANS = 150
"""Pages to be read by OCR; each takes some seconds."""
END, END_REACH = b"%%EOF", 8192
"""A PDF that was cut off has lost its last line."""

PDFIUM = Lock()
"""PDFium bears one thread at a time; OCR, which takes long, runs outside."""


def read(data: bytes, ocr: Ocr | None) -> Contents:
    """The contents of a PDF; refuses one that is cut off, locked by a password, or a scan that nobody can read."""
    with PDFIUM:
        document = _opened(data)
    try:
        _refuse_beyond_measure(data, len(document))
        with PDFIUM:
            refuse_if_secret(list(about.lines(told(document, data))))
        return _contents(document, ocr)
    finally:
        with PDFIUM:
            document.close()


def _refuse_beyond_measure(data: bytes, pages: int) -> None:
    if not pages:
        raise Refused("pdf-broken")
    if pages > MAX_PAGES:
        raise Refused("too-many-pages", pages=pages, limit=MAX_PAGES)
    refuse_swelling(data, pages)
    refuse_endless(data, pages)
    refuse_many(data)


def _opened(data: bytes) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    if END not in data[-END_REACH:]:
        raise Refused("pdf-broken")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused("encrypted" if "assword" in str(error) else "pdf-broken") from error


def _contents(document: Any, ocr: Ocr | None) -> Contents:
    with PDFIUM:
        document.init_forms()
        pages, every, scans = _layers(document)
    refuse_if_secret(every)
    seen = _seen(document, scans, ocr)
    layered = without_furniture([seen[number].lines if number in seen else page for number, page in enumerate(pages, start=1)])
    found: list[Piece] = []
    for alone, group in groupby(range(len(layered)), key=lambda index: index + 1 in seen and not seen[index + 1].lines):
        if alone:
            found += scan.pieces({index + 1: seen[index + 1].texts for index in group})
        else:
            found += pieces([flow for index in group for flow in reading_order(layered[index])])
    encoding = "ocr" if len(seen) == len(layered) else "pdf, ocr" if seen else "pdf"
    return Contents(mended(found), [*every, *(page.texts for page in seen.values())], encoding)


def _layers(document: Any) -> tuple[list[list[Line]], list[list[str]], list[int]]:
    """The lines of each page, tables put together; all texts as they stand, also over a page; the numbers of pages that are pictures."""
    import pypdfium2

    pages, every, scans = [], [], []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            found, turn = words(page)
            found += filled(document, page, turn)
            plain = lines(found, number)
            pages.append(with_aligned(with_tables(plain, found, grids(page, turn)), found))
            every.append(texts(plain))
            if scan.is_scan(page, sum(len(line.text) for line in plain)):
                scans.append(number)
            every.append(laid_over(document, page, number))
            page.close()
        except pypdfium2.PdfiumError as error:
            raise Refused("pdf-broken") from error
    return pages, every, scans


def _seen(document: Any, scans: Sequence[int], ocr: Ocr | None) -> dict[int, scan.Seen]:
    """What each scanned page says; a page that bears a mark of secrecy, also in a stamp, ends the reading there."""
    if scans and ocr is None:
        raise Refused("scan-needs-ocr", pages=len(scans))
    if len(scans) > MAX_SCANS:
        raise Refused("too-many-pages", pages=len(scans), limit=MAX_SCANS)
    found = {}
    for place, number in enumerate(scans, start=1):
        with PDFIUM:
            page = document[number - 1]
            colours, width = scan.drawn(page), page.get_width()
            page.close()
        picture = scan.grey(colours)
        said = ocr(picture, place, len(scans)) if ocr else ""
        found[number] = scan.seen(said, number, width / colours.width)
        refuse_if_secret([found[number].texts])
        if ocr:
            stamps = chain(framed(picture, scan.RESOLUTION), inks.stamps(colours, scan.RESOLUTION))
            refuse_if_secret(normal(text_of(ocr(stamp, place, len(scans)))).split("\n") for stamp in stamps)
    return found
