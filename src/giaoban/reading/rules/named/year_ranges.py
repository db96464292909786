"""The words around the years of a term, a stage, a school year or a crop ("nhiệm kỳ 2020-2025") that say in what manner the range is named.

    "sơ kết 3 năm (2011 - │ 2014)"     a stage that is over
    "chuẩn bị đại hội, nhiệm kỳ │ 2020-2025"   a congress to come

For `rules.named.years`, which looks before the year in small letters. What must and must not be read: corpus/years.tsv.
"""

import re

from giaoban.reading.letters import SAID
from giaoban.reading.rules.named.calendar import SCHOOL_FROM
from giaoban.reading.rules.named.year_wordings import PLANNED

RANGE_AFTER = re.compile(r" ?[-–] ?\d{2,4}(?!\d)")
RANGE_BEFORE = re.compile(r"(?:19|20)\d\d ?[-–] ?$")
DASHES = frozenset("-–")
SCHOOL = re.compile(r"năm học (?:(?:19|20)\d\d ?[-–] ?)?$")
CROP = re.compile(r"(?:đông xuân|niên vụ|mùa khô)(?: [^\W\d]+){0,2} (?:19|20)\d\d ?[-–] ?$")
"""A crop of two years, of which plans are made: vụ đông xuân 2019-│2020."""
CROP_SEASON = re.compile(r"(?:đông xuân|niên vụ|mùa khô)(?: [^\W\d]+){0,2} $")
"""Before the first of the two years of a crop."""
CONGRESS = re.compile(r"đại hội điểm\b[^.;]{0,60}nhiệm kỳ $")
"""Before the term for which congresses meet as an example to others: đại hội điểm nhiệm kỳ │ 2020-2025."""
TO_CONGRESS = re.compile(
    r"(?:chuẩn bị|tiến tới|phục vụ|chào mừng|trước thềm|văn kiện|nhân sự|tổ chức)(?: [^\W\d]+){0,5} đại hội\b[^.;]{0,60}nhiệm kỳ $"
)
"""Before the term for which a congress is to meet: chuẩn bị đại hội đảng bộ, nhiệm kỳ │ 2020-2025."""
MIDTERM = re.compile(r"giữa (?:nhiệm )?kỳ\b[^.;]{0,60}(?:nhiệm kỳ|giai đoạn) $")
"""Before the first year of a term of which one half is looked back on: sơ kết giữa nhiệm kỳ giai đoạn │ 2011-2015."""
ELECTION = re.compile(
    r"(?:bầu cử|ứng cử|hiệp thương|quốc hội khóa [ivx]+ và (?:đại biểu )?(?:hđnd|hội đồng nhân dân))[^.;]{0,60} nhiệm kỳ $"
)
"""Before the term for which councils are elected, which begins in that year: bầu cử đại biểu HĐND các cấp nhiệm kỳ │ 2016-2021."""
TERMS = (
    ("congress", CONGRESS), ("to congress", TO_CONGRESS), ("midterm", MIDTERM), ("election", ELECTION), ("crop begun", CROP_SEASON),
)  # fmt: skip
"""How the first of several years is named, by what stands before it."""
STAGE = re.compile(r"(?:sơ kết|tổng kết|nhìn lại|đánh giá)[^.;()]{0,60} năm \((?:giai đoạn |từ (?:năm )?)?(?:19|20)\d\d ?[-–] ?$")
"""Before the last of the years that are summed up: sơ kết 3 năm (2011 - │2014)."""
OF_TERM = re.compile(r"(?:^|[.;] )(?:trong |qua )?nhiệm kỳ (?:19|20)\d\d ?[-–] ?$")
"""Before the last year of a term of which is told what was done in it: Nhiệm kỳ 2008-│2013, toàn ngành kết nạp 900 đoàn viên."""
OF_YEARS = re.compile(
    rf"(?:sơ kết|tổng kết|nhìn lại|đánh giá) (?P<n>\d{{1,2}}|{'|'.join(SAID)}) năm [^.;()]{{0,80}}"
    r"\((?:giai đoạn )?(?P<from>(?:19|20)\d\d) ?[-–] ?$"
)
"""Before the last of the years that are summed up, where they are as many as is said: sơ kết 3 năm thực hiện đề án (2009 - │2012)."""
CROP_ENDED = re.compile(r"(?:tổng kết|sơ kết|kết quả)(?: (?!triển|kế|nhiệm|phương)[^\W\d]+){0,6} (?:19|20)\d\d ?[-–] ?$")
"""The same where it is summed up."""
SUMMED = re.compile(r"(?:tổng kết|sơ kết|kết quả|nhìn lại|đánh giá)[^.;]{0,90}$")
MIDWAY = re.compile(rf"sơ kết (?:\d{{1,2}}|{'|'.join(SAID)}) năm[^.;]{{0,90}}$|giữa (?:nhiệm )?kỳ\b[^.;]{{0,110}}$")
"""Before the years of a stage that is not over: sơ kết 2 năm thực hiện đề án giai đoạn 2006-│2010."""
ANNIVERSARY = re.compile(r"kỷ niệm (?:lần thứ )?\d+ năm[^.;]{0,110}$")
"""Before the years of an anniversary: kỷ niệm 45 năm giải phóng (1975-│2020)."""
SUMMED_WITHIN = 120
"""Code points before a range of years in which it stands that they are summed up."""


def first_of(before: str) -> tuple[str, int | None]:
    """How the first year of a range is named."""
    if term := next((manner for manner, pattern in TERMS if pattern.search(before)), None):
        return term, None
    school = SCHOOL.search(before)
    if school and not PLANNED.search(before[: school.start()]):
        return "school", SCHOOL_FROM
    return ("school planned" if school else "since"), None


def last_of(before: str, led: str, year: int) -> str:
    """How the last year of a range is named: of a school year or a stage that is summed up, or a mere limit.

    led  what stands before, further back
    """
    if CROP.search(before):
        return "stage ended" if CROP_ENDED.search(before) else "crop ended"
    if STAGE.search(led) or _as_many(led, year):
        return "stage ended"
    if MIDWAY.search(led):
        return "until"
    if ANNIVERSARY.search(led):
        return "anniversary"
    if not SUMMED.search(led):
        return "until"
    return "school ended" if SCHOOL.search(before) else "stage ended"


def _as_many(led: str, year: int) -> bool:
    """Whether the years of a range in brackets that ends with `year` are as many as is said that are summed up."""
    of = OF_YEARS.search(led)
    count = SAID.get(of["n"]) or int(of["n"]) if of else 0
    return of is not None and year - int(of["from"]) in (count, count - 1)
