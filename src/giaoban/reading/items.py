"""A sentence with figures as a row of items: words, cues, units, numerals, and the periods and places already marked.

What reads figures walks this row forwards and backwards from each numeral.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from giaoban.model import Found
from giaoban.reading.cues import PHRASES, Cue
from giaoban.reading.marks import AgencyMention, PeriodMention, PlaceMention
from giaoban.reading.phrases import lexicon, listed, parted
from giaoban.reading.syllables import Remembered, Syllables, sign
from giaoban.reference.phrases import Begun
from giaoban.reference.units import KINDS, Kind

TABLES: list[tuple[Cue | Kind, str]] = [*PHRASES.items(), *KINDS.items()]
OVER_COMMAS: dict[Cue | Kind, list[str]] = {
    Cue.PLAIN: ["phòng, chống", "phòng, ngừa"],
    Kind.THING: ["ý kiến, kiến nghị"],
}
"""Words of their own that are written with a comma, which the tables part phrases by."""
LEXICON = lexicon({meaning: [*listed(text), *OVER_COMMAS.get(meaning, ())] for meaning, text in TABLES})
PARTED = Remembered(parted)
MAY_PART = sign(holding=re.compile(r"\d(?:[^\W\d_]|%)|[^\W\d_]\d|[^\x00-\x9f\xc0-\u024f\u1e00-\u1eff\u2010-\u2027]"))
"""Of a syllable that may hold several words: figures beside letters or a percent sign, or what is no letter of ours and no usual mark."""
GLUED = sign(holding=re.compile(r"[^\W\d_]\d|[^\x00-\x9f\xc0-\u024f\u1e00-\u1eff\u2010-\u2027]"))
"""Of a syllable whose items may have words that no syllable is: HQ36a."""
ALL = 1 << 30
"""So many items has no sentence."""
NOTHING: frozenset[Cue | Kind] = frozenset()
UNKNOWN: Begun[frozenset[Cue | Kind]] = (None, {})
PUNCTUATION = frozenset(".,;:()[]{}\"“”'‘’«»–—-/…!?+*&|~=<>")


@dataclass(slots=True)
class Item:
    """One word, phrase, numeral, mark of punctuation, period or place.

    text        in lower case
    means       the cues and kinds of unit that the phrase gives; several where it has several readings
    is_numeral  it begins with a digit and is no period
    is_mark     it is a mark of punctuation
    """

    text: str
    start: int
    end: int
    means: frozenset[Cue | Kind] = NOTHING
    period: PeriodMention | None = None
    place: PlaceMention | AgencyMention | None = None
    is_numeral: bool = False
    is_mark: bool = False


GROUP, DIGITS = 3, re.compile(r"\d{3}(?P<part>,\d{1,2})?")
"""Digits of a group of thousands; of the last with decimals."""
Marked = Found[PeriodMention] | Found[PlaceMention] | Found[AgencyMention]


def telling(line: Syllables) -> int:
    """The signs without which no item of a sentence has one of their words; all of them where items have words that are no syllables."""
    return -1 if line.signs & GLUED else line.signs


def items(line: Syllables, text: str, marked: list[Marked], end: int | None = None, most: int = ALL) -> list[Item]:
    """The items of a sentence, or of its words before offset `end`.

    marked  its periods and places in the order of the text, not overlapping
    most    so many items at its start are wanted; a few more may come
    """
    words = _words(line, end)
    row: list[Item] = []
    index = 0
    for mark in marked:
        first = words.reaching_beyond(mark.span.start, index)
        after = bisect_left(words.starts, mark.span.end, first)
        if first == after:
            continue
        _unmarked(row, words, index, first, most)
        row.append(_of_mark(mark, text))
        index = after
    _unmarked(row, words, index, len(words.lowered), most)
    return row


@dataclass(slots=True)
class _Words:
    """Words in lower case, as long as these are written, and where each starts."""

    lowered: list[str]
    written: list[str]
    starts: list[int]

    def reaching_beyond(self, offset: int, index: int) -> int:
        """The first word, from `index` on, that ends behind an offset."""
        at = bisect_right(self.starts, offset, index) - 1
        return at if at >= index and self.starts[at] + len(self.written[at]) > offset else at + 1


def _words(line: Syllables, end: int | None) -> _Words:
    """The words of the syllables before offset `end`, or of all."""
    stop = len(line.said) if end is None else bisect_left(line.starts, end)
    lowered = list(map(PARTED.__getitem__, line.said if end is None else line.said[:stop]))
    mixed = [at for at, word in enumerate(lowered) if " " in word] if line.signs & MAY_PART else []
    if end is None and not mixed:
        return _Words(lowered, line.said, line.starts)
    written, starts = line.said[:stop], line.starts[:stop]
    for at in reversed(mixed):
        parts = lowered[at].split(" ")
        after = at + 1
        while _goes_on(lowered, starts, after, starts[at] + sum(map(len, parts))) and parts[-1][0].isdecimal():
            parts[-1] += lowered[after] + lowered[after + 1]
            after += 2
        begins = list(accumulate(map(len, parts[:-1]), initial=starts[at]))
        lowered[at:after], written[at:after], starts[at:after] = parts, parts, begins
    return _Words(lowered, written, starts)


def _goes_on(lowered: list[str], starts: list[int], at: int, reached: int) -> bool:
    """Whether a numeral that ends at offset `reached`, behind letters (HQ36.5), goes on with the stop or comma at `at`."""
    if at + 1 >= len(lowered) or lowered[at] not in (".", ","):
        return False
    return starts[at] == reached and starts[at + 1] == reached + 1 and lowered[at + 1][0].isdecimal()


def _unmarked(row: list[Item], words: _Words, index: int, stop: int, most: int) -> None:
    """Add the items of the words from `index` to `stop`, until there are `most`."""
    lowered, written, starts = words.lowered, words.written, words.starts
    begins, at = LEXICON.begins, index
    while at < stop and len(row) < most:
        word = lowered[at]
        begun = begins.get(word)
        known, longer = UNKNOWN if begun is None else begun
        # as `Phrases.at` has it; called for each of these words it would take as long again
        if longer and at + 1 < stop and (more := longer.get(lowered[at + 1])) is not None:
            for rest, size, means in more:
                if at + size <= stop and (not rest or lowered[at + 2 : at + size] == rest):
                    known = size, means
                    break
        if known is None:
            numeral = word[0].isdigit()
            after = _grouped(lowered, starts, at, stop) if numeral and len(word) <= GROUP and not _is_named(row) else at + 1
            last = after - 1
            said = word if last == at else "".join(lowered[at:after])
            row.append(Item(said, starts[at], starts[last] + len(written[last]), NOTHING, None, None, numeral, word in PUNCTUATION))
            at = after
            continue
        size, means = known
        free = at + size
        end = starts[free - 1] + len(written[free - 1])
        if size == 1:
            row.append(Item(word, starts[at], end, means, None, None, False, word in PUNCTUATION))
        else:
            row.append(Item(" ".join(lowered[at:free]), starts[at], end, means))
        at = free


def _grouped(lowered: list[str], starts: list[int], at: int, stop: int) -> int:
    """The word after a numeral whose thousands are parted by blanks, before what it counts: 3 450 │ ha, 1 250 000 │ người."""
    after = at + 1
    if not lowered[at].isdecimal() or lowered[at][0] == "0":
        return after
    reached = starts[at] + len(lowered[at])
    while after < stop and starts[after] == reached + 1 and (digits := DIGITS.fullmatch(lowered[after])):
        reached += 1 + len(lowered[after])
        after += 1
        if digits["part"]:
            break
    return after if after == stop or lowered[after][0].isalpha() or lowered[after] == "%" else at + 1


def _is_named(row: list[Item]) -> bool:
    """Whether what stands before a numeral may have it for a name: tổ │ 3."""
    return bool(row) and (row[-1].is_numeral or Cue.NO_FIGURE in row[-1].means)


def _of_mark(mark: Marked, text: str) -> Item:
    what = mark.what
    said = mark.span.of(text).lower()
    if isinstance(what, PeriodMention):
        return Item(said, mark.span.start, mark.span.end, period=what)
    return Item(said, mark.span.start, mark.span.end, place=what)
