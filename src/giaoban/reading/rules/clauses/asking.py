"""Who asks: those who speak around a directive, the chair, the convener, or nobody, each with what speaks for him.

    "Bí thư Tỉnh ủy yêu cầu …; cần …"       he who spoke last before it
    "“Phải …”, ông Nam nói"                 he who is named after it
    "Năm 2021, Cục Thuế sẽ …"               the body that acts, in a plan

A person may be called by office, by name, or both; each way is a candidate of its own. Weights: `weights/choices.tsv`, choice `issuer`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from giaoban.model import Found, Meeting, Span
from giaoban.reading.choosing import Candidates, Group
from giaoban.reading.engine import Page
from giaoban.reading.rules.clauses.by_kind import LIGHT
from giaoban.reading.rules.clauses.carried import course
from giaoban.reading.rules.clauses.frames import HEAD, NOTICE
from giaoban.reading.rules.clauses.speech import OPENING, Speech
from giaoban.reading.rules.named.bodies import most_named
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import Syllables

KEPT = 3
"""Speakers heard before a directive."""
HEARD = 12
"""Speech verbs looked back over for them."""
CLOSED = 80
"""Code points between the end of quoted words and the verb that says whose they are."""
LONGEST = 8
"""Words of a name from which on it counts as long."""

SITS = ("ủy viên", "uỷ viên", "đại biểu quốc hội")
"""How a seat begins that is told before the office by which somebody asks: Ủy viên Trung ương Đảng, │Bí thư Tỉnh ủy│."""
HEAD_OF = "người đứng đầu"
"""How one is called by what he heads."""
PRONOUNS = (["đồng", "chí"], ["đ", "/", "c"], ["ông"], ["bà"], ["chị"], ["anh"])
"""How he is called who has spoken before."""

Forms = tuple[tuple[str, str], ...]
"""Ways in which the text calls a speaker, by kind of way: both office and name, the office, the name …"""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks at `at`, in sentence number `sentence` of paragraph number `block`.

    who  the last syllable of his name, or the body's name, by which mentions of one speaker are known
    """

    at: int
    manner: str
    forms: Forms
    who: str
    person: bool
    block: int
    sentence: int


@dataclass(slots=True)
class Asked:
    """A directive whose issuer is sought, and the one before it, for which `issuer` was chosen."""

    span: Span
    line: Syllables
    force: str
    actor: str | None
    before: "Asked | None" = None
    issuer: str | None = None


