"""Periods and roles as headings write them, a year perhaps in another row than its quarter: QUÝ I NĂM 2020 · Ước 6T · KH 2021.

What must and must not be read: corpus/sheet_headings.tsv.
"""

import re
from dataclasses import dataclass

from giaoban.model import Period, Role
from giaoban.reference.folding import fold

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
YEAR = r"(?P<y>(?:19|20)\d\d)"
OF = r"\s*(?:/|-|nam|cua nam)?\s*"
MONTHS = r" ?(?:t|thang)"
WHOLE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b"), "{y}-{m:02}-{d:02}"),
    (re.compile(rf"\b(?:ngay )?(?P<d>\d{{1,2}}) thang (?P<m>\d{{1,2}}) nam {YEAR}\b"), "{y}-{m:02}-{d:02}"),
    (re.compile(r"\b(?:ngay )?(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\b"), "{y}-{m:02}-{d:02}"),
    (re.compile(rf"\bquy (?P<q>i{{1,3}}|iv|[1-4]){OF}{YEAR}\b"), "{y}-Q{q}"),
    (re.compile(rf"\bq(?P<q>[1-4]){OF}{YEAR}\b"), "{y}-Q{q}"),
    (re.compile(rf"\b0?6{MONTHS}(?: dau)?{OF}{YEAR}\b"), "{y}-H1"),
    (re.compile(rf"\b0?6{MONTHS} cuoi{OF}{YEAR}\b"), "{y}-H2"),
    (re.compile(rf"\b(?P<n>\d{{1,2}}){MONTHS}(?: dau)?{OF}{YEAR}\b"), "{y}-M{n}"),
    (re.compile(rf"\b(?:thang )?(?P<m>\d{{1,2}})/{YEAR}\b"), "{y}-{m:02}"),
    (re.compile(rf"\bthang (?P<m>\d{{1,2}}){OF}{YEAR}\b"), "{y}-{m:02}"),
    (re.compile(rf"\b(?:giai doan |nhiem ky )?{YEAR}\s*[-–/]\s*(?P<z>(?:19|20)\d\d)\b"), "{y}/{z}"),
    (re.compile(rf"\b(?:nam )?{YEAR}\b"), "{y}"),
)
PARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bquy (?P<q>i{1,3}|iv|[1-4])\b"), "{y}-Q{q}"),
    (re.compile(rf"\b0?6{MONTHS} cuoi(?: nam)?\b"), "{y}-H2"),
    (re.compile(rf"\b0?6{MONTHS}\b(?: dau(?: nam)?)?"), "{y}-H1"),
    (re.compile(rf"\b(?P<n>\d{{1,2}}){MONTHS}\b(?: dau nam)?"), "{y}-M{n}"),
    (re.compile(r"\bthang (?P<m>\d{1,2})\b"), "{y}-{m:02}"),
    (re.compile(r"\bca nam\b"), "{y}"),
)
DAY, MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
WHOLE_MONTHS = re.compile(r"\bhet thang \d")
FIRST_MONTHS = {"-01": "{y}-01", "-03": "{y}-Q1", "-06": "{y}-H1", "-12": "{y}"}
"""The first months of a year by their last, where they have a form of their own."""
THROUGH = re.compile(r"(?P<since>luy ke|tu dau nam)?(?:[^·\d]{0,12})\b(?:den|het)(?: het)?(?: ngay)? (?=\d)")
ENDS = {"-12-31": "", "-06-30": "-H1"}
"""Last days of a year and of its first half."""
NUMBERS = {"q", "m", "d", "n"}
PLANNED = re.compile(
    r"\b(?:kh|dt(?= (?:tw|trung uong|hdnd|ubnd|nam|dau nam|giao|tinh|bo|20\d\d))"
    r"|ke hoach|muc tieu|chi tieu giao|du toan|nghi quyet|nq|phan dau|dinh muc"
    r"|(?:tw|trung uong|hdnd|ubnd|tinh|thu tuong|cap tren)(?: tinh| xa)? giao|giao dau nam)\b"
)
EXPECTED = re.compile(r"\b(?:uoc thuc hien|uoc th|uth|uoc dat|uoc|du kien)\b")
DONE = re.compile(r"\b(?:th|thuc hien|ket qua|dat duoc|so lieu|quyet toan|qt)\b")


