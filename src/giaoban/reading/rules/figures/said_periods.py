"""The period in a figure's own words, and what it spans.

    "6 tháng đầu năm, thu ngân sách đạt 12 tỷ đồng"      the first half of the year
    "thu 12 tỷ đồng, lũy kế đến hết tháng 9"             the first nine months
    "tăng 5% so với năm 2019"                            none: 2019 is only what is compared with

What must and must not be read: corpus/contexts.tsv.
"""

from datetime import timedelta

from giaoban.model import Period
from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.comparisons import HIGHER
from giaoban.reading.rules.figures.drafts import REACH, Draft

COMPARED = frozenset((Cue.VERSUS, Cue.SAME))
PRICES = frozenset((("so", "sánh"), ("cố", "định"), ("giá", "hiện hành")))
FIRST_MONTHS = {"-01": "-01", "-03": "-Q1", "-06": "-H1", "-12": ""}
"""The first months of a year by their last, where they have a form of their own."""
ENDS = {"-12-31": "", "-06-30": "-H1"}
"""Last days of a year and of its first half."""
FROM_START = frozenset(("đầu", "lũy kế", "luỹ kế"))
FLOWS = (
    "thu ", "thu", "tổng thu", "số thu", "nộp", "giải ngân", "tổng số thu", "thu hồi", "xuất khẩu", "nhập khẩu", "kim ngạch",
    "tổng kim ngạch", "doanh số", "chi ", "tổng chi",
)  # fmt: skip
"""Names of what flows in over a time, and does not stand at a day."""
COUNTED_UP = frozenset(("tính đến", "lũy kế", "luỹ kế", "đến", "hết", "đến hết", "cộng dồn"))
PARTS_CLAUSES = frozenset(("khi", "trong khi", "nhưng", "song", "còn", "trong khi đó"))
"""Words with which another clause begins, whose time is its own."""
LEFT_OVER = frozenset(("tồn", "tồn đọng", "lại", "nợ", "đọng", "dở dang"))
TELLS = frozenset(("báo cáo", "cho biết", "họp", "thông tin", "cho hay"))
"""Verbs of telling, after a day on which it is told."""
ENDED = frozenset(("hết", "cuối", "đến hết"))
OPENS_WITHIN = 9
"""Items at the start of a sentence in which it says up to when it counts."""
REACHES = frozenset(("đến", "tới", "tính đến", "đến ngày", "đến hết", "hết", "tính đến ngày"))
AT_A_TIME = frozenset(("ngày", "giờ", "phút", "giờ 00", "g", "h", ":", "thời", "điểm", "thời điểm", "cuối", "nay", "(", "hết ngày"))
"""What stands between such a word and its day."""
NOW = frozenset(("hiện", "hiện nay", "đến nay", "tới nay", "hiện có", "cho đến nay", "tính đến nay", "hiện còn"))
"""Words of what is so when it is told."""
LAST_MONTH, ONE_DAY = 12, timedelta(days=1)
UP_TO = frozenset(("đến", "tới", "đến hết", "đến ngày"))
"""What stands between two days of which figures are counted from the one to the other."""
DAY_FORM = 10
"""Length of the exchange form of a day."""
LOOK_BACK, BEHIND = 3, 12
PARTED = frozenset(";,")
"""Marks behind which a period is no more what the words before are compared with: tăng 2% so với cùng kỳ; │ 6 tháng tăng 3%."""
CLOCK = 2
"""Items of a clock time before a day: 18 giờ │ngày 24/9."""
BESIDE = frozenset(("hơn", "kém"))
"""What stands right before a year with which a figure is compared: xuất khẩu 244 tỷ USD, hơn │năm trước│ 13,8%."""
YEAR_FORM = 4
"""Length of the exchange form of a year."""
PARTS_OF_YEAR = {
    "-01-01/-03-31": "Q1", "-04-01/-06-30": "Q2", "-07-01/-09-30": "Q3", "-10-01/-12-31": "Q4", "-07-01/-12-31": "H2",
    "-01-01/-09-30": "M9",
}  # fmt: skip
"""Quarters and halves by their first and last day."""
TASKS = frozenset(("nhiệm vụ", "phương hướng", "giải pháp", "nhiệm vụ trọng tâm"))
"""What a report is of beside results: theo báo cáo 6 tháng đầu năm và nhiệm vụ │6 tháng cuối năm│, thu đạt 12 tỷ đồng."""
TELL_RESULTS = frozenset((",", "cho thấy", "nêu", "nêu rõ", "chỉ rõ", "cho biết"))
"""What stands between that and a result."""
YEARS_PAST, TERM, TERM_WITHIN = " năm qua", "nhiệm kỳ", 3
SPANNED = 8
"""Items before a period that say from when or up to the end of what it is counted."""


