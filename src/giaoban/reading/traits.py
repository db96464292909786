"""What speaks for or against a fragment being part of a find: named traits, in groups that are worked out once and remembered.

Each fragment has one key per group; the traits of a group are a function of its key alone. A trained weight belongs to every trait
(`reading.judging`), so any decision can be told as the traits that weighed most.

    content   its own words, the kinds of its words, the mark before it; the same of its neighbours
    voice     who speaks in this sentence and how: the last word of asking, telling, praising; the last "phải", "cần", "sẽ", "đã"
    carried   the same of the sentences before
    ahead, before, verdict
              what the words after and before it in the same clause do
    standing  where it stands: sentence, paragraph, section, document
    subject   whether a body stands before it, so that it may be what that body does or shall do
    sentence  what the words of the whole sentence do, its length and figures, and the kind of text
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from giaoban.model import BlockKind
from giaoban.reading.fragments import Fragment, fragments
from giaoban.reading.signals import Signals
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, kinds

Row = tuple[str | int | bool, ...]
Key = Row | int
"""What a group of traits is a function of: a row of values, or a sum of `wording.BIT`s."""

VOICES = ("say_order", "say_request", "praise", "critic", "say")
MODALS = ("order", "request", "plan", "past", "now")
ASKING = sum(BIT[kind] for kind in ("say_order", "say_request", "order", "request", "plan"))
SPOKEN = sum(BIT[kind] for kind in ("praise", "critic", "say", "past"))
VOICE_BITS = tuple((BIT[kind], kind) for kind in VOICES)
MODAL_BITS = tuple((BIT[kind], kind) for kind in MODALS)
VOICED, MODAL = sum(bit for bit, _ in VOICE_BITS), sum(bit for bit, _ in MODAL_BITS)
NEGATIVE, POSITIVE, PAST, NOW = BIT["negative"], BIT["positive"], BIT["past"], BIT["now"]
VERDICT = NEGATIVE | POSITIVE | PAST | NOW
ENDS_CLAUSE = frozenset(",;:")
SECTIONS = (
    ("tasks", ("nhiệm vụ", "phương hướng", "giải pháp", "thời gian tới", "tập trung", "kiến nghị", "đề xuất", "trọng tâm", "năm tới")),
    ("shortcomings", ("tồn tại", "hạn chế", "khó khăn", "nguyên nhân", "yếu kém", "bất cập")),
    ("results", ("kết quả", "đạt được", "ưu điểm", "đánh giá chung", "nổi bật", "thành tích", "thuận lợi")),
)
TOLD = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ROW))
"""Blocks that tell; titles, headings and captions say again what these say."""
HEADING = 140
"""Code points of the longest block that may head a section."""


@dataclass(slots=True)
class Paragraph:
    """The fragments of one block with the sentence each stands in and its keys."""

    lines: list[Syllables]
    parts: list[Fragment]
    within: list[int]
    keys: list[tuple[Key, ...]]


@dataclass(slots=True)
class _Told:
    """What the text said up to here, as far as it colours what follows."""

    frame: str = "none"
    age: int = 9
    mode: str = "none"
    section: str = "none"
    asked: int = 0


def paragraphs(lines: Iterable[Signals], about: Row, blocks: int) -> Iterator[Paragraph]:
    """The fragments of a text, block by block; titles, headings and captions are passed over.

    about   what kind of text it is (`reading.rules.clauses`)
    blocks  how many blocks the text has
    """
    told = _Told()
    for _, gathered in groupby(lines, key=lambda each: each.line.sentence.block.span):
        if made := _paragraph(list(gathered), told, about, blocks):
            yield made


def _paragraph(signals: list[Signals], told: _Told, about: Row, blocks: int) -> Paragraph | None:
    lines = [each.line for each in signals]
    block = lines[0].sentence.block
    short = len(block.span) < HEADING
    if short:
        words = " ".join(word for line in lines for word in line.words)
        told.section = next((name for name, said in SECTIONS if any(each in words for each in said)), told.section)
    if block.kind not in TOLD:
        return None
    cut = [fragments(each) for each in signals]
    standing: Row = (1 + 4 * block.paragraph // max(1, blocks), short, told.section, block.kind is BlockKind.LIST_ITEM)
    made = Paragraph(lines, [], [], [])
    carried = ("none", "none")
    for index, parts in enumerate(cut):
        carried = _sentence(made, index, parts, told, carried, (standing, about))
    return made


def _sentence(
    made: Paragraph, index: int, parts: list[Fragment], told: _Told, carried: tuple[str, str], where: tuple[Row, Row]
) -> tuple[str, str]:
    standing, about = where
    words = made.lines[index].words
    whole = 0
    for part in parts:
        whole |= part.kinds
    figures = len([word for word in words if word[0] == "0"])
    sentence = (whole, told.asked, min(3, figures), min(5, len(words) // 10), *about)
    told.age = min(4, told.age + 1)
    told.asked = whole & (ASKING | SPOKEN)
    voice = modal = "none"
    since, before, place = 0, 0, len(made.parts)
    ahead = _ahead(parts)
    size = len(parts)
    early: Row = ()
    for at, part in enumerate(parts):
        if part.mark[-1:] in ENDS_CLAUSE:
            before = 0
        if at < 3 or parts[at - 1].kinds & (VOICED | MODAL):
            early = (*carried, voice != "none", told.frame, told.age, told.mode, at < 2)
        if at < 2 or at + 1 == size:
            stands: Row = (*standing, at == 0, at + 1 == size, place + at == 0)
        seen = ahead[at]
        made.keys.append((
            (voice, modal, min(3, since), part.lead),
            early,
            seen,
            before,
            seen & VERDICT | before & PAST,
            stands,
            _subject(parts, at),
            sentence,
        ))  # fmt: skip
        if part.kinds & (VOICED | MODAL):
            voice, modal, since = _heard(part.kinds, voice, modal, since, told, at)
        before |= part.kinds
        since += 1
    made.parts.extend(parts)
    made.within.extend([index] * len(parts))
    return (voice if voice != "none" else carried[0] if carried[0][:1] == "~" or carried[0] == "none" else "~" + carried[0]), modal


def _subject(parts: list[Fragment], at: int) -> Row:
    part = parts[at]
    following = parts[at + 1].lead if at + 1 < len(parts) else 0
    return (at > 0 and parts[at - 1].body, at > 1 and parts[at - 2].body, part.body, part.mark, part.lead, following)


def _heard(seen: int, voice: str, modal: str, since: int, told: _Told, at: int) -> tuple[str, str, int]:
    for bit, kind in VOICE_BITS:
        if seen & bit:
            if kind != "say" or voice == "none":
                voice = kind
            since = 0
            if kind != "say":
                told.frame, told.age = kind, 0
            elif told.frame == "none":
                told.frame = "say"
    for bit, kind in MODAL_BITS:
        if seen & bit:
            modal, since = kind, 0
    if seen & ASKING:
        told.mode = "ask"
    elif seen & BIT["praise"]:
        told.mode = "praise"
    elif seen & BIT["critic"]:
        told.mode = "critic"
    elif seen & PAST and told.mode == "ask" and at < 4:
        told.mode = "past"
    return voice, modal, since


def _ahead(parts: list[Fragment]) -> list[int]:
    """For each fragment, the kinds of its own and of the fragments after it in the same clause."""
    masks = [0] * len(parts)
    seen = 0
    for at in range(len(parts) - 1, -1, -1):
        seen |= parts[at].kinds
        masks[at] = seen
        if parts[at].mark[-1:] in ENDS_CLAUSE:
            seen = 0
    return masks


def content(said: str) -> list[str]:
    mark, letter, does, words = _parted(said)
    named = [f"w={word}" for word in words]
    named += [f"b={first} {second}" for first, second in pairwise(words)]
    named += [f"first={words[0]}", f"last={words[-1]}", f"mark={mark}", f"mark,first={mark} {words[0]}", f"letter={letter}"]
    if len(words) > 1:
        named.append(f"first two={words[0]} {words[1]}")
    named.append(f"length={min(len(words), 8)}")
    return named + [f"kind={kind}" for kind in does]


def beside(said: str, side: str) -> list[str]:
    mark, _, does, words = _parted(said)
    nearest = words[-1] if side == "last" else words[0]
    named = [f"{side} w={word}" for word in words]
    return [*named, f"{side} nearest={nearest}", f"{side} mark={mark}", *(f"{side} kind={kind}" for kind in does)]


def farther(said: str, side: str) -> list[str]:
    return [f"{side} kind={kind}" for kind in _parted(said)[2]]


def _parted(said: str) -> tuple[str, str, tuple[str, ...], list[str]]:
    mark, letter, mask, words = said.split("\t")
    return mark, letter, kinds(int(mask)), words.split(" ")


def voice_traits(key: Key) -> list[str]:
    voice, modal, since, lead = _row(key)
    named = [f"voice={voice}", f"modal={modal}", f"voice,modal,since={voice} {modal} {since}"]
    first = _first(lead)
    return [*named, f"lead,voice={first} {voice}", f"lead,modal={first} {modal}"] if first else named


def carried_traits(key: Key) -> list[str]:
    voice, modal, spoken, frame, age, mode, early = _row(key)
    return [f"carried={voice}", f"carried modal={modal} {spoken}", f"frame,age={frame} {age}", f"mode={mode} {early}"]


def ahead_traits(key: Key) -> list[str]:
    return [f"ahead={kind}" for kind in kinds(_sum(key))]


def before_traits(key: Key) -> list[str]:
    return [f"before={kind}" for kind in kinds(_sum(key))]


def verdict_traits(key: Key) -> list[str]:
    seen = _sum(key)
    done = "+past" if seen & PAST else ""
    if seen & NEGATIVE:
        return ["bad" + ("+good" if seen & POSITIVE else "") + done]
    return ["good" + done + ("+now" if seen & NOW else "")] if seen & POSITIVE else []


def standing_traits(key: Key) -> list[str]:
    place, short, section, listed, starts, ends, opens = _row(key)
    flags = [name for name, on in (("short", short), ("starts", starts), ("ends", ends), ("opens", opens), ("listed", listed)) if on]
    return [f"place={place}", f"section={section} {short}", *flags]


def subject_traits(key: Key) -> list[str]:
    previous, second, body, mark, lead, following = _row(key)
    named = [f"after body={previous}"]
    if first := _first(lead):
        named.append(f"lead,after body={first} {previous}")
    if body:
        named += [f"body,mark={mark}", f"body,next={_first(following)}"]
    if second:
        named.append("second after body")
    return named


def sentence_traits(key: Key) -> list[str]:
    whole, asked, figures, length, *about = _row(key)
    named = [f"sentence={kind}" for kind in kinds(int(whole))] + [f"last sentence={kind}" for kind in kinds(int(asked))]
    return [*named, f"figures={figures}", f"sentence length={length}", *(f"text={each}" for each in about)]


def _row(key: Key) -> Row:
    return key if isinstance(key, tuple) else (key,)


def _sum(key: Key) -> int:
    return key if isinstance(key, int) else 0


def _first(mask: str | int) -> str:
    return next(iter(kinds(int(mask))), "")


GROUPS = (voice_traits, carried_traits, ahead_traits, before_traits, verdict_traits, standing_traits, subject_traits, sentence_traits)


def traits(paragraph: Paragraph, at: int) -> list[str]:
    """All traits of one fragment."""
    parts, size = paragraph.parts, len(paragraph.parts)
    named = content(parts[at].said)
    if at:
        named += beside(parts[at - 1].said, "last")
    if at + 1 < size:
        named += beside(parts[at + 1].said, "next")
    if at > 1:
        named += farther(parts[at - 2].said, "before last")
    if at + 2 < size:
        named += farther(parts[at + 2].said, "after next")
    for group, key in zip(GROUPS, paragraph.keys[at], strict=True):
        named += group(key)
    return named
