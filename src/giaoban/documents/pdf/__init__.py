"""PDF: the text layer with its places on the page; a scan through the eyes of an OCR program."""

from giaoban.documents.pdf.document import read

__all__ = ["read"]
