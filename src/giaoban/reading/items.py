"""A sentence with figures as a row of items: words, cues, units, numerals, and the periods and places already marked.

What reads figures walks this row forwards and backwards from each numeral.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from giaoban.model import Found, Span
from giaoban.reading.cues import PHRASES, Cue
from giaoban.reading.marks import AgencyMention, PeriodMention, PlaceMention
from giaoban.reading.phrases import Lexicon, listed, words
from giaoban.reference.units import KINDS, Kind

TABLES: list[tuple[Cue | Kind, str]] = [*PHRASES.items(), *KINDS.items()]
OVER_COMMAS: dict[Cue | Kind, list[str]] = {Cue.PLAIN: ["phòng, chống", "phòng, ngừa"]}
"""Words of their own that are written with a comma, which the tables part phrases by."""
LEXICON: Lexicon[Cue | Kind] = Lexicon({meaning: [*listed(text), *OVER_COMMAS.get(meaning, ())] for meaning, text in TABLES})
NOTHING: frozenset[Cue | Kind] = frozenset()
PUNCTUATION = frozenset(".,;:()[]{}\"“”'‘’«»–—-/…!?+*&|~=<>")


@dataclass(slots=True)
class Item:
    """One word, phrase, numeral, mark of punctuation, period or place.

    text        in lower case
    means       the cues and kinds of unit that the phrase gives; several where it has several readings
    is_numeral  it begins with a digit and is no period
    """

    text: str
    start: int
    end: int
    means: frozenset[Cue | Kind] = NOTHING
    period: PeriodMention | None = None
    place: PlaceMention | AgencyMention | None = None
    is_numeral: bool = False

    @property
    def is_mark(self) -> bool:
        return self.text in PUNCTUATION


Marked = Found[PeriodMention] | Found[PlaceMention] | Found[AgencyMention]


def items(text: str, span: Span, marked: list[Marked]) -> list[Item]:
    """The items of a sentence. `marked`: its periods and places in the order of the text, not overlapping."""
    lowered, starts, ends = words(text, span.start, span.end)
    row: list[Item] = []
    index = 0
    for mark in marked:
        first = bisect_right(ends, mark.span.start, index)
        after = bisect_left(starts, mark.span.end, first)
        if first == after:
            continue
        _unmarked(row, lowered, index, first, starts, ends)
        row.append(_of_mark(mark, text))
        index = after
    _unmarked(row, lowered, index, len(lowered), starts, ends)
    return row


def _unmarked(row: list[Item], lowered: list[str], index: int, stop: int, starts: list[int], ends: list[int]) -> None:
    """Add the items of the words from `index` to `stop`."""
    begins = LEXICON.begins
    while index < stop:
        word = lowered[index]
        known = LEXICON.at(lowered, index) if word in begins else None
        if known is not None and index + known[0] > stop:
            known = LEXICON.at(lowered[index:stop], 0)
        if known is None:
            row.append(Item(word, starts[index], ends[index], NOTHING, None, None, word[0].isdigit()))
            index += 1
            continue
        size, means = known
        said = word if size == 1 else " ".join(lowered[index : index + size])
        row.append(Item(said, starts[index], ends[index + size - 1], means))
        index += size


def _of_mark(mark: Marked, text: str) -> Item:
    what = mark.what
    said = mark.span.of(text).lower()
    if isinstance(what, PeriodMention):
        return Item(said, mark.span.start, mark.span.end, period=what)
    return Item(said, mark.span.start, mark.span.end, place=what)
