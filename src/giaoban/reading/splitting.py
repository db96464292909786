"""Where a run of fragments of one kind is two finds: one action with its object is one directive.

    "tăng cường kiểm tra, xử lý nghiêm vi phạm; công khai kết quả"    parted at the semicolon, perhaps at the comma

At every mark or "và" inside a run the traits of the place are weighed (`weights/splitting.tsv`, trained by `giaoban.reading.learning`);
where the chain of labels begins a new find too, that counts for it.
"""

from collections.abc import Iterator
from functools import cache
from math import exp

from giaoban.reading.chances import Parting
from giaoban.reading.fragments import Fragment
from giaoban.reading.weights import SHIPPED, Weights
from giaoban.reference.wording import kinds

JOINERS = frozenset(("và", "đồng", "nhưng", "cùng", "trong", "đặc", "nhất", "mà", "song"))
ONE = 256
"""A weight of one."""
BEGINS, GOES_ON = 640, -128
"""What the chain's own label counts for another find: one that begins, one that goes on."""
NEVER = 0.0, 0.0
BEFORE = frozenset(("và", "thời"))
"""Last words of the fragment before one at which another find may begin."""


def places(parts: list[Fragment], first: int, last: int) -> Iterator[int]:
    """Fragments of a run, after its first, at which another find may begin."""
    for at in range(first + 1, last):
        if may_part(parts, at):
            yield at


def may_part(parts: list[Fragment], at: int) -> bool:
    """Whether another find may begin at a fragment that is not the first."""
    part = parts[at]
    return bool(part.mark) or part.words[0] in JOINERS or parts[at - 1].words[-1] in BEFORE


def parting(parts: list[Fragment], known: dict[str, int]) -> Parting:
    """How likely another find begins at a fragment within a run of a kind, by the weights `known` of traits."""
    seen: dict[tuple[int, str], tuple[float, float]] = {}

    def chances(at: int, kind: str) -> tuple[float, float]:
        found = seen.get((at, kind))
        if found is None:
            found = seen[at, kind] = _parted(sum(filter(None, map(known.get, traits(parts, at, kind))))) if may_part(parts, at) else NEVER
        return found

    return chances


def _parted(weight: int) -> tuple[float, float]:
    return _chance(weight + BEGINS), _chance(weight + GOES_ON)


def _chance(weight: int) -> float:
    return 1 / (1 + exp(-weight / ONE))


def traits(parts: list[Fragment], at: int, kind: str) -> list[str]:
    """What speaks for or against a new find at fragment `at` of a run of the kind."""
    part, mark = parts[at], parts[at].mark
    opener, left = _left(parts, at)
    right, does = _right(parts, at)
    lead, led = _lead(part), _lead(opener)
    words = part.words
    return [
        f"kind={kind}", f"mark,kind={mark} {kind}", f"first={words[0]}", f"first two={' '.join(words[:2])}", f"lead,kind={lead} {kind}",
        f"lead,mark={lead} {mark}", f"left={min(left // 3, 5)}", f"right={min(right // 3, 5)}",
        f"left,right={min(left // 4, 3)} {min(right // 4, 3)}", f"opener={opener.words[0]}", f"leads={led} {lead}",
        f"same lead={bool(lead) and lead == led}", f"last={parts[at - 1].words[-1]}", f"new sentence={mark[:1] == '^'}",
        *[f"right kind,kind={each} {kind}" for each in kinds(does)],
    ]  # fmt: skip


def _left(parts: list[Fragment], at: int) -> tuple[Fragment, int]:
    """The fragment that opens the clause before `at`, and how many syllables that clause has."""
    size, start = 0, at - 1
    for start in range(at - 1, -1, -1):
        size += parts[start].last - parts[start].first
        if parts[start].mark or size > 40:
            break
    return parts[start], size


def _right(parts: list[Fragment], at: int) -> tuple[int, int]:
    """How many syllables the clause has that begins at `at`, and what its words do."""
    size = does = 0
    for index in range(at, len(parts)):
        if (index > at and parts[index].mark) or size > 40:
            break
        size += parts[index].last - parts[index].first
        does |= parts[index].kinds
    return size, does


def _lead(part: Fragment) -> str:
    return next(iter(kinds(part.lead)), "")


def parse(table: str) -> dict[str, int]:
    """The weight of each trait, in 256ths of a logarithm of odds. Lines that start with # are remarks."""
    rows = (line.rsplit("\t", 1) for line in table.splitlines() if line and not line.startswith("#"))
    return {name: int(weight) for name, weight in rows}


@cache
def weights(learned: Weights = SHIPPED) -> dict[str, int]:
    """The weights that come with the package, or others."""
    return parse(learned.text("splitting.tsv"))
