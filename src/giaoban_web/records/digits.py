"""Whether a number stands in words as it is printed in Vietnam, or as English prints it."""

import re
from decimal import Decimal

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
PART = re.compile(r"\d{1,3}")
MOST_PARTS = 3


def stands_in(value: Decimal, words: str) -> bool:
    """Whether the digits of `value` stand in `words`: as such, or in parts like 394 tỷ 581 triệu; its sign is said in words."""
    printed = DIGITS.findall(words)
    if _plain(value) in {reading for each in printed for reading in _readings(each)}:
        return True
    wanted = _plain(value).replace(".", "").strip("0")
    runs = (printed[first : first + count] for count in range(2, MOST_PARTS + 1) for first in range(len(printed) - count + 1))
    return any(_in_parts(run) == wanted for run in runs if all(map(PART.fullmatch, run[1:])))


def _readings(digits: str) -> set[str]:
    """A printed number as plain digits, the marks taken for Vietnamese and for English ones."""
    vietnamese = digits.replace(".", "").replace(",", ".", 1).replace(",", "")
    english = digits.replace(",", "")
    return {_plain(Decimal(each)) for each in (vietnamese, english) if re.fullmatch(r"\d+(\.\d+)?", each)}


def _in_parts(printed: list[str]) -> str:
    """The digits of a number said in parts, each a thousand times the next."""
    whole, *rest = printed
    return "".join([re.sub(r"\D", "", whole), *(each.zfill(3) for each in rest)]).strip("0")


def _plain(value: Decimal) -> str:
    text = format(abs(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
