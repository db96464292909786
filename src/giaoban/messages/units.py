"""Units and things counted in English: "tỷ đồng" is billion dong, "triệu đồng/người/năm" million dong/person/year.

What the table does not know whole stays as it was written: half a translation is none.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

SCALES = {
    "triệu tỷ": "quadrillion", "triệu tỉ": "quadrillion",
    "nghìn tỷ": "trillion", "nghìn tỉ": "trillion", "ngàn tỷ": "trillion", "ngàn tỉ": "trillion",
    "tỷ": "billion", "tỉ": "billion", "triệu": "million", "nghìn": "thousand", "ngàn": "thousand",
}  # fmt: skip
"""What multiplies the unit behind it, the longer first."""


@cache
def table() -> Mapping[str, tuple[str, str]]:
    """One and many in English, by the unit in small letters."""
    lines = files(__package__).joinpath("units.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {unit.lower(): (one, many or one) for unit, one, many in rows}


def unit(text: str, language: str, one: bool = False) -> str:
    """The unit in that language; `one` where exactly one of it is told."""
    if language == "vi":
        return text
    above, *below = (part.strip() for part in text.split("/"))
    parts = [_whole(text, one)] if text.lower() in table() else [_scaled(above, one), *(_scaled(part, True) for part in below)]
    return "/".join(parts) if all(parts) else text


def _scaled(part: str, one: bool) -> str:
    """A part of a unit; nothing where the table does not know it."""
    for scale, english in SCALES.items():
        if part == scale:
            return english
        if part.startswith(f"{scale} ") and (counted := _whole(part.removeprefix(scale).strip(), False)):
            return f"{english} {counted}"
    return _whole(part, one)


def _whole(part: str, one: bool) -> str:
    return table().get(part.lower(), ("", ""))[0 if one else 1]
