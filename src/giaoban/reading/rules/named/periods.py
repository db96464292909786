"""Dates and spans of time named in the text, with the year worked out where the text allows.

    "quý I/2020"  "6 tháng đầu năm"  "giai đoạn 2016-2020"  "ngày 12/3"  "năm ngoái"
    "trước ngày 30/6", "đến hết quý II": the same, as a time limit

A form is a pattern and what its parts mean; `TRIGGER` finds where one may begin. A year that is not said is the one that brings the
period nearest to the day the text speaks from. What must and must not be read: corpus/periods.tsv.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from giaoban.model import Found, Period, Span
from giaoban.reading import beginnings
from giaoban.reading.engine import Page, rule
from giaoban.reading.letters import ROMAN, SAID
from giaoban.reading.marks import PeriodMention, TimeAnchor
from giaoban.reading.phrases import listed
from giaoban.reading.rules.named.calendar import Parts, impossible, resolve
from giaoban.reading.rules.named.counted_up_to import BEHIND, counted_up_to
from giaoban.reading.rules.named.fractions import is_fraction
from giaoban.reading.syllables import Syllables, sign

DAY = r"(?:[12]\d|3\d|0?[1-9])"
"""Also days that no calendar has, so that they are no fractions."""
MONTH = r"(?:1[0-2]|0?[1-9])"
YEAR = r"(?:19|20)\d\d(?!\d)"
PART_OF_DAY = "(?:(?:[Nn]gày|[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa) )"
SAYS = "|".join(sorted(SAID, key=len, reverse=True))
COUNT = rf"\d\d?|(?i:{SAYS})"
SEVERAL = "hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
GONE = "qua|tăng|giảm|đạt|ước|mới|chỉ|thực hiện|so với|đã|chuyển biến|tiếp tục|duy trì|cơ bản|ổn định|phát triển|có nhiều|toàn|trên địa bàn"
"""Words after months that have gone by."""
NOT_REACHED = "tuổi|tù|lương|liền|liên tục|trở lên|nữa|sau|tới|đầu|cuối|trước|một lần|rưỡi|kể từ|tính từ|và|hoặc"
"""Words after months that are any, or lie ahead."""
SUMMED = re.compile(
    r"(?:^|\b(?:tình hình|kết quả|lũy kế|luỹ kế|tính chung|nhìn lại|sơ kết|tổng kết|hết|qua|chung|báo cáo|công tác) )$", re.IGNORECASE
)
"""Words before months that have gone by."""
OPENS = re.compile(r"(?:^|[.,;:!?(–-] ?|\b(?:[Tt]rong|[Ss]au|[Tt]heo đó|[Tt]hì|[Nn]hư vậy) )$")
"""The same where these are as many as have gone by."""
RELATIVE = "nay|ngoái|trước|qua|sau|tới(?! nay)|này"
TAIL = (
    rf"(?: ?[/.-] ?(?P<y>{YEAR})|,? (?:của )?năm (?P<y2>{YEAR})"
    rf"|(?P<coming> tới(?! nay)\b)|(?:,? (?:của )?năm)? (?P<relative>{RELATIVE})\b| (?P<y3>{YEAR}))?"
)
DASH = r" ?[-–] ?"

TRIGGER = re.compile(
    r"[Nn](?:gày |ăm[ ,.;:]|ửa |hiệm kỳ )|[Tt](?:háng[ ,;:.)]|hời kỳ |ối |rưa )|[Cc](?:ả năm|hiều )|[Mm][ùồ]ng |[Qq]u[ýí] |[Gg]iai đoạn "
    r"|[Ss]áng |\d(?:\d? ?[/.-] ?[01]?\d(?![\d%])|\d? đến (?:ngày )?\d|\d? (?:[Tt]háng|quý|năm (?:qua|tới))\b|\d{3}(?!\d|[.,]\d))"
)
"""Where a form may begin."""
BEGINS = frozenset(listed("cả, ngày, năm, nửa, nhiệm, tháng, thời, tối, trưa, quý, giai, sáng, chiều, mùng, mồng, 0, 0000, 19xx, 0.0"))
"""First syllables of forms, folded: the pattern is tried only where one stands."""
SECONDS = {"cả": "năm", "nhiệm": "kỳ", "thời": "kỳ", "giai": "đoạn"}
"""What must follow the first syllables that begin one form only."""
MAY_BEGIN = sign(words=BEGINS)

FORMS: tuple[tuple[str, str], ...] = (
    ("each month", rf"[Nn]gày (?:mùng |mồng )?{DAY}(?: và (?:ngày )?{DAY})? (?:hằng|hàng|của mỗi|mỗi) tháng"),
    ("day", rf"{PART_OF_DAY}+(?:mùng |mồng )?(?P<d>{DAY})(?:{DASH}(?P<d2>{DAY}))? tháng (?P<m>{MONTH}){TAIL}(?![\d%]|,\d)"),
    ("day", rf"(?:[Mm]ùng |[Mm]ồng )?(?P<d>{DAY}) [Tt]háng (?P<m>{MONTH}),? (?:năm )?(?P<y>{YEAR})"),
    ("day", rf"[Mm][ùồ]ng (?P<d>{DAY})(?: tháng |/)(?P<m>{MONTH}){TAIL}(?![\d%/]|,\d)"),
    ("day", rf"{PART_OF_DAY}*(?P<d>{DAY})(?P<s>[/.-])(?P<m>{MONTH})(?P=s)(?P<y>{YEAR})"),
    ("day", rf"{PART_OF_DAY}*(?P<d>{DAY})/(?P<m>{MONTH})/(?P<y>[0-3]\d)(?![\d/%]|[.,]\d)"),
    ("days", rf"(?:(?<=[Tt]ừ )|(?<=[Tt]ừ ngày ))(?P<d>{DAY}) ?(?:đến|-|–) ?(?:ngày )?(?P<d2>{DAY})[/-](?P<m>{MONTH}){TAIL}(?!,?\d|/| ?%)"),
    ("day", rf"{PART_OF_DAY}+(?:mùng |mồng )?(?P<d>{DAY})(?:(?:{DASH}| và |, )(?P<d2>{DAY}))?[/.-](?P<m>{MONTH}){TAIL}(?!,?\d|/)"),
    ("bare day", rf"(?P<d>{DAY})[/-](?P<m>{MONTH})(?![\d/-]|\.\d| ?%| (?:ngày|giờ|phút|tuần|tháng|lần|người|hộ)\b)"),
    ("month", rf"(?P<m>{MONTH}) ?[/-] ?(?P<y>{YEAR})(?![/-]\d)"),
    ("months", rf"(?P<n>{COUNT}) tháng (?P<end>đầu|cuối)(?: của)?(?: (?:các )?năm)?(?: (?P<y>{YEAR})| (?P<relative>{RELATIVE})\b)?"),
    ("months", rf"(?P<n>{COUNT}) tháng(?: năm| của năm| /)? ?(?P<y>{YEAR})"),
    ("months", rf"(?P<n>{COUNT}) tháng (?:của )?năm (?P<relative>nay|ngoái|trước)\b"),
    ("months so far", rf"(?P<n>0?[2-9]|1[01]|(?i:{SEVERAL})) tháng(?: (?P<end>qua)| năm)?(?=[,;:.)]|(?<=qua) \(| (?:{GONE})\b)"),
    ("months reached", rf"(?P<n>0?[2-9]|1[01]|(?i:{SEVERAL})) tháng(?! (?:{NOT_REACHED})\b|\w| ?[/-])"),
    ("quarters", rf"(?P<n>[23]|[Hh]ai|[Bb]a) quý (?P<end>đầu|cuối)(?: của)?(?: năm)?(?: (?P<y>{YEAR})| (?P<relative>{RELATIVE})\b)?"),
    ("years past", r"(?P<n>[1-3]?\d|[Hh]ai|[Bb]a|[Nn]ăm|[Mm]ười) năm qua(?! đi)"),
    ("years ahead", r"(?P<n>[1-3]?\d|[Hh]ai|[Bb]a|[Nn]ăm|[Mm]ười) năm tới(?! nay)"),
    ("month", rf"[Tt]háng (?P<m>{MONTH}|giêng|chạp|{SAYS}){TAIL}(?![\d%]|,\d|\.\d{{3}})"),
    ("this month", r"[Tt]háng (?P<relative>này|trước|qua|tới|sau)\b"),
    ("quarter", rf"[Qq]u[ýí] (?P<q>IV|I{{1,3}}|[1-4]|một|hai|ba|tư|bốn){TAIL}(?![\w%])"),
    ("this quarter", r"[Qq]u[ýí] (?P<relative>này|nay|trước|qua|tới|sau)\b"),
    ("term past", r"[Nn]hiệm kỳ (?:vừa )?qua\b"),
    ("half", rf"[Nn]ửa (?P<end>đầu|cuối)(?: của)? năm(?: (?P<y>{YEAR})| (?P<relative>{RELATIVE})\b)?"),
    ("years", rf"(?:[Gg]iai đoạn |[Nn]hiệm kỳ |[Tt]hời kỳ |[Nn]ăm học |[Nn]ăm )?(?P<y>{YEAR})(?:{DASH}| đến (?:năm )?)(?P<to>{YEAR})"),
    ("years since", rf"(?:[Nn]ăm )?(?P<y>{YEAR}) (?:đến|tới) nay\b"),
    ("year", rf"[Nn]ăm (?P<y>{YEAR})(?![/.-]\d)"),
    ("bare year", rf"(?P<y>{YEAR})(?![.,/%]\d| ?[-–%])"),
    (
        "this year",
        (
            r"(?:(?<=[Đđ]ến cuối )|(?<=[Đđ]ến hết )|(?<=đấu cuối )|(?<=[,;] hết )|(?<=[,;] cuối ))"
            r"năm(?: nay| này)?(?! \d| sau| tới| ngoái| trước| qua| học| thứ)"
        ),
    ),
    ("all year", r"[Cc]ả năm(?! \d| (?:nay|ngoái|trước|qua|sau|tới|này))"),
    ("this year", rf"[Nn]ăm (?P<relative>{RELATIVE})\b"),
    ("school year", r"[Nn]ăm học (?P<relative>này|nay|trước|qua|mới|tới|sau)\b"),
)  # fmt: skip
COMPILED = tuple((kind, *beginnings.with_heads(pattern)) for kind, pattern in FORMS)

DAY_LEAD = re.compile(
    r"(?:[Nn]gày|[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Tt]rước|[Đđ]ến|[Tt]ừ|[Nn]ay|[Hh]ết|kể từ|[Hh]ôm qua"
    r"|[Ll]ễ|[Dd]ịp|[Kk]hánh|[Đđ]êm|[Rr]ạng sáng|[Cc]hậm nhất|[Mm]uộn nhất|[Hh]ạn (?:cuối|chót)"
    r"|(?<=[Tt]hời )hạn|(?<=[,;(] )hạn|(?<=\. )Hạn)[ (:]{1,2}$"
    r"|(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ [Nn]hật)[ ,(:]{1,2}$"
)
YEAR_LEAD = re.compile(
    r"(?:cùng kỳ|\b[Cc][Kk]|so với|thời điểm|[Tt]ừ|[Đđ]ến|[Đđ]ầu|[Cc]uối|năm \d{4} và|[Tt]rước|[Ss]au|[Tt]rong|\(|;) ?$"
    r"|\b[Vv]ụ (?:(?:lúa|màu|đông|xuân|hè|thu|mùa|chiêm|ép|mía)(?: |[-–] ?)){1,3}$"
)
BARE = {"bare day": DAY_LEAD, "bare year": YEAR_LEAD}
"""Forms that are a day or a year only after such words."""
LIMIT = beginnings.compiled(
    r"(?:\b(?:[Tt]rước|[Đđ]ến|[Tt]ới|[Hh]ết|[Cc]hậm nhất|[Mm]uộn nhất|[Kk]hông quá|[Xx]ong trong|[Hh]oàn thành trong)"
    r"(?: (?:hết|cuối|trước|ngày|tháng|năm|trong|vào|là|đầu|giữa|thời điểm|kết thúc))*)[ (]$"
)
LOOK_BACK = 30
COUNTED_SINCE = re.compile(r",? \(?(?:tính |kể )?từ (?:ngày )?\d")
STATED = re.compile(
    r" (?:(?:của (?:toàn )?(?:cả nước|tỉnh|huyện|xã|thành phố|thị xã|phường|quận|ngành)(?: [^\W\d]+){0,4}? )?(?:được|có|đã|đạt|ước|là \d)"
    r"|(?:(?:thu|chi|nộp)(?: được)? )?\d)"
)
OF_YEAR = re.compile(rf"(?:^|[.;(] ?)(?:Trong |Riêng )?[Nn]ăm (?P<y>{YEAR}),[^.;]*$")
"""The year that a clause opens with, which is the whole one that it tells of: Năm 2013, diện tích │ cả năm đạt 58.720 ha."""
ANY_SPAN = re.compile(r"(?:trong|vòng|sau|hạn|gian|gần|hơn|dài|mỗi|cứ|trước|từ|thêm|chậm|suốt|tới|đến|tổng|lương|liền) $", re.IGNORECASE)
"""Words before months that are any, though a figure follows."""
LASTS = re.compile(r"\b(?:thời gian|thời hạn|vòng|kéo dài|suốt|liên tục|tạm giam|giam|tù) $", re.IGNORECASE)
"""Words before months that say how long something lasts: cử cán bộ hỗ trợ trong thời gian │ 3 tháng."""
SAID_WITHIN = 16
WHOLE_QUARTERS = frozenset((3, 6, 9))
LATE_BY = 2
"""Months after which a quarter's results are still told."""

