"""With whom something is to be done, as the beginning of the directive that says what.

    "giao Bộ Giao thông │chủ trì, phối hợp với Bộ Kế hoạch và Đầu tư│ thẩm định"    chủ trì, phối hợp với Bộ Kế hoạch và Đầu tư thẩm định
    "Công an xã │phối hợp với các thôn, trường học│ tuyên truyền"                    phối hợp với các thôn, trường học tuyên truyền

What must and must not be read: corpus/directives.tsv.
"""

from bisect import bisect_left
from dataclasses import replace

from giaoban.model import Found, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.syllables import Syllables

WITH = (("phối", "hợp", "với"), ("phối", "hợp", "chặt", "chẽ", "với"), ("phối", "hợp", "cùng"), ("phối", "hợp", "cùng", "với"))
LEADS = ["chủ", "trì", ","]
LISTS, PARTING = frozenset((",", "và")), frozenset((";", ","))
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


def parted_before_whom(page: Page, last: Found[Clause], made: Found[Clause]) -> tuple[Found[Clause], Found[Clause]]:
    """Two directives of a sentence, with whom the second is done moved from the end of the first to it.

    "tăng cường kiểm tra; phối hợp với Biên phòng, │Công an tỉnh kiểm soát đường mòn│"
    """
    line = made.what.line
    if last.what.polarity or made.what.polarity or last.what.line is not line:
        return last, made
    at = with_whom(page, line, made.what.first)
    cut = at - 1
    if not (last.what.first < cut and at < made.what.first and line.starts[at] < last.span.end and line.words[cut] in PARTING):
        return last, made
    first = replace(last.what, words=tuple(line.words[last.what.first : cut]))
    second = replace(made.what, first=at, words=(*line.words[at : made.what.first], *made.what.words))
    return (
        Found(first, Span(last.span.start, line.end(cut - 1)), last.rule, last.confidence),
        Found(second, Span(line.starts[at], made.span.end), made.rule, made.confidence),
    )


def _named_before(page: Page, line: Syllables, at: int) -> int | None:
    """The first syllable of the body that ends right before syllable `at`; None where none does."""
    if not at:
        return None
    end = line.end(at - 1)
    around = page.within(BodyMention, Span(line.starts[max(0, at - FAR)], end))
    starts = [each.span.start for each in around if each.span.end == end]
    return bisect_left(line.starts, min(starts)) if starts else None
