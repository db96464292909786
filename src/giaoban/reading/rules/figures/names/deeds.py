"""What was done in the cases that a name counts, which names the persons counted beside them, too; and the deed that things are finished.

    "khởi tố 7 vụ, 18 đối tượng"   of both: khởi tố

What must and must not be read: corpus/wordings.tsv.
"""

from giaoban.reading.items import Item
from giaoban.reading.rules.figures.indicators import Name

FINISHED = ("hoàn", "thành")
CASES = frozenset(("vụ", "vụ việc", "vụ án", "tổ chức", "trường hợp", "tổ chức đảng", "tổ chức cơ sở đảng", "chi bộ"))
"""Things counted whose deed is that of the persons counted beside them, too."""


def without_counted(name: str) -> str:
    """What was done in the cases that a name counts: vụ │ khởi tố; empty where it counts none or says no more."""
    words = name.split(" ")
    size = next((size for size in (5, 3, 2, 1) if " ".join(words[:size]).lower() in CASES), 0)
    return " ".join(words[size:]) if size else ""


def finished(row: list[Item], zone: int, floor: int) -> Name:
    """The deed right before things counted, where that they were finished is all that is said: │hoàn thành│ 29 nhà; empty for any other."""
    done = zone - 2 >= floor and (row[zone - 2].text, row[zone - 1].text) == FINISHED
    return Name(zone - 2, zone - 1) if done else Name(0, -1)