CAPITALS = ("THÁNG", "NĂM", "QUÝ", "NHIỆM KỲ", "GIAI ĐOẠN", "NGÀY")
IN_CAPITALS = beginnings.compiled(r"\b(?:NGÀY|TỪ(?= NGÀY)|THÁNG|QUÝ|NĂM|ĐẦU|CUỐI|NỬA|ĐẾN|CỦA|CÁC|HỌC|GIAI ĐOẠN|NHIỆM KỲ|TRƯỚC)\b")


@rule(makes=PeriodMention, needs=(Syllables, TimeAnchor))
def periods(page: Page) -> Iterator[Found[PeriodMention]]:
    """Every date and span of time that is named, with its year where the text allows; they do not overlap."""
    anchor = page.all(TimeAnchor)[0].what if page.all(TimeAnchor) else None
    text = in_small_letters(page.text)
    for found in page.all(Syllables):
        reached, line = found.span.start, found.what
        if not found.what.signs & MAY_BEGIN:
            continue
        words, last = line.words, len(line.words) - 1
        for at in [at for at, word in enumerate(words) if word in BEGINS]:
            second = SECONDS.get(words[at])
            if second is not None and (at == last or words[at + 1] != second):
                continue
            start = line.starts[at]
            if start < reached or not TRIGGER.match(text, start, found.span.end):
                continue
            read = _at(text, start, found.span, anchor)
            if read:
                reached = read.span.end
                yield read


