"""The chances of labels and of stretches in a linear chain, worked out exactly by passing sums forward and back.

Plain numbers: weights are logarithms of odds, chances lie between 0 and 1.
"""

from collections.abc import Callable, Iterator, Sequence
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

    def kinds(self) -> list[tuple[float, float, float]]:
        """Per fragment the chance of being part of a directive, a strength, a shortcoming."""
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
        own.append([exp(weight - top) if weight - top > LEAST else NEARLY_NOTHING for weight in row])
    ahead, scales = _forward(own, into)
    return Chain(into, own, ahead, _backward(own, into, scales), scales)


def _forward(own: list[list[float]], into: list[list[float]]) -> tuple[list[list[float]], list[float]]:
    (oo, od, _, os, _, oh, _), (bo, bd, bi, bs, _, bh, _), (io, id_, ii, is_, _, ih, _) = into[:3]
    (so, sd, _, ss, si, sh, _), (to, td, _, ts, ti, th, _) = into[3:5]
    (ho, hd, _, hs, _, hh, hi), (jo, jd, _, js, _, jh, ji) = into[5:]
    o, p, _, q, _, r, _ = own[0]
    total = o + p + q + r
    row = [o / total, p / total, 0.0, q / total, 0.0, r / total, 0.0]
    rows, scales = [row], [total]
    for n, p, pp, q, qq, r, rr in own[1:]:
        a, b, c, d, e, f, g = row
        row = [
            (a * oo + b * bo + c * io + d * so + e * to + f * ho + g * jo) * n,
            (a * od + b * bd + c * id_ + d * sd + e * td + f * hd + g * jd) * p,
            (b * bi + c * ii) * pp,
            (a * os + b * bs + c * is_ + d * ss + e * ts + f * hs + g * js) * q,
            (d * si + e * ti) * qq,
            (a * oh + b * bh + c * ih + d * sh + e * th + f * hh + g * jh) * r,
            (f * hi + g * ji) * rr,
        ]
        total = sum(row)
        row = [value / total for value in row]
        rows.append(row)
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
    """How likely a kind goes on, from the label that begins it (b) and the one that goes on with it (i), and leaves to three others."""

    first: int
    bb: float
    bi: float
    ib: float
    ii: float
    leaves: tuple[tuple[int, float, float], ...]


def _ways(moves: list[list[float]], kind: str) -> _Ways:
    first = FIRST[kind]
    begun, going = moves[first], moves[first + 1]
    leaves = tuple((place, begun[place], going[place]) for place in LEAVING[kind])
    return _Ways(first, begun[first], begun[first + 1], going[first], going[first + 1], leaves)


def stretches(made: Chain, parting: Parting) -> Stretches:
    """The chance of each stretch of fragments of being just one find; unlikely ones are left out."""
    found: Stretches = {}
    for kind in FIRST:
        ways = _ways(made.moves, kind)
        for start, begins, goes_on in _starts(made, parting, kind, ways):
            _follow(made, parting, kind, ways, (start, begins, goes_on), found)
    return found


def _starts(made: Chain, parting: Parting, kind: str, ways: _Ways) -> Iterator[Start]:
    """Fragments at which a find of the kind may begin, with the sums over all that comes before, by label."""
    moves, ahead, behind, own, scales = made.moves, made.ahead, made.behind, made.own, made.scales
    first, bb, bi, ib, ii, _ = ways
    after = first + 1
    entries = [(place, row[first]) for place, row in enumerate(moves) if place not in (first, after)]
    yield 0, ahead[0][first], 0.0
    for at in range(1, len(own)):
        now, then = ahead[at], behind[at]
        if now[first] * then[first] + now[after] * then[after] < SEEN:
            continue
        before, scale = ahead[at - 1], scales[at]
        begins = sum([before[place] * factor for place, factor in entries])
        goes_on = 0.0
        b, i = before[first], before[after]
        if b + i > SEEN:
            anew, still = parting(at, kind)
            begins += (b * bb + i * ib) * anew
            goes_on = (b * bi + i * ii) * still * own[at][after] / scale
        yield at, begins * own[at][first] / scale, goes_on


def _follow(made: Chain, parting: Parting, kind: str, ways: _Ways, begun: Start, found: Stretches) -> None:
    """A find that begins at `begun`, fragment by fragment to where it may end."""
    behind, own, scales, size = made.behind, made.own, made.scales, len(made.own)
    first, bb, bi, ib, ii, ((p, px, py), (q, qx, qy), (r, rx, ry)) = ways
    going = first + 1
    start, b, i = begun
    at, last = start, start + LONGEST
    after = behind[at]
    while at < last and b * after[first] + i * after[going] >= SEEN:
        at += 1
        if at == size:
            found[start, at, kind] = b + i
            return
        scale, here, after = scales[at], own[at], behind[at]
        next_b, next_i = (b * bb + i * ib) * here[first] / scale, (b * bi + i * ii) * here[going] / scale
        ends = (
            (b * px + i * py) * here[p] * after[p] + (b * qx + i * qy) * here[q] * after[q] + (b * rx + i * ry) * here[r] * after[r]
        ) / scale
        anew = still = 0.0
        if next_b + next_i > SEEN:
            anew, still = parting(at, kind)
            ends += next_b * anew * after[first] + next_i * still * after[going]
        if ends >= SEEN:
            found[start, at, kind] = ends
        b, i = next_b * (1 - anew), next_i * (1 - still)
