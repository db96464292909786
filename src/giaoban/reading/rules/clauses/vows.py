"""What somebody gives his word to do, where the weights heard none.

    "Giám đốc Ban Quản lý dự án cam kết đến 31/12 giải ngân hết vốn"     giải ngân hết vốn, with its time
    "Cục trưởng hứa trước 30/6 sẽ vá xong mặt đường"                    the same
    "yêu cầu các hộ cam kết", "thực hiện đúng cam kết"                  nothing

A person of office promises, then what he will do follows. What must and must not be read: corpus/outright.tsv.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from giaoban.model import Found, Meeting, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.rules.clauses.actors import begins
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.listed import clause_at
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import Syllables

VOWS = frozenset(("cam kết", "hứa", "hứa sẽ"))
LEADS = re.compile(
    r"(?: với [^,;.:\n]{2,40}?| trước (?!\d|ngày|tháng)[^,;.:\d\n]{2,30}?)?(?: là)?(?: sẽ)?"
    r"(?P<by> (?:đến|trước|trong|chậm nhất)(?: hết| ngày| tháng| quý)* [\dIVX/.-]+(?: năm \d{4}| tới| này)?,?)?(?: sẽ)? "
)
"""What stands between the promise and what is promised."""
STOP = re.compile(r";(?=\s|$)|[.;\s]*$")
NEAR = 300
"""Code points before it in which a clause may begin that reaches into it."""
SURE = 0.6
"""As of what a heading says."""


@rule(makes=Clause, needs=(Clause, Meeting, Speech, Holder, Syllables))
def vowed_tasks(page: Page) -> Iterator[Found[Clause]]:
    """What a person of office promises, up to a semicolon or the end of the sentence, where no clause was read."""
    if not page.all(Meeting):
        return
    for spoken in page.all(Speech):
        if spoken.span.of(page.text) not in VOWS:
            continue
        named = spoken.what.named or _spoke_last(page, spoken.span.start)
        if named is None or not page.within(Holder, named):
            continue
        lead = LEADS.match(page.text, spoken.span.end)
        if lead and (found := _vow(page, lead, _stop(page, lead.end()))):
            yield found


def _spoke_last(page: Page, at: int) -> Span | None:
    """Where whoever spoke last in the sentence before the comma at which he promises: ông Tám thừa nhận chợ vắng, │hứa│ mở chợ."""
    if not page.text.endswith(", ", 0, at):
        return None
    line = page.all(Syllables)[bisect_right(page.all(Syllables), at, key=lambda each: each.span.start) - 1].span
    named = [each.what.named for each in page.within(Speech, Span(line.start, at)) if each.what.named]
    return named[-1] if named else None


def _stop(page: Page, at: int) -> int:
    """Where what begins at `at` ends: at a semicolon or with its sentence."""
    lines = page.all(Syllables)
    line = lines[bisect_right(lines, at, key=lambda each: each.span.start) - 1].span
    stop = STOP.search(page.text, at, max(at, line.end))
    return stop.start() if stop else at


def _vow(page: Page, lead: re.Match[str], end: int) -> Found[Clause] | None:
    """The clause of what is promised, with the time told before it."""
    acts = clause_at(page, Span(lead.end(), end)) if lead.end() < end else None
    if acts is None or not (begins(acts.line, acts.first) or lead["by"]):
        return None
    start = lead.start("by") + 1 if lead["by"] else lead.end()
    span = Span(acts.line.starts[bisect_left(acts.line.starts, start)], end)
    heard = any(each.span.overlaps(span) for each in page.within(Clause, Span(max(0, span.start - NEAR), end)))
    clause = None if heard else clause_at(page, span)
    return Found(clause, span, confidence=SURE) if clause else None
