"""How places are written: the words before a name that say what kind of place it is, or which body of it is meant."""

import re
from dataclasses import dataclass

from giaoban.reference.folding import fold
from giaoban.reference.place_kinds import BODY, first_of
from giaoban_web.places.models import Kind

KINDS: dict[str, Kind] = {
    "tinh": Kind.PROVINCE, "thanh pho": Kind.CITY, "tp": Kind.CITY, "thi xa": Kind.TOWN, "tx": Kind.TOWN,
    "huyen": Kind.DISTRICT, "h": Kind.DISTRICT, "quan": Kind.QUARTER, "q": Kind.QUARTER, "phuong": Kind.WARD, "p": Kind.WARD,
    "xa": Kind.COMMUNE, "x": Kind.COMMUNE, "thi tran": Kind.TOWNSHIP, "tt": Kind.TOWNSHIP, "dac khu": Kind.ZONE,
    "tinh uy": Kind.PROVINCE, "thanh uy": Kind.CITY, "thi uy": Kind.TOWN, "huyen uy": Kind.DISTRICT, "quan uy": Kind.QUARTER,
}  # fmt: skip


KIND = first_of(tuple(KINDS))
WHOLE = re.compile(rf"(?:(?:tong so|tong cong|tong|cong)\s+)?(?:toan|ca)\s+(?=(?:{'|'.join(KINDS)})(?:\s|$))")
ABBREVIATION = re.compile(r"\b([tT])\.\s?([pPxX])\b\.?")


@dataclass(frozen=True, slots=True)
class Named:
    """A written name taken apart, folded.

    name    without kind and body; "" when only those were written
    entire  with its kind, for the names that begin like one (Quan Sơn, Toàn Thắng)
    inside  as written, what follows a comma or bracket
    """

    kind: Kind | None
    name: str
    entire: str
    inside: str


def take_apart(written: str) -> Named:
    """ "Thị ủy Đông Triều" is kind thị xã, name "dong trieu"; "UBND xã An Sinh, TX Đông Triều" lies inside "TX Đông Triều"."""
    first, _, inside = re.sub(r"[(,;]", "|", ABBREVIATION.sub(r"\1\2 ", written), count=1).partition("|")
    rest = " ".join(fold(first).split())
    while match := BODY.match(rest):
        rest = rest[match.end() :]
    kind, entire = None, rest.strip(" .")
    rest = WHOLE.sub("", rest, count=1)
    if match := KIND.match(rest):
        kind, rest = KINDS[match["first"]], rest[match.end() :]
    return Named(kind, rest.strip(" ."), entire, inside.strip(" )"))
