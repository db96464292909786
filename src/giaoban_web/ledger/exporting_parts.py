"""The figures of a release in parts that are packed one by one: a page of it unpacks the part it stands in, however long the release is.

Together the parts are one gzip file, and its text is one CSV.
"""

import gzip
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import BinaryField
from django.db.models.functions import Substr

from giaoban.exchange.figures import COLUMNS, Figure, Row, figure
from giaoban.exchange.flat import write_csv
from giaoban.exchange.formats import rows
from giaoban_web.ledger.exporting_models import Release

PART = 500
"""Figures of one part; a multiple of those of a page."""
FIRST = COLUMNS[:3]
"""Columns by whose text a part is known to hold nothing that is looked for: none of them is ever quoted."""


def packed(figures: Iterable[Figure]) -> dict[str, Any]:
    """The figures as a release keeps them."""
    mark, *texts = write_csv(figures, PART)
    texts = [mark + texts[0], *filter(None, texts[1:])]
    parts = [gzip.compress(each) for each in texts]
    return {"data": b"".join(parts), "parts": [len(each) for each in parts], "sha256": hashlib.sha256(b"".join(texts)).hexdigest()}


def digest(figures: Iterable[Figure]) -> str:
    """The SHA-256 that `packed` gives for these figures."""
    told = hashlib.sha256()
    for piece in write_csv(figures, PART):
        told.update(piece)
    return told.hexdigest()


def between(release: Release, wanted: range) -> Iterator[Figure]:
    """Figures of a release by their places in it, which lie in one part."""
    if wanted:
        part, first = divmod(wanted.start, PART)
        told = _rows(_text(release, 0), _text(release, part), part)
        yield from (figure(fields) for _line, fields in list(told)[first : first + len(wanted)])


def every(release: Release) -> Iterator[Figure]:
    """All figures of a release, as they stood then."""
    yield from (figure(fields) for _line, fields in _all(release, None))


def about(release: Release, wanted: set[tuple[str, ...]]) -> Iterator[Row]:
    """The rows of those parts in which the first columns of a row are among the wanted ones; other rows come along."""
    return _all(release, {",".join(each).encode() for each in wanted})


def _all(release: Release, wanted: set[bytes] | None) -> Iterator[Row]:
    data, start, heading = bytes(Release.objects.values_list("data", flat=True).get(pk=release.pk)), 0, b""
    for number, length in enumerate(release.parts):
        text = gzip.decompress(data[start : start + length])
        heading, start = heading or text, start + length
        if wanted is None or not wanted.isdisjoint(_begins(text)):
            yield from _rows(heading, text, number)


def _begins(text: bytes) -> Iterator[bytes]:
    return (b",".join(line.split(b",", len(FIRST))[: len(FIRST)]) for line in text.splitlines())


def _rows(heading: bytes, text: bytes, number: int) -> Iterator[Row]:
    """The rows of a part; the heading stands in the first one alone."""
    return rows(text if number == 0 else heading[: heading.index(b"\n") + 1] + text, "csv")


def _text(release: Release, number: int) -> bytes:
    """One part unpacked; no other leaves the database."""
    begins = Substr("data", 1 + sum(release.parts[:number]), release.parts[number], output_field=BinaryField())
    return gzip.decompress(bytes(Release.objects.filter(pk=release.pk).values_list(begins, flat=True).get()))
