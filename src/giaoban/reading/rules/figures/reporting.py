"""The period that a text reports on: what its title or opening says that it sums up, or what it names most of results.

    "Sơ kết 6 tháng đầu năm 2019, triển khai nhiệm vụ …"   2019-H1
    "Giao ban tháng 10"                                   2019-10, but none of the month that has hardly begun
    "Thu ngân sách 9 tháng vượt tiến độ"                  2019-M9, in a title of October 2019

What must and must not be read: corpus/contexts.tsv.
"""

import re
from collections import Counter

from giaoban.model import Found, Period
from giaoban.reading.engine import Page
from giaoban.reading.marks import PeriodMention, TimeAnchor

OPENING = 1200
"""Code points at the start of a text in which its own period is named first."""
TERMS = ("nhiệm kỳ", "giai đoạn")
SCHOOL = "năm học"
"""How a span of years begins of which a year is summed up."""
SPOKEN_OF = 6
"""The weight from which a text is about a period: named twice in its opening, or more often later."""
REPORTED = 6
"""What it weighs besides where the text says what it reports on."""
REPORTS = re.compile(r"(?:sơ kết|tổng kết|giao ban|tình hình|kết quả|báo cáo|đánh giá|nhìn lại|kiểm điểm|trực báo)[^.;:\n]*$")
"""Words before the period that a meeting sums up."""
PLANS = re.compile(
    r"(?:phương hướng|triển khai|giải pháp"
    r"|(?<!thực hiện )(?<!thực hiện các )(?:nhiệm vụ|kế hoạch|chỉ tiêu|dự toán|mục tiêu)(?! (?:công tác|vốn)))[^.;:\n]{0,40}$"
)
"""Words before a period that is only planned, not done as planned: kết quả thực hiện nhiệm vụ │ 9 tháng."""
REPORT_WITHIN = 90
MONTHS_OF = {"6": "H1", "9": "M9", "sáu": "H1", "chín": "M9"}
MONTHS = re.compile(
    r"(?<!sau )(?<!trong )(?<!trước )(?<!gần )(?<!hơn )(?<!mỗi )(?<!phạt )(?<!treo )(?<!hạn )\b(?P<of>6|9|sáu|chín) tháng"
    r"(?! (?:đầu|cuối|qua|năm|tù|tuổi|tới|sau|trước|nay|nữa|liên|liền|một|\d))\b",
    re.IGNORECASE,
)
"""Months of the year so far, as titles name them without saying so."""
ENTITLED = 6
"""How many tenths of what is named of results are of them, where other periods are named more often."""
JUST_OVER = 2
"""Months after the last of them in which a paper on them is written."""
MIDDLE = 16
"""The day of a month from which its own results may be told."""
DAY_FORM = 10
"""Length of the exchange form of a day."""
BEFORE = 16
"""Code points before a period that say whether it is only compared with."""
VERSUS = ("so với", "cùng kỳ")
DOING = "thực hiện "
"""Before what is planned, where what was done of it is told."""
FIRST_OF_YEAR = 3
"""Months in which a year is planned rather than reported on."""


def own_period(page: Page, anchor: TimeAnchor | None) -> tuple[Period | None, int, bool]:
    """The period of results that the text names most, its opening counting more; none that lies ahead or is a day. With its share."""
    weights: Counter[str] = Counter()
    known: dict[str, Period] = {}
    reported: set[str] = set()
    title = page.title.end if page.title else 0
    for found in page.all(PeriodMention):
        period = found.what.period
        if period is None or not _of_results(page, found, anchor):
            continue
        known[period.text] = period
        weights[period.text] += 3 if found.span.start < OPENING else 1
        if found.span.start < max(title, OPENING) and _reported(page.text, found.span.start, found.span.start < title, period, anchor):
            weights[period.text] += REPORTED
            reported.add(period.text)
    best = max(weights, key=lambda text: weights[text], default="")
    entitled = _months_of_title(page.text[:title], anchor)
    if entitled is not None and entitled.text != best:
        return entitled, ENTITLED, True
    if not best or weights[best] < SPOKEN_OF:
        return None, 0, False
    return known[best], 10 * weights[best] // weights.total(), best in reported


def _months_of_title(title: str, anchor: TimeAnchor | None) -> Period | None:
    """The first months of the year that a title names by their number alone, on a day shortly after them."""
    said = MONTHS.search(title) if "háng" in title or "HÁNG" in title else None
    if said is None or anchor is None or anchor.on is None:
        return None
    period = Period.parse(f"{anchor.on.year}-{MONTHS_OF[said['of'].lower()]}")
    return period if 0 <= anchor.on.month - period.end_on.month <= JUST_OVER else None


def _reported(text: str, at: int, entitled: bool, period: Period, anchor: TimeAnchor | None) -> bool:
    """Whether the title or the opening says of a period that it is the one reported on; no month that has hardly begun."""
    on = anchor.on if anchor else None
    if on is not None and period.start_on <= on <= period.end_on and len(period.text) == len("YYYY-MM") and on.day < MIDDLE:
        return False
    before = text[max(0, at - REPORT_WITHIN) : at].lower()
    return (entitled or REPORTS.search(before) is not None) and not PLANS.search(before)


def _of_results(page: Page, found: Found[PeriodMention], anchor: TimeAnchor | None) -> bool:
    period, said = found.what.period, found.span.of(page.text).lower()
    if (
        period is None
        or len(period.text) == DAY_FORM
        or ("/" in period.text and not said.startswith(SCHOOL))
        or said.startswith(TERMS)
        or found.what.by
        or "cuối" in said
    ):
        return False
    if anchor and (period.start_on.year not in (anchor.year, anchor.year - 1) or _just_begun(period, anchor)):
        return False
    if anchor and anchor.on and period.start_on > anchor.on:
        return False
    before = page.text[max(0, found.span.start - BEFORE - len(DOING)) : found.span.start].lower()
    return not any(word in before[-BEFORE:] for word in VERSUS) and not (
        "nhiệm vụ" in before[-BEFORE:] and f"{DOING}nhiệm vụ" not in before
    )


def _just_begun(period: Period, anchor: TimeAnchor) -> bool:
    """Whether a year is the one in whose first months the text speaks: its results are still to come."""
    return anchor.on is not None and anchor.on.month <= FIRST_OF_YEAR and period.text == str(anchor.year)
