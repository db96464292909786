"""The axes along which figures are broken down: the parts of each, and the words that say one.

The parts of most axes together make the whole; those of `outcome` do not (accidents, deaths and injuries are three series).
"""

from dataclasses import dataclass

from giaoban.reference.folding import words


@dataclass(frozen=True, slots=True)
class Axis:
    """The phrases that say each part; `whole` if the parts make the whole."""

    parts: dict[str, tuple[str, ...]]
    whole: bool = True


AXES: dict[str, Axis] = {
    "area": Axis({"rural": ("nông thôn",), "urban": ("thành thị", "đô thị")}),
    "origin": Axis({"domestic": ("nội địa", "trong nước"), "international": ("quốc tế", "nước ngoài")}),
    "outcome": Axis({"injured": ("bị thương",), "killed": ("chết", "tử vong")}, whole=False),
    "sector": Axis({
        "agriculture": ("nông nghiệp", "nông lâm", "nông lâm thủy sản", "nông lâm nghiệp"), "industry": ("công nghiệp", "xây dựng"),
        "product_taxes": ("thuế sản phẩm",), "services": ("dịch vụ", "thương mại"),
    }),
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
