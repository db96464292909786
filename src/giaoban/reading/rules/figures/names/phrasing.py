"""Which of the possible names of a figure is taken: the one that most likely agrees with the right one (weights/figures.tsv, "name").

Traits (`name_traits`) say how likely each name is the right one; a name is as good as the chance of all those that it shares enough words
with. So of several names that differ little none takes the others' chance away.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from math import exp

from giaoban.reading.choosing import weighing
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.names.fits import FITS, WITHIN, of_carried, of_fit
from giaoban.reading.rules.figures.names.makers import Key, traits
from giaoban.reading.rules.figures.names.traits import (
    AFTER_INSIDE,
    CUT_SHORT,
    INSIDE,
    LEFT_OUT,
    LONGEST,
    SPEAKS,
    Figure,
    View,
    agreement,
    figure,
    in_series,
    left_out,
    length,
    of_after,
    of_agreement,
    of_cut,
    of_first,
    of_form,
    of_last,
    of_length,
)
from giaoban.reading.rules.figures.names.way import Wording
from giaoban.reading.rules.figures.names.worded import worded
from giaoban.reading.rules.figures.names.wordings import wordings
from giaoban.reading.weights import SHIPPED, Weights

CHOICE, TABLE = "name", "figures.tsv"
ONE = 256
"""A weight of one in the table."""
WHOLE = 1 << 16
"""A chance of one."""
FIRST = "first"
"""In place of the form of the figure before, for the first of a sentence."""
OVER = "over"
"""In place of the form of a name that runs over another figure."""
SUBJECT = "S"
"""The form of a name that is what the sentence begins with."""
BEHIND = 4 * ONE
"""Names that weigh so much less than the heaviest are not looked at."""
SURE = 1000
"""How likely the only name is that weighs anything, in thousandths."""
MIDDLE, STEEP = 0.55, 12.0
"""The share of words at which half of an agreement is counted, and how quickly it becomes a whole one."""
REMEMBERED = 200_000
"""Keys remembered before the memory is emptied, so that no text fills it."""


class Scale(dict[Key, int]):
    """What the keys of names weigh, worked out when first met."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.weights = weights
        self.sizes = [self[of_length(size)] for size in range(LONGEST)]
        self.fits = [self[fit] for fit in FITS]

    def __missing__(self, key: Key) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        weight = self[key] = sum([self.weights.get(trait, 0) for trait in traits(key)])
        return weight


@cache
def scale(learned: Weights = SHIPPED) -> Scale | None:
    """The scale of the weights that come with the package, or of others; None where nothing was learned of names."""
    weights = weighing(CHOICE, learned, TABLE)
    return Scale(weights) if weights else None


class Phrasing:
    """Names of the figures of one sentence, one after the other."""

    def __init__(self, line: Line, scale: Scale) -> None:
        self.line, self.scale, self.seen = line, scale, View(line.row)
        self._known: dict[str, list[int]] = {}
        self._form = FIRST

    def phrased(self, draft: Draft, previous: str, carried: str) -> None:
        """Give a draft the name that is chosen, and the span that goes with it.

        previous, carried  the names of a figure and of the sentence before, which it may take over

        A name that runs over another figure is left as the rules have it.
        """
        if draft.start < self.line.row[draft.floor].start:
            self._form = OVER
            return
        ways = wordings(self.line, draft, previous, carried)
        of = figure(self.seen, draft, self._form)
        names = said(self.seen, of, ways)
        at, draft.sure = likeliest(self.weighed(of, ways, names), names, [each.form for each in ways])
        way = ways[at]
        self._form = way.form
        name = worded(way, self.line, draft)
        if way.form == SUBJECT and name.lower() == previous.lower():
            way = Wording("P", carried=previous)  # a name said once for a list belongs to the span of its first figure
        if name not in ("", draft.name):
            _take(self.line, draft, way, name)

    def weighed(self, of: Figure, ways: list[Wording], names: list[int]) -> list[int]:
        """What speaks for each way."""
        weigh, sizes, fits = self.scale.__getitem__, self.scale.sizes, self.scale.fits
        forms: dict[str, int] = {}
        alike: dict[tuple[str, str], int] = {}
        firsts: dict[int, tuple[int, int, int]] = {}
        lasts: dict[int, int] = {}
        inside, speaks = (self._sums(INSIDE), self._sums(SPEAKS)) if of.first else ([], [])
        heads = self.seen.heads_of(of.counted)
        totals = []
        for way, words in zip(ways, names, strict=True):
            form = way.form
            if form not in forms:
                forms[form] = sum(map(weigh, of_form(self.seen, of, form)))
            said_so = form, agreement(words, of.words)
            if said_so not in alike:
                alike[said_so] = weigh(of_agreement(of, *said_so))
            total = forms[form] + alike[said_so] + sizes[length(way)]
            if way.before is not None:
                first, last = way.before.first, way.before.last
                if first not in firsts:
                    firsts[first] = self._from(of, first)
                if last not in lasts:
                    lasts[last] = sum(map(weigh, of_last(self.seen, of, last)))
                weight, fit, upto = firsts[first]
                total += weight + lasts[last] + speaks[last + 1] + fits[fit | WITHIN if heads[last + 1] > upto else fit]
                if last > first:
                    total += inside[last] - inside[first + 1]
                if form in CUT_SHORT:
                    total += weigh(of_cut(self.seen, of, first, last))
            if way.after is not None:
                total += self._to(of, way.after.first, way.after.last)
            if way.carried:
                total += weigh(of_carried(of, form, way.carried))
            totals.append(total)
        return totals

    def _from(self, of: Figure, first: int) -> tuple[int, int, int]:
        """What speaks for a name before the figure that begins at an item, less what it speaks of before it; and how it fits (`of_fit`)."""
        start, comma = left_out(self.seen, of, first)
        out = self._sums(LEFT_OUT)
        weight = out[first] - out[start] + sum(map(self.scale.__getitem__, of_first(self.seen, of, first, start, comma)))
        return weight - self._sums(SPEAKS)[first], *of_fit(self.seen, of, first, start)

    def _to(self, of: Figure, first: int, last: int) -> int:
        """What speaks for a name after the figure that ends at an item."""
        inside = self._sums(AFTER_INSIDE)
        return inside[last + 1] - inside[first] + sum(map(self.scale.__getitem__, of_after(self.seen, of, last)))

    def _sums(self, series: str) -> list[int]:
        """What the items of a series weigh up to each of them."""
        sums = self._known.get(series)
        if sums is None:
            sums = self._known[series] = [0, *accumulate(map(self.scale.__getitem__, in_series(self.seen, series)))]
        return sums


