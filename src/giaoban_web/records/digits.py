"""Whether a number stands in words as it is printed in Vietnam, or as English prints it; and with which digits it stands there."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from giaoban.documents.quotes import quote
from giaoban.exchange.digits import as_printed

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
PART = re.compile(r"\d{1,3}")
MOST_PARTS = 3
NUMBERS = ("value", "value_to")


def stands_in(value: Decimal, words: str) -> bool:
    """Whether the digits of `value` stand in `words`: as such, or in parts like 394 tỷ 581 triệu; its sign is said in words."""
    printed = DIGITS.findall(words)
    if _plain(value) in {reading for each in printed for reading in _readings(each)}:
        return True
    wanted = _plain(value).replace(".", "").strip("0")
    runs = (printed[first : first + count] for count in range(2, MOST_PARTS + 1) for first in range(len(printed) - count + 1))
    return any(_in_parts(run) == wanted for run in runs if all(map(PART.fullmatch, run[1:])))


def as_said(fields: Mapping[str, Any], text: str, start: int, end: int) -> dict[str, Any]:
    """The fields of an observation with `Decimal` for its numbers, which have the digits of `text[start:end]`; those of comparisons have
    the digits of the sentence around it. 0,10% is 0.10, where its JSON number is 0.1; a number that does not stand there is as short as it
    can be.
    """
    given = fields.get("comparisons") or ()
    around = str(quote(text, start, end)) if given else ""
    compared = [each | {"value": _printed(each["value"], around)} for each in given]
    numbers = {name: _printed(fields[name], text[start:end]) for name in NUMBERS if fields.get(name) is not None}
    return {**fields, **numbers, "comparisons": compared}


def _printed(value: Any, words: str) -> Decimal:
    return as_printed(Decimal(_plain(Decimal(str(value)), signed=True)), words)


def _readings(digits: str) -> set[str]:
    """A printed number as plain digits, the marks taken for Vietnamese and for English ones."""
    vietnamese = digits.replace(".", "").replace(",", ".", 1).replace(",", "")
    english = digits.replace(",", "")
    return {_plain(Decimal(each)) for each in (vietnamese, english) if re.fullmatch(r"\d+(\.\d+)?", each)}


def _in_parts(printed: list[str]) -> str:
    """The digits of a number said in parts, each a thousand times the next."""
    whole, *rest = printed
    return "".join([re.sub(r"\D", "", whole), *(each.zfill(3) for each in rest)]).strip("0")


def _plain(value: Decimal, *, signed: bool = False) -> str:
    text = format(value if signed else abs(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
