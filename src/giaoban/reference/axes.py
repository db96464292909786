"""The axes along which figures are broken down: the parts of each, and the words that say one.

The parts of most axes together make the whole. Those of `outcome` do not, for accidents, deaths and injuries are three series; those of
`season` need not, for places differ in the seasons of a crop that they have.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from giaoban.reference.folding import fold, words


@dataclass(frozen=True, slots=True)
class Axis:
    """The phrases that say each part.

    whole  the parts make the whole
    minor  parts so small that the whole is hardly moved by them: without them it is nearly complete
    of     what its parts count where that is another thing than the whole does, as a dimension of `dimensions.tsv`
    """

    parts: dict[str, tuple[str, ...]]
    whole: bool = True
    minor: frozenset[str] = frozenset()
    of: str = ""

    def complete(self, parts: Iterable[str]) -> bool:
        return self.whole and set(parts) >= set(self.parts)

    def nearly_complete(self, parts: Iterable[str]) -> bool:
        return self.whole and set(parts) >= set(self.parts) - self.minor


AXES: dict[str, Axis] = {
    "area": Axis({"rural": ("nông thôn",), "urban": ("thành thị", "đô thị")}),
    "origin": Axis({"domestic": ("nội địa", "trong nước"), "international": ("quốc tế", "nước ngoài")}),
    "outcome": Axis({"injured": ("bị thương",), "killed": ("chết", "tử vong")}, whole=False, of="person"),
    "season": Axis({
        "autumn_winter": ("thu đông",), "main": ("vụ mùa", "lúa mùa"), "summer_autumn": ("hè thu",),
        "winter_spring": ("đông xuân", "chiêm xuân", "vụ xuân", "lúa xuân"),
    }, whole=False),
    "sector": Axis({
        "agriculture": ("nông nghiệp", "nông lâm", "nông lâm thủy sản", "nông lâm nghiệp"), "industry": ("công nghiệp", "xây dựng"),
        "product_taxes": ("thuế sản phẩm",), "services": ("dịch vụ", "thương mại"),
    }, minor=frozenset(("product_taxes",))),
    "sex": Axis({"female": ("nữ", "phụ nữ"), "male": ("nam giới", "lao động nam")}),
}  # fmt: skip


def breakdown(name: str, axes: tuple[str, ...]) -> str:
    """The part that a written name says along `axes`, as in a cell: "outcome=killed"; empty where it says none, or several of one axis.

    >>> breakdown("số người chết do tai nạn giao thông", ("outcome",))
    'outcome=killed'
    """
    said = f" {' '.join(words(name))} "
    found = []
    for axis in sorted(axes):
        parts = [part for part, phrases in AXES[axis].parts.items() if any(f" {phrase} " in said for phrase in phrases)]
        if len(parts) == 1:
            found.append(f"{axis}={parts[0]}")
    return ";".join(found)


_CARRIERS = "khu vuc nganh linh vuc gia tri tang them toc do truong kinh te va tru tro cap toan cac"
CARRIERS = frozenset(_CARRIERS.split())
"""Folded words that carry the name of a sector and say none."""
SECTORS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("agriculture", frozenset(("nong",)), frozenset(("nong", "lam", "ngu", "nghiep", "thuy", "san"))),
    ("industry", frozenset(("cong", "nghiep", "xay", "dung")), frozenset(("cong", "nghiep", "xay", "dung"))),
    ("services", frozenset(("dich", "vu")), frozenset(("dich", "vu", "thuong", "mai"))),
    ("product_taxes", frozenset(("thue", "san", "pham")), frozenset(("thue", "san", "pham"))),
)
"""Each sector with the words its name must have, and those it may have."""


def sector(name: str) -> str | None:
    """The sector that a name is and nothing else: "khu vực công nghiệp - xây dựng", not "sản xuất công nghiệp".

    >>> sector("Khu vực công nghiệp và xây dựng")
    'industry'
    """
    said = {fold(word) for word in words(name)} - CARRIERS
    return next((key for key, must, may in SECTORS if must <= said <= may), None)
