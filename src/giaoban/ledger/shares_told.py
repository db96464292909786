"""Whether a share told beside a count is of the total that the record names with it, and not of a plan.

1.127/1.157 hộ, đạt 97,4%                        of 1.157 hộ
1.127 hộ trên tổng số 1.157 hộ, đạt 97,4%        of 1.157 hộ, also where it is told of these
1.157 hộ (trong đó 1.127 hộ có điện, đạt 97,4%)  of 1.157 hộ
nhận 642 hồ sơ, đúng hạn 636 hồ sơ, đạt 99%      of 642 hồ sơ
kế hoạch 100 ha, trồng 84 ha, đạt 84%            of a plan
giải ngân 22,4/51,7 tỷ đồng, đạt 43,3%           of a plan: money is paid out of what was set
"""

import re
from decimal import Decimal

from giaoban.model import Comparison, Measure, Quantity
from giaoban.reference.dimensions import dimension

PRINTED = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![.,]?\d)"
NUMBER = re.compile(rf"(?<![\d.,/])(?<!năm ){PRINTED}(?!\s*[%/])")
PLANNED = re.compile(r"\b(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|phấn đấu|nghị quyết|giao)\b", re.IGNORECASE)
TOTAL = re.compile(rf"(?:\d\s*/\s*|\b(?:trên|trong)\s+(?:tổng\s+)?(?:số\s+)?)(?P<total>{PRINTED})(?! (?:tháng|năm|ngày|tuần|quý)\b)")
MONEY = frozenset(("VND", "USD"))


def is_of_total(quantity: Quantity, share: Comparison, words: str) -> bool:
    """Whether `share` is of a total that stands in `words`: what `quantity` is of it, or what a smaller number there is of `quantity`.

    A larger number is a total where it is said to be, or no plan is spoken of. The share may be rounded to its last digit, or cut off
    behind it.
    """
    measured = dimension(quantity.unit)
    if share.kind is not Measure.ATTAINMENT or share.base or (measured and measured.what in MONEY):
        return False
    totals = {_number(found["total"]) for found in TOTAL.finditer(words)}
    others = set(map(_number, NUMBER.findall(words)))
    if not PLANNED.search(words):
        totals |= {each for each in others if each > quantity.value}
    told = [(quantity.value, total) for total in totals] + [(part, quantity.value) for part in others if part < quantity.value]
    return any(total and _is_told(part * 100 / total, share.value) for part, total in told)


def _is_told(exact: Decimal, share: Decimal) -> bool:
    """Whether `share` is `exact` with fewer digits, rounded or cut off."""
    last = Decimal(1).scaleb(min(int(share.as_tuple().exponent), 0))
    return -last / 2 <= exact - share < last


def _number(printed: str) -> Decimal:
    """A number as Vietnamese prints it: 1.157; 2,5."""
    return Decimal(printed.replace(".", "").replace(",", "."))
