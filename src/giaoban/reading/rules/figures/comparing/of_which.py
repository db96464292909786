"""Of which figure before it a share is, where the words behind it say so.

    "thi hành xong 254 việc, thu 6,9 tỷ đồng, đạt 41,6% về việc và 17,8% về tiền"   each its own share
    "642 doanh nghiệp với vốn 5 tỷ đồng, tăng 12% về số doanh nghiệp"               of the number, not of the sum

What must and must not be read: corpus/comparisons.tsv.
"""

from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.comparisons import may_compare
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, Draft, Line
from giaoban.reference.units import Kind

MONEY, THING, MEASURE = Kind.MONEY, Kind.THING, Kind.MEASURE
OF, NUMBER, JOINS = "về", "số", frozenset(("và", "nhưng", "song", "còn", "mà"))
SPELT_WITHIN = 12
"""Items within which it is spelt out of what a share is."""
COUNTING = frozenset(("số", "tổng", "lượng", "tổng số", "mặt"))
SUMS, AMOUNTS = frozenset(("tiền", "trị", "ngạch")), frozenset(("lượng",))
"""Words of which one says that a share is one of a sum (về │ tiền, về giá │ trị, về kim │ ngạch), or of an amount (về │ lượng)."""


def of_which(line: Line, amount: Amount, *, nearest: bool = False) -> Draft | None:
    """The observation that the words after a share name: 642 doanh nghiệp với vốn 5 tỷ, tăng 12% │ về số doanh nghiệp.

    nearest  of several that they name as well, the last is meant: of what was reached the share is told at once
    """
    row, at = line.row, amount.last + 1
    if not may_compare(amount) or at >= len(row) or not (row[at].text == OF or (row[at].text == NUMBER and not nearest)):
        return None
    last = min(len(row), at + 1 + SPELT_WITHIN)
    end = next((end for end in range(at + 1, last) if row[end].is_mark or row[end].is_numeral or row[end].text in JOINS), last)
    words = {word for item in row[at + 1 : end] for word in item.text.split(" ")}
    near = line.drafts[-LAST_DRAFTS:][:: -1 if nearest else 1]
    said = [_said_of(each, words) for each in near]
    return near[said.index(max(said))] if max(said, default=0) else None


def beside_share(line: Line, amount: Amount) -> bool:
    """Whether a share stands right behind one that is a comparison: đạt 41,6% về việc và │ 17,8% về tiền."""
    row, first = line.row, amount.first
    last = max((draft.compared[-1][0].last for draft in line.drafts[-LAST_DRAFTS:] if draft.compared), default=-1)
    return first - SPELT_WITHIN <= last < first and row[first - 1].text in (",", "và")


def _said_of(draft: Draft, words: set[str]) -> int:
    """How many words behind a share are of a figure, those of its unit twice; one where they only say that it is a sum, or an amount:
    về trị giá, về lượng."""
    unit, told = draft.amount.unit, words - COUNTING
    counted = set(unit.text.lower().split())
    shared = len(told & (set(draft.name.lower().split()) | counted)) + len(told & counted)
    if shared:
        return shared
    return not words.isdisjoint(SUMS) if unit.kind is MONEY else words == AMOUNTS and unit.kind in (MEASURE, THING)
