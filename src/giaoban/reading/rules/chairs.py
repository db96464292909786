"""Who presides over or concludes the meeting: what the text lets each person of office do, weighed.

    "… chủ trì buổi làm việc"  "Kết luận hội nghị, đồng chí …"     he presides
    "… dự và phát biểu chỉ đạo"                                    a guest, unless the meeting is his own body's or he asks most

Every mention of a person bears marks (`AFTER`, `BEFORE`); the marks of all his mentions are weighed with his office and with how often he
asks (`weights/choices.tsv`, choice `chair`), against nobody. What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from giaoban.model import BlockKind, Chair, Found, Span
from giaoban.reading.choosing import Candidates, scales
from giaoban.reading.engine import Page, rule
from giaoban.reading.rules.persons import Holder
from giaoban.reading.rules.speech import Speech
from giaoban.reading.sentences import Sentence
from giaoban.reference.offices import OFFICES

MEET = (
    r"(?:hội nghị|cuộc họp|buổi họp|buổi làm việc|cuộc làm việc|phiên họp|kỳ họp|giao ban|hội nghị giao ban|buổi giao ban|cuộc giao ban"
    r"|phiên giải trình|buổi tiếp xúc|đại hội|phiên thảo luận|hội thảo|buổi gặp mặt|buổi đối thoại|tọa đàm)"
)
Marks = tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]
"""The name of a mark, its pattern, and words of which one must be there before the pattern is tried."""


WORDS = {
    "presides": ("chủ t", "điều hành"), "concludes": ("kết luận",), "opens": ("khai mạc",), "closes": ("bế mạc",),
    "when concluding": ("khi",),
    "begins": ("mở đầu", "thị sát"), "leads": ("dẫn đầu", "trưởng đoàn", "làm "), "meets": ("có buổi", "có cuộc", "có chuyến", "họp"),
    "works with": ("làm việc",), "inspects": ("kiểm tra", "sát"), "guides": ("chỉ đạo",), "speaks at": ("phát biểu",),
    "attends": ("dự",), "reports": ("báo cáo", "trình bày", "thông tin", "cho ", "kiến nghị", "đề xuất"),
    "orders": ("yêu cầu", "giao ", "chỉ đạo"), "asks": ("đề nghị", "lưu ý", "nhấn mạnh", "nhắc nhở"),
    "praises": ("đánh giá", "ghi nhận", "biểu dương", "hoan nghênh"), "under the chair of": ("chủ trì của", "chủ tọa của", "điều hành của"),
    "chaired by": ("chủ t", "điều hành", " do "), "met with": ("làm việc",), "met with, after": ("làm việc",),
    "concluding": ("kết luận",), "opening": ("khai mạc",), "closing": ("bế mạc",), "guided by": ("chỉ đạo",), "guiding": ("chỉ đạo",),
    "speaking at": ("phát biểu",), "attended by": ("dự", "tham gia"),
    "reported to": ("báo cáo", "kiến nghị", "cảm ơn", "đề nghị", "đồng tình", "yêu cầu"), "according to": ("theo ", "sau khi nghe"),
}  # fmt: skip


def _marks(*patterns: tuple[str, str]) -> Marks:
    return tuple((name, re.compile(pattern, re.IGNORECASE), WORDS[name]) for name, pattern in patterns)


WITH = r"(?:,? (?:và|cùng)(?: các| với)* (?:thành viên |thành viên trong )?(?:đ|Đ)oàn(?: công tác| kiểm tra)?(?: của \w[^,.;]{2,40})?,?)?"
"""Those who come with a person."""
CAME = r"(?:đã |vừa )?(?:đến |về |tới )?(?:thăm(?: và|,) |kiểm tra |dự |chủ trì )*"
AFTER = _marks(
    ("presides", r"[^.;]{0,40}?(?:đã |cùng |đồng )*(?:chủ trì|chủ tọa|làm chủ tọa|điều hành(?: " + MEET + r"|$|[.;]))(?!,? phối hợp)"),
    ("concludes", r"[, ]*(?:đã |cũng |có |thay mặt [^,.]{3,60} )*(?:phát biểu |có ý kiến |ý kiến )?kết luận"),
    ("opens", r"[, ]*(?:đã )?(?:phát biểu |tuyên bố )?khai mạc"),
    ("closes", r"[, ]*(?:đã )?(?:phát biểu |tuyên bố )?bế mạc"),
    ("when concluding", r"[^.;]{0,60} khi (?:phát biểu )?(?:kết luận|khai mạc|bế mạc)"),
    ("begins", r"[^.;]{0,30}?(?:mở đầu " + MEET + r"|thị sát [^.;]{3,90} làm việc với)"),
    ("leads", r"[, ]*(?:đã |vừa )?(?:dẫn đầu|làm (?:trưởng đoàn|$))"),
    ("meets", rf"{WITH}[, ]*(?:đã |vừa )?(?:có (?:buổi|cuộc|chuyến) (?:làm việc|họp|kiểm tra|tiếp xúc)|họp (?:bàn|với)|họp$)"),
    (
        "works with",
        rf"{WITH}(?:[^.;]{{0,120}}? (?:trước|sau) khi(?: cùng)?)?[, ]*{CAME}làm việc(?: trực tuyến)? (?:với|tại)",
    ),
    ("inspects", rf"{WITH}[, ]*(?:đã |vừa )?(?:đến |về |tới |đi )?(?:kiểm tra|thị sát|khảo sát)"),
    (
        "guides",
        r"[, ]*(?:đã )?(?:dự và |tham dự và |dự, |phát biểu |có ý kiến |cho ý kiến )*(?:phát biểu )?(?:ý kiến )?chỉ đạo(?: tại)? " + MEET,
    ),
    ("speaks at", r"[, ]*(?:đã |cũng )?(?:có )?(?:bài )?phát biểu(?: tại)? " + MEET),
    ("attends", r"[, ]*(?:đã |cũng |cùng |đã đến |đến |về )*(?:tham )?dự\b"),
    ("reports", r"[, ]*(?:đã |cũng )?(?:báo cáo|trình bày|thông tin|cho biết|cho hay|kiến nghị|đề xuất)"),
    ("orders", r"[, ]*(?:đã |cũng )?(?:yêu cầu|giao |chỉ đạo)"),
    ("asks", r"[, ]*(?:đã |cũng )?(?:đề nghị|lưu ý|nhấn mạnh|nhắc nhở)"),
    ("praises", r"[, ]*(?:đã |cũng )?(?:đánh giá cao|ghi nhận|biểu dương|hoan nghênh)"),
)
GUIDING = (
    r"(?:phát biểu(?: ý kiến)?|dự(?: và|,)|có ý kiến) chỉ đạo(?: tại)?"
    rf"(?: {MEET}[^.;]{{0,90}}?)?(?:,| có| là|:)?(?: đồng chí)? ?$"
)
CHAIRED_BY = (
    rf"(?:chủ trì|chủ tọa|điều hành)(?: {MEET})?(?: có| là|:| gồm)(?: các)?(?: đồng chí)?:? ?$"
    rf"|(?-i:Chủ trì|Chủ tọa|Điều hành)(?: {MEET})?, $|{MEET} do(?: đồng chí)? $"
)
BEFORE = _marks(
    ("under the chair of", r"(?:chủ trì|chủ tọa|điều hành) của(?: các)? (?:đồng chí )?(?:thường trực \w+ \w+: )?$"),
    ("chaired by", CHAIRED_BY),
    ("met with", r"làm việc(?: trực tuyến)? với $"),
    ("met with, after", r"làm việc(?: trực tuyến)? với [^.;]{3,200}, $"),
    ("concluding", r"kết luận(?: tại| thảo luận| và chỉ đạo)?(?: của)?(?: " + MEET + r"[^.;]{0,90}?)?(?:,|:)? ?$"),
    ("opening", r"(?<!phiên )khai mạc(?: tại)?(?: " + MEET + r"[^.;]{0,60}?)?,? ?$"),
    ("closing", r"bế mạc(?: tại)?(?: " + MEET + r"[^.;]{0,60}?)?,? ?$"),
    ("guided by", r"ý kiến chỉ đạo của ?$"),
    ("guiding", GUIDING),
    ("attended by", r"(?:tham dự|dự|cùng dự|tham gia)(?: " + MEET + r")?(?: còn)?(?: có)?:?[^.;]{0,60}$"),
    ("reported to", r"(?:báo cáo|kiến nghị|cảm ơn|đề nghị|đồng tình|theo yêu cầu)(?: với| của)? $"),
    ("according to", r"(?:theo|sau khi nghe) $"),
)  # fmt: skip
AND = re.compile(r"(?:,? và|,|,? cùng|[^.;]{0,40} sau khi cùng)(?: với)?(?: các)? ?")
"""Between two who preside together; the first is named as the chair."""
LISTED = re.compile(r";(?: và)?(?: các)? ?")
"""Between those of a list of whom it is said that they do so together."""
JOINTLY = re.compile(r"[^.;]{0,40}?(?:đồng|cùng) (?:chủ trì|chủ tọa|điều hành)")
TOGETHER = frozenset(("presides", "begins", "meets", "works with", "inspects", "concludes", "leads"))
WINDOW = 160
RANKS: tuple[tuple[int, re.Pattern[str]], ...] = tuple((rank, re.compile(pattern, re.IGNORECASE)) for rank, pattern in (
    (9, r"^(?:tổng bí thư|chủ tịch nước|chủ tịch quốc hội|thủ tướng)"),
    (8, r"^(?:phó thủ tướng|phó chủ tịch (?:quốc hội|nước)|ủy viên bộ chính trị|trưởng ban .*trung ương|thường trực ban bí thư)"),
    (7, r"^(?:bộ trưởng|bí thư (?:tỉnh|thành)|thống đốc|tổng thanh tra|ủy viên (?:bch )?trung ương)"),
    (6, r"^(?:thứ trưởng|phó bí thư (?:thường trực )?(?:tỉnh|thành)|chủ tịch (?:ubnd|hđnd) (?:tỉnh|tp|thành))"),
    (5, r"^(?:tổng cục trưởng|phó chủ tịch (?:ubnd|hđnd) (?:tỉnh|tp|thành)|chủ tịch (?:ubnd|hđnd)|bí thư)"),
    (4, r"^(?:phó tổng cục trưởng|giám đốc|cục trưởng|phó bí thư|phó chủ tịch|chủ tịch|trưởng ban|tổng giám đốc)"),
    (3, r"^(?:phó giám đốc|phó cục trưởng|vụ trưởng|phó|trưởng)"),
))  # fmt: skip
SHORT = re.compile(r"(?:hội đồng|ủy ban|uỷ ban) nhân dân(?: \((?:hđnd|ubnd)\))?")
"""Bodies that offices name by their initials."""
HEADS_OF = {"chính phủ": "thủ tướng", "tỉnh ủy": "bí thư tỉnh ủy", "thành ủy": "bí thư thành ủy", "huyện ủy": "bí thư huyện ủy"}
"""Who is at the head of a body whose name his office does not hold."""


@dataclass(frozen=True, slots=True)
class Chairing:
    """What one mention of a person says for or against his presiding: names of marks."""

    holder: Holder
    marks: tuple[str, ...]


@rule(makes=Chairing, needs=(Sentence, Holder))
def chairings(page: Page) -> Iterator[Found[Chairing]]:
    captions = {block.span.start for block in page.document.blocks if block.kind is BlockKind.CAPTION}
    for sentence in page.all(Sentence) if page.all(Holder) else ():
        holders = [found for found in page.within(Holder, sentence.span) if found.what.name or found.what.offices]
        for index, found in enumerate(holders):
            end = holders[index + 1].span.start if index + 1 < len(holders) else sentence.span.end
            start = holders[index - 1].span.end if index else sentence.span.start
            marks = _borne(page.text, found.span, start, end)
            if (shared := TOGETHER & set(marks)) and (first := _first(page.text, holders, index)) is not found:
                yield Found(Chairing(first.what, (*sorted(shared), "first of two")), first.span)
                marks = (*marks, "second of two")
            if sentence.what.block.span.start in captions and marks:
                marks = (*marks, "caption")
            if marks:
                yield Found(Chairing(found.what, marks), found.span)


def _first(text: str, holders: Sequence[Found[Holder]], index: int) -> Found[Holder]:
    """The first named of those who do together what is said of the last of them, at `index`."""
    jointly = JOINTLY.match(text, holders[index].span.end)
    first = index
    while first and (index - first < 1 or jointly) and _joined(text, holders[first - 1].span.end, holders[first].span.start, bool(jointly)):
        first -= 1
    return holders[first]


def _joined(text: str, start: int, end: int, listed: bool) -> bool:
    return bool(AND.fullmatch(text, start, end) or (listed and LISTED.fullmatch(text, start, end)))


def _borne(text: str, span: Span, floor: int, ceiling: int) -> tuple[str, ...]:
    after = text[span.end : min(ceiling, span.end + WINDOW)]
    before = text[max(floor, span.start - WINDOW) : span.start]
    heard, said = after.lower(), before.lower()
    follows = [name for name, pattern, words in AFTER if _stands(words, heard) and pattern.match(after)][:2]
    return (*follows, *[name for name, pattern, words in BEFORE if _stands(words, said) and pattern.search(before)][:2])


def _stands(words: tuple[str, ...], said: str) -> bool:
    """Whether one of the words stands in what is said."""
    for word in words:  # noqa: SIM110 — a fifth of the time of `any`, for each mark of each mention
        if word in said:
            return True
    return False


@dataclass(slots=True)
class Person:
    """One person of the text: his full name, every office the text gives him, what his mentions say."""

    name: str
    offices: tuple[str, ...] = ()
    marks: Counter[str] = field(default_factory=Counter)
    asks: int = 0
    first: int = 1 << 30


def presiding(page: Page, convener: str | None) -> Chair | None:
    """The person who presides: his full name and every office the text gives him.

    convener  the body that holds the meeting: who guides it presides rather if he is of that body
    """
    return candidates(page, convener).best(scales("chair", page.weights))


def candidates(page: Page, convener: str | None) -> Candidates[Chair | None]:
    """Everybody of office in the text, and nobody."""
    found: Candidates[Chair | None] = Candidates()
    everybody = persons(page)
    asking = max((person.asks for person in everybody), default=0)
    top = max((rank(person.offices) for person in everybody if person.marks or person.asks), default=0)
    strong = False
    for person in everybody:
        marks = person.marks
        if not marks and not person.asks:
            continue
        own = _own(person.offices, convener)
        traits = [f"mark {name}" for name in marks]
        traits += [f"often {name}" for name, count in marks.items() if count > 1]
        traits += [
            f"{name} own={own}"
            for name in marks
            if name in ("guides", "guiding", "speaks at", "speaking at", "attends", "attended by", "concludes", "orders")
        ]
        traits += [f"asks {min(person.asks, 4)}", f"asks most={bool(person.asks) and person.asks == asking} {min(person.asks, 2)}"]
        traits += [f"rank top={rank(person.offices) == top}", f"own={own}", f"named={' ' in person.name}", f"office={bool(person.offices)}"]
        found.add(Chair(person.name, person.offices), tuple(traits))
        strong = strong or bool(marks.keys() & {"presides", "concludes", "chaired by", "under the chair of", "concluding"})
    found.add(None, ("nobody", f"nobody strong={strong}", f"nobody convener={convener is not None}"))
    return found


def persons(page: Page) -> list[Person]:
    """Everybody of office whom the text names, in order of the first mention."""
    named = [found.what for found in page.all(Holder) if found.what.name]
    full = _full_names([holder.name for holder in named if holder.name])
    by_office = {office: full[holder.name] for holder in reversed(named) for office in holder.offices if holder.name}
    known = {name: Person(name, offices) for name, offices in _all_offices(named, full).items()}

    def whom(holder: Holder) -> Person | None:
        if holder.name:
            return known[full[holder.name]]
        return next((known[by_office[office]] for office in holder.offices if office in by_office), None)

    for found in page.all(Chairing):
        if person := whom(found.what.holder):
            person.marks.update(found.what.marks)
    for said in page.all(Speech):
        if said.what.named and said.what.manner in ("order", "request"):
            for held in page.within(Holder, Span(said.what.named.start, said.what.named.start + 1)):
                if person := whom(held.what):
                    person.asks += 1
    return list(known.values())


def rank(offices: tuple[str, ...]) -> int:
    """The highest of a person's offices, 9 for the head of the government, 0 for none known."""
    return max((next((rank for rank, pattern in RANKS if pattern.search(office)), 2) for office in offices), default=0)