def in_small_letters(text: str) -> str:
    """The text at the same offsets with the words of time in small letters, as headings write them in capitals: 6 THÁNG ĐẦU NĂM 2018."""
    return IN_CAPITALS.sub(lambda said: said[0].lower(), text) if any(word in text for word in CAPITALS) else text


def _at(text: str, start: int, sentence: Span, anchor: TimeAnchor | None) -> Found[PeriodMention] | None:
    if start > sentence.start and (text[start - 1].isalnum() or (text[start - 1] in "/,.-" and text[start].isdigit())):
        return None
    start = _counted_from(text, start, sentence.start)
    for kind, pattern in _forms(text[start : start + beginnings.HEAD]):
        match = pattern.match(text, start, sentence.end)
        if match and kind in UNTOLD and not UNTOLD[kind](text, match, sentence.start, anchor):
            continue
        if match and not (kind in BARE and is_fraction(text, match, sentence.start, BARE[kind])):
            by = bool(LIMIT.search(text, max(sentence.start, start - LOOK_BACK), start))
            said = match.groupdict()
            if kind == "all year" and (named := OF_YEAR.search(text[max(sentence.start, start - BEHIND) : start])):
                said["y"] = named["y"]
            ahead = said.get("coming") or (by and not counted_up_to(text, start, match.end(), sentence))
            period, no_day = _period(kind, tuple(said.items()), anchor, bool(ahead))
            mention = PeriodMention(period, by, no_day)
            return Found(mention, Span(start, match.end()), confidence=0.95 if period else 0.6)
    return None


