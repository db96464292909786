"""Numerals as Vietnamese writes them, as `Decimal` with the digits as printed.

    19.200    2.572,5    336,92    8.380,9    1,452 vụ (English grouping, by context)    192.7 (English decimal)

A full stop groups thousands and a comma marks decimals; where the groups cannot be thousands, or the number is of things that come
whole, the other reading is taken. What must and must not be read: corpus/numbers.tsv.
"""

import re
from decimal import Decimal
from functools import lru_cache

GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
"""19.200 and 2.572,5"""
ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
"""19,200 and 2,572.5"""
SIMPLE = re.compile(r"\d+(?:[.,]\d+)?")
"""19200, 336,92 and 192.7"""
LONGEST = 24
"""Longer runs of digits are account numbers or noise, not numbers."""


@lru_cache(maxsize=8192)
def numeral(written: str, whole: bool = False) -> Decimal | None:
    """The number written so, or None where it is no number (1.2.3, 12.34.567).

    whole   the thing counted comes in wholes (people, cases): a comma before three digits then groups thousands

    >>> numeral("2.572,5"), numeral("161,268"), numeral("1,452", whole=True)
    (Decimal('2572.5'), Decimal('161.268'), Decimal('1452'))
    """
    if len(written) > LONGEST:
        return None
    if GROUPED.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if ENGLISH.fullmatch(written) and (whole or written.count(",") > 1 or "." in written):
        return Decimal(written.replace(",", ""))
    if SIMPLE.fullmatch(written):
        return Decimal(written.replace(",", "."))
    return None


def joined(whole: Decimal, power: int, part: Decimal, part_power: int) -> Decimal:
    """One number said in two parts, in the first part's power: 1 tỷ 278 triệu is 1.278 (tỷ)."""
    return whole + part.scaleb(part_power - power)
