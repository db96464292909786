"""How the items of a list begin: with a number, a letter or a sign, and a word of asking behind it.

"2.1. Giao Sở Xây dựng …"    "a) …"    "- Đề nghị …"
"""

import re

from giaoban.model import Block

ITEM = re.compile(
    r"(?:(?P<number>\d{1,2}(?:\.\d{1,2})*[.)/])|(?P<letter>[a-zđ][.)])|(?P<sign>[-–+•*])) ?"
    r"(?:(?:Giao|Đề nghị|Yêu cầu|Phân công)(?: cho)? )?"
)
"""How an item begins: its number, letter or sign, and a word of asking."""


def item_at(text: str, block: Block) -> re.Match[str] | None:
    """How a block begins that begins as an item: none with a capital does."""
    start = block.span.start
    return None if text[start].isupper() else ITEM.match(text, start, block.span.end)


def sort_of(item: re.Match[str]) -> str:
    """What tells the items of a list from those above and below: a sign, a letter, a number of so many parts (3. or 3.1.)."""
    number = item["number"]
    return f"number {number.rstrip('.)/').count('.')}" if number else item.lastgroup or ""
