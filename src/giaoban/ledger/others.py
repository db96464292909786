"""Whether those that a figure counts were given something or called on: they are no stock, though named as one. Nor is what is left to do,
or all there is of a place, what was done.

tặng quà cho 45 hộ nghèo; hỗ trợ 30 hộ nghèo, 12 hộ cận nghèo; 28 hộ nghèo được thăm     given
sau khi được hỗ trợ, toàn xã còn 45 hộ nghèo                                            there are
còn 30 căn nhà tạm phải xóa                                                              left
kết nạp 11 đảng viên mới; toàn Đảng bộ 2.318 đảng viên                                   all
"""

import re
from collections.abc import Sequence

from giaoban.documents.quotes import Quote
from giaoban.ledger.matching import Match
from giaoban.reference.folding import words
from giaoban.reference.indicators import Catalogue, Indicator, Nature

_GIVEN = (
    r"tặng|trao|biếu|thăm|thăm hỏi|hỏi thăm|hỗ trợ|giúp|giúp đỡ|trợ giúp|trợ cấp|cứu trợ|chăm lo|đỡ đầu|tri ân|động viên|chi trả|cấp phát|"
    r"cấp không|phân bổ|gửi|hướng dẫn|vận động|đối với"
)
GIVES = re.compile(rf"\b(?:{_GIVEN}|cho(?! (?:thấy|biết|rằng|hay|đến|tới|nên)\b))\b", re.IGNORECASE)
THERE_ARE = re.compile(
    r"\b(?:còn|(?<!trong đó )có|giảm(?! nghèo)|đạt|chiếm|hiện nay|(?<!tổng )số|tỷ lệ|tỉ lệ|rà soát|phát sinh|lên|xuống|tổng số(?!\s*\d))\b",
    re.IGNORECASE,
)
"""Words behind a gift that begin another thing: what there is."""
CLAUSE_ENDS = re.compile(rf"[.;:!?]\s|,\s+(?!(?:và|cùng|trong đó|gồm|bao gồm|kể cả|{_GIVEN}|cho)\b|\d)", re.IGNORECASE)
REMAINING = re.compile(r"\b(?:còn|(?<!tổng )số|tổng số)\b[^,.;:]*$", re.IGNORECASE)
LEFT = re.compile(r"(?<!giảm )(?<!xuống )(?<!chỉ )\bcòn(?: lại)?(?: (?:khoảng|trên|hơn|gần))?\s*$", re.IGNORECASE)
ALL = re.compile(r"\b(?:toàn|cả) (?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu|đảng bộ|địa bàn|ngành)\s*$", re.IGNORECASE)
GIVEN_AFTER = re.compile(
    r"(?:[^.;:,\n]|,(?=\d)|,\s+(?=\d[\d.]*\s+(?!%))){0,80}?\b(?:được|nhận)\s+(?:\w+\s+){0,2}?"
    r"(?:tặng|thăm|hỏi thăm|hỗ trợ|giúp|giúp đỡ|trao|cấp phát|vay|nhận|hưởng|thụ hưởng|miễn|quà|hướng dẫn|chi trả)\b",
    re.IGNORECASE,
)


def meant(name: str, found: Sequence[Match], known: Catalogue, sentence: Quote) -> str:
    """Id of the indicator that a figure of `sentence` surely means; empty where none is sure, or the sentence says it counts others.

    found  what its `name` may mean, the likeliest first
    """
    best = found[0].indicator if found and found[0].sure else ""
    return "" if best in known and are_others(known[best], sentence, name) else best


def are_others(known: Indicator, sentence: Quote, name: str = "") -> bool:
    """Whether `sentence` says that its figure counts others than `known` does: those who received something where that is all there are;
    where that came together in a period what is left, or all of a place under a `name` that goes on from the figure before.
    """
    if known.nature is Nature.FLOW:
        return sentence.words[:1].isdigit() and bool(
            LEFT.search(sentence.before) or (ALL.search(sentence.before) and _goes_on(name, sentence))
        )
    return (known.whole or known.unit == "%") and _received(sentence)


def _received(sentence: Quote) -> bool:
    number = re.search(r"\d", sentence.words)
    name = sentence.words[: number.end()] if number else ""
    clause = CLAUSE_ENDS.split(f"{sentence.before}{name}")[-1]
    if _last(GIVES, clause[: max(0, len(clause) - len(name))]) > _last(THERE_ARE, clause):
        return True
    return not REMAINING.search(clause) and bool(GIVEN_AFTER.match(f"{sentence.words}{sentence.after}"))


def _goes_on(name: str, sentence: Quote) -> bool:
    """Whether the figure has of its name only what is counted: the rest stands with one before it."""
    own = f"{re.split('[,;] ', sentence.before)[-1]} {sentence.words}"
    return not set(words(name)) <= set(words(own))


def _last(said: re.Pattern[str], clause: str) -> int:
    return max((found.start() for found in said.finditer(clause)), default=-1)
