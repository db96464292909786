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
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.listed import TOLD, clause_at
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import Syllables

ORDERS = re.compile(r"(?:(?P<asks>đề nghị)|yêu cầu|giao nhiệm vụ|giao|phân công)(?: cho)?(?: (?:các )?đồng chí| ông| bà)? $", re.IGNORECASE)
ENDS = ("nghị ", "cầu ", "giao ", "vụ ", "công ", "cho ", "chí ", "ông ", "bà ")
"""How that ends, in small letters: what is before most names ends otherwise."""
LONGEST = max(map(len, ENDS))
OPENS = re.compile(r"(?:^|[.;:]|\n)[\s\d–+*•.)-]*$")
"""What stands before a verb that opens its clause."""
FIRMS = ("công ty", "tổng công ty", "tập đoàn", "doanh nghiệp")
"""Who may ask, but orders no office of the state."""
LACKS = re.compile(r"(?:và|của|trên|trong|tại|về|với|thuộc|các|cấp|vào|ra|từ|đến|theo|nhất|cũng|do|quản|liên quan|khác|này)\b|[\d(;,.:]")
"""What follows a name that was not read to its end, or tells nothing to do."""
BACK = 40
STOP = re.compile(r"[.;](?=\s|$)|$")
SURE = 0.6
"""Five of six were right, in annotated records and in minutes written for this project: too few to say more."""


@rule(makes=Clause, needs=(Clause, Meeting, BodyMention, Holder, Syllables))
def outright_tasks(page: Page) -> Iterator[Found[Clause]]:
    """What is ordered in so many words, up to the next stop, where no clause was read."""
    if not page.all(Meeting):
        return
    subjects = {each.span.end: each.span.start for each in page.all(BodyMention)}
    subjects |= {each.span.end: each.span.end for each in page.all(Holder)}
    for body in page.all(BodyMention):
        end = body.span.end
        if _ordered(page.text, body.span.start, subjects) and not _tells(page.text, end):
            stop = STOP.search(page.text, end + 1)
            span = Span(end + 1, stop.start()) if stop and stop.start() > end + 1 else None
            if span and not _read(page, span) and (clause := clause_at(page, span)):
                yield Found(clause, span, confidence=SURE)


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
    end = verb.start() - 1
    return end in subjects and not verb["asks"] and not text[subjects[end] : end].lower().startswith(FIRMS)


def _tells(text: str, end: int) -> bool:
    return text[end : end + 1] != " " or bool(LACKS.match(text, end + 1) or TOLD.match(text, end + 1))


def _read(page: Page, span: Span) -> bool:
    """Whether a clause was read there, begun within or before."""
    return any(each.span.overlaps(span) for each in page.within(Clause, Span(max(0, span.start - 400), span.end)))
