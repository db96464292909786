"""Small trees of questions, each trained on what those before it leave wrong (gradient boosting of the logarithm of odds).

They begin with what weights of the features alone say (logistic regression): what is firm and seldom met is told by these.
"""

from dataclasses import dataclass

import numpy as np

DEPTH = 4
INNER = 2**DEPTH - 1
BINS, STEPS = 32, 30
"""Measures tried of each feature: its quantiles."""


@dataclass(frozen=True, slots=True)
class Boosted:
    """The weights of the features, last the level without any; by tree and question the feature and its measure, by tree and end the
    level."""

    weights: np.ndarray
    asked: np.ndarray
    measures: np.ndarray
    levels: np.ndarray

    def chances(self, given: np.ndarray) -> np.ndarray:
        """By row of features."""
        at, tree = np.zeros((len(given), len(self.levels)), np.intp), np.arange(len(self.levels))
        for _ in range(DEPTH):
            at = 2 * at + 1 + (np.take_along_axis(given, self.asked[tree, at], 1) > self.measures[tree, at])
        level = given @ self.weights[:-1] + self.weights[-1]
        return 1 / (1 + np.exp(-level - self.levels[tree, at - INNER].sum(1)))


@dataclass(frozen=True, slots=True)
class Settings:
    """How many trees, how much of each is believed, which share of rows and of features each sees, the least weight of
    an end, and how far weights are held to nothing."""

    trees: int = 700
    believed: float = 0.05
    rows: float = 0.6
    features: float = 0.3
    least: float = 6.0
    hold: float = 300.0


def boost(given: np.ndarray, wanted: np.ndarray, matter: np.ndarray, settings: Settings = Settings()) -> Boosted:
    """Trees that tell wanted (1) from others (0), rows weighed by `matter`. The same rows give the same trees."""
    chance = np.random.RandomState(0)  # its numbers are the same in every version
    edges = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1])) for column in given.T]
    bins = np.array([np.searchsorted(edge, column, "left") for edge, column in zip(edges, given.T, strict=True)])
    weights = straight(given, wanted, matter, settings.hold)
    level = given @ weights[:-1] + weights[-1]
    made = []
    for _ in range(settings.trees):
        seen = matter * (chance.random_sample(len(wanted)) < settings.rows)
        tried = np.sort(chance.permutation(len(bins))[: max(1, round(settings.features * len(bins)))])
        now = 1 / (1 + np.exp(-level))
        tree, ends = _grown(bins, tried, seen * (wanted - now), seen * now * (1 - now), settings)
        level += tree[2][ends]
        made.append((tree[0], [edges[f][cut] if cut < len(edges[f]) else np.inf for f, cut in zip(*tree[:2], strict=True)], tree[2]))
    return Boosted(weights, *(np.array(each) for each in zip(*made, strict=True)))


def straight(given: np.ndarray, wanted: np.ndarray, matter: np.ndarray, hold: float) -> np.ndarray:
    """Weights of features as they are, last the level (logistic regression by Newton's method)."""
    mean, spread = given.mean(0), given.std(0) + 1e-6
    scaled = np.c_[(given - mean) / spread, np.ones(len(given))]
    held = np.diag(np.r_[np.full(len(mean), hold), 1e-6])
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (matter * (chance - wanted)) + held @ weights
        weights -= np.linalg.solve((scaled.T * (matter * chance * (1 - chance))) @ scaled + held, slope)
    return np.r_[weights[:-1] / spread, weights[-1] - (weights[:-1] * mean / spread).sum()]


def _grown(bins: np.ndarray, tried: np.ndarray, slope: np.ndarray, bend: np.ndarray, settings: Settings) -> tuple[tuple, np.ndarray]:
    """One tree (features asked, cuts, levels at its ends) and the end of each row."""
    at = np.zeros(bins.shape[1], np.intp)
    asked, cuts = [], []
    for depth in range(DEPTH):
        here = at - (2**depth - 1)
        features, edges = _splits(bins, tried, slope, bend, here, 2**depth, settings.least)
        yes = bins[features[here], np.arange(len(at))] > edges[here]
        at = 2 * at + 1 + yes
        asked += features.tolist()
        cuts += edges.tolist()
    ends = at - INNER
    level = np.bincount(ends, slope, INNER + 1) / (np.bincount(ends, bend, INNER + 1) + 1)
    return (asked, cuts, settings.believed * level), ends


def _splits(
    bins: np.ndarray, tried: np.ndarray, slope: np.ndarray, bend: np.ndarray, here: np.ndarray, nodes: int, least: float
) -> tuple[np.ndarray, np.ndarray]:
    """By node the feature and the bin above which its rows say yes, that part the rows best; a bin above all where nothing parts them."""
    size = nodes * (BINS + 1)
    place = here * (BINS + 1)
    sums = np.array([[np.bincount(place + bins[each], by, size) for each in tried] for by in (slope, bend)])
    left = sums.reshape(2, len(tried), nodes, BINS + 1).cumsum(3)
    whole = left[..., -1:]
    right = whole - left
    gain = left[0] ** 2 / (left[1] + 1) + right[0] ** 2 / (right[1] + 1)
    gain[(left[1] < least / 4) | (right[1] < least / 4)] = -1
    gain = gain.transpose(1, 0, 2).reshape(nodes, -1)
    best = gain.argmax(1)
    feature, cut = np.divmod(best, BINS + 1)
    better = gain[np.arange(nodes), best] > (whole[0, 0] ** 2 / (whole[1, 0] + 1))[:, 0]
    return np.where(better, tried[feature], tried[0]), np.where(better, cut, BINS)