@lru_cache(maxsize=4096)
def _forms(head: str) -> list[tuple[str, re.Pattern[str]]]:
    """The forms that may stand where a text begins so."""
    return [(kind, pattern) for kind, pattern, heads in COMPILED if beginnings.may_begin(heads, head)]


def _reached(text: str, match: re.Match[str], floor: int, anchor: TimeAnchor | None) -> bool:
    """Whether months are those of the year that have gone by: said to be summed up, or as many as had gone by when the text was written."""
    before = text[max(floor, match.start() - SAID_WITHIN) : match.start()]
    if SUMMED.search(before) and before:
        return True
    if anchor is None or anchor.on is None:
        return False
    count, month = _number(match["n"]) or 0, anchor.on.month
    gone = count in (month - 1, month) or (count in WHOLE_QUARTERS and 0 < month - count <= LATE_BY)
    stated = STATED.match(text, match.end()) and not ANY_SPAN.search(before)
    return gone and bool(OPENS.search(before) or stated)


def _told_otherwise(text: str, match: re.Match[str], floor: int, anchor: TimeAnchor | None) -> bool:
    """Whether no days follow from which the months are counted (Sáu tháng, tính từ 01/10/2018), and it does not last so long."""
    if LASTS.search(text, max(floor, match.start() - SAID_WITHIN), match.start()) and not match["end"]:
        return False
    return COUNTED_SINCE.match(text, match.end()) is None


