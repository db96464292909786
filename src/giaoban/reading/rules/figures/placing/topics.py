"""What a sentence is turned to, and what the next ones call by its kind alone or as "địa phương này"; who answers for a smaller place.

"Với Tập đoàn Than Phú Lâm, doanh thu đạt │53 tỷ đồng"                         it is said of whom
"Tại quận Tân Hòa, dịch đã lui. Quận còn │42 ổ dịch"                           as the sentence before
"Chủ tịch UBND huyện Phú Sơn cho biết đã di dời │15 hộ"                        in a text of the province
"""

import re
from bisect import bisect_left

from giaoban.reading.letters import NAME, either
from giaoban.reading.rules.figures.placing.mentions import LOCAL, Mention, heads, is_proper
from giaoban.reading.rules.figures.placing.standing import START, Standing
from giaoban.reading.rules.figures.placing.surroundings import SIZES, sort_of
from giaoban.reading.rules.figures.whereabouts.names import BY_KIND, COUNTRY, key

TURNS = (
    "với", "đối với", "còn với", "còn đối với", "riêng", "riêng với", "riêng đối với", "riêng tại", "riêng ở", "về phía", "tương tự, với",
    "tương tự, tại", "tương tự, ở", "còn tại", "còn ở", "tại", "ở", "trên địa bàn", "điển hình là", "điển hình như", "tiêu biểu là",
    "tiêu biểu như", "nổi bật là", "đi đầu là", "dẫn đầu là", "đứng đầu là", "đơn cử tại", "đơn cử như", "đơn cử", "điển hình",
)  # fmt: skip
TURNED = re.compile(
    rf"(?:^|[.;!?:\n]\s?)[-–+*•\d.) ]*(?:(?:theo báo cáo|theo đó|cụ thể|trong đó|hiện|hiện nay|đến nay|năm \d{{4}}|năm qua),? )?"
    rf"(?:(?P<turn>{either(TURNS)}) |(?:[^\W\d]+ ){{1,4}}(?:tại|ở) )?(?:ubnd )?$"
)
"""What stands before what a sentence is turned to, in small letters; no turn where it is the subject."""
TURNED_WITHIN = 40
ENDS = re.compile(r" ?(?:\([^()\n]{1,60}\) ?)?(?:[,:]| (?:thì|đã|hiện|có|mới)\b)")
"""What follows it."""
PASSED = frozenset(("sector", "general", "bare", "list"))
"""Sorts that may be named between it and the figure: who acts there, or its own kind."""
BACK = 600
"""Code points of a paragraph that are looked back over for what was turned to last."""
KINDS = either(sorted(BY_KIND))
TAKES_UP = re.compile(
    rf"(?:(?P<this>{KINDS})|địa phương|đơn vị|doanh nghiệp|tập đoàn|nơi) này\b"
    rf"|(?P<there>trên địa bàn)(?= [a-zà-ỹđ]+ )(?! (?:{KINDS}|thị trấn|các|toàn)\b)"
    rf"|(?:^|[.;\n] ?)(?:(?:hiện|hiện nay|đến nay|năm qua),? |năm \d{{4}}, )?(?P<kind>{KINDS}) (?=[a-zà-ỹđ])",
    re.IGNORECASE,
)
"""How a sentence takes up what was turned to before."""
CONNECTS = re.compile(
    r"[-–+*• ]*(?:tuy nhiên|tuy vậy|mặc dù vậy|song|thế nhưng|ngoài ra|bên cạnh đó|cùng với đó|đồng thời|đến nay|hiện nay|hiện|nhờ đó"
    r"|vì vậy)\b",
    re.IGNORECASE,
)
"""How a sentence goes on with what the one before was turned to."""
HOUSES = ("bệnh viện ", "trường ", "hợp tác xã ")
"""How bodies begin, beside firms, for which their head answers: Giám đốc │Bệnh viện Bạch Mai cho biết."""
HEADED = re.compile(
    r"(?:[Pp]hó )?(?:[Gg]iám đốc|[Tt]ổng giám đốc|[Hh]iệu trưởng|[Ll]ãnh đạo|[Bb]í thư|[Cc]hủ tịch|[Đđ]ại diện)(?! nước)\b[^.;:\n]{0,40}$"
)
"""Before the place for which somebody answers."""
HEADED_WITHIN = 60
SAYS = re.compile(rf"(?: {NAME})?,? (?:cho biết|cho hay|thông tin|báo cáo|nêu|thông báo|chia sẻ|nói|khẳng định)\b")
BY = re.compile(r"\btheo (?:ông |bà |đồng chí )?$", re.IGNORECASE)


