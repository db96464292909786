"""What words do in the record of a meeting: ask, order, praise, blame, tell the past, open an action.

`wording.tsv` lists phrases of one to four syllables with their kinds; a phrase may have several. The kinds:

    action       opens what somebody does: tăng cường, rà soát
    order        phải           request      cần, nên          plan        sẽ, phấn đấu
    say_order    yêu cầu, giao  say_request  đề nghị, lưu ý    say         cho biết, nhấn mạnh
    praise       đánh giá cao   critic       chỉ ra, tồn tại
    positive     hiệu quả       negative     chưa, bất cập
    past         đã             now          đang, vẫn
    contrast     tuy nhiên      cause        do, nhờ           join        và, đồng thời
    purpose      để, nhằm, and prepositions                    some        một số, công tác: opens a statement
    plain        giao thông, được giao: holds a syllable that would mean something by itself
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from giaoban.reference.phrases import Phrases, by_syllables
from giaoban.reference.tables import table

KINDS = (
    "action", "order", "request", "plan", "past", "now", "say_order", "say_request", "say", "praise", "critic", "positive", "negative",
    "contrast", "cause", "join", "purpose", "some", "plain",
)  # fmt: skip
BIT = {kind: 1 << place for place, kind in enumerate(KINDS)}


@cache
def wording() -> dict[str, int]:
    """The kinds of each phrase, as a sum of `BIT`s."""
    return dict(table("giaoban.reference", "wording.tsv", lambda phrase, kinds: (phrase, sum(BIT[kind] for kind in kinds.split(" ")))))


@cache
def phrases() -> Phrases[int]:
    """`wording` by first syllables."""
    return by_syllables(wording())


def does(words: Sequence[str], mask: int) -> bool:
    """Whether one or two of the syllables, side by side, are a phrase of one of the kinds in `mask`.

    >>> does("các sở tăng cường kiểm tra".split(), BIT["action"])
    True
    """
    alone, begins, pairs = _of_kinds(mask)
    if not alone.isdisjoint(words):
        return True
    return not begins.isdisjoint(words) and any(f"{one} {other}" in pairs for one, other in pairwise(words))


@cache
def _of_kinds(mask: int) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Phrases of the kinds in `mask`: of one syllable, the first syllables of those of two, those of two."""
    those = [phrase for phrase, kinds in wording().items() if kinds & mask]
    pairs = frozenset(phrase for phrase in those if phrase.count(" ") == 1)
    return frozenset(phrase for phrase in those if " " not in phrase), frozenset(pair.split(" ")[0] for pair in pairs), pairs


@cache
def kinds(mask: int) -> tuple[str, ...]:
    """The kinds in a sum of `BIT`s, in the order of `KINDS`."""
    return tuple(kind for kind in KINDS if mask & BIT[kind])
