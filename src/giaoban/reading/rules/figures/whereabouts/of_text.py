"""Of which place or body a figure is by rules alone: the nearest one that is named before it and does not speak, else the text's own.

    "TX Đông Triều … Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng"   TX Đông Triều

What must and must not be read: corpus/contexts.tsv.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from giaoban.reading.engine import Page
from giaoban.reading.rules.figures.whereabouts.apart import apart
from giaoban.reading.rules.figures.whereabouts.names import DEPARTMENTS, HOSTS, OWN_WHOLES, named, of_place
from giaoban.reading.rules.figures.whereabouts.own import own_place


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Named:
    """A place or agency where it is named, by what it is `of`: UBND huyện Krông Nô is of huyện Krông Nô."""

    start: int
    end: int
    name: str
    of: str


@dataclass(slots=True)
class Whereabouts:
    """What is named in a text, in its order, and what the text is about."""

    text: str
    own: str | None
    named: list[Named]
    starts: list[int]
    _apart: dict[int, bool] = field(default_factory=dict)

    def of(self, sentence: int, figure: int) -> str | None:
        """The place of a figure at `figure`, in a sentence that starts before it."""
        near = range(bisect_left(self.starts, sentence), bisect_left(self.starts, figure))
        found = next((self.named[at].of for at in reversed(near) if not self._stands_apart(at)), self.own)
        return self.own or found if found and found.lower() in OWN_WHOLES else found

    def _stands_apart(self, at: int) -> bool:
        """Whether what is named there only speaks, gives the figure or is what another is compared with; most are never asked for."""
        if at not in self._apart:
            each = self.named[at]
            self._apart[at] = apart(self.text, each.start, each.end) or each.name.startswith(HOSTS + DEPARTMENTS)
        return self._apart[at]


def whereabouts(page: Page) -> Whereabouts:
    """The places and bodies of a text in their order, and the one that the text is about."""
    every = named(page)
    places = [Named(start, end, name, of_place(name)) for start, end, name in every]
    return Whereabouts(page.text, own_place(page, every), places, [each.start for each in places])
