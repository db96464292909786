"""A sentence with figures as a row of items: words, cues, units, numerals, and the periods and places already marked.

What reads figures walks this row forwards and backwards from each numeral.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Found, Span
from giaoban.reading.cues import PHRASES, Cue
from giaoban.reading.marks import AgencyMention, PeriodMention, PlaceMention
from giaoban.reading.phrases import Lexicon, listed, words
from giaoban.reference.units import KINDS, Kind

TABLES: list[tuple[Cue | Kind, str]] = [*PHRASES.items(), *KINDS.items()]
LEXICON: Lexicon[Cue | Kind] = Lexicon({meaning: listed(text) for meaning, text in TABLES})
NOTHING: frozenset[Cue | Kind] = frozenset()
PUNCTUATION = frozenset(".,;:()[]{}\"“”'‘’«»–—-/…!?+*&|~=<>")


@dataclass(slots=True)
class Item:
    """One word, phrase, numeral, mark of punctuation, period or place.

    text   in lower case
    means  the cues and kinds of unit that the phrase gives; several where it has several readings
    """

    text: str
    start: int
    end: int
    means: frozenset[Cue | Kind] = NOTHING
    period: PeriodMention | None = None
    place: PlaceMention | AgencyMention | None = None

    @property
    def is_numeral(self) -> bool:
        return self.period is None and self.text[0].isdigit()

    @property
    def is_mark(self) -> bool:
        return self.text in PUNCTUATION

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


Marked = Found[PeriodMention] | Found[PlaceMention] | Found[AgencyMention]


def items(text: str, span: Span, marked: list[Marked]) -> list[Item]:
    """The items of a sentence. `marked`: its periods and places in the order of the text, not overlapping."""
    return list(_items(words(text, span.start, span.end), marked, text))


def _items(found: list[tuple[str, int, int]], marked: list[Marked], text: str) -> Iterator[Item]:
    lowered = [word.lower() for word, _, _ in found]
    ahead = iter(marked)
    mark = next(ahead, None)
    index, count = 0, len(found)
    while index < count:
        _, start, end = found[index]
        while mark is not None and mark.span.end <= start:
            mark = next(ahead, None)
        if mark is not None and mark.span.start <= start:
            yield _of_mark(mark, text)
            while index < count and found[index][1] < mark.span.end:
                index += 1
            continue
        known = LEXICON.at(lowered, index)
        size = known[0] if known else 1
        if mark is not None and found[index + size - 1][2] > mark.span.start:
            before = next(at for at in range(index, count) if found[at][2] > mark.span.start)
            known = LEXICON.at(lowered[index : max(before, index + 1)], 0)
            size = known[0] if known else 1
        end = found[index + size - 1][2]
        yield Item(" ".join(lowered[index : index + size]), start, end, known[1] if known else NOTHING)
        index += size


def _of_mark(mark: Marked, text: str) -> Item:
    what = mark.what
    said = mark.span.of(text).lower()
    if isinstance(what, PeriodMention):
        return Item(said, mark.span.start, mark.span.end, period=what)
    return Item(said, mark.span.start, mark.span.end, place=what)
