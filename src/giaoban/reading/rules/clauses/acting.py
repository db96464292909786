"""Who must act: the names before an action, the one addressed, the one who acted last, or nobody, each with what speaks for him.

    "yêu cầu Sở Xây dựng rà soát …; báo cáo UBND tỉnh"    Sở Xây dựng, for both
    "Đối với UBND các xã: …"                               UBND các xã
    "Năm 2021, Cục Thuế sẽ tập trung …"                    Cục Thuế: it plans for itself

Weights: `weights/choices.tsv`, choice `assignee`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from giaoban.model import Meeting, Span
from giaoban.reading.choosing import Candidates, Group
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention, PlaceMention
from giaoban.reading.rules.clauses.actors import assents
from giaoban.reading.rules.clauses.assignees import VAGUE, charged, is_told, widened
from giaoban.reading.rules.clauses.begins import about
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.heeding import SHARES
from giaoban.reading.rules.clauses.items import item_at
from giaoban.reading.rules.clauses.plain import becomes
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.clauses.subjects import clear, desk_before, group_before, subjects
from giaoban.reading.rules.named.bodies import most_named
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, does, wording

KEPT = 3
"""Names looked at before an action in its sentence."""
ALL = 10
"""Names looked at for the one that opens the segment of the sentence."""
FAR, BACK = 80, 14
"""Syllables before an action in which names stand; in which one begins that its start cuts."""
SEGMENTS = frozenset(';:“"-–+*')
"""Marks after which a segment of a sentence opens."""
ORDINALS = frozenset(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "thứ"))
COUNTED = 3
"""Syllables of "Hai là,"."""
NEXT = 4
"""Syllables after the start of a directive within which the one it is asked of begins: "giao cho Sở Xây dựng rà soát"."""
ASKED_INSIDE: Group = ("asked inside",)
ALL_OF_THEM: Group = ("all of them",)
ASKING = BIT["say_order"] | BIT["say_request"]
ASKS = (
    ("order", BIT["say_order"] | BIT["order"]), ("request", BIT["say_request"]), ("say", BIT["say"] | BIT["praise"]),
    ("does", BIT["action"]),
)  # fmt: skip
"""What the phrase right before a name does."""
OPENING = frozenset(',;:.“"(–-+*') | frozenset(("và", "thì", "nên", "rằng", "mà", "là", "do", "đó", "thời", "biệt", "nay", "với"))
PREPOSITIONS = frozenset(("của", "cho", "tại", "trong", "ở", "từ", "theo", "trên", "đến", "về", "với", "cùng", "bởi", "giữa"))
BETWEEN = BIT["say_order"] | BIT["say_request"] | BIT["say"] | BIT["action"] | BIT["past"] | BIT["negative"]
MARKS = frozenset(",;:.“”()")
PARTED = re.compile(r"; (?:(?:riêng|còn|đồng thời|và|giao|đề nghị|yêu cầu|phân công) )?(?:(?:các )?đồng chí )?$")
LINKED = 40
"""Code points of the longest link between a semicolon and a name."""
GRANTS = frozenset((("đồng", "ý"), ("nhất", "trí")))
SHORT, LONG = 4, 12
"""Syllables between a name and the action."""


@dataclass(slots=True)
class Told:
    """A directive whose assignee is sought: its clause, who asks and how; the one before it, for which `assignee` was chosen.

    of_item  its item says who acts
    """

    clause: Clause
    span: Span
    force: str
    issuer: str | None
    named: str | None
    addressed: str | None = None
    before: "Told | None" = None
    assignee: str | None = None
    of_item: bool = False


class Actors:
    """What of a page is needed for every directive: the meeting, the body most named, that of the title, where is asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        meeting = next(iter(page.all(Meeting)), None)
        self.meeting = meeting.what if meeting else None
        self.most = most_named(page)
        bodies = page.within(BodyMention, page.title) if page.title else []
        self.title = next((each.what.name for each in bodies if not each.what.person), None)
        self.orders = [found.span.start for found in page.all(Speech) if found.what.manner in ("order", "request")]


