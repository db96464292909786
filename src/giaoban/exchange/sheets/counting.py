"""How many cells a workbook has, by its markup: told before a library makes an object of each.

Merged cells are counted with all they cover, since the library makes those too: a file of five kilobytes can merge a whole sheet.
"""

from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree
from openpyxl.utils import range_boundaries  # type: ignore[import-untyped]

from giaoban.exchange.workbook_cells import let_go

CELL, MERGED = "{*}c", "{*}mergeCell"


def cells(archive: ZipFile, most: int) -> int:
    """The cells of all sheets; where there are more than `most`, some number beyond it."""
    found = 0
    for name in archive.namelist():
        for many in _of_part(archive, name) if name.lower().endswith(".xml") else ():
            found += many
            if found > most:
                return found
    return found


def _of_part(archive: ZipFile, name: str) -> Iterator[int]:
    """What each element adds, as far as the part can be read; whether it is sound, the library says."""
    with archive.open(name) as file:
        try:
            for _event, each in etree.iterparse(file, tag=(CELL, MERGED), resolve_entities=False, no_network=True):
                yield _area(each.get("ref")) if each.tag.endswith("}mergeCell") else 1
                let_go(each)
        except etree.XMLSyntaxError:
            return


def _area(reference: str | None) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference or "")
    except (TypeError, ValueError):
        return 0
    return (right - left + 1) * (bottom - top + 1) if None not in {left, top, right, bottom} else 0
