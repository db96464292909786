"""The fragments of a text, block by block, each with what its traits are made of (`reading.traits`): one key per group.

A key is small and returns often, so whatever is worked out of it is worked out once. A text is passed once, in its order: what was said
colours what follows, such as who spoke last and under which heading a paragraph stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from giaoban.model import BlockKind
from giaoban.reading.fragments import Fragment, fragments
from giaoban.reading.signals import Signals
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT

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

    about   what kind of text it is (`reading.rules.clauses.clauses`)
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
        words = " ".join([" ".join(line.words) for line in lines])
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
    """Add the fragments of a sentence with their keys; gives who spoke in it and how, for the next one to carry on."""
    standing, about = where
    sentence = _whole(made.lines[index].words, parts, told, about)
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
    return voice if voice != "none" else _faded(carried[0]), modal


def _whole(words: list[str], parts: list[Fragment], told: _Told, about: Row) -> Row:
    """What all fragments of a sentence are told of it; `told` goes on to it."""
    whole = 0
    for part in parts:
        whole |= part.kinds
    figures = f" {' '.join(words)}".count(" 0")
    sentence = (whole, told.asked, min(3, figures), min(5, len(words) // 10), *about)
    told.age = min(4, told.age + 1)
    told.asked = whole & (ASKING | SPOKEN)
    return sentence


def _faded(voice: str) -> str:
    """A voice of an earlier sentence, marked as such where the last one was silent."""
    return voice if voice == "none" or voice[:1] == "~" else f"~{voice}"


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
