"""Where a run of fragments of one kind is two finds: one action with its object is one directive.

    "tăng cường kiểm tra, xử lý nghiêm vi phạm; công khai kết quả"    parted at the semicolon, perhaps at the comma

At every mark or "và" inside a run the traits of the place are weighed (`weights/splitting.tsv`, trained by `giaoban.reading.learning`);
where the chain of labels begins a new find too, that counts for it.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from giaoban.reading.fragments import Fragment
from giaoban.reading.traits import Paragraph
from giaoban.reference.wording import kinds

JOINERS = frozenset(("và", "đồng", "nhưng", "cùng", "trong", "đặc", "nhất", "mà", "song"))
ONE = 256
BEGINS = ONE
"""What the chain's own beginning counts."""


def places(parts: list[Fragment], first: int, last: int) -> Iterator[int]:
    """Fragments of a run, after its first, at which another find may begin."""
    for at in range(first + 1, last):
        if parts[at].mark or _word(parts[at]) in JOINERS or _words(parts[at - 1])[-1] in ("và", "thời"):
            yield at


def pieces(paragraph: Paragraph, labels: list[int], first: int, last: int, kind: str) -> Iterator[tuple[int, int]]:
    """The finds in a run of fragments of one kind: first fragment and the one after the last."""
    start = first
    for at in places(paragraph.parts, first, last):
        weight = sum(weights().get(name, 0) for name in traits(paragraph, first, last, at, kind))
        if weight + (BEGINS if labels[at] % 2 else 0) > 0:
            yield start, at
            start = at
    yield start, last


def traits(paragraph: Paragraph, first: int, last: int, at: int, kind: str) -> Iterator[str]:
    """What speaks for or against a new find at fragment `at` of a run."""
    parts = paragraph.parts
    part, before = parts[at], parts[at - 1]
    opener, left = _left(parts, first, at)
    right, does = _right(parts, last, at)
    lead, led = _lead(part), _lead(opener)
    words = _words(part)
    yield f"kind={kind}"
    yield f"mark,kind={part.mark} {kind}"
    yield f"first={words[0]}"
    yield f"first two={' '.join(words[:2])}"
    yield f"lead,kind={lead} {kind}"
    yield f"lead,mark={lead} {part.mark}"
    yield f"left={min(left // 3, 5)}"
    yield f"right={min(right // 3, 5)}"
    yield f"left,right={min(left // 4, 3)} {min(right // 4, 3)}"
    yield f"opener={_word(opener)}"
    yield f"leads={led} {lead}"
    yield f"same lead={bool(lead) and lead == led}"
    yield f"last={_words(before)[-1]}"
    yield f"new sentence={part.mark[:1] == '^'}"
    for each in kinds(does):
        yield f"right kind,kind={each} {kind}"


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


def _words(part: Fragment) -> list[str]:
    return part.said.split("\t")[3].split(" ")


def _word(part: Fragment) -> str:
    return _words(part)[0]


@cache
def weights() -> dict[str, int]:
    """The weight of each trait, in 256ths of a logarithm of odds."""
    table = files("giaoban.reading.weights").joinpath("splitting.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {name: int(weight) for name, weight in rows}
