"""Who says what in which manner: a verb of saying, asking or telling with its speaker.

    "Bí thư Tỉnh ủy yêu cầu các sở"                Bí thư Tỉnh ủy tells
    "…”, ông Nam đề nghị"                          ông Nam asks
    "Giám đốc Sở Tài chính cho biết"               he reports
    "đề nghị Thủ tướng chỉ đạo", "nhiệm vụ được giao"    nobody speaks: an addressee, a noun

What must and must not be read: corpus/speech.tsv.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention, PlaceMention
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.asked_lists import asked_items, asked_paragraphs
from giaoban.reading.rules.clauses.by_kind import LIGHT, by_kind
from giaoban.reading.rules.clauses.heeding import charges, heeds
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.signals import MARK, Signals
from giaoban.reading.syllables import Syllables, sign
from giaoban.reference.wording import BIT, does, wording

VERBS = {"order": BIT["say_order"], "request": BIT["say_request"], "praise": BIT["praise"], "say": BIT["say"]}
ACCORDING = sign(words=("theo",))
SPEAKING, ACTION = sum(VERBS.values()), BIT["action"]
REPORTS = frozenset(
    listed("""
hứa, cam kết, cho biết, báo cáo, thông tin, cho hay, trình bày, phản ánh, đề ra, giải trình, thông báo, quyết định, thống nhất
""")
)
NOUN_AFTER = frozenset(
    ["được", "các", "sự", "những", "theo", "ý", "công", "bản", "tinh", "kết", "kiến", "số", "của", "mọi", "và", "đáp", "đúng", "vắc"]
)
"""Syllables after which the verb is a noun or a passive: được giao, các yêu cầu, theo chỉ đạo."""
LEADS = "chỉ"
"""How "chỉ đạo" begins: whoever a list of tasks tells to lead others tells nothing himself."""
SEVERAL = ("Các ", "Từng ", "Mỗi ")
"""How those are named who are to give their word behind "yêu cầu:", and tell nothing: Các chủ đầu tư │cam kết│ tiến độ."""
FAR = 8
BRACKET = 16
"""Syllables of the longest bracket between a speaker and his verb: (TP.HCM), (thứ hai từ trái sang)."""
ALL_SPEAK = ("các đại biểu", "các đồng chí", "đại biểu", "các ý kiến", "các thành viên", "các chuyên gia", "cử tri", "Cử tri")
"""Speakers in lower case, wherever they stand."""
SPEAKING_OFFICES = frozenset(
    ("thủ tướng", "phó thủ tướng", "bí thư", "tổng cục trưởng", "phó tổng cục trưởng", "bộ trưởng", "thứ trưởng", "chính phủ", "quốc hội")
)
ASKS, VOWS = frozenset(("order", "request")), "hứa"
GOES_ON = frozenset(("đồng", "thời", "cũng", "và", "đặc", "biệt"))
PROPOSES = frozenset((("đề", "xuất"), ("kiến", "nghị"), ("chỉ", "đạo"), ("báo", "cáo")))
"""What he may be told to do himself who was asked before: yêu cầu các xã rà soát, │đề xuất│ giải pháp."""
STOPPED = frozenset(';:“”"')
"""What stands between a comma and an asking, and what parts that from who opens the sentence."""
YOU = "anh|chị|bác|đồng chí|đ / c|ông|bà|cô|thầy cô|em"
ASKS_YOU, YOU_WITHIN = re.compile(rf"các (?:{YOU})\b"), 4
"""What stands behind a verb of asking where whoever is named before it and a comma is spoken to: Điện lực huyện, đề nghị │các anh│ …"""
SITTING = ["buổi", "làm", "việc"]
"""What is concluded, and no action, before who does: kết luận buổi làm việc │đồng chí A│ biểu dương …"""
OWNED = frozenset(("của", "do", "bởi", "từ", "với", "được", "cho", "tới", "đến", "gửi", "cùng", "ở", "tại"))
"""A name after one of these belongs to something else."""
PLACES_SAY, KINDS = frozenset(("request", "report")), frozenset(("xã", "phường", "huyện", "quận", "thị", "đặc"))
SHORTEST_PLACE, LONGEST_PLACE = 2, 7
"""Syllables of a place of these kinds that says something itself."""
GIVEN = frozenset(("kế hoạch", "chỉ tiêu", "dự toán", "mục tiêu", "định mức", "biên chế"))
"""What a body has given that is named right after it: so với kế hoạch │ Cục Thuế tỉnh giao."""
OPENING = frozenset((",", ".", ":", ";", "“", '"', "”", "-", "–", "…", "nhưng", "thời", "đó", "song", "và", "khi", "theo", "ra", "cạnh"))
"""Syllables and marks after which a clause opens."""


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Speech:
    """A speech verb.

    manner   order, request, praise, report, or say
    speaker  as the text calls him there; None where the verb has none
    named    where he is named
    """

    manner: str
    speaker: str | None
    named: Span | None = None


CONCLUDES = ["kết", "luận"]
CONCLUDING: tuple[list[str], ...] = ([], ["phát", "biểu"], ["thay", "mặt", "chủ", "tọa"])
"""What may stand before that where a sentence opens with it."""


@rule(makes=Speech, needs=(Signals, BodyMention, PlaceMention, Holder), late=True)
def speeches(page: Page) -> Iterator[Found[Speech]]:
    """Every verb of saying with who speaks; without a speaker only where it is no noun and has no addressee."""
    known = _offices(page)
    told = {start for _, start in asked_items(page, ())}
    asked = set(asked_paragraphs(page))
    for found in page.all(Signals):
        line = found.what.line
        verbs = list(_verbs(found.what)) if found.what.does & SPEAKING else []
        verbs += [(at, at + 2, "say", False) for at in heeds(line)]
        verbs += [(first, last, "order", False) for first, last in charges(line)]
        according = [at for at, word in enumerate(line.words) if word == "theo" and _opens(line, at)] if line.signs & ACCORDING else []
        if not verbs and not according:
            continue
        named = _named(page, found.span, known)
        ends = [span.end for span, _ in named]
        speakers = [_speaker(line, named, ends, each[0]) for each in verbs]
        speakers = [each or _place(page, line, verb) for each, verb in zip(speakers, verbs, strict=True)]
        if not any(speakers):
            speakers = [by_kind(page.text, line, each[0]) if each[2] == "request" else None for each in verbs]
        if not any(speakers):
            speakers = [_concluding(line, named, each[0], each[1]) for each in verbs]
        speakers = [
            speaker if speaker or not (each[2] in ASKS or line.words[each[0]] == VOWS) else _opening(page, line, named, each[0])
            for each, speaker in zip(verbs, speakers, strict=True)
        ]
        for (first, last, manner, sure), speaker in zip(verbs, speakers, strict=True):
            if speaker and first and line.words[first - 1] == "," and ASKS_YOU.match(" ".join(line.words[last : last + YOU_WITHIN])):
                continue
            if speaker and speaker[0].start in told and line.words[first] == LEADS:
                continue
            if (
                speaker
                and manner == "report"
                and ((speaker[0].start in asked and speaker[1].startswith(SEVERAL)) or _yet(line, speaker[0]))
            ):
                continue
            if speaker or sure:
                at, called = speaker or (None, None)
                yield Found(Speech(manner, called, at), Span(line.starts[first], line.end(last - 1)), confidence=0.9 if speaker else 0.6)
        yield from _according(line, named, according)


def _according(line: Syllables, named: list[tuple[Span, str]], places: list[int]) -> Iterator[Found[Speech]]:
    """ "Theo ông Nam, …": he speaks."""
    for at in places:
        after = next(((span, called) for span, called in named if at + 1 < len(line.starts) and span.start == line.starts[at + 1]), None)
        if after:
            yield Found(Speech("according", after[1], after[0]), Span(line.starts[at], line.end(at)), confidence=0.8)


def _offices(page: Page) -> dict[str, str]:
    """What each person is called by office, most often, by the last syllable of the name; of equals, the fuller."""
    named = [found.what for found in page.all(Holder) if found.what.name]
    by_office = {office: holder.name for holder in named for office in holder.offices[:1] if holder.name}
    counted: dict[str, dict[str, int]] = {}
    for found in page.all(Holder):
        name = found.what.name or next((by_office[office] for office in found.what.offices[:1] if office in by_office), None)
        if name:
            said = counted.setdefault(name.rsplit(" ", 1)[-1], {})
            said[found.what.called] = said.get(found.what.called, 0) + 1
    return {
        name: max(said.items(), key=lambda each: (not each[0].endswith(name), each[1], len(each[0])))[0] for name, said in counted.items()
    }


def _named(page: Page, span: Span, known: dict[str, str]) -> list[tuple[Span, str]]:
    """Persons and bodies of a sentence, as the text calls them, in order of where they end."""
    holders = page.within(Holder, span)
    within = [each.span for each in holders]
    bodies = [each for each in page.within(BodyMention, span) if not _covered(within, each.span)]
    named = [(each.span, _called(each.what, known)) for each in holders] + [(each.span, each.what.name) for each in bodies]
    return sorted([each for each in named if each[1]], key=_ending)


def _ending(named: tuple[Span, str]) -> tuple[int, int, str]:
    return named[0].start, named[0].end, named[1]


def _called(holder: Holder, known: dict[str, str]) -> str:
    """As the text calls him here; by his office where only a short name is said; nothing for a bare "ông"."""
    if not holder.name and not holder.offices:
        return ""
    if holder.name and not holder.offices and not (holder.name.count(" ") >= 2 and holder.called != holder.name):
        return known.get(holder.name.rsplit(" ", 1)[-1], holder.called)
    return holder.called


def _covered(spans: list[Span], span: Span) -> bool:
    return bool([each for each in spans if each.start <= span.start and span.end <= each.end])


def _verbs(signals: Signals) -> Iterator[tuple[int, int, str, bool]]:
    """First syllable, the one after the last, manner, and whether it is a verb of speaking even where nobody is named before it."""
    words = signals.line.words
    for at, after, kinds in signals.found:
        if kinds & SPEAKING and kinds != MARK:
            said = " ".join(words[at:after])
            if not (at and words[at - 1] in NOUN_AFTER and said != "cho biết"):
                manner = "report" if said in REPORTS else next(manner for manner, bit in VERBS.items() if kinds & bit)
                yield at, after, manner, not kinds & ACTION


def _speaker(line: Syllables, named: list[tuple[Span, str]], ends: list[int], verb: int) -> tuple[Span, str] | None:
    """The nearest named before the verb with only light words between, unless he is the one spoken to."""
    start = _bracket(line, verb)
    at = bisect_right(ends, line.starts[start]) - 1 if start < len(line.starts) else -1
    if at < 0:
        return None
    gap = bisect_left(line.starts, ends[at])
    between = line.words[gap:start]
    if len(between) > FAR or not LIGHT.issuperset(between):
        return None
    first = bisect_left(line.starts, named[at][0].start)
    if first and (line.words[first - 1] in OWNED or ("," in between and not _opens(line, first))):
        return None
    if line.words[max(0, first - len(SITTING)) : first] != SITTING and _spoken_to(line, first):
        return None
    return named[at] if _capital(named[at][1]) or _opens(line, first) else None


def _place(page: Page, line: Syllables, verb: tuple[int, int, str, bool]) -> tuple[Span, str] | None:
    """The commune or district with which a clause opens right before a verb of asking or of reporting: ; │xã Mỹ Thuận│ kiến nghị."""
    at, _, manner, _ = verb
    if manner not in PLACES_SAY or at < SHORTEST_PLACE:
        return None
    end = line.end(at - 1)
    for place in page.within(PlaceMention, Span(line.starts[max(0, at - LONGEST_PLACE)], end)):
        first = bisect_left(line.starts, place.span.start)
        if place.span.end == end and line.words[first] in KINDS and _opens(line, first):
            return place.span, place.what.name
    return None


def _spoken_to(line: Syllables, first: int) -> bool:
    """Whether what stands before a name at syllable `first` asks him something, does something to him, or tells what he has given."""
    pair = " ".join(line.words[max(0, first - 2) : first])
    asked = wording().get(pair, 0) | wording().get(line.words[first - 1] if first else "", 0)
    return pair in GIVEN or bool(asked & (VERBS["order"] | VERBS["request"] | BIT["action"]))


def _opening(page: Page, line: Syllables, named: list[tuple[Span, str]], verb: int) -> tuple[Span, str] | None:
    """The person with whom the sentence opens that goes on to an asking behind a comma: │Phó Chủ tịch A│ thăm công trường, yêu cầu …

    Whoever gives his word may be a body: │Lãnh đạo Sở Y tế│ nhận trách nhiệm, hứa …
    """
    at = verb
    while at and line.words[at - 1] in GOES_ON:
        at -= 1
    if not at or line.words[at - 1] != "," or not STOPPED.isdisjoint(line.words[:at]):
        return None
    vows = line.words[verb] == VOWS
    opener = next(
        (each for each in named if (vows or page.within(Holder, each[0])) and _opens(line, bisect_left(line.starts, each[0].start))), None
    )
    if opener is None or opener[0].end >= line.starts[at - 1] or not _capital(opener[1]):
        return None
    told = does(line.words[bisect_left(line.starts, opener[0].end) : at], VERBS["order"] | VERBS["request"] | BIT["order"] | BIT["request"])
    return None if told and tuple(line.words[verb : verb + 2]) in PROPOSES else opener


def _concluding(line: Syllables, named: list[tuple[Span, str]], first: int, last: int) -> tuple[Span, str] | None:
    """Whoever is named behind the comma of the words that open a sentence: Kết luận hội nghị, │Chủ tịch UBND tỉnh│ nói thẳng: …"""
    if line.words[first:last] != CONCLUDES or line.words[:first] not in CONCLUDING:
        return None
    comma = next((at for at in range(last, min(last + FAR, len(line.words) - 1)) if line.words[at] == ","), 0)
    return next((each for each in named if comma and each[0].start == line.starts[comma + 1]), None)


def _yet(line: Syllables, named: Span) -> bool:
    """Whether it is told what follows for whom: quá hạn thì │Giám đốc Sở│ giải trình."""
    first = bisect_left(line.starts, named.start)
    return first > 0 and line.words[first - 1] == "thì"


def _bracket(line: Syllables, verb: int) -> int:
    """Where the bracket or dash-enclosed words right before the verb begin; the verb where there are none."""
    at = verb - 1
    while at >= 0 and line.words[at] in LIGHT:
        at -= 1
    if at > 0 and line.words[at] == ")":
        opened = next((each for each in range(at - 1, max(-1, at - BRACKET), -1) if line.words[each] == "("), None)
        return opened if opened else verb
    return verb


def _capital(called: str) -> bool:
    """Named by a capital that is not merely the first letter of a sentence, or the head of a government."""
    return any(map(str.isupper, called[1:])) or called.lower() in SPEAKING_OFFICES or called.startswith(ALL_SPEAK)


def _opens(line: Syllables, at: int) -> bool:
    """Whether a clause opens at syllable `at`."""
    return not at or line.words[at - 1] in OPENING