class Voices:
    """The speakers of a page, in order, and who presides."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known = _known(page)
        self.all = list(self._voices())
        self.starts = [voice.at for voice in self.all]
        meeting = next(iter(page.all(Meeting)), None)
        self.meeting = meeting.what if meeting else None
        self.notice = NOTICE.search(page.text, 0, HEAD) is not None
        self.most = most_named(page)
        self.chair = self.meeting.chair.name.rsplit(" ", 1)[-1] if self.meeting and self.meeting.chair else ""

    def _voices(self) -> Iterator[Voice]:
        page = self.page
        lines = page.all(Syllables)
        ends = [found.span.end for found in lines]
        standing = list(self._standing())
        places = [holder.span.start for holder in standing]
        last: tuple[int, Forms, str, bool] = -1, (), "", False
        for found in page.all(Speech):
            named = found.what.named
            line = lines[bisect_right(ends, found.span.start)].what
            if named is not None:
                holder = next(iter(page.within(Holder, Span(named.start, named.start + 1))), None)
                forms, who = self._forms(holder, named)
                person = holder is not None
                if person or who.startswith(HEAD_OF):
                    last = named.start, forms, who, person
            elif by_pronoun(line, bisect_left(line.starts, found.span.start)):
                at = bisect_left(places, found.span.start) - 1
                if at >= 0 and places[at] > last[0]:
                    last = places[at], *self._forms(standing[at], standing[at].span), True
                _, forms, who, person = last
            else:
                continue
            if forms:
                where = line.sentence
                yield Voice(found.span.start, found.what.manner, forms, who, person, where.block.paragraph, where.number)

    def _standing(self) -> Iterator[Found[Holder]]:
        """The persons with whom a clause opens, of whom it is told then what they do: he who is meant by "ông" further on."""
        lines = self.page.all(Syllables)
        ends = [found.span.end for found in lines]
        for found in self.page.all(Holder):
            addressed = self.page.text.startswith(":", found.span.end)
            if (found.what.name or found.what.offices) and not addressed and any(map(str.isupper, found.span.of(self.page.text)[1:])):
                line = lines[bisect_right(ends, found.span.start)].what
                at = bisect_left(line.starts, found.span.start)
                if not at or line.words[at - 1] in OPENING:
                    yield found

    def _forms(self, holder: Found[Holder] | None, named: Span) -> tuple[Forms, str]:
        if holder is None:
            said = named.of(self.page.text)
            return (("body", said),), said.lower()
        name = holder.what.name
        who = name.rsplit(" ", 1)[-1] if name else holder.what.offices[0].lower() if holder.what.offices else ""
        return (*ways(self.page.text, holder), *((f"elsewhere {form}", called) for form, called in self.known.get(who, ()))), who


def by_pronoun(line: Syllables, verb: int) -> bool:
    """Whether he who speaks at syllable `verb` is called by a pronoun alone, which opens a clause: Về thuế, │ông│ đề nghị …"""
    at = verb
    while at and line.words[at - 1] in LIGHT and line.words[at - 1] != ",":
        at -= 1
    size = next((len(each) for each in PRONOUNS if line.words[max(0, at - len(each)) : at] == each), 0)
    return bool(size) and (at == size or line.words[at - size - 1] in OPENING)


def ways(text: str, holder: Found[Holder]) -> Iterator[tuple[str, str]]:
    """How a mention of a person may be shortened: with office and name, the office, the name with its title.

    Where a seat parts both the office alone says who he is.
    """
    name, offices, span = holder.what.name, holder.what.offices, holder.span
    if not name or not offices:
        yield "single", span.of(text) if span.of(text) != name else holder.what.called
        return
    held = next((each for each in offices if not each.lower().startswith(SITS)), offices[0])
    at, office = text.find(name, span.start, span.end), text.find(held, span.start, span.end)
    yield "both", text[min(at, office) : max(at + len(name), office + len(held))] if held == offices[0] else held
    yield "office", held
    yield "name", text[span.start : at + len(name)] if at < office else name


def _known(page: Page) -> dict[str, Forms]:
    """The ways each person is first called with office and name, by the last syllable of the name, and by the office."""
    known: dict[str, Forms] = {}
    for found in page.all(Holder):
        if found.what.name and found.what.offices:
            forms = tuple(ways(page.text, found))
            known.setdefault(found.what.name.rsplit(" ", 1)[-1], forms)
            for office in found.what.offices:
                known.setdefault(office.lower(), forms)
    return known


def askers(voices: Voices, asked: Asked) -> Candidates[str | None]:
    """Who may have asked."""
    found: Candidates[str | None] = Candidates()
    force, sentence = asked.force, asked.line.sentence
    at = bisect_left(voices.starts, asked.span.start)
    heard: set[str] = set()
    for voice in reversed(voices.all[max(0, at - HEARD) : at]):
        if voice.who not in heard:
            heard.add(voice.who)
            _put(found, voice, f"{len(heard)} {_where(voice, sentence.number, sentence.block.paragraph)}", force, voices.chair)
            if len(heard) == KEPT:
                break
    _after(found, voices, asked, at, force)
    _of_meeting(found, voices, force, bool(heard))
    if voices.most:
        found.add(voices.most, _most(force, bool(heard)))
    if asked.actor:
        found.add(asked.actor, _actor(force, bool(heard)))
    if asked.before is not None:
        _carried(found, voices, asked, asked.before, at)
    found.add(None, _nobody(force, len(heard), bool(asked.actor)))
    return found


def _where(voice: Voice, sentence: int, block: int) -> str:
    if voice.sentence == sentence:
        return "here"
    if voice.block == block:
        return "near" if sentence - voice.sentence < 4 else "block"
    return "far" if sentence - voice.sentence < 8 else "away"


def _put(found: Candidates[str | None], voice: Voice, where: str, force: str, chair: str) -> None:
    presides = voice.who == chair
    for form, called in voice.forms:
        found.add(called, _speaks(where, voice.manner, force, voice.person, form, min(LONGEST, called.count(" ") + 1), presides))


@lru_cache(maxsize=8192)
def _speaks(where: str, manner: str, force: str, person: bool, form: str, size: int, presides: bool) -> Group:
    kind = "person" if person else "body"
    return (
        where, f"{where} {manner}", f"{where} {force}", f"{where} {kind}", f"form {form}", f"{form} {size}", f"{kind} {manner} {force}",
        f"{kind} presides={presides}", f"{form} presides={presides}",
    )  # fmt: skip


@lru_cache(maxsize=16)
def _most(force: str, heard: bool) -> Group:
    return f"most named {force}", f"most named {force} heard={heard}"


@lru_cache(maxsize=64)
def _actor(force: str, heard: bool) -> Group:
    return f"actor {force}", f"actor {force} heard={heard}"


@lru_cache(maxsize=128)
def _nobody(force: str, heard: int, actor: bool) -> Group:
    return "nobody", f"nobody {force}", f"nobody heard={heard}", f"nobody {force} heard={bool(heard)}", f"nobody actor={actor}"


def _after(found: Candidates[str | None], voices: Voices, asked: Asked, at: int, force: str) -> None:
    """Who is named after his words: "…”, ông Nam đề nghị"."""
    voice = next(iter(voices.all[at : at + 1]), None)
    if voice is None or voice.sentence != asked.line.sentence.number:
        return
    said = voices.page.text[max(asked.span.end, voice.at - CLOSED) : voice.at]
    quoted = "”" in said or '"' in said
    _put(found, voice, f"after quoted={quoted}", force, voices.chair)


def _of_meeting(found: Candidates[str | None], voices: Voices, force: str, heard: bool) -> None:
    meeting = voices.meeting
    if meeting is None:
        return
    if meeting.chair:
        notice = voices.notice
        for form, called in voices.known.get(voices.chair, (("name", meeting.chair.name),)):
            found.add(called, _chairs(form, force, heard, notice))
    if meeting.convener:
        found.add(meeting.convener, _convenes(force, heard, meeting.chair is not None))
    if meeting.reviewed:
        found.add(meeting.reviewed, ("reviewed", f"reviewed {force}"))


@lru_cache(maxsize=256)
def _chairs(form: str, force: str, heard: bool, notice: bool) -> Group:
    return "chair", f"chair {form}", f"chair {force}", f"chair {force} heard={heard}", f"chair notice={notice}"


@lru_cache(maxsize=64)
def _convenes(force: str, heard: bool, chaired: bool) -> Group:
    return "convener", f"convener {force}", f"convener {force} heard={heard} chair={chaired}"


def _carried(found: Candidates[str | None], voices: Voices, asked: Asked, last: Asked, at: int) -> None:
    """Whoever asked for the directive before: in the same sentence, paragraph, or before; whether somebody else has spoken since."""
    where = "sentence" if last.line is asked.line else "block" if last.line.sentence.block is asked.line.sentence.block else "before"
    since = bool(at) and voices.starts[at - 1] > last.span.end
    found.add(last.issuer, _goes_on(last.issuer is None, where, since, asked.force, last.force))
    here, there = (asked.span, asked.line), (last.span, last.line)
    found.add(last.issuer, course(last.issuer, _issuers(last), here, there, voices.starts))


def _issuers(last: Asked | None) -> Iterator[str | None]:
    """Who was chosen for a directive, and for those before it."""
    while last is not None:
        yield last.issuer
        last = last.before


@lru_cache(maxsize=512)
def _goes_on(nobody: bool, where: str, since: bool, force: str, last: str) -> Group:
    said = "nobody" if nobody else "he"
    return f"carried {said} {where}", f"carried {said} {where} since={since}", f"carried {said} {force} after {last}"
