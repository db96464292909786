"""What is said of the effort with which something was aimed at: đã │nỗ lực, không ngừng│ phấn đấu."""

from giaoban.reading.items import Item
from giaoban.reading.phrases import listed

EFFORTS = frozenset(listed("""
nỗ, lực, cố, gắng, tích, cực, quyết tâm, đoàn, kết, ra, sức, không, ngừng, luôn, hăng, hái, thi, đua, chủ, động, đồng, lòng, chung, vượt,
khó, khăn, khắc, phục, cùng, rất, hết, kiên, trì, sáng, tạo, và
""")) | {","}  # fmt: skip
"""Its syllables."""
AS_NOUN = frozenset(("sự", "tinh", "thần", "ý", "chí", "quá", "trình", "phong", "trào"))
"""What makes of an aim a thing that there was: sự nỗ lực │ phấn đấu."""


def before_effort(row: list[Item], at: int) -> int:
    """Where the words of effort begin that stand right before an item: đã │nỗ lực, không ngừng phấn đấu."""
    while at and row[at - 1].text in EFFORTS:
        at -= 1
    return at
