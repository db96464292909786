"""The way in: bytes become a `Document`, or are refused with a reason before anything of them is kept."""

import hashlib
from collections.abc import Callable, Sequence

from giaoban.documents import encodings
from giaoban.documents.healing import healed
from giaoban.documents.normal import normal
from giaoban.documents.ocr import Ocr
from giaoban.documents.pieces import MAX_PIECES, MAX_TEXT, Contents, joined
from giaoban.documents.secrecy import refuse_if_secret
from giaoban.documents.sniff import Kind, kind
from giaoban.documents.text import lay
from giaoban.model import Document, Refused

MAX_BYTES = 50 * 2**20
"""The largest file that is looked at."""

Reader = Callable[[bytes, Ocr | None], Contents]


def read(data: bytes, name: str, ocr: Ocr | None = None) -> Document:
    """The document that the bytes are.

    data   text in any encoding of Vietnamese, HTML, DOCX, DOC, RTF, ODT or PDF; what it is, the bytes decide
    name   its file name, kept for people
    ocr    turns the picture of a page into text; without it a scan is refused

    Raises `Refused`, and nothing else, for whatever is no readable document or bears a mark of secrecy.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise Refused("empty")
    if len(data) > MAX_BYTES:
        raise Refused("too-big", megabytes=-(-len(data) // 2**20), limit=MAX_BYTES // 2**20)
    sha256, what = hashlib.sha256(data).hexdigest(), kind(data)
    if what is Kind.TEXT:
        return _from_plain(*_decoded(data), name, sha256)
    contents = healed(READERS[what](data, ocr))
    refuse_if_secret([[normal(line) for line in page] for page in contents.pages])
    text, blocks, unsure = joined(contents.pieces)
    _refuse_wordless(text)
    return Document(text, blocks, name, sha256, what.value, contents.encoding, unsure)


def from_text(text: str, name: str = "") -> Document:
    """The document of a text that is at hand as such (pasted, typed); refused as `read` refuses it."""
    return _from_plain(text, "utf-8", name, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())


def _from_plain(text: str, encoding: str, name: str, sha256: str) -> Document:
    """The text stays as it is but for its normal form: its offsets are those of the file."""
    if len(text) > MAX_TEXT:
        raise Refused("too-long", limit=MAX_TEXT)
    if max(text.count("\n"), text.count("\r")) > MAX_PIECES:
        raise Refused("too-many-lines", limit=MAX_PIECES)
    pages: Sequence[str] = text.split("\f")
    refuse_if_secret(normal(page).split("\n") for page in pages)
    kept = normal(text)
    return Document(kept, lay(kept), name, sha256, Kind.TEXT.value, encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    if len(data) > 4 * MAX_TEXT:
        raise Refused("too-long", limit=MAX_TEXT)
    text, encoding = encodings.decoded(data)
    _refuse_wordless(text)
    return text, encoding


def _refuse_wordless(text: str) -> None:
    if len(text) > MAX_TEXT:
        raise Refused("too-long", limit=MAX_TEXT)
    if not any(map(str.isalnum, text)):
        raise Refused("no-text")


def _page(data: bytes, ocr: Ocr | None) -> Contents:
    from giaoban.documents import page

    return page.read(data)


def _word(data: bytes, ocr: Ocr | None) -> Contents:
    from giaoban.documents import word

    return word.read(data)


def _word97(data: bytes, ocr: Ocr | None) -> Contents:
    from giaoban.documents import word97

    return word97.read(data)


def _rtf(data: bytes, ocr: Ocr | None) -> Contents:
    from giaoban.documents import rtf

    return rtf.read(data)


def _odt(data: bytes, ocr: Ocr | None) -> Contents:
    from giaoban.documents import odt

    return odt.read(data)


def _pdf(data: bytes, ocr: Ocr | None) -> Contents:
    from giaoban.documents import pdf

    return pdf.read(data, ocr)


READERS: dict[Kind, Reader] = {
    Kind.HTML: _page,
    Kind.DOCX: _word,
    Kind.DOC: _word97,
    Kind.RTF: _rtf,
    Kind.ODT: _odt,
    Kind.PDF: _pdf,
}
"""Each loads the libraries of its format only when it is needed: one text is read at once."""
