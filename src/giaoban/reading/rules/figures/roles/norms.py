"""Norms that a result is held against: what a rule, a standard or somebody wants.

    "74 ngày trong khi quy định là │ 20 ngày", "chưa xã nào đạt yêu cầu │ 80%"   an aim
    "có nhà tiêu đạt chuẩn │ 81%", "thiếu so với định mức │ 309 người"             a result

What must and must not be read: corpus/roles.tsv.
"""

import re

from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reference.units import Kind

NORM = re.compile(
    r"(?:\btrong khi|\(|\bchưa)(?: [^ ,;:.()]+){0,5} (?:quy định|qui định|yêu cầu|định mức|tiêu chuẩn|quy chuẩn|ngưỡng)(?P<of>[^,;.()]*)$"
    r"|\btrong khi (?:tiêu |quy )?chuẩn là $"
)
WANTING = re.compile(r"\b(?:thiếu|thừa|vượt|hụt)\b")
LED = re.compile(r"(?: (?:là|chỉ|tối thiểu|tối đa|ít nhất|ở mức|mức|khoảng|trên|dưới|phải|không quá|từ|:))* ")
LED_LAST = frozenset((
    "là", "chỉ", "thiểu", "đa", "nhất", "mức", "khoảng", "trên", "dưới", "phải", "quá", "từ", ":", "định", "cầu", "chuẩn", "ngưỡng",
))  # fmt: skip
"""Last syllables of what may stand right before the number: those that lead to it, and those of norms."""
BEFORE = 12


def is_norm(row: list[Item], draft: Draft) -> bool:
    """Whether the figure is what should be, told beside what is."""
    amount = draft.amount
    if amount.unit.kind is Kind.TIMES:
        return False
    if not amount.first or row[amount.first - 1].text.rsplit(" ", 1)[-1] not in LED_LAST:
        return False
    led = "".join([f"{item.text} " for item in row[max(0, amount.first - BEFORE) : amount.first]])
    found = NORM.search(led)
    return found is not None and LED.fullmatch(found["of"] or " ") is not None and WANTING.search(led, found.start()) is None