@dataclass(frozen=True, slots=True)
class Timed:
    """A heading taken apart: its period where it says one, its role, and the words that are left.

    says   it names a role
    leads  the name of the role, or of the period, stands at its beginning
    """

    rest: str
    period: Period | None = None
    role: Role = Role.ACTUAL
    says: bool = False
    leads: bool = False


def timed(heading: str, year: str = "") -> Timed:
    """The heading taken apart; `year` is that of the title, for a heading that only says "Quý I"."""
    folded = fold(heading)
    period, spans = _period(folded, year)
    role, says = Role.ACTUAL, False
    for words, found in ((DONE, Role.ACTUAL), (PLANNED, Role.TARGET), (EXPECTED, Role.ESTIMATE)):
        if named := [match.span() for match in words.finditer(folded)]:
            spans += named
            role, says = found, True
    return Timed(_without(heading, spans), period, role, says, any(not start for start, _ in spans))


def year_before(period: Period) -> Period:
    """The same months of the year before; of a span of years, the span before."""
    first, slash, last = period.text.partition("/")
    return Period.parse(slash.join(f"{int(text[:4]) - 1}{text[4:]}" for text in (first, last) if text))


def in_year(period: Period, year: int) -> Period:
    """The same months of another year; the period itself where it spans several."""
    try:
        return period if "/" in period.text else Period.parse(f"{year}{period.text[4:]}")
    except ValueError:
        return period


def through(period: Period, heading: str) -> Period:
    """The span of time that ends on the day of a heading that says so: "lũy kế đến 15/9/2025", "đến 30/6/2025"."""
    folded = fold(heading)
    if MONTH.fullmatch(period.text) and WHOLE_MONTHS.search(folded):
        return Period.parse(FIRST_MONTHS.get(period.text[4:], "{y}-M{n}").format(y=period.text[:4], n=int(period.text[5:])))
    said = THROUGH.search(folded)
    if not said or not DAY.fullmatch(period.text):
        return period
    year, day = period.text[:4], period.text[4:]
    if day in ENDS:
        return Period.parse(f"{year}{ENDS[day]}")
    return Period.parse(f"{year}-01-01/{period.text}") if said["since"] else period


def masked(folded: str) -> str:
    """A folded heading with "@" for each period it names, so that the strokes left divide what is compared: "6t 2025/6t 2024" is "@/@"."""
    for words, form in (*WHOLE, *PARTS):
        folded = words.sub("@", folded) if form != "{y}/{z}" else words.sub(lambda match: "@" if match["y"] < match["z"] else "@/@", folded)
    return folded


def _period(folded: str, year: str) -> tuple[Period | None, list[tuple[int, int]]]:
    whole = next(((match, form) for words, form in WHOLE if (match := words.search(folded))), None)
    part = next(((match, form) for words, form in PARTS if (match := words.search(folded))), None)
    if whole and whole[1] == "{y}" and part and part[1] != "{y}":
        return _made(part, whole[0]["y"]), [whole[0].span(), part[0].span()]
    if whole:
        return _made(whole, ""), [whole[0].span()]
    if part and year:
        return _made(part, year), [part[0].span()]
    return None, []


def _made(found: tuple[re.Match[str], str], year: str) -> Period | None:
    match, form = found
    worth = {name: ROMAN.get(text) or int(text) if name in NUMBERS else text for name, text in match.groupdict().items()}
    try:
        return Period.parse(form.format(**({"y": year} | worth)))
    except ValueError:
        return None


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept = [sign for at, sign in enumerate(text) if not any(start <= at < end for start, end in spans)]
    return " ".join("".join(kept).split()).strip(" ·-–,:;/()")
