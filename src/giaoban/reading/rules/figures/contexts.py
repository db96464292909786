"""What a text carries over from sentence to sentence, and the period of a figure whose own words name none (`rules.figures.said_periods`).

    "Năm 2019, TX Đông Triều … Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng"   2019

What must and must not be read: corpus/contexts.tsv.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from giaoban.model import Block, BlockKind, Measure, Period, Role
from giaoban.reading.engine import Page
from giaoban.reading.marks import PeriodMention, TimeAnchor
from giaoban.reading.rules.figures.amounts.units import Unit
from giaoban.reading.rules.figures.drafts import REACH, Draft, Line
from giaoban.reading.rules.figures.reporting import BEFORE, VERSUS, own_period
from giaoban.reading.rules.figures.said_periods import BESIDE, DAY_FORM, NOW, SPANNED, YEAR_FORM, compared, whole, years_past
from giaoban.reading.rules.figures.whereabouts.of_text import Whereabouts, whereabouts
from giaoban.reading.rules.named.papers import is_report
from giaoban.reading.sentences import Sentence
from giaoban.reference.units import Kind

FIRST_ITEMS = 8
"""Items of a sentence in which a period is said of all that follows."""
RUNS = re.compile(r" ?(?:đến|tới|[-–])(?: hết)?(?: ngày)? ?")
"""What stands between the first and the last day of a span."""
YEARS_FORM, HEAD_LENGTH = 9, 200
"""Length of the exchange form of a span of years; code points of the longest heading."""
RIGHT_BESIDE = tuple(f" {each} " for each in sorted(BESIDE))
SO_FAR = ("đầu năm", "qua", "vừa qua", "năm trước")
"""How a label ends of a time that has gone by."""
LABEL_LENGTH = 60
"""Code points of the longest label at the head of a paragraph."""
GOES_ON = frozenset(("trong đó", "cụ thể", "theo đó", "đặc biệt"))
"""How a paragraph begins that spells out the one before."""
AIMING = re.compile(
    r"(?:(?:phần (?:thứ )?|điều )?[ivx\d]+(?:\.\d+)*[.):/]{0,2}(?: ?[-–])?|phần thứ (?:nhất|hai|ba|tư)[.:]?|[a-zđ][.)/]-?|[-–+*•])? ?"
    r"(?:(?:các|một số|về|dự kiến) )?"
    r"(?:mục tiêu|phương hướng|nhiệm vụ|giải pháp|định hướng|tầm nhìn|biện pháp thực hiện|phấn đấu(?=.*:$)"
    r"|(?:nhóm )?chỉ tiêu(?:,| và) (?:nhiệm vụ|giải pháp|kế hoạch)"
    r"|(?:nhóm )?chỉ tiêu (?:chủ yếu|cụ thể|cơ bản|chính|đến|nhiệm kỳ|phấn đấu|thi đua|kế hoạch năm|năm (?:học )?2\d)"
    r"|(?:những|một số|các)? ?(?:việc|công việc) cần "
    r"|(?:nội dung )?nghị quyết (?:chi bộ |kỳ họp )?(?:tháng|quý|năm) [\divx]+(?:[-/]20\d\d)?:?$"
    r"|kế hoạch (?:công tác |hoạt động )?(?:(?:\d+|các|những) tháng (?:cuối|còn lại|tới)|(?:tuần|tháng|quý|năm|thời gian) tới)"
    r"|kế hoạch (?:sản xuất |gieo trồng |gieo cấy )?vụ )"
)
PLANNED = re.compile(
    r"(?:[ivx\d]+[.):/]-? ?|[a-zđ][.)/]-? ?|[-–+*•] ?)?(?:dự kiến )?"
    r"(?:(?:công tác trọng tâm|trọng tâm công tác|chương trình công tác) (?:\d+ )?(?:tuần|tháng|quý|năm)\b.*"
    r"|kế hoạch (?:công tác |hoạt động |sản xuất kinh doanh |sxkd )?(?:(?:tháng|quý|năm) [ivx\d/]+|20\d\d):?)"
)
"""A heading over what was planned for a time, which sets aims unless that has gone by: III. Công tác trọng tâm tháng 4."""
SETTING = re.compile(
    r"(?!.*\b(?:đã|đến nay|kết quả|đạt|vượt|hoàn thành|so với|theo)\b)"
    r".*\b(?:đề ra|đặt ra|thông qua|thống nhất|quyết nghị|xác định|tập trung)\b"
    r".*\b(?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp|công việc)\b[^:;]{0,60}:"
)
"""How a line ends by which somebody sets what is aimed at: Đại hội thông qua các chỉ tiêu chủ yếu đến năm 2025:"""
BY_YEAR = re.compile(r"(?:(?:\d+|[a-zđ])[.)] |[-–+*•] ?)?(?:đến|tới) (?:hết |cuối )?năm (20\d\d):")
"""A line of what is to be by a year."""
ORDERING = re.compile(
    r"(?!.*\b(?:đã|đến nay)\b)(?!(?:(?:[ivx\d]+[.)]?|[a-zđ][.)]|[-–+*•]) ?)?(?:về |theo )?(?:công tác|báo cáo|lãnh đạo,)(?!\w))"
    r".*\b(?:yêu cầu|(?<!ban )(?<!công tác )(?<!việc )(?<!sự )chỉ đạo|(?<!bàn )giao(?! ban| thông| dịch| lưu)"
    r"|đề nghị|quán triệt|lưu ý|phân công|kết luận của)(?: [^:;]{0,80})?:"
)
"""How a line ends that opens a list of what is to be done; not: Công tác lãnh đạo, chỉ đạo: or Theo Ban Chỉ đạo tỉnh, đến nay:"""
COUNTED_OFF = re.compile(
    r"(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám)|(?:một|hai|ba|bốn|năm|sáu|bảy|tám) là|\d{1,2}[.)/]|[a-zđ][.)]|[-–+•*])[ ,:]"
)
"""How an item of such a list begins."""
ARTICLE = re.compile(
    r"(?:(?:điều|chương) [ivx\d]+[.:]?|(?:[a-zđ]|[ivx]+|\d+(?:\.\d+)+)[.)]?(?= (?:các )?(?:mục tiêu|chỉ tiêu))) [^.;:\n]{3,110}"
)
"""The heading of an article of a resolution, or of numbered aims: Điều 2. Mục tiêu, chỉ tiêu năm 2017; a) Mục tiêu cụ thể."""
LEVELS = ((3, re.compile(r"\d+\.\d|[a-zđ]\)")), (1, re.compile(r"(?:[ivx]+|[a-e])[.)/]|phần ")), (2, re.compile(r"\d+[.)/]")))
"""Numbers of headings with their depth."""
SENTENCE = 9
"""The depth of a line that only opens a list."""
REPORTING = ("kết quả", "tình hình", "thực hiện nhiệm vụ", "đánh giá")
"""How headings over aims begin, and what makes them headings over what was done about them."""


@dataclass(frozen=True, slots=True)
class Told:
    """The periods that a text names other than to compare with them: where each begins, its exchange form, and the starts of sentences.

    years  the span of years named most (giai đoạn 2016-2020); empty where none is
    """

    starts: list[int]
    texts: list[str]
    sentences: list[int]
    years: str = ""


@dataclass(slots=True)
class Context:
    """What is carried over: the text's own period and what it is about, and the period of the last sentences.

    told    every period that the text names
    share   how many tenths of what is named of results are of the text's own period
    reported  the text says that it reports on that period; `report`: it is by its title a report of nothing else
    before  the period of the last paragraph that had one, `away` paragraphs ago
    over    the period that the heading over the section names; headings deeper than `over_level` belong to it
    measure  what the last figure measures
    name    the indicator of the last figure; `sort`: the kind of its unit
    named   the last name of each sort of figure since the last heading; `led`: of those that led an item of a list
    placed  the body of the last figure of the paragraph, where it acts
    planned  the last figures of the paragraph were measured against a plan
    reached    the name of what was last measured against a plan
    headed  what the list is of in which the sentence stands
    lent    the units of things that the items of the list so far counted, by the words before their numbers
    base    what the last change of the paragraph was measured against
    aims    the section or list sets aims (Mục tiêu, Nhiệm vụ và giải pháp); headings deeper than `level` belong to it
    aimed   the block whose last sentence with figures told aims alone
    labelled  the paragraph opens with a label that sets aims (7. Nhiệm vụ quý IV: …)
    """

    anchor: TimeAnchor | None
    own_period: Period | None
    where: Whereabouts
    told: Told
    share: int = 0
    reported: bool = False
    report: bool = False
    period: Period | None = None
    before: Period | None = None
    away: int = 0
    block: int = -1
    measure: Measure = Measure.LEVEL
    name: str = ""
    sort: Kind | None = None
    named: dict[str, str] = field(default_factory=dict)
    led: dict[str, str] = field(default_factory=dict)
    placed: str | None = None
    base: str | None = None
    planned: bool = False
    reached: str = ""
    lent: dict[str, Unit] = field(default_factory=dict)
    headed: str = ""
    over: Period | None = None
    over_level: int = 0
    aims: bool = False
    listed: bool = False
    level: int = 0
    aimed: int = -1
    labelled: bool = False


def opening(page: Page) -> Context:
    """The context that a text starts with."""
    anchors = page.all(TimeAnchor)
    anchor = anchors[0].what if anchors else None
    own, share, reported = own_period(page, anchor)
    return Context(anchor, own, whereabouts(page), _told(page), share, reported, reported and is_report(page))


def _told(page: Page) -> Told:
    starts: list[int] = []
    texts: list[str] = []
    reached = 0
    for found in page.all(PeriodMention):
        period, start = found.what.period, found.span.start
        before = page.text[max(0, start - BEFORE) : start].lower()
        if not period or any(word in before for word in VERSUS) or (before.endswith(RIGHT_BESIDE) and len(period.text) == YEAR_FORM):
            continue
        if texts and _runs_on(texts[-1], page.text[reached:start], period.text):
            texts[-1] = f"{texts[-1]}/{period.text}"
        else:
            starts.append(start)
            texts.append(period.text)
        reached = found.span.end
    spans = Counter(text for text in texts if "/" in text and len(text) == YEARS_FORM)
    years = max(spans, key=lambda text: spans[text], default="")
    return Told(starts, texts, [sentence.span.start for sentence in page.all(Sentence)], years)


def _runs_on(first: str, between: str, last: str) -> bool:
    """Whether two days are the ends of one span of time: từ 15/12/2020 đến 14/2/2021."""
    return len(first) == len(last) == DAY_FORM and first < last and RUNS.fullmatch(between.lower()) is not None


def head_of(context: Context, text: str, block: Block) -> None:
    """Notice what a heading, or a line that ends with a colon, says of what follows; a list ends where its items do."""
    whole = block.span.of(text)
    said = whole.strip() if len(whole) <= HEAD_LENGTH else ""
    opens, heads = said.endswith(":"), block.kind is BlockKind.HEADING or whole.isupper() or ARTICLE.fullmatch(said.lower()) is not None
    context.labelled = _labels_aims(whole)
    if heads:
        context.named.clear()
        context.led.clear()
        context.headed = ""
    said = said.lower() if heads or opens else ""
    if said and (block.kind is BlockKind.HEADING or (heads and AIMING.match(said))):
        _over(context, block, _level(said))
    if said and (heads or opens):
        level = _level(said) if heads else SENTENCE
        planned = PLANNED.fullmatch(said) is not None and not _gone_by(context, block)
        aims = planned or AIMING.match(said) is not None or (opens and not heads and _sets(context, said))
        reports = any(word in said for word in REPORTING)
        if context.aims and (level if heads else _level(said)) > context.level and not reports:
            return
        context.aims, context.level = aims and not reports, level
        context.listed = opens and not heads
    elif context.listed and block.kind is not BlockKind.LIST_ITEM and not COUNTED_OFF.match(whole.lower()):
        context.aims = context.listed = False


def _sets(context: Context, line: str) -> bool:
    """Whether a line that ends with a colon orders or sets what follows, or says by which later year it is to be."""
    year = BY_YEAR.fullmatch(line)
    if year is not None and context.anchor is not None:
        return int(year[1]) > context.anchor.year
    return ORDERING.fullmatch(line) is not None or SETTING.fullmatch(line) is not None


def _labels_aims(whole: str) -> bool:
    """Whether a paragraph opens with a label over what is aimed at, which stands on the same line."""
    label, colon, rest = whole[:LABEL_LENGTH].strip().lower().partition(":")
    if not (colon and rest) or AIMING.match(label) is None or label.endswith(SO_FAR):
        return False
    return not any(word in label for word in REPORTING)


def _over(context: Context, block: Block, level: int) -> None:
    """Notice the one period that a heading names; one that names none keeps it where it belongs to a heading that does."""
    named = _times(context, block)
    if len(named) == 1:
        context.over, context.over_level = Period.parse(named.pop()), level
    elif named or level <= context.over_level:
        context.over = None


def _times(context: Context, block: Block) -> set[str]:
    """The periods other than days that a block names."""
    first, last = (bisect_left(context.told.starts, at) for at in (block.span.start, block.span.end))
    return {text for text in context.told.texts[first:last] if len(text) != DAY_FORM}


def _gone_by(context: Context, block: Block) -> bool:
    """Whether the time that a heading names was over when the text was written."""
    on = context.anchor.on if context.anchor else None
    ends = [period.end_on for text in _times(context, block) if (period := Period.parse(text))]
    return on is not None and bool(ends) and max(ends) < on


def _level(heading: str) -> int:
    """How deep a heading stands by its number: none, I. or A., 1., 1.1 or a)."""
    return next((depth for depth, numbered in LEVELS if numbered.match(heading)), 0)


def enter(context: Context, line: Line, block: int) -> None:
    """Go to a sentence: what one paragraph carries over does not reach the next."""
    if block != context.block:
        context.away = 1 if context.period else context.away + 1
        context.before = context.period or context.before
        goes_on = bool(line.row) and line.row[0].text in GOES_ON
        context.block = block
        context.placed = None
        if not goes_on:
            context.period = context.base = None
            context.planned = False
    for at, item in enumerate(line.row[:FIRST_ITEMS] if line.timed else ()):
        if item.period is None:
            continue
        period = item.period.period
        if period and not compared(line.row, at):
            spanned = whole(item, line.row[max(0, at - SPANNED) : at])
            if spanned and (_lasts(period, context.anchor) or years_past(line.row, at) or _of_days(spanned)):
                context.period = spanned


def _of_days(period: Period) -> bool:
    """Whether a period runs from one day to another."""
    return len(period.text) == len("YYYY-MM-DD/YYYY-MM-DD")


def _lasts(period: Period, anchor: TimeAnchor | None) -> bool:
    """Whether a period can be said of more than its own clause: no day, no span of years, none long past."""
    return len(period.text) != DAY_FORM and "/" not in period.text and (anchor is None or period.start_on.year >= anchor.year - 1)


def carried_to(context: Context, line: Line, draft: Draft, role: Role) -> Period | None:
    """The period that a figure whose own words name none takes from its sentence, paragraph or text; None for what is said of now."""
    row = line.row
    for at in range(draft.amount.first - 1, max(-1 if line.timed else draft.floor - 1, draft.amount.first - REACH), -1):
        item = row[at]
        if at >= draft.floor and item.text in NOW:
            return None
        if item.period is None:
            continue
        period = item.period.period
        if period and not compared(row, at) and len(period.text) != DAY_FORM and not item.text.startswith("nhiệm kỳ"):
            return whole(item, row[max(0, at - SPANNED) : at]) or period
    carried = context.period or context.own_period
    if carried and role is Role.TARGET and draft.is_plan:
        return Period.parse(str(carried.start_on.year))
    return carried
