"""Who presides over or concludes the meeting: what the text lets each person of office do, weighed.

Every mention of a person bears marks (`chairings`); the marks of all his mentions are weighed with his office and with how often he
asks (`weights/choices.tsv`, choice `chair`), against nobody. What must and must not be read: corpus/meetings.tsv.
"""

import re
from dataclasses import dataclass, field

from giaoban.model import Chair, Span
from giaoban.reading.choosing import Candidates, scales
from giaoban.reading.engine import Page
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.meeting.chair_marks import AT_LINK
from giaoban.reading.rules.meeting.chairings import Chairing
from giaoban.reading.rules.named.days import SESSION, days_until, month_of
from giaoban.reading.rules.named.persons import Holder
from giaoban.reference.offices import OFFICES

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
TOWN = re.compile(r"\b(?:tp\.? ?|thành phố )(?=\w)|\b(?:thành phố|tp\.?)$")
"""A town as it is written: TP.HCM, TP Huế, thành phố Huế."""
BY_BODY = frozenset((
    "guides", "guiding", "says at", "at which", "speaks at", "speaking at", "attends", "attended by", "concludes",
    "orders", "as asked by", "as directed by",
    "leads",
))  # fmt: skip
"""Marks that say more of one who is of the body that holds the meeting."""
LOOK_BACK = 400
"""Code points before "ông" or "đồng chí" in which he is named who is meant."""
TEAM = re.compile(r"(?:đoàn|tổ) ", re.IGNORECASE)
"""A team that holds a meeting is led by who is said to lead one."""
STANDING = re.compile(r"thường trực (?=hđnd|ubnd|hội|ủy)")
"""The inner circle of a council, of which its head is: Thường trực HĐND huyện."""
STANDING_IN = re.compile(r"^thường trực ")
"""What may stand between an office and its body: Phó Bí thư │Thường trực│ Huyện ủy."""
PARTY_OF = {"tỉnh": "tỉnh ủy", "tp": "thành ủy", "huyện": "huyện ủy", "quận": "quận ủy", "thị xã": "thị ủy"}
"""The Party's committee by the kind of its place, where it is not named as that of the communes."""
KINDS = r"(?P<kind>tỉnh|tp|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\b"
PLACE = re.compile(KINDS)
COMMITTEE = re.compile(r"ban (?:chỉ|tổ chức|vận động)|tiểu ban|hội đồng|ban điều hành|tổ ")
PLACE_LAST = re.compile(rf".*\b{KINDS}")
"""The place that a committee is of is the last it names."""
PARTS = re.compile(r" [-–] | và |, ")
"""What parts two bodies that hold a meeting together."""
HEADS_OF = {
    "chính phủ": "thủ tướng", "tỉnh ủy": "bí thư tỉnh ủy", "thành ủy": "bí thư thành ủy", "huyện ủy": "bí thư huyện ủy",
    "đảng bộ tỉnh": "bí thư tỉnh ủy", "đảng bộ thành phố": "bí thư thành ủy", "đảng bộ tp": "bí thư thành ủy",
    "đảng bộ huyện": "bí thư huyện ủy", "đảng bộ xã": "bí thư đảng ủy", "đảng bộ phường": "bí thư đảng ủy",
}  # fmt: skip
"""Who is at the head of a body whose name his office does not hold."""


HEADS_ALONE: dict[str, tuple[str, ...]] = {
    "trưởng ban": ("ban ",), "phó trưởng ban": ("ban ",), "phó ban": ("ban ",), "cục trưởng": ("cục ",), "phó cục trưởng": ("cục ",),
    "chi cục trưởng": ("chi cục ",), "phó chi cục trưởng": ("chi cục ",), "viện trưởng": ("viện ",), "hiệu trưởng": ("trường ", "đại học "),
    "tổng cục trưởng": ("tổng cục ",), "phó tổng cục trưởng": ("tổng cục ",), "vụ trưởng": ("vụ ",), "trưởng phòng": ("phòng ",),
    "bộ trưởng": ("bộ ",), "thứ trưởng": ("bộ ",), "thống đốc": ("ngân hàng nhà nước",), "phó giám đốc": ("sở ",),
    "giám đốc": (
        "sở ", "trung tâm ", "bệnh viện ", "công ty ", "ngân hàng ", "kho bạc ", "bảo hiểm ", "bhxh ", "công an ", "điện lực ", "đại học ",
        "bưu điện ", "viễn thông ", "thư viện ", "bảo tàng ", "ban quản lý ", "quỹ ", "hợp tác xã ",
    ), "tổng giám đốc": ("tổng công ty ", "tập đoàn ", "công ty "),
}  # fmt: skip
"""Bodies that an office is of which is said without its body: Trưởng ban."""


