"""How well read spans agree with annotated ones: pairs of the same kind whose shared code points are at least half of both together."""

from collections import Counter
from collections.abc import Sequence

Stretch = tuple[int, int, str]
"""Start, end and kind."""
AGREES = 0.5


def agreed(marked: Sequence[Stretch], read: Sequence[Stretch]) -> Counter[str]:
    """Per kind the number of one-to-one pairs, closest first."""
    return Counter(each[2] for each, _ in paired(marked, read))


def paired(marked: Sequence[Stretch], read: Sequence[Stretch]) -> list[tuple[Stretch, Stretch]]:
    """The one-to-one pairs, closest first."""
    close = [(each, other, share) for each in marked for other in read if (share := shared(each, other)) >= AGREES and each[2] == other[2]]
    used: set[tuple[str, Stretch]] = set()
    pairs: list[tuple[Stretch, Stretch]] = []
    for each, other, _ in sorted(close, key=lambda pair: -pair[2]):
        if ("marked", each) not in used and ("read", other) not in used:
            used |= {("marked", each), ("read", other)}
            pairs.append((each, other))
    return pairs


def shared(left: Stretch, right: Stretch) -> float:
    """Common code points over all code points of both."""
    common = max(0, min(left[1], right[1]) - max(left[0], right[0]))
    return common / (left[1] - left[0] + right[1] - right[0] - common)
