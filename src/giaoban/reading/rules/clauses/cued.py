"""Clauses that count, by cue words alone: what `clauses` is replaced by when only rules read (`giaoban read --fast`).

    "yêu cầu các xã rà soát quy hoạch, công khai kết quả"    one directive: asked, then an action
    "công tác cải cách hành chính đạt kết quả tốt"             strength
    "tiến độ một số dự án còn chậm"                           shortcoming

A sentence is taken piece by piece, from mark to mark. Who asks is heard until the past is told. No weights, so no help where cue words
lie: fewer than half of the clauses are found. What must and must not be read: corpus/cued.tsv.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Found, Meeting, Polarity, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.paragraphs import TOLD
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.signals import MARK, Signal, Signals
from giaoban.reading.syllables import FIGURES, Syllables
from giaoban.reference.wording import BIT

ASKED = sum(BIT[kind] for kind in ("order", "request", "plan", "say_order", "say_request"))
ACTION, PAST = BIT["action"], BIT["past"]
GOOD, BAD = BIT["positive"] | BIT["praise"], BIT["negative"] | BIT["critic"]
TELLS = ASKED | GOOD | BAD
"""What a sentence says of which there may be a clause, where nobody is asking yet."""
OPENS = BIT["say"] | BIT["contrast"] | BIT["praise"] | BIT["critic"]
"""What is said before a judgement and is no part of it."""
PARTS = frozenset(",;:.…?!")
"""Marks between pieces."""
NEAR = 2
"""Syllables at the start of a piece within which its action opens it."""
OWN = 8
"""Syllables that both sides of a comma have where it parts two directives."""
SHORT = 3
"""Syllables of the shortest find."""
SURE = {None: 0.44, Polarity.STRENGTH: 0.35, Polarity.SHORTCOMING: 0.27}
"""The share that is right on annotated texts (November 2026)."""


@dataclass(slots=True)
class _Find:
    """A clause being read: its kind, its first syllable and the one after its last."""

    polarity: Polarity | None
    first: int
    last: int


@dataclass(slots=True)
class _Piece:
    """What stands between two marks: its syllables, its signals and what they do together, the mark before it."""

    start: int
    end: int
    signals: list[Signal]
    does: int
    mark: str


NUMBERS = FIGURES - {"19xx"}
"""What numbers stand for that are no years."""


@rule(makes=Clause, needs=(Signals, Meeting))
def cued_clauses(page: Page) -> Iterator[Found[Clause]]:
    """The stretches that begin with a cue; nothing from a text that tells of no meeting."""
    if not page.all(Meeting):
        return
    asked, block = False, None
    for found in page.all(Signals):
        line = found.what.line
        if line.sentence.block.kind not in TOLD:
            continue
        if line.sentence.block is not block:
            asked, block = False, line.sentence.block
        if not asked and not found.what.does & TELLS:
            continue
        finds: list[_Find] = []
        for piece in _pieces(found.what):
            asked = _read(finds, piece, asked, line.words)
        asked = asked and bool(finds)
        yield from (_clause(line, each) for each in finds if each.last - each.first >= SHORT)


def _pieces(signals: Signals) -> list[_Piece]:
    pieces, words = list[_Piece](), signals.line.words
    start, inside, does, mark = 0, list[Signal](), 0, ""
    for signal in signals.found:
        at, after, kinds = signal
        if kinds != MARK:
            inside.append(signal)
            does |= kinds
        elif words[at] in PARTS:
            if at > start:
                pieces.append(_Piece(start, at, inside, does, mark))
            start, inside, does, mark = after, [], 0, words[at]
    if len(words) > start:
        pieces.append(_Piece(start, len(words), inside, does, mark))
    return pieces


def _read(finds: list[_Find], piece: _Piece, asked: bool, words: list[str]) -> bool:
    """Read one piece into the finds of its sentence; returns whether somebody is still asking."""
    last = finds[-1] if finds and piece.mark == "," else None
    if not piece.does & PAST and (asked or piece.does & ASKED):
        begin = _begin(piece)
        if last and last.polarity is None and (begin is None or min(piece.end - begin, last.last - last.first) < OWN):
            last.last = piece.end
        elif begin is not None:
            finds.append(_Find(None, begin, piece.end))
        return True
    if last and last.polarity and not piece.does & (BAD if last.polarity is Polarity.STRENGTH else GOOD):
        last.last = piece.end
    elif polarity := _polarity(piece, words):
        finds.append(_Find(polarity, _opening(piece), piece.end))
    return False


def _begin(piece: _Piece) -> int | None:
    """Where the directive of a piece begins: at the first action after the words that ask; without these, where it opens with one."""
    for place, (_, _, kinds) in enumerate(piece.signals):
        if kinds & ASKED:
            return next((at for at, _, kinds in piece.signals[place + 1 :] if kinds & ACTION), None)
    opens = any(kinds & ACTION and at - piece.start <= NEAR for at, _, kinds in piece.signals[:2])
    return piece.start if opens else None


def _polarity(piece: _Piece, words: list[str]) -> Polarity | None:
    """What a piece judges; one with figures tells."""
    if not piece.does & (GOOD | BAD) or not NUMBERS.isdisjoint(words[piece.start : piece.end]):
        return None
    return Polarity.SHORTCOMING if piece.does & BAD else Polarity.STRENGTH


def _opening(piece: _Piece) -> int:
    """Where the judgement begins: after the words in the first half that say who judges."""
    half = (piece.start + piece.end) // 2
    return max((after for _, after, kinds in piece.signals if kinds & OPENS and after <= half), default=piece.start)


def _clause(line: Syllables, found: _Find) -> Found[Clause]:
    span = Span(line.starts[found.first], line.end(found.last - 1))
    clause = Clause(found.polarity, line, found.first, tuple(line.words[found.first : found.last]))
    return Found(clause, span, confidence=SURE[found.polarity])