@dataclass(slots=True)
class Person:
    """One person of the text: his full name, every office the text gives him, what his mentions say."""

    name: str
    offices: tuple[str, ...] = ()
    marks: dict[str, int] = field(default_factory=dict)
    asks: int = 0
    first: int = 1 << 30


def presiding(page: Page, convener: str | None, on: re.Match[str] | None = None) -> Chair | None:
    """The person who presides: his full name and every office the text gives him.

    convener  the body that holds the meeting, or the sector whose it is: who guides it presides rather if he is of that body
    on        the day of the meeting: what he is told to do at another day's says nothing; what he asks counts of whatever day
    """
    return candidates(page, convener, on).best(scales("chair", page.weights))


def candidates(page: Page, convener: str | None, on: re.Match[str] | None = None) -> Candidates[Chair | None]:
    """Everybody of office in the text, and nobody."""
    found: Candidates[Chair | None] = Candidates()
    everybody = persons(page, on)
    asking = max((person.asks for person in everybody), default=0)
    top = max((rank(person.offices) for person in everybody if person.marks or person.asks), default=0)
    strong = False
    for person in everybody:
        marks = _at_own_link(person.marks, convener)
        if not marks and not person.asks:
            continue
        own = "True" if "leads" in marks and TEAM.match(convener or "") else holds_office(person.offices, convener)
        if own == "True" and "guides" in marks:
            marks = {name: count for name, count in marks.items() if name != "attends"}
        traits = [f"mark {name}" for name in marks]
        traits += [f"often {name}" for name, count in marks.items() if count > 1]
        traits += [f"{name} own={own}" for name in marks if name in BY_BODY]
        traits += [f"asks {min(person.asks, 4)}", f"asks most={bool(person.asks) and person.asks == asking} {min(person.asks, 2)}"]
        traits += [f"rank top={rank(person.offices) == top}", f"own={own}", f"named={' ' in person.name}", f"office={bool(person.offices)}"]
        found.add(Chair(person.name, person.offices), tuple(traits))
        strong = strong or bool(
            marks.keys() & {"presides", "concludes", "chaired by", "under the chair of", "concluding", "when concluding"}
        )
    found.add(None, ("nobody", f"nobody strong={strong}", f"nobody convener={convener is not None}"))
    return found


def _at_own_link(marks: dict[str, int], convener: str | None) -> dict[str, int]:
    """The same marks, where who presides at the link of the body that holds the meeting presides, and who does at another's does not."""
    links = [name for name in marks if name.startswith(AT_LINK)]
    if not links:
        return marks
    rest = {name: count for name, count in marks.items() if name not in links}
    kinds = [_shortened(name.removeprefix(AT_LINK)) for name in links]
    own = f"{_shortened(convener or '')} "
    return {**rest, "presides": 1} if any(f"{each} " in own for kind in kinds for each in (kind, PARTY_OF[kind])) else rest


def persons(page: Page, on: re.Match[str] | None = None) -> list[Person]:
    """Everybody of office whom the text names, in order of the first mention, with what is said of him at the meeting of that day."""
    who = _Named(page)
    for found in page.all(Chairing):
        if (person := who.meant(found.what.holder, found.span.start)) and not _elsewhere(found.what, on):
            for mark in found.what.marks:
                person.marks[mark] = person.marks.get(mark, 0) + 1
    for said in page.all(Speech):
        if said.what.named and said.what.manner in ("order", "request"):
            for held in page.within(Holder, Span(said.what.named.start, said.what.named.start + 1)):
                if person := who.meant(held.what, held.span.start):
                    person.asks += 1
    return list(who.known.values())


