"""With whom something is to be done, as the beginning of the directive that says what.

    "giao Bộ Giao thông │chủ trì, phối hợp với Bộ Kế hoạch và Đầu tư│ thẩm định"    chủ trì, phối hợp với Bộ Kế hoạch và Đầu tư thẩm định
    "Công an xã │phối hợp với các thôn, trường học│ tuyên truyền"                    phối hợp với các thôn, trường học tuyên truyền

What must and must not be read: corpus/directives.tsv.
"""

from bisect import bisect_left

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.syllables import Syllables

WITH = (("phối", "hợp", "với"), ("phối", "hợp", "chặt", "chẽ", "với"), ("phối", "hợp", "cùng"), ("phối", "hợp", "cùng", "với"))
LEADS = ["chủ", "trì", ","]
LISTS = frozenset((",", "và"))
FAR = 60
"""Syllables before an action in which those are named with whom it is done."""


def with_whom(page: Page, line: Syllables, first: int) -> int:
    """Where it begins that the action at syllable `first` is done with others; `first` itself where that is not said right before it."""
    at = first
    while (start := _named_before(page, line, at)) is not None:
        at = start
        for each in WITH:
            opened = at - len(each)
            if opened >= 0 and tuple(line.words[opened:at]) == each:
                return opened - len(LEADS) if line.words[max(0, opened - len(LEADS)) : opened] == LEADS else opened
        if not at or line.words[at - 1] not in LISTS:
            break
        at -= 1
    return first


def _named_before(page: Page, line: Syllables, at: int) -> int | None:
    """The first syllable of the body that ends right before syllable `at`; None where none does."""
    if not at:
        return None
    end = line.end(at - 1)
    around = page.within(BodyMention, Span(line.starts[max(0, at - FAR)], end))
    starts = [each.span.start for each in around if each.span.end == end]
    return bisect_left(line.starts, min(starts)) if starts else None