def _own(offices: tuple[str, ...], convener: str | None) -> str:
    """Whether one of the offices is of the body that holds the meeting: Tổng cục trưởng Tổng cục Hải quan, Thủ tướng of Chính phủ."""
    if not convener:
        return "unknown"
    said = " ".join(offices).lower()
    body = SHORT.sub(lambda match: "hđnd" if match[0].startswith("hội") else "ubnd", convener.lower())
    short = any(body.startswith(f"{each} ") for office in offices if " " in (each := _office_of(office.lower())))
    return str(short or body in said or any(head in body and holder in said for head, holder in HEADS_OF.items()))


def _office_of(office: str) -> str:
    """The body in which an office is held: Viện trưởng │ Viện KSND tỉnh; empty where it is not said."""
    words = office.split(" ")
    size = next((size for size in range(min(4, len(words)), 0, -1) if " ".join(words[:size]) in OFFICES), len(words))
    return " ".join(words[size:])


def _all_offices(named: list[Holder], full: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The offices of each person where the text says most of them."""
    known: dict[str, tuple[str, ...]] = {}
    for holder in named:
        name = full[holder.name or ""]
        if len(" ".join(holder.offices)) > len(" ".join(known.get(name, ()))) or name not in known:
            known[name] = holder.offices
    return known


def _full_names(names: list[str]) -> dict[str, str]:
    """Each name as said, and the longest name in the text that ends with it (Thăng: Đinh La Thăng)."""
    longest: dict[str, str] = {}
    for name in sorted(set(names), key=lambda each: (len(each), each)):
        syllables = name.split(" ")
        for at in range(len(syllables)):
            longest[" ".join(syllables[at:])] = name
    return {name: longest[name] for name in names}
