"""Step 1: the bytes of a record become a `Document`, or are refused with a reason."""

from giaoban.documents.intake import from_text, read
from giaoban.documents.ocr import Ocr

__all__ = ["Ocr", "from_text", "read"]
