"""Whether those that a figure counts were given something or called on: they are no stock, though named as one.

tặng quà cho 45 hộ nghèo; hỗ trợ 30 hộ nghèo, 12 hộ cận nghèo; 28 hộ nghèo được thăm     given
sau khi được hỗ trợ, toàn xã còn 45 hộ nghèo                                            there are
"""

import re
from collections.abc import Sequence

from giaoban.documents.quotes import Quote
from giaoban.ledger.matching import Match
from giaoban.reference.indicators import Catalogue, Indicator, Nature

_GIVEN = (
    r"tặng|trao|biếu|thăm|thăm hỏi|hỏi thăm|hỗ trợ|giúp|giúp đỡ|trợ giúp|trợ cấp|cứu trợ|chăm lo|đỡ đầu|tri ân|động viên|chi trả|cấp phát|"
    r"cấp không|phân bổ|gửi|hướng dẫn|vận động|đối với"
)
GIVES = re.compile(rf"\b(?:{_GIVEN}|cho(?! (?:thấy|biết|rằng|hay|đến|tới|nên)\b))\b", re.IGNORECASE)
THERE_ARE = re.compile(
    r"\b(?:còn|(?<!trong đó )có|giảm(?! nghèo)|đạt|chiếm|hiện nay|(?<!tổng )số|tỷ lệ|tỉ lệ|rà soát|phát sinh|tổng số(?!\s*\d))\b",
    re.IGNORECASE,
)
"""Words behind a gift that begin another thing: what there is."""
CLAUSE_ENDS = re.compile(rf"[.;:!?]\s|,\s+(?!(?:và|cùng|trong đó|gồm|bao gồm|kể cả|{_GIVEN}|cho)\b|\d)", re.IGNORECASE)
REMAINING = re.compile(r"\b(?:còn|(?<!tổng )số|tổng số)\b[^,.;:]*$", re.IGNORECASE)
GIVEN_AFTER = re.compile(
    r"(?:[^.;:,\n]|,(?=\d)|,\s+(?=\d[\d.]*\s+(?!%))){0,80}?\b(?:được|nhận)\s+(?:\w+\s+){0,2}?"
    r"(?:tặng|thăm|hỏi thăm|hỗ trợ|giúp|giúp đỡ|trao|cấp phát|vay|nhận|hưởng|thụ hưởng|miễn|quà|hướng dẫn|chi trả)\b",
    re.IGNORECASE,
)


def meant(found: Sequence[Match], known: Catalogue, sentence: Quote) -> str:
    """Id of the indicator that a figure of `sentence` surely means; empty where none is sure, or those counted received something.

    found  what its name may mean, the likeliest first
    """
    best = found[0].indicator if found and found[0].sure else ""
    return "" if best in known and are_receivers(known[best], sentence) else best


def are_receivers(known: Indicator, sentence: Quote) -> bool:
    """Whether `sentence` says that those whom its figure counts received something, so that they are not what `known` counts.

    What came together in a period is so counted all the same: jobs found for 342 workers.
    """
    if known.nature is Nature.FLOW or not (known.whole or known.unit == "%"):
        return False
    number = re.search(r"\d", sentence.words)
    clause = CLAUSE_ENDS.split(f"{sentence.before}{sentence.words[: number.end()] if number else ''}")[-1]
    if _last(GIVES, clause) > _last(THERE_ARE, clause):
        return True
    return not REMAINING.search(clause) and bool(GIVEN_AFTER.match(f"{sentence.words}{sentence.after}"))


def _last(words: re.Pattern[str], clause: str) -> int:
    return max((found.start() for found in words.finditer(clause)), default=-1)
