"""Orders in so many words where the weights heard none, as they may in a text of a few lines.

    "Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng lập danh sách công trình vi phạm"     lập danh sách công trình vi phạm
    "Đề nghị Công an tỉnh mở đợt cao điểm"                                       mở đợt cao điểm

A verb of ordering that an office or body is the subject of, or that opens the sentence, then the body that is to act, then what it shall
do. What must and must not be read: corpus/outright.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import Found, Meeting, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.actors import begins
from giaoban.reading.rules.clauses.asked_lists import LEADS_ON
from giaoban.reading.rules.clauses.behind import SIMPLE
from giaoban.reading.rules.clauses.between import PARTS, between
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.listed import TOLD, clause_at
from giaoban.reading.rules.clauses.opened import OWN
from giaoban.reading.rules.clauses.results import under_pleas
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.named.papers import is_report
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import Syllables

ORDERS = re.compile(r"(?:(?P<asks>đề nghị)|yêu cầu|giao nhiệm vụ|giao|phân công)(?: cho)?(?: (?:các )?đồng chí| ông| bà)? $", re.IGNORECASE)
BEGS = re.compile(r"\b(?:đề nghị|kiến nghị|đề xuất|mong)(?: (?:các )?đồng chí| ông| bà)? $", re.IGNORECASE)
ENDS = ("nghị ", "xuất ", "mong ", "cầu ", "giao ", "vụ ", "công ", "cho ", "chí ", "ông ", "bà ")
"""How that ends, in small letters: what is before most names ends otherwise."""
LONGEST = max(map(len, ENDS))
OPENS = re.compile(r"(?:^|[.;:]|\n)[\s\d–+*•.)-]*$")
"""What stands before a verb that opens its clause."""
CHARGED = re.compile(r"(?:,|;| và) (?:đồng thời )?giao(?: cho)? $")
"""How somebody goes on who charges: đồng ý ứng vốn và giao │Vụ Kế hoạch│ làm thủ tục."""
FIRMS = ("công ty", "tổng công ty", "tập đoàn", "doanh nghiệp")
"""Who may ask, but orders no office of the state."""
LACKS = re.compile(r"(?:và|của|trên|trong|tại|về|với|thuộc|các|cấp|vào|ra|từ|đến|theo|nhất|cũng|do|quản|liên quan|khác|này)\b|[\d(;,.:]")
"""What follows a name that was not read to its end, or tells nothing to do."""
ASKED = frozenset(("order", "request"))
BANS = re.compile(r" (?:không để|chấm dứt|nghiêm cấm|tuyệt đối không|không được)\b")
TOWARDS = re.compile(
    r"(?:^|[.;] |\n)(?:[-–+•] ?)?(?:Đối với|Với|Về phía) (?!công tác|việc|lĩnh vực|nội dung|các dự án)[^.;:\n]{2,80}, [^.;:,\n]{0,60}$"
)
"""How a sentence opens towards whoever is asked then."""
BACK = 40
STOP = re.compile(r"[.;](?=\s|$)|$")
COMMA = re.compile(r"(?:[,;]| và)(?: và| đồng thời)* $")
NEXT = "; "
SAID, REACH = 6, 30
"""Code points before the verb in which it begins to be said who speaks (cũng │đề nghị│), and of what is looked at of the deed."""
SHORT = 10
"""Syllables of the longest deed that is read before another: longer ones go on behind the comma."""
BEFORE = 400
"""Code points before an order in which a clause begins that may reach into it."""
SURE = 0.6
"""Five of six were right, in annotated records and in minutes written for this project: too few to say more."""


@rule(makes=Clause, needs=(Clause, Meeting, BodyMention, Holder, Speech, Syllables))
def outright_tasks(page: Page) -> Iterator[Found[Clause]]:
    """What is ordered in so many words, up to the next stop, where no clause was read; in a text of a meeting or a report."""
    if not (page.all(Meeting) or is_report(page)):
        return
    parted = [] if page.all(Meeting) else under_pleas(page)
    bodies = {each.span.end: each.span.start for each in page.all(BodyMention)}
    subjects = bodies | {each.span.end: each.span.end for each in page.all(Holder)}
    for body in page.all(BodyMention):
        start, end = body.span.start, body.span.end
        if parted and any(each.start <= end < each.end for each in parted):
            continue  # what a report asks for under a heading is parted item by item
        before, told = page.text[max(0, start - LONGEST) : start], False
        if before.lower().endswith(ENDS):
            told = _ordered(page.text, start, subjects) or _begged(page, body.span)
        elif before.endswith(PARTS):
            told = _in_turn(page, body.span) or between(page, body.span)
        if told and not _tells(page.text, end):
            yield from _task(page, end + 1)
    for person in page.all(Holder):
        end = person.span.end
        if (
            end not in bodies
            and _ordered(page.text, person.span.start, subjects)
            and page.text[end : end + 1] == " "
            and _acts(page, end + 1)
        ):
            yield from _task(page, end + 1)
    for said in page.all(Speech):
        if said.what.manner in ASKED and _bans_or_towards(page, said):
            yield from _task(page, said.span.end + 1)


def _bans_or_towards(page: Page, said: Found[Speech]) -> bool:
    """Whether what is asked is a ban, or a deed of him whom the sentence opens towards: Đối với ngành thuế, ông yêu cầu │rà soát …│"""
    text, asked = page.text, said.span
    end = asked.end
    if said.what.speaker and BANS.match(text, end):
        return True
    block = page.block_at(asked.start)
    floor = max(block.span.start - 1 if block else 0, asked.start - BEFORE, 0)
    return text[end : end + 1] == " " and TOWARDS.search(text, floor, asked.start) is not None and _acts(page, end + 1)


def _task(page: Page, start: int) -> Iterator[Found[Clause]]:
    """What is to be done from `start` on, as far as nothing was read there."""
    span = _to_stop(page, start)
    span = _unread(page, span) if span else None
    if span and (clause := clause_at(page, span)):
        yield Found(clause, span, confidence=SURE)


def _acts(page: Page, start: int) -> bool:
    """Whether a deed begins at `start`, be it one that only a person does: giao đồng chí A │phụ trách …"""
    deed = clause_at(page, Span(start, min(start + REACH, len(page.text)))) if start < len(page.text) else None
    return deed is not None and (begins(deed.line, deed.first) or deed.words[0] in OWN)


def _ordered(text: str, start: int, subjects: dict[int, int]) -> bool:
    """Whether the body at `start` is told to do what follows.

    subjects  by where a body's name ends, where it begins; a person asks whatever he is called
    """
    floor = max(0, start - BACK)
    verb = ORDERS.search(text, floor, start) if text[max(0, start - LONGEST) : start].lower().endswith(ENDS) else None
    if verb is None:
        return False
    if OPENS.search(text, floor, verb.start()):
        return True
    if CHARGED.search(text, floor, verb.end()):
        return True
    end = verb.start() - 1
    return end in subjects and not verb["asks"] and not text[subjects[end] : end].lower().startswith(FIRMS)


def _in_turn(page: Page, charged: Span) -> bool:
    """Whether a body behind a directive and a semicolon is charged next: …; UBND huyện │khảo sát kênh Xáng│, báo cáo …"""
    text, start = page.text, charged.start
    if text[max(0, start - len(NEXT)) : start] != NEXT or not text[start].isupper():
        return False
    last = page.within(Clause, Span(max(0, start - BEFORE), start - 1))
    if not last or last[-1].span.end != start - len(NEXT) or last[-1].what.polarity:
        return False
    deed = clause_at(page, Span(charged.end + 1, min(charged.end + REACH, len(text)))) if charged.end + 1 < len(text) else None
    return deed is not None and begins(deed.line, deed.first)


def _begged(page: Page, asked: Span) -> bool:
    """Whether somebody who speaks asks the body for what follows, which opens with a deed: Cục kiến nghị Quốc hội │sửa Luật …"""
    floor = max(0, asked.start - BACK)
    if not page.text[max(0, asked.start - LONGEST) : asked.start].endswith(ENDS):
        return False
    verb = BEGS.search(page.text, floor, asked.start)
    if verb is None:
        return False
    said = [each.what.named for each in page.within(Speech, Span(max(0, verb.start() - SAID), asked.start)) if each.what.named]
    speaks = any(OPENS.search(page.text, max(0, each.start - BACK), each.start) for each in said)
    deed = (
        clause_at(page, Span(asked.end + 1, min(asked.end + REACH, len(page.text)))) if speaks and asked.end + 1 < len(page.text) else None
    )
    return deed is not None and (begins(deed.line, deed.first) or deed.words[0] in SIMPLE)


def _to_stop(page: Page, start: int) -> Span | None:
    """The stretch from `start` to the next stop within its paragraph; None where that leads on to a list: giao các xã như sau:"""
    block = page.block_at(start)
    last = block.span.end if block else len(page.text)
    stop = STOP.search(page.text, start, last) if start < last else None
    end = stop.start() if stop else last
    return Span(start, end) if start < end and page.text[end - 1] != LEADS_ON else None


def _tells(text: str, end: int) -> bool:
    return text[end : end + 1] != " " or bool(LACKS.match(text, end + 1) or TOLD.match(text, end + 1))


def _unread(page: Page, span: Span) -> Span | None:
    """The stretch, up to the comma before the first clause that was read in it; None where one was read from its start on.

    "yêu cầu các Chi cục │tăng ca ngày cao điểm│, không để hàng ùn ứ"
    """
    read = next((each.span for each in page.within(Clause, Span(max(0, span.start - BEFORE), span.end)) if each.span.overlaps(span)), None)
    if read is None:
        return span
    parted = COMMA.search(page.text, span.start, read.start) if read.start > span.start else None
    whole = Span(span.start, parted.start()) if parted and parted.start() > span.start else None
    deed = clause_at(page, whole) if whole else None
    short = deed is not None and len(deed.words) <= SHORT and "," not in deed.words
    return whole if deed and short and begins(deed.line, deed.first) else None
