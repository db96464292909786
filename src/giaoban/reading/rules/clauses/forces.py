"""How firmly a directive is put: the last word of asking before it that still governs it.

yêu cầu, giao, chỉ đạo, phải    order      cần phải, yêu cầu … cần: order
đề nghị, lưu ý, cần, nên        request    đề nghị … phải: request
sẽ, phấn đấu, tập trung         plan       where nobody asks anybody
được giao, có trách nhiệm       order
yêu cầu …, trong đó cần         order: as it began
"""

import re
from bisect import bisect_left
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from giaoban.model import Force, Found, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.actors import assents, begins
from giaoban.reading.rules.clauses.begins import about, answered
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.minutes import ABOVE
from giaoban.reading.rules.clauses.speech import YOU, Speech
from giaoban.reading.syllables import Syllables, sign
from giaoban.reference.wording import BIT, wording

ASKED = {"order": Force.ORDER, "request": Force.REQUEST}
MODALS = ((BIT["order"], Force.ORDER), (BIT["request"], Force.REQUEST), (BIT["plan"], Force.PLAN))
ANY = BIT["order"] | BIT["request"] | BIT["plan"]
OPENS: dict[tuple[str, ...], Force] = {("đề", "nghị"): Force.REQUEST, ("yêu", "cầu"): Force.ORDER}
"""What a directive may open with that is not its action but asks for it."""
BANS = frozenset((("không", "được"), ("tuyệt", "đối"), ("nghiêm", "cấm")))
"""What a directive opens with that forbids, whatever is asked before it."""
OPENING = frozenset(',;:.“"(–-+*') | {"và"}
PASSIVE: dict[tuple[str, ...], Force] = dict.fromkeys((
    ("được", "giao"), ("được", "giao", "nhiệm", "vụ"), ("được", "yêu", "cầu"), ("được", "phân", "công"), ("có", "trách", "nhiệm"),
    ("chịu", "trách", "nhiệm"),
), Force.ORDER) | {("được", "đề", "nghị"): Force.REQUEST}  # fmt: skip
"""Whoever stands before it has been told to do what follows: Sở Xây dựng được giao │ rà soát quy hoạch."""
ASKS_YOU, YOU_WITHIN = re.compile(rf", (?:tôi )?(?:đề nghị|mong|xin|nhờ) các (?:{YOU})$"), 8
"""How those are asked who were called before: Điện lực huyện, đề nghị các anh │di dời cột│."""
PLEADED, KIND = re.compile(rf"(?:kiến nghị|đề nghị|đề xuất) (?:{ABOVE})$"), 4
"""How those above are asked before what they are to do, and its syllables at most."""
BEGGED = ["được", "đề", "nghị"]
BEGS = sign(words=("nghị", "mong", "xin", "nhờ"))
"""Last syllables of words by which it is asked in either way."""
PASSED = frozenset(each[0] for each in PASSIVE)
SIZES = (2, 3, 4)
LIGHT = frozenset(("phải", "cần", "sẽ", "chủ", "động"))
"""Syllables between the passive and the action."""
NOUNS = frozenset(("chỉ đạo", "chỉ thị", "giao", "kết luận", "kiến nghị"))
"""Verbs of asking that are things as often."""
MODAL = frozenset(("phải", "cần", "nên", "sẽ", "hãy"))
CHARGE, BEHIND = "giao", frozenset(("và", ",", ";"))
CHARGES = sign(words=(CHARGE,))
"""How a body is charged with something behind what was said before."""
NAMED = 120
"""Code points of the longest name of a body."""
FEW = 2
"""Modals at most that a directive opens with."""
VOWS: frozenset[str | tuple[str, ...]] = frozenset(("hứa", ("cam", "kết"), ("xin", "nhận"), ("nhận", "sẽ")))
"""Words by which one gives his word to do something."""
VOWED = frozenset(each if isinstance(each, str) else each[0] for each in VOWS)
"""The first syllables of these."""
VOWING = sign(words=VOWED)
BEG = "xin"
TOLD = {"phải": Force.ORDER, "sẽ": Force.PLAN}
TELLS = sign(words=TOLD)
HALTS = frozenset(",;:.") | {"không", "để", "nếu", "ai"}
REACH = 12
"""Syllables within which it stands what must be, and at which it no longer does."""
BARE = 2
"""Syllables of a verb that names a thing, alone or before the name of a body."""
OWNER = " của "
"""What follows a verb that is a thing: tiếp thu kiến nghị │ của các huyện."""
WINDOW = 60
"""Syllables before the action in which its modal stands."""


