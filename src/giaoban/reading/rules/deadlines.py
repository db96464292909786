"""By when: a date or period in the words of the directive or beside it, that lies ahead.

"hoàn thành trước ngày 30/6"             2020-06-30 in a text of 2020
"trong quý II"  "trong năm 2020"         the period
"theo Nghị quyết năm 2016"               none: what a word of an act or of the past precedes
"""

import re

from giaoban.model import Found, Period, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import PeriodMention, TimeAnchor

IN = re.compile(
    r"(?:[Tt]rong|[Nn]gay trong|[Vv]ào|[Đđ]ến|[Tt]rước|[Hh]ết|[Cc]uối|[Tt]ới|[Ss]ang|[Cc]hậm nhất|[Pp]hấn đấu|^|,) "
    r"(?:(?:cuối|hết|ngày|đầu|năm|tháng|quý) )*$"
)
NOT_LIMIT = re.compile(
    r"(?:số \S+|[Qq]uyết định|[Nn]ghị quyết|[Nn]ghị định|[Kk]ế hoạch|[Gg]iai đoạn"
    r"|[Nn]hiệm kỳ|[Ll]uật|so với|cùng kỳ|từ|báo cáo) (?:\S+ ){0,3}$"
)
AFTER = 60
"""Code points after a directive in which its time limit may still stand, before the next mark."""


def deadline(page: Page, span: Span, before: int) -> str | None:
    """The time limit of a directive.

    before  where the sentence begins, whose opening may set the limit ("Trong quý II, …")
    """
    told = page.all(TimeAnchor)
    inside = page.within(PeriodMention, Span(span.start, span.end))
    for found in reversed(inside):
        if period := _ahead(page, found, span.start, told):
            return period.text
    reach = re.match(r"[;,]? ?[^.;]*", page.text[span.end : span.end + AFTER])
    after = page.within(PeriodMention, Span(span.end, span.end + reach.end())) if reach and reach.end() else []
    for found in after:
        if found.what.by and found.what.period:
            return found.what.period.text
    for found in page.within(PeriodMention, Span(before, span.start)) if before < span.start else []:
        if period := _ahead(page, found, before, told):
            return period.text
    return None


def _ahead(page: Page, found: Found[PeriodMention], start: int, told: list[Found[TimeAnchor]]) -> Period | None:
    period = found.what.period
    if period is None:
        return None
    before = page.text[max(start - 30, found.span.start - 40, 0) : found.span.start]
    if NOT_LIMIT.search(before):
        return None
    if not (found.what.by or IN.search(before) or found.span.start == start):
        return None
    if told and period.end_on.year < told[0].what.year:
        return None
    return period
