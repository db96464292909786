"""Periods as headings write them, a year perhaps in another row than its quarter: QUÝ I NĂM 2020 · 6 tháng đầu năm 2020 · KH 2021."""

import re
from dataclasses import dataclass

from giaoban.ledger import Status
from giaoban.model import Period, Role
from giaoban.reference.folding import fold

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
YEAR = r"(?P<y>(?:19|20)\d\d)"
OF = r"\s*(?:/|-|nam|cua nam)?\s*"
WHOLE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b"), "{y}-{m:02}-{d:02}"),
    (re.compile(r"\b(?:ngay )?(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\b"), "{y}-{m:02}-{d:02}"),
    (re.compile(rf"\bquy (?P<q>i{{1,3}}|iv|[1-4]){OF}{YEAR}\b"), "{y}-Q{q}"),
    (re.compile(rf"\bq(?P<q>[1-4]){OF}{YEAR}\b"), "{y}-Q{q}"),
    (re.compile(rf"\b0?6 thang(?: dau)?{OF}{YEAR}\b"), "{y}-H1"),
    (re.compile(rf"\b0?6 thang cuoi{OF}{YEAR}\b"), "{y}-H2"),
    (re.compile(rf"\b(?P<n>\d{{1,2}}) thang(?: dau)?{OF}{YEAR}\b"), "{y}-M{n}"),
    (re.compile(rf"\b(?:thang )?(?P<m>\d{{1,2}})/{YEAR}\b"), "{y}-{m:02}"),
    (re.compile(rf"\bthang (?P<m>\d{{1,2}}){OF}{YEAR}\b"), "{y}-{m:02}"),
    (re.compile(rf"\b(?:giai doan |nhiem ky )?{YEAR}\s*[-–/]\s*(?P<z>(?:19|20)\d\d)\b"), "{y}/{z}"),
    (re.compile(rf"\b(?:nam )?{YEAR}\b"), "{y}"),
)
PARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bquy (?P<q>i{1,3}|iv|[1-4])\b"), "{y}-Q{q}"),
    (re.compile(r"\b0?6 thang dau(?: nam)?\b"), "{y}-H1"),
    (re.compile(r"\b0?6 thang cuoi(?: nam)?\b"), "{y}-H2"),
    (re.compile(r"\b(?P<n>\d{1,2}) thang(?: dau nam)?\b"), "{y}-M{n}"),
    (re.compile(r"\bthang (?P<m>\d{1,2})\b"), "{y}-{m:02}"),
    (re.compile(r"\b(?:ca nam|nam)\b"), "{y}"),
)
NUMBERS = {"q", "m", "d", "n"}
PLANNED = re.compile(r"\b(?:kh|ke hoach|muc tieu|chi tieu giao|du toan|nghi quyet)\b")
EXPECTED = re.compile(r"\b(?:uoc|uoc th|uoc thuc hien)\b")
DONE = re.compile(r"\b(?:th|thuc hien|ket qua|dat duoc|so lieu)\b")


@dataclass(frozen=True, slots=True)
class Timed:
    """A heading taken apart: its period where it says one, role and status, and the words that are left."""

    rest: str
    period: Period | None = None
    role: Role = Role.ACTUAL
    status: Status = Status.PROVISIONAL


def timed(heading: str, year: str = "") -> Timed:
    """The heading taken apart; `year` is that of the title, for a heading that only says "Quý I"."""
    folded = fold(heading)
    period, spans = _period(folded, year)
    role, status = Role.ACTUAL, Status.PROVISIONAL
    for words, found in ((PLANNED, Role.TARGET), (EXPECTED, Status.ESTIMATE), (DONE, None)):
        if match := words.search(folded):
            spans.append(match.span())
            role = found if isinstance(found, Role) else role
            status = found if isinstance(found, Status) else status
    return Timed(_without(heading, spans), period, role, Status.FINAL if role is Role.TARGET else status)


def _period(folded: str, year: str) -> tuple[Period | None, list[tuple[int, int]]]:
    whole = next(((match, form) for words, form in WHOLE if (match := words.search(folded))), None)
    part = next(((match, form) for words, form in PARTS if (match := words.search(folded))), None)
    if whole and whole[1] == "{y}" and part and part[1] != "{y}":
        return _made(part, whole[0]["y"]), [whole[0].span(), part[0].span()]
    if whole:
        return _made(whole, ""), [whole[0].span()]
    if part and year and part[1] != "{y}":
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
