"""Whether a share told beside a count is of the total that the record names with it, and not of a plan.

1.127/1.157 hộ, đạt 97,4%                        of 1.157 hộ
1.127 hộ trên tổng số 1.157 hộ, đạt 97,4%        of 1.157 hộ
giải ngân 22,4/51,7 tỷ đồng, đạt 43,3%           of a plan: money is paid out of what was set
"""

import re
from decimal import Decimal

from giaoban.model import Comparison, Measure, Quantity
from giaoban.reference.dimensions import dimension

TOTAL = re.compile(
    r"(?:\d\s*/\s*|\b(?:trên|trong)\s+(?:tổng\s+(?:số\s+)?)?)(?P<total>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
    r"(?![.,]?\d)(?! (?:tháng|năm|ngày|tuần|quý)\b)"
)
MONEY = frozenset(("VND", "USD"))


def is_of_total(quantity: Quantity, share: Comparison, words: str) -> bool:
    """Whether `share` is what `quantity` is of a total that stands in `words`, to the digits with which the share is told."""
    measured = dimension(quantity.unit)
    if share.kind is not Measure.ATTAINMENT or share.base or (measured and measured.what in MONEY):
        return False
    digits = Decimal(1).scaleb(-max(-int(share.value.as_tuple().exponent), 0))
    return any(total and abs(quantity.value * 100 / total - share.value) <= digits for total in map(_number, TOTAL.findall(words)))


def _number(printed: str) -> Decimal:
    """A number as Vietnamese prints it: 1.157; 2,5."""
    return Decimal(printed.replace(".", "").replace(",", "."))
