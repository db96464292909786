"""Figures as DHIS2 has them: organisation units, data elements, data value sets; out and in.

A data element is one series without its place: indicator, what of it is measured, part and role, in its code
("gtsx", "gtsx.change.same_period", "poor_households..sex=female", "gtsx....target"). What a data value has no field for (bound, status,
unit, upper end) stands in its comment as "bound=over;status=estimate;unit=tỷ đồng". Cumulative and longer periods are unknown to DHIS2:
such figures are left out and counted. Source: DHIS2 developer guide, data value sets, https://docs.dhis2.org
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from giaoban.exchange.figures import Figure, Row, row
from giaoban.exchange.flat import text_of
from giaoban.exchange.times import dhis2, from_dhis2
from giaoban.model import Refused

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
SIGNS = LETTERS + "0123456789"
CODED = ("indicator", "measure", "base", "breakdown", "role")
USUAL = {"measure": "level", "role": "actual"}
TOLD = ("bound", "status", "unit", "value_to", "source")
USUALLY = {"bound": "exact"}


def uid(kind: str, code: str) -> str:
    """The identifier of an object: eleven letters and digits, the first a letter, always the same for the same code."""
    number = int.from_bytes(hashlib.sha256(f"{kind} {code}".encode()).digest())
    number, first = divmod(number, len(LETTERS))
    rest = []
    for _ in range(10):
        number, sign = divmod(number, len(SIGNS))
        rest.append(SIGNS[sign])
    return LETTERS[first] + "".join(rest)


def element_code(fields: Mapping[str, str]) -> str:
    """The code of the data element of a row."""
    parts = ["" if USUAL.get(name) == fields[name] else fields[name] for name in CODED]
    return ".".join(parts).rstrip(".")


def organisation_units(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """The places of `figures`, each once."""
    units = {}
    for figure in figures:
        code = figure.place_code
        opened = figure.place_from.isoformat() if figure.place_from else "1900-01-01"
        name = figure.place_name or code
        units[code] = {"id": uid("place", code), "code": code, "name": name, "shortName": name[:50], "openingDate": opened}
    return list(units.values())


def data_elements(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """The series of `figures` without their places, each once."""
    elements = {}
    for figure in figures:
        code = element_code(row(figure))
        name = " · ".join(filter(None, [figure.indicator_name or figure.cell.indicator, *code.split(".")[1:]]))
        elements[code] = {
            "id": uid("element", code),
            "code": code,
            "name": name,
            "shortName": name[:50],
            "domainType": "AGGREGATE",
            "valueType": "NUMBER",
            "aggregationType": "NONE",
        }
    return list(elements.values())


def data_values(figures: Iterable[Figure]) -> tuple[list[dict[str, Any]], int]:
    """The data values of `figures`, and how many were left out because DHIS2 does not know their period."""
    values, left_out = [], 0
    for figure in figures:
        period = dhis2(figure.cell.period) if figure.cell.period else None
        if period is None:
            left_out += 1
            continue
        fields = row(figure)
        values.append(
            {
                "dataElement": uid("element", element_code(fields)),
                "period": period,
                "orgUnit": uid("place", figure.place_code),
                "value": fields["value"],
                "comment": ";".join(f"{name}={fields[name]}" for name in TOLD if fields[name] and USUALLY.get(name) != fields[name]),
            }
        )
    return values, left_out


def rows(payload: Mapping[str, Any], elements: Mapping[str, str], places: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a data value set; addresses count from 1.

    elements, places  code by identifier and by code itself, of what this system knows; what neither knows is refused for its line
    """
    whole = {name: str(payload[name]) for name in ("period", "orgUnit") if payload.get(name)}
    values = payload.get("dataValues") or ()
    return ((str(count), _fields(whole | each, elements, places)) for count, each in enumerate(values, 1))


def known(codes: Iterable[str], kind: str) -> dict[str, str]:
    """Codes by identifier and by themselves, for `rows`; `kind` is "place" or "element"."""
    listed = list(codes)
    return {code: code for code in listed} | {uid(kind, code): code for code in listed}


def _fields(value: Mapping[str, Any], elements: Mapping[str, str], places: Mapping[str, str]) -> dict[str, str]:
    code = elements.get(str(value.get("dataElement", "")), "")
    told = dict(zip(CODED, [*code.split("."), *[""] * len(CODED)], strict=False))
    noted = dict(part.split("=", 1) for part in str(value.get("comment") or "").split(";") if "=" in part)
    period = str(value.get("period", ""))
    with suppress(ValueError):
        period = str(from_dhis2(period))
    return {
        **told,
        "place": places.get(str(value.get("orgUnit", "")), ""),
        "period": period,
        "value": str(value.get("value", "")),
        **{name: noted[name] for name in TOLD if name in noted},
    }


def write(figures: Iterable[Figure]) -> Iterator[bytes]:
    """One JSON object: the organisation units and data elements of `figures`, their data values, and how many were left out."""
    listed = list(figures)
    values, left_out = data_values(listed)
    told = {"organisationUnits": organisation_units(listed), "dataElements": data_elements(listed), "dataValues": values}
    yield json.dumps(told | {"leftOut": left_out}, ensure_ascii=False, indent=1).encode()


def file_rows(data: bytes) -> Iterator[Row]:
    """The rows of such an object, or of a bare data value set whose identifiers are codes. Refused for anything else."""
    try:
        payload = json.loads(text_of(data), parse_float=str, parse_int=str)
        elements, places = (_coded(payload.get(name) or ()) for name in ("dataElements", "organisationUnits"))
        bare = [each for each in payload["dataValues"] if isinstance(each, dict)]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused("figures-not-json") from None
    elements = _themselves(bare, "dataElement", str(payload.get("dataElement") or "")) | elements
    places = _themselves(bare, "orgUnit", str(payload.get("orgUnit") or "")) | places
    return rows(payload | {"dataValues": bare}, elements, places)


def _coded(objects: Iterable[Any]) -> dict[str, str]:
    return {str(each["id"]): str(each["code"]) for each in objects}


def _themselves(values: Iterable[Mapping[str, Any]], name: str, whole: str) -> dict[str, str]:
    return {code: code for value in values if (code := str(value.get(name) or whole))}