def actors(known: Actors, told: Told) -> Candidates[str | None]:
    """Who may have to act."""
    found: Candidates[str | None] = Candidates()
    force = told.force
    if becomes(told.clause.line, told.clause.first):
        found.add(None, ("nobody",))
        return found
    if together := group_before(known.page, told.clause):
        found.add(together, ALL_OF_THEM)
        return found
    inside = list(_inside(known.page, told))
    asks = any(group == ASKED_INSIDE for group, _ in inside) and not is_told(known.page, told.clause)
    desk = None if told.named or asks else desk_before(known.page, told.clause)
    acts = told.named or (desk.of(known.page.text) if desk else None)
    named = acts is not None
    if acts and not asks:
        found.add(acts, ("named", f"named {force}"))
        if _parted(known.page, told, acts) or (told.named and charged(told.clause.line, told.clause.first)):
            return found
    standing = [] if asks else list(subjects(known.page, told.clause, told.before.span if told.before else None))
    how = "inside" if asks else clear(standing)
    for group, name in inside if asks else [*_before(known.page, told, desk), *(each for each in inside if each[0] != ASKED_INSIDE)]:
        found.add(name, group)
    for group, words in standing:
        found.add(words, group)
    if told.addressed:
        anew = told.before is None or told.before.addressed != told.addressed
        found.add(told.addressed, ("addressed", f"addressed named={named}", f"addressed anew={anew}"))
    if told.issuer:
        found.add(told.issuer, ("issuer " + force, f"issuer {force} named={named}"))
    _of_text(found, known, force)
    granted = not named and _granted(told.clause)
    if told.before is not None and not granted and not _of_another_item(known.page, told, told.before):
        _carried(found, known, told, told.before, named, how)
    found.add(None, _nobody(force, named, how))
    return found


def _parted(page: Page, told: Told, name: str) -> bool:
    """Whether who is named before the action opens what a semicolon parts from all before: …; riêng thôn Đoài │ sửa đường điện."""
    at = page.text.rfind(name, told.clause.line.starts[0], told.span.start)
    if at <= 0 or told.before is None or PARTED.search(page.text, max(told.before.span.end, at - LINKED), at) is None:
        return False
    end = at + len(name)
    known = [*page.within(BodyMention, Span(at, end)), *page.within(PlaceMention, Span(at, end))]
    return any(each.span.end == end for each in known)


def _of_another_item(page: Page, told: Told, last: Told) -> bool:
    """Whether who acts in the directive before was told in another item of the same list."""
    block, before = page.block_at(told.span.start), page.block_at(last.span.start)
    if block is None or before is None or block is before or last.assignee is None:
        return False
    item, other = item_at(page.text, block), item_at(page.text, before)
    if item is None or other is None or item.lastgroup != other.lastgroup:
        return False
    return last.of_item or page.text.find(last.assignee, before.span.start, last.span.end) >= 0


def _granted(clause: Clause) -> bool:
    """Whether it is only assented to, whoever had to act before: 6. Đồng ý │hỗ trợ 12 triệu đồng …│"""
    at = assents(clause.line, clause.first)
    return at is not None and tuple(clause.line.words[at - 2 : at]) in GRANTS


@lru_cache(maxsize=16)
def _nobody(force: str, named: bool, how: str) -> Group:
    return "nobody", f"nobody {force}", f"nobody named={named}", f"nobody {force} named={named}", f"nobody {how}"


def _of_text(found: Candidates[str | None], known: Actors, force: str) -> None:
    meeting = known.meeting
    if meeting and meeting.convener:
        found.add(meeting.convener, ("convener", f"convener {force}", f"convener reviewed={meeting.reviewed is not None} {force}"))
    if meeting and meeting.reviewed:
        found.add(meeting.reviewed, ("reviewed", f"reviewed {force}"))
    if known.most:
        found.add(known.most, ("most named", f"most named {force}"))
    if known.title:
        found.add(known.title, ("in title", f"in title {force}"))


def _inside(page: Page, told: Told) -> Iterator[tuple[Group, str]]:
    """Names in the first words of the directive itself: asked there, opening it, or cut by its start."""
    line, first = told.clause.line, told.clause.first
    begins = line.starts[first]
    reach = line.starts[min(first + NEXT, len(line.starts) - 1)]
    phrases = wording()
    asks = any(phrases.get(" ".join(line.words[first : first + size]), 0) & ASKING for size in (1, 2))
    for body in page.within(BodyMention, Span(line.starts[max(0, first - BACK)], reach + 1)):
        if body.span.start == begins:
            yield ("opens inside",), body.what.name
            return
        if body.span.start < begins < body.span.end:
            yield ("cut", f"cut after {_lead(line, bisect_left(line.starts, body.span.start))}"), body.what.name
            return
        if body.span.start > begins and asks:
            yield ASKED_INSIDE, body.what.name
            return