def own_period_of(row: list[Item], draft: Draft, ceiling: int) -> Period | None:
    """The period in the figure's own words, before it or right after it."""
    at = own_mention(row, draft, ceiling)
    return None if at is None else period_at(row, draft, at)


def period_at(row: list[Item], draft: Draft, at: int) -> Period | None:
    """The period that a figure's own words name at an item."""
    before = row[max(0, at - SPANNED) : at]
    spanned = whole(row[at], before)
    return _flowed(spanned, before) if spanned and at < draft.amount.first and draft.name.lower().startswith(FLOWS) else spanned


def _flowed(period: Period, before: list[Item]) -> Period:
    """What flows up to a day belongs to the year where the day is of its last month, to the months up to it where it is a month's last."""
    if len(period.text) != DAY_FORM or not any(each.text in COUNTED_UP for each in before):
        return period
    year, month = period.text[:4], period.start_on.month
    if month == LAST_MONTH:
        return Period.parse(year)
    ends = (period.start_on + ONE_DAY).month != month
    return Period.parse(f"{year}{FIRST_MONTHS.get(f'-{month:02}', f'-M{month}')}") if ends else period


def opening_day(row: list[Item], draft: Draft, first: Draft) -> Period | None:
    """The day up to which a whole sentence counts that opens with it, where no other time stands before the figure: Tính đến 30/4, dư nợ
    đạt 187 tỷ đồng; trong đó hộ nghèo 96 tỷ đồng. `first`: the first figure of the sentence, whose time it is."""
    if draft.amount.first > REACH or not any(item.period for item in row[:OPENS_WITHIN]):
        return None
    told = [at for at in range(draft.amount.first) if row[at].period and not compared(row, at)]
    if not told or told[0] >= OPENS_WITHIN or not _up_to(row, told[0]):
        return None
    period = whole(row[told[-1]], row[: told[-1]][-SPANNED:])
    alone = len(told) == 1 or (period is not None and "/" in period.text and told[-1] < OPENS_WITHIN)
    by_day = period is not None and (len(period.text) >= DAY_FORM or _is_day(row[told[-1]]))
    if not alone or period is None or not by_day or _speaks_of_now(row, draft):
        return None
    return _flowed(period, row[: told[-1]]) if first.name.lower().startswith(FLOWS) else period


def _is_day(item: Item) -> bool:
    """Whether an item names one day, be it the last of a year: Đến │31/12/2020."""
    day = item.period.period if item.period else None
    return day is not None and len(day.text) == DAY_FORM


def _up_to(row: list[Item], at: int) -> bool:
    """Whether the day at an item is one up to which it is counted: đến 17 giờ ngày │ 30/4; not: Đến thăm công ty ngày │ 3/5."""
    at -= 1
    while at >= 0 and (row[at].text in AT_A_TIME or row[at].is_numeral):
        at -= 1
    return at >= 0 and row[at].text in REACHES


def _speaks_of_now(row: list[Item], draft: Draft) -> bool:
    return any(item.text in NOW for item in row[draft.floor : draft.amount.first])


def no_such_day(row: list[Item], draft: Draft, ceiling: int) -> bool:
    """Whether the figure's own words name a day that no calendar has: tính đến ngày 31/11."""
    at = own_mention(row, draft, ceiling)
    mark = row[at].period if at is not None else None
    return mark is not None and mark.impossible


def own_mention(row: list[Item], draft: Draft, ceiling: int) -> int | None:
    """The item at which the figure's own words name a time: before it, right after it, or farther before, behind a semicolon."""
    told = range(draft.amount.first - 1, draft.floor - 1, -1)
    named = [at for at in told if row[at].period and not compared(row, at) and not _only_when_told(row, at, draft.amount.first)]
    before = next((at for at in named if at == named[-1] or not _of_tasks(row, at, draft.amount.first)), None)
    if before is not None and not any(item.text == ";" for item in row[before : draft.amount.first]):
        return before
    behind = _behind(row, draft, ceiling)
    return before if behind is None else behind


def _of_tasks(row: list[Item], at: int, figure: int) -> bool:
    """Whether the time is that of what is to be done, of which a report tells beside results."""
    return at > 0 and row[at - 1].text in TASKS and any(item.text in TELL_RESULTS for item in row[at + 1 : figure])


def _behind(row: list[Item], draft: Draft, ceiling: int) -> int | None:
    """The item right after a figure at which a time is named."""
    for at in range(draft.amount.last + 1, min(ceiling, draft.amount.last + BEHIND)):
        item = row[at]
        if item.text in ",;.:()" or (item.means and item.means & COMPARED) or _parts(row, at):
            return None
        if item.period:
            return at
    return None