class Put(NamedTuple):
    """How firmly a directive is put, how firmly is spoken from it on, and whether its sentence says so."""

    force: Force
    held: Force
    said: bool


def put(page: Page, clause: Clause, reached: int, held: Force) -> Put:
    """How firmly a directive is put where up to here is spoken as firmly as `held`, and the one before it ended at `reached`."""
    said = force_of(page, clause, reached, held)
    vowed = said is Force.PLAN and held is Force.ORDER and promised(page, clause.line, clause.first, reached)
    passing = vowed or (said is Force.REQUEST and (begged(clause.line, clause.first) or _pleaded(clause.line, clause.first)))
    return Put(said or told(clause) or held, held if passing else said or held, said is not None)


def force_of(page: Page, clause: Clause, reached: int, held: Force) -> Force | None:
    """The force said in the sentence of a directive, before it or in its first words; None where nothing is.

    reached  where the directive before it ended: a verb of asking inside that one asks nothing here
    held     how firmly is spoken up to here
    """
    line, first = clause.line, clause.first
    if own := _own(line, first):
        return own
    answers = None
    if past := about(line, first):
        reached, answers = max(reached, line.starts[past]), Force.ORDER if answered(line) or assents(line, past) else None
    modal, together = _modal(line, _past_modals(line, first), reached)
    if together:
        return Force.ORDER
    if modal is not Force.ORDER and promised(page, line, first, reached):
        return Force.PLAN
    if forces := [
        ASKED[each.what.manner]
        for each in _asked(page, line, first, reached)
        if not (_is_noun(page, each) and (modal or page.text.startswith(OWNER, each.span.end)))
    ]:
        return forces[-1]
    if modal is None and _charged(page, line, first, reached):
        return Force.ORDER
    begs = Force.REQUEST if modal is None and begged(line, first) else None
    return held if modal is Force.REQUEST and held is Force.ORDER and reached > line.starts[0] else begs or modal or answers


def begged(line: Syllables, first: int) -> bool:
    """Whether somebody was asked before syllable `first` to do it, by whom is not said there: Công đoàn được đề nghị nắm tình hình."""
    words = line.words
    if not line.signs & BEGS:
        return False
    if ASKS_YOU.search(" ".join(words[max(0, first - YOU_WITHIN) : first])):
        return True
    for at in range(first - 1, max(-1, first - WINDOW), -1):
        if words[at] == ";":
            return False
        if words[at] == BEGGED[-1] and words[at - 2 : at + 1] == BEGGED:
            return True
    return words[0] == BEGGED[-1]


def _pleaded(line: Syllables, first: int) -> bool:
    """Whether it is asked of those above by their kind alone: kiến nghị huyện │mở mạng│."""
    return PLEADED.search(" ".join(line.words[max(0, first - KIND) : first])) is not None


def _charged(page: Page, line: Syllables, first: int, reached: int) -> bool:
    """Whether a body right before the action is charged with it behind an assent: thống nhất chủ trương và giao Phòng Kinh tế │ lập …"""
    if not line.signs & CHARGES:
        return False
    end = line.ends[first - 1] if first else 0
    named = page.within(BodyMention, Span(max(line.starts[0], reached, end - NAMED), end)) if end > reached else ()
    at = next((bisect_left(line.starts, each.span.start) for each in named if each.span.end == end), 0)
    return at > 1 and line.words[at - 1] == CHARGE and line.words[at - 2] in BEHIND