class _Named:
    """Everybody whom a text names with his office, and who of them is meant where only the office is said, or "ông"."""

    def __init__(self, page: Page) -> None:
        self.told = [(found.span.start, found.what) for found in page.all(Holder) if found.what.name]
        named = [holder for _, holder in self.told]
        self.full = _full_names([holder.name for holder in named if holder.name])
        self.by_office = {office.lower(): self.full[holder.name] for holder in reversed(named) for office in holder.offices if holder.name}
        self.known = {name: Person(name, offices) for name, offices in _all_offices(named, self.full).items()}

    def meant(self, holder: Holder, at: int) -> Person | None:
        """The person whom a mention at `at` means; None where nobody or several may be meant."""
        if holder.name:
            return self.known[self.full[holder.name]]
        if holder.offices:
            return next((self.known[name] for office in holder.offices if (name := self._of(office.lower()))), None)
        last = max((start for start, _ in self.told if at - LOOK_BACK < start < at), default=None)
        return next((self.known[self.full[each.name]] for start, each in self.told if start == last and each.name), None)

    def _of(self, office: str) -> str | None:
        """The name of who holds an office, be it told in full where he is named: Bộ trưởng │Bộ Y tế."""
        if office in self.by_office:
            return self.by_office[office]
        names = {name for each, name in self.by_office.items() if each.startswith(f"{office} ")}
        return names.pop() if len(names) == 1 else None


def _elsewhere(said: Chairing, on: re.Match[str] | None) -> bool:
    """Whether what is said of a person is told of the meeting of another day."""
    if on is None or said.on is None:
        return False
    met = month_of(on), int(on["day"])
    return min(days_until(met, said.on), days_until(said.on, met)) > SESSION


def rank(offices: tuple[str, ...]) -> int:
    """The highest of a person's offices, 9 for the head of the government, 0 for none known."""
    return max((next((rank for rank, pattern in RANKS if pattern.search(office)), 2) for office in offices), default=0)


def holds_office(offices: tuple[str, ...], convener: str | None) -> str:
    """Whether one of the offices is of the body that holds the meeting: Tổng cục trưởng Tổng cục Hải quan, Thủ tướng of Chính phủ."""
    if not convener:
        return "unknown"
    said, body = (_shortened(each) for each in (" ".join(offices), convener))
    body = STANDING.sub("", body)
    if _of_its_place(body, offices):
        return "True"
    alone = any(body.startswith(HEADS_ALONE[office]) for each in offices if (office := each.lower()) in HEADS_ALONE)
    short = alone or any(
        body.startswith(f"{each.strip()} ") for office in offices if " " in (each := _shortened(_office_of(office.lower())))
    )
    held = body in said or any(part in said for part in PARTS.split(body) if " " in part)
    return str(short or held or any(head in body and holder in said for head, holder in HEADS_OF.items()))


def _shortened(named: str) -> str:
    plain = named.lower().replace("uỷ", "ủy").replace("oà", "òa")
    return TOWN.sub("tp ", SHORT.sub(lambda match: "hđnd" if match[0].startswith("hội") else "ubnd", plain))


def _office_of(office: str) -> str:
    """The body in which an office is held: Viện trưởng │ Viện KSND tỉnh; empty where it is not said."""
    words = office.split(" ")
    size = next((size for size in range(min(4, len(words)), 0, -1) if " ".join(words[:size]) in OFFICES), len(words))
    return STANDING_IN.sub("", " ".join(words[size:]))


def _of_its_place(body: str, offices: tuple[str, ...]) -> bool:
    """Whether one of the offices is of the place whose committee or whose own the meeting is: Chủ tịch UBND huyện, Ban Chỉ đạo huyện A."""
    place = PLACE.match(body) or (COMMITTEE.match(body) and PLACE_LAST.match(body))
    if not place:
        return False
    kind = place["kind"]
    heads = (f"ubnd {kind}", f"hđnd {kind}", PARTY_OF.get(kind, "đảng ủy"))
    return any(_office_of(_shortened(office)).startswith(heads) for office in offices)


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
