"""Files of figures that bear a mark of state secrecy are refused: looked through whole, every cell of every sheet.

A mark may stand in any cell, also of a hidden sheet or row, in a comment, a header or footer, a text box, or the name of a sheet. Text is
searched at once for what a mark could be; only the cells around are asked about one by one, so that a million rows take seconds.
What is and is not a mark: `giaoban.documents.secrecy`.
"""

import html
import re
from collections.abc import Iterator
from unicodedata import is_normalized, normalize
from zipfile import ZipFile

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from giaoban.documents.lookalikes import plain
from giaoban.documents.secrecy import HEAD, HINT, LONGEST, NUMBERED, TAIL, marked
from giaoban.exchange.flat import text_of
from giaoban.exchange.xlsx import UNREADABLE, sound
from giaoban.model import Refused

MIGHT_BE = re.compile(f"{HINT.pattern}|{NUMBERED.pattern}", re.IGNORECASE)
BETWEEN = re.compile(r'["\t;,]|\s*\n\s*')
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
BLOCK = re.compile(r"</(?!(?:\w+:)?(?:t|r|rPr)\s*>)[^>]*>")
"""The end of anything but a run of letters, of which one word may have several."""
TAG = re.compile(r"<[^>]*>")
AS_IT_STANDS = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
NAMED = re.compile(r'<(?:\w+:)?(?:(?:sheet|definedName) [^>]*?name|textpath [^>]*?string)="([^"]*)"')
CODES = re.compile(r'&(?:[LCR]|"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[BIUSEXYDTPNFAGZ])')
"""What a header or footer of a sheet has between its words: &C for the middle, &"Arial,Bold", &12 for a size."""
WHO = re.compile(r"<(?:\w+:)?(creator|lastModifiedBy|Manager|Company|Application)(?:\s[^<>]*)?>[^<]*<")
"""Who made the workbook and with what, among its properties: Mật is a name of people, MAT one of firms."""
MARKUP = (".xml", ".vml")
ADDRESS, EDGE = re.compile(r'<(?:c|row) r="[A-Z]*\d+"'), 100
"""What tells cells of a sheet apart that say the same; and how many of the first and the last are kept for where a stamp may stand."""


def refuse_if_secret(data: bytes, form: str | None) -> None:
    """Refuse a file of figures that bears a mark; `form` as `formats.told_by` tells it. Refused also for what cannot be looked through."""
    for text in _texts(data, form):
        _look_through(text)


def _texts(data: bytes, form: str | None) -> Iterator[str]:
    if data.startswith(b"PK\x03\x04"):
        yield from _parts(sound(data))
    elif form == "parquet":
        yield "\n".join(_columns(data))
    else:
        text = text_of(data)
        yield ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text


def _look_through(text: str) -> None:
    text = plain(text if is_normalized("NFC", text) else normalize("NFC", text))
    seen: set[str] = set()
    first, last = _edges(text)
    end = 0
    for match in MIGHT_BE.finditer(text):
        if match.end() <= end:
            continue
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        end = len(text) if end < 0 else end
        for cell in set(BETWEEN.split(text[start:end])) - seen:
            seen.add(cell)
            level = marked(cell, edge=start < first or end > last) if MIGHT_BE.search(cell) and len(cell) <= LONGEST else None
            if level:
                raise Refused("state-secret", level=level)


def _edges(text: str) -> tuple[int, int]:
    """Where the first lines end, and where the last ones begin."""
    first = last = 0
    for _ in range(HEAD):
        first = text.find("\n", first) + 1 or len(text)
    last = len(text)
    for _ in range(TAIL):
        last = max(text.rfind("\n", 0, last), 0)
    return first, last


def _parts(book: ZipFile) -> Iterator[str]:
    """The words of every part of a workbook, one cell, comment or paragraph a line."""
    for name in book.namelist():
        if name.lower().endswith(MARKUP):
            try:
                markup = _once(AS_IT_STANDS.sub(lambda words: html.escape(words[1]), _decoded(book.read(name))))
            except UNREADABLE:
                raise Refused("sheet-unreadable") from None
            markup = WHO.sub("<", markup) if name.lower().startswith("docprops/") else markup
            names = "\n".join(NAMED.findall(markup)) if 'name="' in markup or 'string="' in markup else ""
            words = html.unescape(TAG.sub("", BLOCK.sub("\n", markup)))
            yield f"{words}\n{html.unescape(names)}\n{CODES.sub(chr(10), words) if '&' in words else ''}"


def _once(markup: str) -> str:
    """The markup of a part; in a large sheet, cells that say what one before them said are left out."""
    cells = ADDRESS.split(markup)
    between = list(dict.fromkeys(cells[EDGE:-EDGE]))
    return "<c".join([*cells[:EDGE], *between, *cells[-EDGE:]]) if len(cells) > 2 * EDGE else markup


def _decoded(markup: bytes) -> str:
    return markup.decode("utf-16" if markup[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig", "replace")


def _columns(data: bytes) -> Iterator[str]:
    """The different texts of every column."""
    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        for group in range(file.num_row_groups):
            for column in file.read_row_group(group).columns:
                if pa.types.is_string(column.type) or pa.types.is_large_string(column.type) or pa.types.is_dictionary(column.type):
                    yield from (str(each) for each in pc.unique(column).to_pylist() if each)
    except (pa.ArrowException, OSError):
        raise Refused("figures-not-parquet") from None
