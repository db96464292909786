"""What changed between two versions of a paper, paragraph by paragraph and word by word.

Paragraphs are the same one where they have the same mark; one without a mark, or with one that is not known, is taken for the likest of
those left over. Nothing is guessed below a likeness of `LIKE`.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from giaoban.brief.notice_paragraphs import Kind, Paragraph

LIKE = 0.6
"""Share of words in common from which two paragraphs are taken for one."""
NEW = "+"
WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Did(StrEnum):
    """What became of a paragraph from one version to the next."""

    SAME = "same"
    EDITED = "edited"
    ADDED = "added"
    DROPPED = "dropped"


class Part(StrEnum):
    """What became of a word within a paragraph that was edited."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both versions have, or only one."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph of both versions; `before` None where it was added, `after` None where it was dropped.

    moved  it stands elsewhere among the paragraphs that both have
    """

    did: Did
    before: Paragraph | None
    after: Paragraph | None
    moved: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its words before and after, in one line."""
        return words(self.before.text if self.before else "", self.after.text if self.after else "")


def compare(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> tuple[Change, ...]:
    """Every paragraph of both, in the order of `after`; what was dropped stands behind what it followed."""
    partner = _pairs(before, after)
    still = _in_order([partner[at] for at in range(len(after)) if at in partner])
    dropped = [at for at in range(len(before)) if at not in set(partner.values())]
    found = list(_lost(before, dropped, -1))
    for at, now in enumerate(after):
        if at not in partner:
            found.append(Change(Did.ADDED, None, now))
            continue
        was = before[partner[at]]
        found.append(Change(Did.SAME if was.text == now.text else Did.EDITED, was, now, partner[at] not in still))
        found += _lost(before, dropped, partner[at])
    return tuple(found)


def changed(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes without the paragraphs that stayed the same in the same place."""
    return tuple(each for each in changes if each.did is not Did.SAME or each.moved)


def taken(before: Sequence[Paragraph], changes: Sequence[Change], chosen: Collection[int]) -> tuple[Paragraph, ...]:
    """`before` with those changes, named by their places among `changes`. What is added gets a mark that begins with `NEW`.

    What stands behind the opening counts as opening; nothing stands behind the closing.
    """
    now = list(before)
    last: Paragraph | None = None
    for at, change in enumerate(changes):
        if at in chosen and change.before and (change.did is Did.DROPPED or change.moved):
            now = [each for each in now if each.mark != change.before.mark]
        if change.after is None:
            continue
        new = _new(change, at)
        if at not in chosen:
            new = change.before
        elif change.moved or change.before is None:
            now = _behind(now, new, last)
        else:
            now = [new if new and each.mark == new.mark else each for each in now]
        last = next((each for each in now if new and each.mark == new.mark), last)
    return tuple(now)


def words(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both texts in one line.

    >>> [(piece.part.value, piece.text) for piece in words("trong quý II", "trong quý III")]
    [('kept', 'trong quý '), ('gone', 'II'), ('new', 'III')]
    """
    old, new = WORD.findall(before), WORD.findall(after)
    found: list[Piece] = []
    gone = added = ""
    for act, start, end, at, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[start:end]), "".join(new[at:to])
        if act == "equal" and (not (gone or added) or not was.isspace()):
            found += [*_both(gone, added), Piece(Part.KEPT, was)]
            gone = added = ""
        else:
            gone, added = gone + was, added + now
    return (*found, *_both(gone, added))


def _both(gone: str, added: str) -> Iterator[Piece]:
    """What only one of the texts has; a space between two changed words belongs to both."""
    if gone:
        yield Piece(Part.GONE, gone)
    if added:
        yield Piece(Part.NEW, added)


def _pairs(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> dict[int, int]:
    """Which paragraph of `after` is which of `before`, by their positions."""
    known = {each.mark: at for at, each in enumerate(before)}
    bearers: dict[int, list[int]] = {}
    for at, each in enumerate(after):
        if each.mark in known:
            bearers.setdefault(known[each.mark], []).append(at)
    found = {_likest(was, before, now, after): was for was, now in bearers.items()}
    left = [at for at in range(len(before)) if at not in set(found.values())]
    for at in (at for at in range(len(after)) if at not in found):
        likest = max(left, key=lambda was: _likeness(before[was].text, after[at].text), default=None)
        if likest is not None and _likeness(before[likest].text, after[at].text) >= LIKE:
            found[at] = likest
            left.remove(likest)
    return found


def _likest(was: int, before: Sequence[Paragraph], bearers: Sequence[int], after: Sequence[Paragraph]) -> int:
    """Of paragraphs that bear one mark, as where it was copied with its paragraph, the one most like what was there."""
    return max(bearers, key=lambda at: _likeness(before[was].text, after[at].text)) if len(bearers) > 1 else bearers[0]


def _new(change: Change, at: int) -> Paragraph | None:
    """The paragraph as it is after the change, under the mark that it had before."""
    if change.after is None:
        return None
    return replace(change.before, text=change.after.text) if change.before else replace(change.after, mark=f"{NEW}{at}")


def _behind(listed: Sequence[Paragraph], new: Paragraph | None, last: Paragraph | None) -> list[Paragraph]:
    """A paragraph put behind another; at the beginning of the body where there is none."""
    if new is None:
        return list(listed)
    marks = [each.mark for each in listed]
    at = marks.index(last.mark) + 1 if last else 0
    if last is not None and last.kind is Kind.CLOSING:
        at -= 1
    elif last is None or last.kind in {Kind.ABSTRACT, Kind.OPENING}:
        at, new = max(at, 1 if listed and listed[0].kind is Kind.ABSTRACT else 0), replace(new, kind=Kind.OPENING)
    return [*listed[:at], new, *listed[at:]]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False).ratio()


def _in_order(positions: Sequence[int]) -> frozenset[int]:
    """The longest rising part of the positions: the paragraphs that did not move."""
    ends: list[int] = []
    back: dict[int, int | None] = {}
    last: list[int] = []
    for position in positions:
        at = bisect_left(ends, position)
        back[position] = last[at - 1] if at else None
        ends[at : at + 1] = [position]
        last[at : at + 1] = [position]
    kept: list[int] = []
    step = last[-1] if last else None
    while step is not None:
        kept.append(step)
        step = back[step]
    return frozenset(kept)


def _lost(before: Sequence[Paragraph], dropped: Sequence[int], behind: int) -> Iterator[Change]:
    """The paragraphs that were dropped right after the position `behind`."""
    at = behind + 1
    while at in dropped:
        yield Change(Did.DROPPED, before[at], None)
        at += 1
