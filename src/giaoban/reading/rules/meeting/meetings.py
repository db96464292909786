"""The meeting a text reports: when, how, who holds it, who is reviewed, who presides.

    "Sáng 12/3, Ban Thường vụ Tỉnh ủy đã họp trực tuyến với Ban Thường vụ Thị ủy Đông Triều"
    "Đồng chí Nguyễn Xuân Ký, Bí thư Tỉnh ủy, chủ trì buổi làm việc"

Sentences bear witness (`witnesses`, `heard`); in those that tell most, and for the chair in the whole text, each fact is
weighed from its candidates. A text with too little witness reports none. What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import Found, Meeting
from giaoban.reading.choosing import scales
from giaoban.reading.engine import Page, rule
from giaoban.reading.gates import Gated
from giaoban.reading.marks import AgencyMention, BodyMention, PeriodMention, PlaceMention
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.meeting import convening
from giaoban.reading.rules.meeting.chairings import Chairing
from giaoban.reading.rules.meeting.chairs import presiding
from giaoban.reading.rules.meeting.convening_names import headed, placed
from giaoban.reading.rules.meeting.heard import heard, of_that_day
from giaoban.reading.rules.meeting.modes import mode
from giaoban.reading.rules.meeting.reviewing import reviewed
from giaoban.reading.rules.meeting.witnesses import just_over
from giaoban.reading.rules.named.held_on import held_on, named_day, says_when, yearless
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.sentences import Sentence
from giaoban.reading.syllables import Syllables

LETTERHEAD = Gated(r"\b[ĐD]ộc l[aâậ]p ?[-–—] ?[Tt]ự do")
NO_RECORD = re.compile(
    r"(?:BÁO CÁO(?: (?:THẨM TRA|GIÁM SÁT|TÓM TẮT))?|TỜ TRÌNH|KẾ HOẠCH|GIẤY MỜI(?: HỌP)?|QUYẾT ĐỊNH|CHỈ THỊ)[ \t]*$|[Kk]ính mời",
    re.MULTILINE,
)
"""What a paper calls itself that is no record of a meeting, though it may tell of several."""
OPENS_AS = re.compile(
    r"\s*(?:(?:(?:[Tt]hông báo|THÔNG BÁO)\s+)?(?:[Ll]ịch (?:tiếp|họp|công tác|làm việc)|LỊCH (?:TIẾP|HỌP|CÔNG TÁC|LÀM VIỆC))\b"
    r"|(?:KẾ HOẠCH|TỜ TRÌNH|GIẤY MỜI(?: HỌP)?|QUYẾT ĐỊNH|CHỈ THỊ)[ \t]*\n"
    r"|(?:KẾ HOẠCH|Kế hoạch) (?:tiếp xúc|tổ chức|họp|kiểm tra|giám sát)\b"
    r"|(?:QUY CHẾ|Quy chế|MẪU|Mẫu|HƯỚNG DẪN)\s\w|(?:ĐÍNH CHÍNH|Đính chính)\b"
    r"|(?:THÔNG BÁO|Thông báo)\s+(?:[Vv]ề việc )?(?:[Tt]uyển|TUYỂN|[Mm]ời|MỜI|[Cc]hiêu sinh|[Đđ]ấu giá|[Bb]án đấu giá)\b)"
)
"""The same at the very beginning, where no letterhead is needed."""
ASKS = re.compile(r"\n[ \t*–-]*(?:PV|P\.V|Phóng viên|Nhà báo|Hỏi)(?: [^\n:]{1,40})?: ?")
"""Before what an interview asks, which may speak of meetings and reports none."""
TURN = re.compile(r"\n[ \t]*[-–] ?(?:Thưa |[^\n]{5,300}\?[ \t]*\n\s*[-–] )")
"""What is asked there where nobody is named who asks: - Thưa ông, còn tồn kho? - Còn nhiều."""
INTERVIEWED = 2
"""Questions that make an interview."""
ANSWERED = re.compile(r"BIÊN BẢN|[Đđ]ối thoại (?:với|giữa|trực tiếp)|[Tt]iếp xúc cử tri")
"""What says in the head of a text that those who met asked the questions in it."""
WEEKDAYS = re.compile(
    r"(?:^|\n|[.;] )[ \t*•–-]*(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|THỨ \w+)(?:,? (?:ngày )?\(?\d[\d/.-]*\)?)?[^\n\w]{0,2}:"
)
"""What the days of a schedule begin with: Thứ Hai (05/8): 8h00, …"""
BEGUN = ("hứ ", "THỨ ")
"""What each of them holds: looked for first, many times as quickly."""
BY_DAY = re.compile(r"hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)")
"""The same with the day, where those are many: thứ trưởng."""
SCHEDULED = 3
"""Such days that make a schedule, which says what will be held."""
COUNTS = re.compile(r"(?:^|\n|[.;:,] )[ \t*•–-]*(?:[Tt]hứ nhất|THỨ NHẤT|[Mm]ột là|[Tt]rước hết|[Tt]rước tiên)\b")
"""What stands before them where they are no days: Thứ nhất: …, Thứ hai: …"""
HEAD = 1500
"""Code points in which a paper says what it is."""
ENOUGH = 3.0
"""Witness that a text must bear to report a meeting."""
CHAIRED = 1.0
"""What it counts that somebody presides."""
SURE, UNSURE = 0.71, 0.45
"""How often all of a meeting (day, mode, bodies, chair) is as annotated in texts that nobody worked from: where who holds it is read and
nobody is reviewed, and where not (docs/reading/tried.md)."""


@rule(makes=Meeting, needs=(Sentence, Syllables, PeriodMention, PlaceMention, BodyMention, AgencyMention, Holder, Speech, Chairing))
def meetings(page: Page) -> Iterator[Found[Meeting]]:
    """At most one."""
    all_witness = heard(page)
    total, told = all_witness.total, all_witness.told
    if total + CHAIRED < ENOUGH or not told or _other_paper(page.text):
        return
    day_named = named_day(page, told)
    convener = convening.candidates(page, of_that_day(told, day_named)).best(scales("convener", page.weights))
    chair = presiding(page, convener or convening.sector(page, all_witness.strongest.span), day_named)
    if total + (CHAIRED if chair else 0.0) < ENOUGH:
        return
    on = held_on(page, told)
    day = None if on else yearless(page, told)
    whose = headed(page, convener) if convener else None
    met = reviewed(page, told)
    meeting = Meeting(on, mode(page.text, all_witness.spans), whose, placed(page, met) if met else None, chair, day)
    if convener or meeting.reviewed or chair or says_when(page, told) or just_over(page.text, all_witness.strongest):
        yield Found(meeting, told[0].span, confidence=SURE if meeting.convener and not meeting.reviewed else UNSURE)


def _may_be_schedule(text: str) -> bool:
    """Whether a text holds enough words of which each day of a schedule begins with one."""
    return sum(map(text.count, BEGUN)) >= SCHEDULED and len(BY_DAY.findall(text)) + text.count(BEGUN[1]) >= SCHEDULED


def _other_paper(text: str) -> bool:
    """Whether the text is an interview, a schedule, or a paper of an office that reports, plans or invites."""
    if len(ASKS.findall(f"\n{text}")) + len(TURN.findall(f"\n{text}")) >= INTERVIEWED and not ANSWERED.search(text, 0, HEAD):
        return True
    if _may_be_schedule(text) and len(WEEKDAYS.findall(text)) >= SCHEDULED and not COUNTS.search(text):
        return True
    return OPENS_AS.match(text) is not None or bool(LETTERHEAD.search(text, 0, HEAD) and NO_RECORD.search(text, 0, HEAD))
