"""The few words behind a clause up to the stop of its sentence, which are the rest of it.

    "hoàn thành 38/42 nhiệm vụ │ được giao."        hoàn thành 38/42 nhiệm vụ được giao
    "lập phương án đầu tư, báo cáo │ trong tháng 4;"    lập phương án đầu tư, báo cáo trong tháng 4

What must and must not be read: corpus/directives.tsv, corpus/findings.tsv.
"""

from bisect import bisect_left
from dataclasses import replace

from giaoban.model import Found, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.nothing import OF_TIME

FEW, NUMBERED = 5, 2
"""Words of the longest rest, and of the longest that holds a number and is no mere time."""
STOPS = frozenset(".;")
MARKS = frozenset(",:()“”\"'–-…!?/") | {"nhưng", "song"}
"""Behind which something else is said."""


def with_tail(page: Page, made: Found[Clause], until: int) -> Found[Clause]:
    """The clause with the rest of its sentence where that is short; `until`: where the next clause begins."""
    made = _whole_name(page, made, until)
    line, end = made.what.line, made.span.end
    first = last = bisect_left(line.starts, end)
    numbered, timely = False, True
    while last < len(line.words) and line.words[last] not in STOPS:
        word = line.words[last]
        numbered = numbered or word[0].isdigit()
        last += 1
        timely = timely and (word in OF_TIME or not word.isalpha())
        if word in MARKS or last - first > (NUMBERED if numbered and not timely else FEW):
            return made
    if last == first or line.ends[last - 1] > until or line.starts[first] != end + 1:
        return made
    return _up_to(made, line.ends[last - 1])


def _whole_name(page: Page, made: Found[Clause], until: int) -> Found[Clause]:
    """The clause to the end of the body in whose name it ends: gửi Sở Nông nghiệp │và Môi trường."""
    end = made.span.end
    around = page.within(BodyMention, Span(made.span.start, end))
    name = max((each.span.end for each in around if each.span.end > end), default=end)
    if name == end or name > until:
        return made
    return _up_to(made, name)


def _up_to(made: Found[Clause], end: int) -> Found[Clause]:
    line = made.what.line
    more = line.words[bisect_left(line.starts, made.span.end) : bisect_left(line.starts, end)]
    whole = replace(made.what, words=(*made.what.words, *more))
    return Found(whole, Span(made.span.start, end), made.rule, made.confidence)
