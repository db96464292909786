"""PDF: the text layer with its places on the page; a scan through the eyes of an OCR program.

What is where:

    `document`     page by page
    before         `objects`, `streams`, `filters`, `forms`, `letters`: how far a file would swell, measured before PDFium reads it
    words          `glyphs`, `runs`, `spacing`, `raised`
    lines          `lines`, `columns`, `paragraphs`
    tables         `rules` and `tables` where lines are drawn; `aligned`, `columned` where none are; `broken_rows`
    no text        `furniture`, `stamps`; `fields`, `about`: what belongs to it all the same
    scans          `scan`, `sighted`, `frames`, `inks`
"""

from giaoban.documents.pdf.document import read

__all__ = ["read"]
