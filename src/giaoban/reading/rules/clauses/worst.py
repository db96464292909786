"""What is worse than all others is blamed, however well it begins.

    "Tiêm phòng đợt 2 hoàn thành 13% kế hoạch│, thấp nhất trong cụm│"    a shortcoming, with what blames it
    "chậm nhất trong tháng 8", "tỷ lệ hộ nghèo thấp nhất tỉnh"           none
    "có tập trung chỉ đạo nhưng chưa đạt yêu cầu"                        a shortcoming

What must and must not be read: corpus/findings.tsv.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from giaoban.model import Found, Meeting, Polarity, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.judged import HARM
from giaoban.reading.rules.clauses.listed import clause_at, is_free
from giaoban.reading.rules.clauses.nothing import words_of
from giaoban.reading.segments import Segment
from giaoban.reading.syllables import Syllables, sign

WORST = frozenset((("thấp", "nhất"), ("chậm", "nhất"), ("kém", "nhất"), ("yếu", "nhất"), ("đứng", "cuối"), ("cuối", "bảng")))
LEADS = frozenset(("đều", "và", "cũng", "nhưng", "là"))
"""Syllables that may stand before these where a fragment begins."""
TURNS, NOT_YET, SOON_AFTER = frozenset(("nhưng", "song")), "chưa", 5
"""What turns from praise, and what denies all within so many syllables behind it."""
LESS_IS_BETTER = frozenset(("giảm", "nghèo", "nợ", "mắc", "tử", "thất", "chi", "giá", "phí", "sinh", "hao"))
"""Syllables of what is best where it is least."""
SAID = sign(words=("nhất", "cuối"))
PLACE = r"(?:(?:trong|cả|toàn|của|so với) )*(?:tỉnh|huyện|thị xã|thành phố|xã|phường|cụm|khối|nước|vùng|ngành|đơn vị|địa phương)\b"
BEHIND_ALL = re.compile(
    rf"(?P<reached>(?:đạt|hoàn thành|giải ngân|thu được|thực hiện|tiến độ|thực hiện được)\b[^.;:\n]{{1,90}}), (?:là xã |là đơn vị |đều )?"
    rf"(?:(?:thấp|chậm|kém) nhất {PLACE}|(?:đứng|xếp) (?:cuối|chót|áp chót)\b)[^.;,\n]*"
)
"""What is said of what was reached, behind a comma."""
OPENS = re.compile(r"(?:[-–+*•] ?|\d{1,2}[.)] ?|[a-zđ]\) ?|Tuy nhiên, |Trong đó, |Riêng )*")
SURE = 0.6


@rule(makes=Clause, needs=(Clause, Syllables, Meeting))
def behind_all(page: Page) -> Iterator[Found[Clause]]:
    """What was reached behind all others, from where its sentence begins, where no clause was read."""
    if not page.all(Meeting):
        return
    for found in page.all(Syllables):
        match = found.what.signs & SAID and BEHIND_ALL.search(page.text, found.span.start, found.span.end)
        if not match or not LESS_IS_BETTER.isdisjoint(found.what.words):
            continue
        parted = max(page.text.rfind(mark, found.span.start, match.start()) for mark in ";:") + 1
        opened = OPENS.match(page.text, max(found.span.start, parted + (parted > 0)))
        span = Span(opened.end() if opened else found.span.start, match.end())
        clause = clause_at(page, span) if is_free([each.span for each in page.within(Clause, found.span)], span) else None
        if clause:
            yield Found(Clause(Polarity.SHORTCOMING, clause.line, clause.first, clause.words), span, confidence=SURE)


def at_worst(paragraph: Paragraph, found: Segment) -> Segment:
    """The stretch as a shortcoming, with the fragment behind its comma that says that nothing is worse; the least harm is praised."""
    if found.kind != "S":
        return found
    if _falls_short(words_of(paragraph, found)):
        return found._replace(kind="H")
    last, parts = found.last, paragraph.parts
    more = last < len(parts) and paragraph.within[last] == paragraph.within[last - 1] and parts[last].mark[-1:] == ","
    longer = found._replace(last=last + 1) if more and _opens(parts[last].words) else found
    words = words_of(paragraph, longer)
    blamed = not WORST.isdisjoint(pairwise(words)) and HARM.isdisjoint(pairwise(words)) and LESS_IS_BETTER.isdisjoint(words)
    return longer._replace(kind="H") if blamed else found


def _falls_short(words: Sequence[str]) -> bool:
    """Whether what is praised is said to have come to nothing: có tập trung chỉ đạo │nhưng kết quả chưa đạt yêu cầu."""
    turns = [at for at, word in enumerate(words) if at and word in TURNS]
    return bool(turns) and NOT_YET in words[turns[-1] + 1 : turns[-1] + SOON_AFTER]


def _opens(words: Sequence[str]) -> bool:
    return tuple(words[:2]) in WORST or (words[0] in LEADS and tuple(words[1:3]) in WORST)
