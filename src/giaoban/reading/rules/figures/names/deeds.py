"""What was done in the cases that a name counts, which names the persons counted beside them, too.

    "khởi tố 7 vụ, 18 đối tượng"   of both: khởi tố

What must and must not be read: corpus/wordings.tsv.
"""

CASES = frozenset(("vụ", "vụ việc", "vụ án", "tổ chức", "trường hợp"))
"""Things counted whose deed is that of the persons counted beside them, too."""


def without_counted(name: str) -> str:
    """What was done in the cases that a name counts: vụ │ khởi tố; empty where it counts none or says no more."""
    words = name.split(" ")
    size = next((size for size in (2, 1) if " ".join(words[:size]).lower() in CASES), 0)
    return " ".join(words[size:]) if size else ""
