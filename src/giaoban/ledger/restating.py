"""A figure restated onto the places of another day: a view, never a change of the ledger.

    xã Tân Việt 4.043, xã Việt Dân 5.100     →  xã Việt Dân of November 2024: 9.143, exact
    thành phố Đông Triều 248.896             →  phường Mạo Khê: 29.261, by area (0.1176 of it)
    62,5 % of one commune and 80 % of another →  refused: ratios do not add; worked out anew from numerator and denominator

What adds up is summed where places went over whole, and split by shares where they went over in part; the basis of the shares is named, and
a figure so made is an estimate that says so. Bounds stay true: over and exact make over; over and under make nothing (refused).
A place that was only renamed, upgraded or moved keeps its figure, ratio or not. Restating a later figure onto earlier places works where
they became places made of nothing else; how much of a merged place lies in one of those that merged, nobody can tell from the merger.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Generic

from giaoban.ledger.aggregation import mean
from giaoban.ledger.crosswalk import WHOLE, Basis, Crosswalk, Key, Link
from giaoban.ledger.totals import TURNED, merged, total
from giaoban.model import Bound, Quantity, Refused
from giaoban.reference.indicators import Indicator, Nature


@dataclass(frozen=True, slots=True)
class Piece(Generic[Key]):
    """The figure of one place that went into a restated one, and which share of it."""

    place: Key
    share: Decimal
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Restated(Generic[Key]):
    """A figure of `place` that nobody reported: worked out from `pieces`.

    basis  by what places were split; None where none was, and the figure is as certain as its pieces
    """

    place: Key
    quantity: Quantity
    pieces: tuple[Piece[Key], ...]
    basis: Basis | None = None

    @property
    def same(self) -> bool:
        """Whether it is one reported figure of the same extent, under another name, kind, code or parent."""
        return self.basis is None and len(self.pieces) == 1


def restate(
    target: Key,
    figures: Mapping[Key, Quantity],
    crosswalk: Crosswalk[Key],
    *,
    indicator: str,
    additive: bool = True,
    basis: Basis | None = None,
) -> Restated[Key]:
    """The figure of `target` from those of the places it was made of, or became.

    figures   of places of another day, all of one indicator, period and unit
    additive  whether figures of places add up (amounts and counts do, ratios do not)
    basis     by what places that went over in part are split; without it such a place is refused

    Refused: `restate-ratio`, `restate-no-share`, `restate-missing`, `restate-unknown-target`, `restate-units`, `bounds-do-not-add`.
    """
    pieces = _pieces(target, figures, crosswalk, basis)
    split = any(piece.share != WHOLE for piece in pieces)
    if len(pieces) == 1 and not split:
        return Restated(target, pieces[0].quantity, pieces)
    if not additive:
        raise Refused("restate-ratio", indicator=indicator)
    units = sorted({piece.quantity.unit for piece in pieces})
    if len(units) > 1:
        raise Refused("restate-units", units=", ".join(units))
    summed = total((1, _scaled(piece.quantity, piece.share)) for piece in pieces)
    return Restated(target, summed, pieces, basis if split else None)


def not_additive(known: Indicator | None) -> str:
    """The code of what is said of an indicator that is not added: a ratio, or one of which the place above has some of its own."""
    return "restate-ratio" if known is None or known.nature is Nature.RATIO else "restate-not-added"


def restate_mean(
    target: Key, figures: Mapping[Key, Quantity], weights: Mapping[Key, Decimal], crosswalk: Crosswalk[Key], *, indicator: str
) -> Restated[Key]:
    """A ratio of `target` worked out anew from those of the places that went over whole: their mean, weighed by what they are ratios of.

    weights  of places, in any one unit, above nought: households, where the figures are shares of households

    Refused: as `restate`; `restate-ratio` where a place went over in part or its weight is not known.
    """
    pieces = _pieces(target, figures, crosswalk, None)
    known = [weights.get(piece.place, Decimal(0)) for piece in pieces]
    if min(known) <= 0:
        raise Refused("restate-ratio", indicator=indicator)
    if len({piece.quantity.unit for piece in pieces}) > 1:
        raise Refused("restate-units", units=", ".join(sorted({piece.quantity.unit for piece in pieces})))
    return Restated(target, mean([piece.quantity for piece in pieces], known), pieces)


def ratio(
    numerator: Restated[Key], denominator: Restated[Key], *, indicator: str, unit: str, scale: int = 1, decimals: int = 2
) -> Restated[Key]:
    """A ratio worked out anew: `scale` × numerator / denominator, rounded to `decimals`; the pieces are those of both.

    Refused: `restate-zero` where the denominator may be nought, `bounds-do-not-add` where the bounds contradict each other.
    """
    upper, lower = numerator.quantity, denominator.quantity
    if lower.value <= 0 or lower.bound in {Bound.UNDER, Bound.AT_MOST} or lower.value_to is not None or upper.value_to is not None:
        raise Refused("restate-zero", indicator=indicator)
    value = (scale * upper.value / lower.value).quantize(Decimal(1).scaleb(-decimals))
    bound = merged([upper.bound, TURNED.get(lower.bound, lower.bound)])
    basis = numerator.basis or denominator.basis
    return Restated(numerator.place, Quantity(value, unit, bound), numerator.pieces + denominator.pieces, basis)


def _pieces(target: Key, figures: Mapping[Key, Quantity], crosswalk: Crosswalk[Key], basis: Basis | None) -> tuple[Piece[Key], ...]:
    """The pieces by the best way there is; refuses with what stood in the way of the way that came furthest."""
    trials = [_Trial(figures, crosswalk, basis, back=back) for back in (True, False)]
    for trial in trials:
        if (found := trial.of(target)) is not None:
            return tuple(found)
    raise max((trial.why for trial in trials if trial.why), key=_progress, default=Refused("restate-unknown-target", target=target))


def _progress(refused: Refused) -> tuple[bool, int]:
    reached = refused.values.get("reached", 0)
    return refused.code == "restate-no-share", reached if isinstance(reached, int) else 0


class _Trial(Generic[Key]):
    """One direction: back to what a place was made of, or on to what it became."""

    def __init__(self, figures: Mapping[Key, Quantity], crosswalk: Crosswalk[Key], basis: Basis | None, *, back: bool) -> None:
        self.figures, self.crosswalk, self.basis, self.back = figures, crosswalk, basis, back
        self.why: Refused | None = None

    def of(self, place: Key) -> list[Piece[Key]] | None:
        if place in self.figures:
            return [Piece(place, WHOLE, self.figures[place])]
        for links in self.crosswalk.into(place) if self.back else self.crosswalk.out_of(place):
            if (found := self._way(place, links)) is not None:
                return found
        return None

    def _way(self, place: Key, links: list[Link[Key]]) -> list[Piece[Key]] | None:
        found: list[Piece[Key]] = []
        missing: list[Key] = []
        for link in links:
            other = link.before if self.back else link.after
            pieces = self.of(other)
            share = self._share(link)
            if pieces is None:
                missing.append(other)
            elif share is None:
                self._note(Refused("restate-no-share", place=link.before, target=link.after, basis=self.basis or "–"))
                return None
            else:
                found += [replace(piece, share=piece.share * share) for piece in pieces]
        if missing:
            names = ", ".join(str(each) for each in missing)
            self._note(Refused("restate-missing", missing=len(missing), total=len(links), target=place, names=names, reached=len(found)))
            return None
        return found

    def _share(self, link: Link[Key]) -> Decimal | None:
        """The share of the figure at the other end of the link that belongs to this place; None where nobody knows."""
        if self.back:
            return link.share(self.basis)
        return WHOLE if self.crosswalk.alone(link) else None

    def _note(self, why: Refused) -> None:
        if self.why is None or _progress(why) > _progress(self.why):
            self.why = why


def _scaled(quantity: Quantity, share: Decimal) -> Quantity:
    upper = None if quantity.value_to is None else quantity.value_to * share
    return replace(quantity, value=quantity.value * share, value_to=upper)
