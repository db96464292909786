"""Figures as SDMX-CSV 2.0 (one data flow, GIAOBAN:LEDGER): out and in.

Dimensions FREQ, REF_AREA, INDICATOR, MEASURE, BASE, BREAKDOWN, ROLE, TIME_PERIOD; everything else that a figure says is an attribute
of the observation. OBS_STATUS takes the codes of CL_OBS_STATUS (A, E, P, F); a revised figure is A there and `revised` in STATUS.
Source: SDMX-CSV field guide 2.0, https://github.com/sdmx-twg/sdmx-csv
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import zip_longest

from giaoban.exchange.figures import Figure, Row, row
from giaoban.exchange.flat import CHUNK, csv_lines, harmless, meant, taken
from giaoban.exchange.times import frequency, from_sdmx, sdmx
from giaoban.ledger import Status
from giaoban.model import Refused

STRUCTURE = ("dataflow", "GIAOBAN:LEDGER(1.0)", "I")
COLUMNS = {
    "REF_AREA": "place", "INDICATOR": "indicator", "MEASURE": "measure", "BASE": "base", "BREAKDOWN": "breakdown", "ROLE": "role",
    "TIME_PERIOD": "period", "OBS_VALUE": "value", "OBS_VALUE_TO": "value_to", "UNIT_MEASURE": "unit", "BOUND": "bound",
    "STATUS": "status", "AREA_FROM": "place_from", "AREA_NAME": "place_name", "INDICATOR_NAME": "indicator_name",
    "REPORTED_ON": "reported_on", "SOURCE": "source",
}  # fmt: skip
HEADING = ("STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", *list(COLUMNS)[:8], "OBS_STATUS", *list(COLUMNS)[8:])
NONE = "_Z"
OBS_STATUS = {Status.FINAL: "A", Status.REVISED: "A", Status.PROVISIONAL: "P", Status.ESTIMATE: "E", Status.FORECAST: "F"}
STATUS = {"A": Status.FINAL, "P": Status.PROVISIONAL, "E": Status.ESTIMATE, "F": Status.FORECAST}


def write(figures: Iterable[Figure]) -> Iterator[bytes]:
    """SDMX-CSV with a heading; figures without a period are refused before anything is written for them."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADING)
    for count, figure in enumerate(figures, 1):
        writer.writerow(_values(figure))
        if count % CHUNK == 0:
            yield taken(file)
    yield taken(file)


def rows(data: bytes) -> Iterator[Row]:
    """The observations of an SDMX-CSV 2.0 file; addresses are line numbers. Deletions are refused: the ledger is only added to."""
    there = csv_lines(data)
    headings = next(there, ("", []))[1]
    missing = [name for name in ("STRUCTURE_ID", "REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE") if name not in headings]
    if missing:
        raise Refused("figures-columns-missing", columns=", ".join(missing))
    return ((line, _fields(dict(zip_longest(headings, each[: len(headings)], fillvalue="")))) for line, each in there)


def _values(figure: Figure) -> list[str]:
    fields = row(figure)
    if figure.cell.period is None:
        raise Refused("figure-column-empty", column="period")
    fields["period"] = sdmx(figure.cell.period)
    told = {name: harmless(column, fields[column]) for name, column in COLUMNS.items()}
    told |= {name: told[name] or NONE for name in ("BASE", "BREAKDOWN")}
    told |= {"FREQ": frequency(figure.cell.period), "OBS_STATUS": OBS_STATUS[figure.status]}
    told |= dict(zip(HEADING, STRUCTURE, strict=False))
    return [told[name] for name in HEADING]


def _fields(told: Mapping[str, str]) -> dict[str, str]:
    """The columns of a flat row; what is not ours to know is left out, what is wrong is kept for the message."""
    if told.get("ACTION", "I") not in {"", "I", "A", "R", "M"}:
        return {"indicator": told["INDICATOR"], "place": told["REF_AREA"], "period": f"ACTION={told['ACTION']}", "value": told["OBS_VALUE"]}
    fields = {column: "" if told.get(name) == NONE else meant(told.get(name) or "") for name, column in COLUMNS.items()}
    with suppress(ValueError):
        fields["period"] = str(from_sdmx(fields["period"]))
    if not fields["status"] and (status := STATUS.get(told.get("OBS_STATUS", ""))):
        fields["status"] = status.value
    return fields
