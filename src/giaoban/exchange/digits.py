"""The digits of a number as the words print them, which a JSON number does not keep."""

import re
from decimal import Decimal

from giaoban.reading.rules.figures.amounts.numbers import numeral

NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def as_printed(value: Decimal, words: str) -> Decimal:
    """The value with the digits it has in the words: of 19,20 it is 19.20. The sign is the value's; what does not stand there stays.

    >>> as_printed(Decimal("-0.1"), "giảm còn 0,10%"), as_printed(Decimal(7), "0,10%")
    (Decimal('-0.10'), Decimal('7'))
    """
    for match in NUMBER.finditer(words):
        written = numeral(match[0])
        if written is not None and written == abs(value):
            return written.copy_sign(value)
    return value