def _parts(row: list[Item], at: int) -> bool:
    """Whether another clause begins at an item; not with what is left over: 386 vụ vi phạm │còn tồn│ trong quý I."""
    if row[at].text not in PARTS_CLAUSES:
        return False
    return not (row[at].text == "còn" and at + 1 < len(row) and row[at + 1].text in LEFT_OVER)


def _only_when_told(row: list[Item], at: int, figure: int) -> bool:
    """Whether a day is only the one on which the figures are told: Ngày 5/10, Công an xã báo cáo: │ xảy ra 9 vụ."""
    mark = row[at].period
    if mark is None or mark.period is None or len(mark.period.text) != DAY_FORM or mark.by:
        return False
    between = [item.text for item in row[at + 1 : figure]]
    return ":" in between or not TELLS.isdisjoint(between)


def whole(item: Item, before: list[Item]) -> Period | None:
    """The span of time that ends on a day or with a month: "từ đầu năm đến 15/12", "đến hết tháng 6", "từ 15/12 đến ngày 14/6"."""
    mark = item.period
    period = mark.period if mark else None
    if mark is None or period is None or not before:
        return period
    year, rest = period.text[:4], period.text[4:]
    since = _since(before) if len(period.text) == DAY_FORM else None
    if since is not None and since.start_on < period.start_on and not (rest in ENDS and since.text == f"{year}-01-01"):
        return Period.parse(_between(since.text, _end(since, period, item.text)))
    return _so_far(period, before) if mark.by else period


def _end(since: Period, period: Period, said: str) -> str:
    """The day up to which it is counted: the next one of that name where its year is not said, for a day to come is meant by no count."""
    soon = f"{since.text[:YEAR_FORM]}{period.text[YEAR_FORM:]}"
    return soon if soon > since.text and since.text[:YEAR_FORM] not in said and period.text[:YEAR_FORM] not in said else period.text


def _between(first: str, last: str) -> str:
    """From one day to another; the quarter or half where they are its first and last."""
    part = PARTS_OF_YEAR.get(f"{first[YEAR_FORM:]}/{last[YEAR_FORM:]}")
    return f"{first[:YEAR_FORM]}-{part}" if part and first[:YEAR_FORM] == last[:YEAR_FORM] else f"{first}/{last}"


def _so_far(period: Period, before: list[Item]) -> Period:
    """What is counted up to a day or to the end of a month."""
    year, rest = period.text[:4], period.text[4:]
    if rest in ENDS:
        return Period.parse(f"{year}{ENDS[rest]}")
    if len(rest) == len("-MM") and rest[1:].isdigit() and any(each.text in ENDED for each in before[-3:]):
        return Period.parse(f"{year}{FIRST_MONTHS.get(rest, f'-M{int(rest[1:])}')}")
    if len(rest) == len("-MM-DD") and any(each.text in FROM_START for each in before):
        return Period.parse(f"{year}-01-01/{period.text}")
    return period


def _since(before: list[Item]) -> Period | None:
    """The day from which it is counted up to the next: từ 15/12/2019 đến ngày 14/6/2020."""
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at].period), 0)
    mark, near = before[at].period, before[at + 1 :]
    led = any(each.text.endswith("từ") for each in before[max(0, at - 2 - CLOCK) : at])
    clock = CLOCK if any(each.text == "giờ" for each in near) else 0
    reaches = len(near) < SPANNED // 2 + clock and any(each.text in UP_TO for each in near)
    of_day = mark is not None and mark.period is not None and len(mark.period.text) == DAY_FORM
    return mark.period if mark is not None and of_day and led and reaches else None


def years_past(row: list[Item], at: int) -> bool:
    """Whether an item is years gone by, or a term with which the sentence opens, of which the next ones tell, too: Nhiệm kỳ qua, …"""
    opens = at < TERM_WITHIN and at + 1 < len(row) and row[at + 1].text == ","
    return row[at].text.endswith(YEARS_PAST) or (opens and row[at].text.lower().startswith(TERM))


def compared(row: list[Item], at: int) -> bool:
    """Whether the period at item `at` is only what is compared with, or the year whose prices are used (giá so sánh năm 2010)."""
    priced = at > 1 and (row[at - 2].text, row[at - 1].text) in PRICES
    multiple = at > 2 and row[at - 1].text == "lần" and any(Cue.MULTIPLE in item.means for item in row[max(0, at - LOOK_BACK - 1) : at - 1])
    mark = row[at].period
    year = mark is not None and mark.period is not None and len(mark.period.text) == YEAR_FORM
    return priced or multiple or (year and at > 0 and row[at - 1].text in BESIDE) or _set_against(row, at)


def _set_against(row: list[Item], at: int) -> bool:
    """Whether words of comparing stand near before an item, in its clause."""
    for item in reversed(row[max(0, at - LOOK_BACK) : at]):
        if item.text in PARTED:
            return False
        if item.means & COMPARED or item.text in HIGHER:
            return True
    return False
