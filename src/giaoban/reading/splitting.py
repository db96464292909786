"""Where a run of fragments of one kind is two finds: one action with its object is one directive.

    "tăng cường kiểm tra, xử lý nghiêm vi phạm; công khai kết quả"    parted at the semicolon, perhaps at the comma

At every mark or "và" inside a run the traits of the place are weighed (`weights/splitting.tsv`, trained by `giaoban.reading.learning`);
where the chain of labels begins a new find too, that counts for it.
"""

from collections.abc import Iterator
from functools import cache

from giaoban.reading.fragments import Fragment
from giaoban.reading.traits import Paragraph
from giaoban.reading.weights import SHIPPED, Weights
from giaoban.reference.wording import kinds

JOINERS = frozenset(("và", "đồng", "nhưng", "cùng", "trong", "đặc", "nhất", "mà", "song"))
BEGINS = 256
"""What the chain's own beginning counts."""


def places(parts: list[Fragment], first: int, last: int) -> Iterator[int]:
    """Fragments of a run, after its first, at which another find may begin."""
    for at in range(first + 1, last):
        if parts[at].mark or parts[at].words[0] in JOINERS or parts[at - 1].words[-1] in ("và", "thời"):
            yield at


def pieces(paragraph: Paragraph, labels: list[int], first: int, last: int, kind: str, known: dict[str, int]) -> Iterator[tuple[int, int]]:
    """The finds in a run of fragments of one kind: first fragment and the one after the last; `known` are the weights of traits."""
    start = first
    for at in places(paragraph.parts, first, last):
        weight = BEGINS if labels[at] % 2 else 0
        for name in traits(paragraph.parts, first, last, at, kind):
            weight += known.get(name, 0)
        if weight > 0:
            yield start, at
            start = at
    yield start, last


def traits(parts: list[Fragment], first: int, last: int, at: int, kind: str) -> list[str]:
    """What speaks for or against a new find at fragment `at` of a run."""
    part, mark = parts[at], parts[at].mark
    opener, left = _left(parts, first, at)
    right, does = _right(parts, last, at)
    lead, led = _lead(part), _lead(opener)
    words = part.words
    return [
        f"kind={kind}", f"mark,kind={mark} {kind}", f"first={words[0]}", f"first two={' '.join(words[:2])}", f"lead,kind={lead} {kind}",
        f"lead,mark={lead} {mark}", f"left={min(left // 3, 5)}", f"right={min(right // 3, 5)}",
        f"left,right={min(left // 4, 3)} {min(right // 4, 3)}", f"opener={opener.words[0]}", f"leads={led} {lead}",
        f"same lead={bool(lead) and lead == led}", f"last={parts[at - 1].words[-1]}", f"new sentence={mark[:1] == '^'}",
        *(f"right kind,kind={each} {kind}" for each in kinds(does)),
    ]  # fmt: skip


def _left(parts: list[Fragment], first: int, at: int) -> tuple[Fragment, int]:
    """The fragment that opens the clause before `at`, and how many syllables that clause has."""
    size, start = 0, at - 1
    for start in range(at - 1, first - 1, -1):
        size += parts[start].last - parts[start].first
        if parts[start].mark or size > 40:
            break
    return parts[start], size


def _right(parts: list[Fragment], last: int, at: int) -> tuple[int, int]:
    """How many syllables the clause has that begins at `at`, and what its words do."""
    size = does = 0
    for index in range(at, last):
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
