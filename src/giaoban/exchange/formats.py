"""The forms in which figures leave and come, by name; and which of them some bytes have."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from giaoban.exchange import dhis2, flat, iati, parquet, sdmx, xlsx
from giaoban.exchange.figures import NEEDED, Figure, Line, Row, lines
from giaoban.exchange.iati import About
from giaoban.exchange.xlsx_stream import MOST_ROWS
from giaoban.model import Refused

Write = Callable[[Iterable[Figure], About], Iterator[bytes]]
Rows = Callable[[bytes], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Format:
    """One form.

    rows        None for a form that only leaves
    ending      of a file's name, without the full stop
    most        how many figures a file of it holds; None: any number
    """

    name: str
    write: Write
    rows: Rows | None
    media_type: str
    ending: str
    most: int | None = None


def _anonymous(write: Callable[[Iterable[Figure]], Iterator[bytes]]) -> Write:
    """A form that does not say who made it."""
    return lambda figures, _about: write(figures)


SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LISTED = (
    Format("xlsx", _anonymous(xlsx.write), xlsx.rows, SPREADSHEET, "xlsx", MOST_ROWS),
    Format("csv", _anonymous(flat.write_csv), flat.csv_rows, "text/csv; charset=utf-8", "csv"),
    Format("json", _anonymous(flat.write_json), flat.json_rows, "application/json", "json"),
    Format("sdmx-csv", _anonymous(sdmx.write), sdmx.rows, "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", "csv"),
    Format("dhis2", _anonymous(dhis2.write), dhis2.file_rows, "application/json", "json"),
    Format("iati", iati.write, None, "application/xml; charset=utf-8", "xml"),
    Format("parquet", _anonymous(parquet.write), parquet.rows, "application/vnd.apache.parquet", "parquet"),
)
FORMATS = {each.name: each for each in LISTED}
READABLE = tuple(each.name for each in LISTED if each.rows)
LOOKED_AT = 4_096


def told_by(data: bytes, name: str = "") -> str | None:
    """The form of some bytes, by what they begin with, else by the ending of the file's name; None for a sheet in no form of ours."""
    if data.startswith(b"PK\x03\x04"):
        return "xlsx" if xlsx.is_flat(data) else None
    if data.startswith(b"PAR1"):
        return "parquet"
    start = data[:LOOKED_AT].decode("utf-8-sig", "replace").lstrip()
    if start.startswith("{"):
        return "dhis2" if _has_values(data) else "json"
    return "json" if start.startswith("[") else _by_heading(start.partition("\n")[0], name)


def rows(data: bytes, form: str) -> Iterator[Row]:
    """The rows of `data` in a form of `READABLE`, not looked at yet; Refused for another form, and for bytes that do not have it."""
    known = FORMATS.get(form)
    if known is None or known.rows is None:
        raise Refused("figures-form-unknown", forms=", ".join(READABLE))
    return known.rows(data)


def read(data: bytes, form: str) -> Iterator[Line]:
    """The figures of these rows, each with its address."""
    return lines(rows(data, form))


def _by_heading(heading: str, name: str) -> str | None:
    if "STRUCTURE_ID" in heading:
        return "sdmx-csv"
    if all(column in heading for column in NEEDED):
        return "csv"
    return {"json": "json", "parquet": "parquet"}.get(name.rpartition(".")[2].lower())


def _has_values(data: bytes) -> bool:
    try:
        return "dataValues" in json.loads(data)
    except (ValueError, RecursionError):
        return False