def led_in(at: Standing) -> str | None:
    """Whom or where the sentence is turned to before all else: Với Tập đoàn Than Phú Lâm, doanh thu đạt │53 tỷ đồng."""
    floor = at.line.span.start
    for each in _named(at, floor, at.figure):
        turn = _turn(at.text, floor, each.start)
        if turn is None:
            continue
        later = [other for other in _named(at, each.end, at.figure) if not (other.apart or other.sort in PASSED)]
        return each.name if turn and _has_name(each) and ENDS.match(at.text, each.end) and not later else None
    return None


def taken_up(at: Standing) -> str | None:
    """What was turned to last in the paragraph, where the sentence calls it so: Quận còn │42 ổ dịch; địa phương này."""
    if any(each.sort not in PASSED for each in at.local):
        return None
    found = next(iter(reversed(list(TAKES_UP.finditer(at.text[at.begin : at.figure])))), None)
    if found:
        return _turned_to(at, at.begin + found.start(), (found["this"] or found["kind"] or "").lower(), local=bool(found["there"]))
    goes_on = not at.near and CONNECTS.match(at.text, at.line.span.start)
    return _turned_to(at, at.line.span.start, "", led=True) if goes_on else None


def answered_for(at: Standing) -> str | None:
    """The place smaller than the one the text is about, or the house, for which whoever speaks answers: Chủ tịch UBND huyện Phú Sơn cho
    biết đã …, Giám đốc Bệnh viện Ea Lâm cho hay …"""
    if any(each.sort not in PASSED for each in at.local):
        return None
    size = SIZES.get(sort_of(at.own), 0) if at.own and at.own.lower() not in COUNTRY else len(SIZES)
    for each in reversed(at.near):
        answers = SIZES[each.sort] < size if each.sort in LOCAL else each.sort == "firm" or each.key.startswith(HOUSES)
        if each.apart and answers and is_proper(each.name):
            office = HEADED.search(at.text, max(at.begin, each.start - HEADED_WITHIN), each.start)
            if office is None:
                return None
            by = BY.search(at.text, max(at.begin, office.start() - len("theo đồng chí ")), office.start())
            return each.name if by or SAYS.match(at.text, each.end) else None
    return None


def _turned_to(at: Standing, end: int, kind: str, *, led: bool = False, local: bool = False) -> str | None:
    """What the sentences before `end` in the paragraph were turned to last that is of a kind.

    led    by words that say so
    local  only a place
    """
    floor = max(at.text.rfind("\n", 0, end) + 1, end - BACK)
    for each in reversed(_named(at, floor, end + 1)):
        turn = _turn(at.text, floor, each.start)
        if turn is not None and _has_name(each) and _is_of(each, kind) and (each.sort in LOCAL or not local):
            return None if key(each.name) == key(at.own) or (led and not turn) else each.name
    return None


def _named(at: Standing, start: int, end: int) -> list[Mention]:
    """What is named between, of lists their members, and what begins clauses there."""
    leads = at.around.leads
    led = leads[bisect_left(leads, start, key=START) : bisect_left(leads, end, key=START)]
    named = [each for each in at.around.between(start, end) if each.sort != "list"]
    return sorted([*named, *led], key=lambda each: (each.start, each.end))


def _turn(text: str, floor: int, start: int) -> str | None:
    """By which words a sentence is turned to what stands at `start`; none where it is not the first that is named."""
    before = text[max(floor, start - TURNED_WITHIN) : start].lower()
    if start - TURNED_WITHIN > floor:
        before = f"x{before}"
    found = TURNED.search(before)
    return found and (found["turn"] or "")


def _is_of(mention: Mention, kind: str) -> bool:
    """Whether a place is of a kind, in small letters; a province without its kind, too."""
    return mention.name.lower().startswith(kind) or (kind in ("tỉnh", "thành phố") and mention.sort == "province")


def _has_name(mention: Mention) -> bool:
    return heads(mention) or (mention.sort not in PASSED and is_proper(mention.name))
