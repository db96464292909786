"""The way in: bytes become a `Document`, or are refused."""

import hashlib

from giaoban.documents.normal import normal
from giaoban.documents.ocr import Ocr
from giaoban.documents.text import lay
from giaoban.model import Document


def from_text(text: str, name: str = "") -> Document:
    """The document of a text that is at hand as such."""
    kept = normal(text)
    return Document(kept, lay(kept), name, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), "text/plain", "utf-8")


def read(data: bytes, name: str, ocr: Ocr | None = None) -> Document:
    return from_text(data.decode("utf-8", "replace"), name)
