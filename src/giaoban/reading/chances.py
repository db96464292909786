"""The chances of labels and of stretches in a linear chain, worked out exactly by passing sums forward and back.

Plain numbers: weights are logarithms of odds, chances lie between 0 and 1.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

LABELS = ("O", "BD", "ID", "BS", "IS", "BH", "IH")
"""Nothing; begins or goes on a Directive, a Strength, a sHortcoming."""
KINDS = "DSH"
FIRST = {kind: 1 + 2 * place for place, kind in enumerate(KINDS)}
"""The label that begins a kind; the next one goes on with it."""
LEAVING = {kind: [0, *(place for place in FIRST.values() if place != first)] for kind, first in FIRST.items()}
"""Labels other than the kind's own that may follow it."""
SEEN = 0.01
"""Chance below which a stretch is not followed."""

LEAST = -50.0
"""Weight below the heaviest beyond which a label is as good as impossible, but never quite: so no sum is nothing."""
NEARLY_NOTHING = exp(LEAST)
LONGEST = 80
"""Fragments of the longest find: some thousand code points. Keeps the time of a text of one endless sentence linear."""

Row = Sequence[float]
Kinds = tuple[float, float, float]
"""The chances of being part of a directive, a strength, a shortcoming."""
Stretches = dict[tuple[int, int, str], float]
"""By first fragment, the one after the last, and kind."""
Start = tuple[int, float, float]
"""A fragment, with the sums over all that comes before by the label that begins a find there and the one that goes on with one."""
Parting = Callable[[int, str], tuple[float, float]]
"""Of a fragment and a kind: how likely another find begins there within a run, where the label begins one and where it goes on."""


def may_follow(before: str, label: str) -> bool:
    """Whether a label may follow another: the inside of a find follows its beginning or its inside, and only of the same kind."""
    return label[0] != "I" or before[-1:] == label[1]


@dataclass(frozen=True, slots=True)
class Chain:
    """A paragraph: per fragment how likely each label is by itself, the sums from both ends, and what scaled them.

    moves   how likely a label (column) follows another (row), up to a factor
    """

    moves: list[list[float]]
    own: list[list[float]]
    ahead: list[list[float]]
    behind: list[list[float]]
    scales: list[float]

    def kinds(self) -> list[Kinds]:
        """Per fragment the chance of being part of each kind."""
        made = []
        for (_, a, b, c, d, e, f), (_, s, t, u, v, w, x) in zip(self.ahead, self.behind, strict=True):
            made.append((a * s + b * t, c * u + d * v, e * w + f * x))
        return made


def moves(steps: Sequence[Row]) -> list[list[float]]:
    """Weights of following turned into factors; what may not follow has none."""
    return [
        [exp(weight) if may_follow(before, label) else 0.0 for label, weight in zip(LABELS, row, strict=True)]
        for before, row in zip(LABELS, steps, strict=True)
    ]


def chain(weights: Sequence[Row], into: list[list[float]]) -> Chain:
    """The chances of a paragraph from its fragments' weights and the factors of `moves`."""
    own = []
    for row in weights:
        top = max(row)
        own.append([exp(lighter) if (lighter := weight - top) > LEAST else NEARLY_NOTHING for weight in row])
    ahead, scales = _forward(own, into)
    return Chain(into, own, ahead, _backward(own, into, scales), scales)


def _forward(own: list[list[float]], into: list[list[float]]) -> tuple[list[list[float]], list[float]]:
    (oo, od, _, os, _, oh, _), (bo, bd, bi, bs, _, bh, _), (io, id_, ii, is_, _, ih, _) = into[:3]
    (so, sd, _, ss, si, sh, _), (to, td, _, ts, ti, th, _) = into[3:5]
    (ho, hd, _, hs, _, hh, hi), (jo, jd, _, js, _, jh, ji) = into[5:]
    n, p, _, q, _, r, _ = own[0]
    total = n + p + q + r
    a, b, c, d, e, f, g = n / total, p / total, 0.0, q / total, 0.0, r / total, 0.0
    rows, scales = [[a, b, c, d, e, f, g]], [total]
    for n, p, pp, q, qq, r, rr in own[1:]:
        o = (a * oo + b * bo + c * io + d * so + e * to + f * ho + g * jo) * n
        u = (a * od + b * bd + c * id_ + d * sd + e * td + f * hd + g * jd) * p
        v = (b * bi + c * ii) * pp
        w = (a * os + b * bs + c * is_ + d * ss + e * ts + f * hs + g * js) * q
        x = (d * si + e * ti) * qq
        y = (a * oh + b * bh + c * ih + d * sh + e * th + f * hh + g * jh) * r
        z = (f * hi + g * ji) * rr
        total = o + u + v + w + x + y + z
        a, b, c, d, e, f, g = o / total, u / total, v / total, w / total, x / total, y / total, z / total
        rows.append([a, b, c, d, e, f, g])
        scales.append(total)
    return rows, scales