def _are_days(text: str, match: re.Match[str], floor: int, anchor: TimeAnchor | None) -> bool:
    """Whether two numbers are days, not things counted: no từ 3 đến 5/10 xã."""
    named = match["y"] or match["y2"] or match["y3"] or "ngày" in text[max(floor, match.start() - len("ngày ")) : match.end()]
    return bool(named) or not is_fraction(text, match, floor, DAY_LEAD)


UNTOLD = {"months reached": _reached, "months so far": _told_otherwise, "days": _are_days}
"""Forms that are periods only where the text bears it out."""


COUNTABLE = ("tháng ", "tháng,", "tháng;", "tháng:", "tháng.", "tháng)", "tháng\n", "quý đầu", "quý cuối", "năm qua", "năm tới")
COUNT_BEFORE = re.compile(rf"(?<!gần )(?<!hơn )(?<!được )(?<!\w)(?:{SAYS})[ ]$", re.IGNORECASE)


def _counted_from(text: str, start: int, floor: int) -> int:
    """Where the form begins that has "tháng", "quý" at `start`: "sáu tháng đầu năm" begins with its count."""
    if text.startswith(COUNTABLE, start):
        match = COUNT_BEFORE.search(text, max(floor, start - 10), start)
        if match:
            return match.start()
    return start


def _parts(named: Mapping[str, str | None]) -> Parts:
    year = named.get("y") or named.get("y2") or named.get("y3")
    return Parts(
        year=_full_year(year) if year else None,
        to=_number(named.get("to")),
        month=_number(named.get("m")),
        day=_number(named.get("d")),
        last_day=_number(named.get("d2")),
        quarter=_number(named.get("q")),
        count=_number(named.get("n")),
        end=named.get("end"),
        relative=named.get("relative"),
    )


def _full_year(written: str) -> int:
    """A year written with two digits (12/3/20) is of this century."""
    return int(written) + (2000 if len(written) == 2 else 0)


def _number(said: str | None) -> int | None:
    if not said:
        return None
    if said.isdigit():
        return int(said)
    return ROMAN.get(said) or {"giêng": 1, "chạp": 12}.get(said) or SAID.get(said.lower())


@lru_cache(maxsize=4096)
def _period(kind: str, said: tuple[tuple[str, str | None], ...], anchor: TimeAnchor | None, by: bool) -> tuple[Period | None, bool]:
    """The period of a form, and whether it is a day that no calendar has. `said`: its parts by their names."""
    parts = _parts(dict(said))
    exchange = resolve(kind, parts, anchor, by)
    try:
        period = Period.parse(exchange) if exchange else None
    except ValueError:
        period = None
    return period, period is None and impossible(parts)