def _before(page: Page, told: Told, desk: Span | None) -> Iterator[tuple[Group, str]]:
    """The names before the action in its sentence, the nearest first, with where they stand."""
    line, first = told.clause.line, told.clause.first
    asked = opened = False
    for nearest, (start, end, kind) in enumerate(_names(page, line, first, desk), start=1):
        name = page.text[start:end]
        at, after = bisect_left(line.starts, start), bisect_right(line.ends, end)
        before = _lead(line, at)
        if nearest <= KEPT:
            yield _stands(before, _gap(line, after, first), nearest, kind, name[0].islower()), name
        if before in ("order", "request") and not asked:
            asked = True
            yield ("asked here", f"asked here opened={opened}"), name
        if not opened and (not at or line.words[at - 1] in SEGMENTS or _counted(line, at)):
            opened = True
            yield ("opens segment", f"opens segment asked={asked}"), name
        if nearest >= KEPT and (opened or nearest == ALL):
            return


def _counted(line: Syllables, at: int) -> bool:
    """Whether only the number of an item stands before syllable `at`: "Hai là, │ Sở Y tế", "d) │ Sở Y tế"."""
    return at <= COUNTED and (line.words[at - 1] == ")" or (line.words[at - 1] == "," and line.words[0] in ORDINALS))


def _names(page: Page, line: Syllables, first: int, desk: Span | None) -> Iterator[tuple[int, int, str]]:
    """Where the names before syllable `first` begin and end, the nearest first, and whether it is a body or a place."""
    opened = max(about(line, first), first - FAR)
    if opened >= first:
        return
    reached = line.starts[first]
    window = Span(line.starts[opened], reached)
    ends = {(each.span.end, -each.span.start): "place" for each in page.within(PlaceMention, window)}
    ends |= {(each.span.end, -each.span.start): "body" for each in page.within(BodyMention, window)}
    if desk:
        ends = {known: kind for known, kind in ends.items() if known[0] <= desk.start} | {(desk.end, -desk.start): "body"}
    for end, start in sorted(ends, reverse=True):
        if end <= reached:
            reached = widened(page, line, -start)
            if page.text[reached:end].lower() not in VAGUE:
                yield reached, end, ends[end, start]


@lru_cache(maxsize=4096)
def _stands(lead: str, gap: str, nearest: int, kind: str, small: bool) -> Group:
    case = "small" if small else "capital"
    return f"{nearest} here", f"{nearest} after {lead}", f"{nearest} gap {gap}", f"after {lead} gap {gap}", f"{kind} {case} after {lead}"


def _lead(line: Syllables, at: int) -> str:
    """What stands right before a name: a verb of asking, an opening of the clause, a preposition, another word."""
    if not at:
        return "opening"
    phrases, words = wording(), line.words
    if words[max(0, at - 2) : at] == SHARES:
        return "order"
    for size in (3, 2, 1):
        if at >= size and (kinds := phrases.get(" ".join(words[at - size : at]), 0)):
            for name, bits in ASKS:
                if kinds & bits:
                    return name
    return "preposition" if words[at - 1] in PREPOSITIONS else "opening" if words[at - 1] in OPENING else "word"


def _gap(line: Syllables, end: int, first: int) -> str:
    """What stands between a name and the action: how much, a verb, a mark."""
    between = line.words[end:first]
    if not between:
        return "none"
    verbs = does(between, BETWEEN)
    size = "short" if len(between) <= SHORT else "long" if len(between) > LONG else "middle"
    return f"{size}{' verb' if verbs else ''}{'' if MARKS.isdisjoint(between) else ' mark'}"


def _carried(found: Candidates[str | None], known: Actors, told: Told, last: Told, named: bool, how: str) -> None:
    """Whoever had to act in the directive before; whether somebody has asked again since."""
    mine, his = told.clause.line, last.clause.line
    where = "sentence" if his is mine else "block" if his.sentence.block is mine.sentence.block else "before"
    since = bisect_left(known.orders, told.span.start) > bisect_left(known.orders, last.span.end)
    asks = "same" if last.issuer == told.issuer else "other"
    found.add(last.assignee, _goes_on(last.assignee is None, where, since, asks, named, f"{last.force} {told.force}", how))


@lru_cache(maxsize=1024)
def _goes_on(nobody: bool, where: str, since: bool, asks: str, named: bool, forces: str, how: str) -> Group:
    who = "nobody" if nobody else "he"
    return (
        f"carried {who} {where}", f"carried {who} {where} since={since}", f"carried {who} {asks}", f"carried {who} {where} named={named}",
        f"carried {who} {forces}", f"carried {who} over {how}", f"carried {who} {where} over {how}",
    )  # fmt: skip