def _backward(own: list[list[float]], into: list[list[float]], scales: list[float]) -> list[list[float]]:
    (oo, od, _, os, _, oh, _), (bo, bd, bi, bs, _, bh, _), (io, id_, ii, is_, _, ih, _) = into[:3]
    (so, sd, _, ss, si, sh, _), (to, td, _, ts, ti, th, _) = into[3:5]
    (ho, hd, _, hs, _, hh, hi), (jo, jd, _, js, _, jh, ji) = into[5:]
    row = [1.0] * len(LABELS)
    rows = [row]
    for at in range(len(own) - 1, 0, -1):
        scale = scales[at]
        (n, p, pp, q, qq, r, rr), (s, t, u, v, w, x, y) = own[at], row
        a, b, c, d, e, f, g = n * s / scale, p * t / scale, pp * u / scale, q * v / scale, qq * w / scale, r * x / scale, rr * y / scale
        row = [
            a * oo + b * od + d * os + f * oh,
            a * bo + b * bd + c * bi + d * bs + f * bh,
            a * io + b * id_ + c * ii + d * is_ + f * ih,
            a * so + b * sd + d * ss + e * si + f * sh,
            a * to + b * td + d * ts + e * ti + f * th,
            a * ho + b * hd + d * hs + f * hh + g * hi,
            a * jo + b * jd + d * js + f * jh + g * ji,
        ]
        rows.append(row)
    return rows[::-1]


class _Ways(NamedTuple):
    """How a kind goes on from the label that begins it (b) and the one that goes on with it (i), leaves to others, is entered from them."""

    kind: str
    first: int
    bb: float
    bi: float
    ib: float
    ii: float
    leaves: tuple[tuple[int, float, float], ...]
    entries: list[tuple[int, float]]


def _ways(moves: list[list[float]], kind: str) -> _Ways:
    first = FIRST[kind]
    begun, going = moves[first], moves[first + 1]
    leaves = tuple((place, begun[place], going[place]) for place in LEAVING[kind])
    entries = [(place, row[first]) for place, row in enumerate(moves) if place not in (first, first + 1)]
    return _Ways(kind, first, begun[first], begun[first + 1], going[first], going[first + 1], leaves, entries)


def stretches(made: Chain, kinds: list[Kinds], parting: Parting) -> Stretches:
    """The chance of each stretch of fragments of being just one find; unlikely ones are left out. `kinds`: those of the chain."""
    found: Stretches = {}
    for kind, likely in zip(FIRST, zip(*kinds, strict=True), strict=True):
        if max(likely) < SEEN:
            continue
        ways = _ways(made.moves, kind)
        open_: list[Start] = []
        for at, chance in enumerate(likely):
            if open_:
                open_ = _go_on(made, parting, ways, at, open_, found)
            if chance >= SEEN:
                open_ += _begin(made, parting, ways, at)
        found |= {(start, len(likely), kind): b + i for start, b, i in open_}
    return found


def _begin(made: Chain, parting: Parting, ways: _Ways, at: int) -> list[Start]:
    """The find that may begin at a fragment, with the sums over all that comes before, by label; none where it is not likely."""
    kind, first, bb, bi, ib, ii, _, ((k, kx), (m, mx), (n, nx), (p, px), (q, qx)) = ways
    going, own, after = first + 1, made.own[at], made.behind[at]
    begins, goes_on = made.ahead[0][first], 0.0
    if at:
        before, scale = made.ahead[at - 1], made.scales[at]
        begins = before[k] * kx + before[m] * mx + before[n] * nx + before[p] * px + before[q] * qx
        b, i = before[first], before[going]
        if b + i > SEEN:
            anew, still = parting(at, kind)
            begins += (b * bb + i * ib) * anew
            goes_on = (b * bi + i * ii) * still * own[going] / scale
        begins = begins * own[first] / scale
    return [(at, begins, goes_on)] if begins * after[first] + goes_on * after[going] >= SEEN else []


def _go_on(made: Chain, parting: Parting, ways: _Ways, at: int, begun: list[Start], found: Stretches) -> list[Start]:
    """Of finds that begin before a fragment those that may go on beyond it; adds to `found` what ends before it."""
    kind, first, bb, bi, ib, ii, ((p, px, py), (q, qx, qy), (r, rx, ry)), _ = ways
    own, after, scale = made.own[at], made.behind[at], made.scales[at]
    own_b, own_i, own_p, own_q, own_r = own[first], own[first + 1], own[p], own[q], own[r]
    after_b, after_i, after_p, after_q, after_r = after[first], after[first + 1], after[p], after[q], after[r]
    parted: tuple[float, float] | None = None
    on: list[Start] = []
    for start, b, i in begun:
        next_b, next_i = (b * bb + i * ib) * own_b / scale, (b * bi + i * ii) * own_i / scale
        ends = ((b * px + i * py) * own_p * after_p + (b * qx + i * qy) * own_q * after_q + (b * rx + i * ry) * own_r * after_r) / scale
        if next_b + next_i > SEEN:
            anew, still = parted = parted or parting(at, kind)
            ends += next_b * anew * after_b + next_i * still * after_i
            next_b, next_i = next_b * (1 - anew), next_i * (1 - still)
        if ends >= SEEN:
            found[start, at, kind] = ends
        if at - start < LONGEST and next_b * after_b + next_i * after_i >= SEEN:
            on.append((start, next_b, next_i))
    return on