def said(seen: View, of: Figure, ways: list[Wording]) -> list[int]:
    """The words of each way, as bits."""
    noun = seen.bits(of.noun)
    return [seen.words(way, noun) for way in ways]


def chosen(totals: list[int], names: list[int], forms: list[str]) -> int:
    """The place of the name that `likeliest` takes."""
    return likeliest(totals, names, forms)[0]


def likeliest(totals: list[int], names: list[int], forms: list[str]) -> tuple[int, int]:
    """The place of the name that most likely agrees with the right one, of equals the first; of the form of the heaviest that itself.

    names    their words as bits
    forms    their forms: within one, what lies between two names is no name (BHXH, │ BHYT, BHTN), and is right no more often
    returns  the place, and how likely it agrees with the right one, in thousandths
    """
    top = max(totals)
    heaviest = totals.index(top)
    least = top - BEHIND
    likely = [at for at, total in enumerate(totals) if total >= least]
    if len(likely) == 1:
        return heaviest, SURE
    heard = [(names[at], names[at].bit_count(), chance(top - totals[at])) for at in likely]
    goods = [sum([much * agreeing((mine & theirs).bit_count(), size + other) for theirs, other, much in heard]) for mine, size, _ in heard]
    best = likely[goods.index(max(goods))]
    taken = heaviest if forms[best] == forms[heaviest] else best
    return taken, goods[likely.index(taken)] // sum([much for _, _, much in heard])


@cache
def chance(behind: int) -> int:
    """How likely a name is that weighs so much less than the likeliest, in parts of `WHOLE`."""
    return round(WHOLE * exp(-behind / ONE)) if behind < 16 * ONE else 0


@cache
def agreeing(shared: int, both: int) -> int:
    """How much of an agreement it is where two names share so many of all their words, in parts of a thousand."""
    return round(1000 / (1 + exp(STEEP * (MIDDLE - 2 * shared / both)))) if both else 1000


def _take(line: Line, draft: Draft, way: Wording, name: str) -> None:
    amount = draft.amount
    draft.name = name
    draft.start = line.row[way.before.first].start if way.before else amount.start
    draft.start = min(draft.start, line.row[way.verb.first].start if way.verb else amount.start, amount.start)
    draft.end = line.row[way.after.last].end if way.after and not _over_others(line, draft, way.after.first) else amount.end


def _over_others(line: Line, draft: Draft, first: int) -> bool:
    """Whether another number stands between a figure and its name behind it."""
    return any(item.is_numeral for item in line.row[draft.amount.last + 1 : first])


def options(seen: View, of: Figure, ways: list[Wording]) -> list[list[str]]:
    """The traits of every way to name a figure."""
    return [
        [trait for key in _keys(seen, of, way, words) for trait in traits(key)]
        for way, words in zip(ways, said(seen, of, ways), strict=True)
    ]


def _keys(seen: View, of: Figure, way: Wording, words: int) -> Iterator[Key]:
    yield of_length(length(way))
    yield of_agreement(of, way.form, agreement(words, of.words))
    yield from of_form(seen, of, way.form)
    if way.before is not None:
        first, last = way.before.first, way.before.last
        start, comma = left_out(seen, of, first)
        yield from of_first(seen, of, first, start, comma)
        yield from of_last(seen, of, last)
        if way.form in CUT_SHORT:
            yield of_cut(seen, of, first, last)
        fit, upto = of_fit(seen, of, first, start)
        yield FITS[fit | WITHIN if seen.heads_of(of.counted)[last + 1] > upto else fit]
        yield from in_series(seen, INSIDE)[first + 1 : last]
        yield from in_series(seen, SPEAKS)[first : last + 1]
        yield from in_series(seen, LEFT_OUT)[start:first]
    if way.after is not None:
        yield from of_after(seen, of, way.after.last)
        yield from in_series(seen, AFTER_INSIDE)[way.after.first : way.after.last + 1]
    if way.carried:
        yield of_carried(of, way.form, way.carried)