def _own(line: Syllables, first: int) -> Force | None:
    """The force in the first words of a directive, or in the passive right before it."""
    opens = not first or line.words[first - 1] in OPENING
    if opens and (asks := OPENS.get(tuple(line.words[first : first + 2]))):
        return asks
    if tuple(line.words[first : first + 2]) in BANS and not (first and line.words[first - 1] in MODAL):
        return Force.ORDER
    last = first
    while last and line.words[last - 1] in LIGHT:
        last -= 1
    words = line.words
    for size in SIZES:
        for at in (first, last - size):
            if at >= 0 and words[at] in PASSED and (force := PASSIVE.get(tuple(words[at : at + size]))):
                return force
    return None


def told(clause: Clause) -> Force | None:
    """The force with which the first words of a directive tell what becomes of a subject of their own: "│tuyến đường phải thông xe"."""
    line, first = clause.line, clause.first
    if not line.signs & TELLS:
        return None
    before = list(takewhile(lambda word: word not in TOLD and word not in HALTS, line.words[first : first + REACH]))
    at = first + len(before)
    if not 1 < len(before) < min(REACH, len(clause.words)) or at >= len(line.words):
        return None
    return None if _acts(line, first, len(before)) else TOLD.get(line.words[at])


def _acts(line: Syllables, first: int, size: int) -> bool:
    """Whether an action opens it and no thing or body of its name: "hướng dẫn bà con │phải khai", not "quy hoạch │phải công khai"."""
    named = line.said[first][:1].isupper() and line.said[first + BARE][:1].isupper()
    return size > BARE and not named and line.words[first + size - 1] != "đều" and begins(line, first)


def _past_modals(line: Syllables, first: int) -> int:
    """The syllable after the modals that a directive opens with: "│phải chú trọng …"."""
    last = min(first + FEW, len(line.words))
    while first < last and line.words[first] in MODAL:
        first += 1
    return first


def _asked(page: Page, line: Syllables, first: int, reached: int) -> list[Found[Speech]]:
    """The verbs of asking in the sentence, before the action and after the directive before it."""
    floor, start = max(line.starts[0], reached), line.starts[first]
    found = page.within(Speech, Span(floor, start)) if floor < start else ()
    return [each for each in found if each.what.manner in ASKED]


def promised(page: Page, line: Syllables, first: int, reached: int) -> bool:
    """Whether somebody gives his word to do it, and is not told to: "lãnh đạo Sở cam kết │…", not "yêu cầu các hộ cam kết │…"."""
    if not line.signs & VOWING:
        return False
    floor, words = bisect_left(line.starts, reached), line.words
    vowed = [at for at in range(floor, first) if words[at] in VOWED and (words[at] in VOWS or tuple(words[at : at + 2]) in VOWS)]
    at = vowed[-1] if vowed else None
    if at is None or _asked(page, line, first, max(reached, line.starts[at])):
        return False
    return not _asked(page, line, at - (line.words[at - 1 : at] == [BEG]), reached)


def _is_noun(page: Page, found: Found[Speech]) -> bool:
    """Whether an asking that nobody does may be a thing: theo chỉ đạo …, dự toán giao là …"""
    return found.what.speaker is None and found.span.of(page.text).lower() in NOUNS


def _modal(line: Syllables, first: int, reached: int) -> tuple[Force | None, bool]:
    """The nearest modal before syllable `first`, after the directive before; whether it is "cần phải"."""
    floor = max(0, first - WINDOW + 1)
    if _modals().isdisjoint(line.words[floor:first]):
        return None, False
    phrases = wording()
    for at in range(first - 1, floor - 1, -1):
        if line.starts[at] < reached:
            break
        if found := phrases.get(line.words[at], 0) & ANY:
            force = next(force for bit, force in MODALS if found & bit)
            return force, line.words[at] == "phải" and at > 0 and line.words[at - 1] == "cần"
    return None, False


@cache
def _modals() -> frozenset[str]:
    return frozenset(phrase for phrase, kinds in wording().items() if kinds & ANY)
