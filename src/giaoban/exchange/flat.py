"""Figures as CSV and JSON, one row each, with the columns of `figures.COLUMNS`."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from giaoban.exchange.figures import COLUMNS, NEEDED, Figure, Row, row
from giaoban.model import Refused

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With what a text begins that a spreadsheet may run; it takes the wide signs of East Asian keyboards for the narrow ones."""
TEXT = frozenset({"unit", "place_name", "indicator_name", "source", "breakdown", "indicator", "place"})
CHUNK = 2_000
DELIMITERS = (",", ";", "\t")
NUMBERS, DAYS = frozenset({"value", "value_to"}), frozenset({"reported_on", "place_from"})
COMMA, DAY = re.compile(r"-?\d+,\d+"), re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")


def write_csv(figures: Iterable[Figure], at_once: int = CHUNK) -> Iterator[bytes]:
    """UTF-8 with a byte-order mark, for spreadsheets; text that one would run as a formula gets an apostrophe in front.

    It comes in pieces: the mark, the heading with the first `at_once` figures, and so many in each that follows.
    """
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    yield b"\xef\xbb\xbf"
    for count, figure in enumerate(figures, 1):
        writer.writerow(harmless(name, text) for name, text in row(figure).items())
        if count % at_once == 0:
            yield taken(file)
    yield taken(file)


def csv_rows(data: bytes) -> Iterator[Row]:
    """The rows of a CSV file with a heading; addresses are line numbers. Refused without the needed columns or in another encoding.

    Where a spreadsheet has put semicolons or tabs between the cells, it has written numbers with a comma and days as 8/11/2019.
    """
    there = csv_lines(data)
    headings = [heading.strip() for heading in next(there, ("", []))[1]]
    refuse_without(headings)
    mend = unchanged if delimiter_of(data) == "," else as_printed
    return ((line, {name: mend(name, meant(text)) for name, text in zip(headings, each, strict=False)}) for line, each in there)


def csv_lines(data: bytes) -> Iterator[tuple[str, list[str]]]:
    """The cells of each line that has any, with the number of the line. Refused in another encoding, and for a cell that has no end."""
    reader = csv.reader(io.StringIO(text_of(data), newline=""), delimiter=delimiter_of(data))
    begun = 1
    try:
        for cells in reader:
            if cells:
                yield str(reader.line_num), cells
            begun = reader.line_num + 1
    except csv.Error:
        raise Refused("figures-cell-endless", line=begun) from None


def delimiter_of(data: bytes) -> str:
    """What stands between the cells of the first line: a comma where nothing else does more often."""
    first = re.sub(rb'"[^"]*"', b"", data.partition(b"\n")[0])
    return max(DELIMITERS, key=lambda each: first.count(each.encode()))


def unchanged(_name: str, text: str) -> str:
    """The text of a cell of a file that no spreadsheet has written again."""
    return text


def as_printed(name: str, text: str) -> str:
    """The text of a cell as `write_csv` would have it.

    >>> as_printed("value", "0,41"), as_printed("reported_on", "8/11/2019"), as_printed("source", "1,5")
    ('0.41', '2019-11-08', '1,5')
    """
    if name in NUMBERS and COMMA.fullmatch(text):
        return text.replace(",", ".")
    if name in DAYS and (day := DAY.fullmatch(text)):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    return text


def write_json(figures: Iterable[Figure]) -> Iterator[bytes]:
    """A list of objects, one a line; empty columns left out."""
    yield b"[\n"
    for count, figure in enumerate(figures):
        fields = {name: text for name, text in row(figure).items() if text}
        yield (",\n" if count else "").encode() + json.dumps(fields, ensure_ascii=False).encode()
    yield b"\n]\n"


def json_rows(data: bytes) -> Iterator[Row]:
    """The rows of a list of objects; addresses count from 1. Refused for anything else."""
    try:
        rows = json.loads(text_of(data), parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        raise Refused("figures-not-json") from None
    if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
        raise Refused("figures-not-json")
    return ((str(count), _told(each)) for count, each in enumerate(rows, 1))


def refuse_without(headings: list[str]) -> None:
    """Refused where a needed column is not among `headings`."""
    missing = [name for name in NEEDED if name not in headings]
    if missing:
        raise Refused("figures-columns-missing", columns=", ".join(missing))


def _told(fields: dict[Any, Any]) -> dict[str, str]:
    return {str(name): str(value) for name, value in fields.items() if value is not None}


def text_of(data: bytes) -> str:
    """UTF-8 with or without a byte-order mark; Refused for anything else."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("figures-not-utf8") from None


def harmless(name: str, text: str) -> str:
    """The text of a column as a spreadsheet may hold it: never a formula."""
    return f"'{text}" if name in TEXT and text.startswith((*FORMULA, "'")) else text


def meant(text: str) -> str:
    """The text without what `harmless` put before it."""
    return text[1:] if text[:1] == "'" and text[1:].startswith((*FORMULA, "'")) else text.strip()


def taken(file: io.StringIO) -> bytes:
    """Takes out of the file everything written to it so far, and leaves it empty."""
    text = file.getvalue()
    file.seek(0)
    file.truncate()
    return text.encode()
