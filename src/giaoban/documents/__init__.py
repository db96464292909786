"""Step 1: the bytes of a record become a `Document`, or are refused with a reason."""

from giaoban.documents.ocr import Ocr
from giaoban.documents.intake import read

__all__ = ["Ocr", "read"]
